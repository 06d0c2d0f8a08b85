import { useState } from 'react';
import type { Codes as CodesAnswer } from '../answers.ts';
import { MemberCode } from '../MemberCode.tsx';
import { Sheet } from '../parts.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useSpeech } from '../speech.ts';
import { useAnswer } from '../state.ts';

interface Shown {
  readonly title: string;
  readonly code: string;
}

/** Everything that is shown at the till: who they are, their codes, their gift cards. */
export function Codes() {
  const { t, day, money } = useSpeech();
  const { answer } = useAnswer<CodesAnswer>('/me/codes');
  const [shown, setShown] = useState<Shown | null>(null);
  const vouchers = answer?.vouchers ?? [];
  const cards = answer?.cards ?? [];
  return (
    <>
      <h1>{t('codes.title')}</h1>
      <section className="card" aria-label={t('codes.member')}>
        <MemberCode />
      </section>
      {vouchers.length === 0 ? null : (
        <section aria-labelledby="vouchers">
          <h2 id="vouchers">{t('codes.vouchers')}</h2>
          <ul className="list">
            {vouchers.map(({ id, name, code, validUntil, why }) => (
              <li key={id}>
                <button type="button" className="card ticket" onClick={() => setShown({ title: name, code })}>
                  <strong dir="auto">{name}</strong>
                  <bdi dir="ltr">{code}</bdi>
                  {validUntil === null ? null : <small>{t('codes.until', { day: day(validUntil) })}</small>}
                  {why === null ? null : <small>{why}</small>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {cards.length === 0 ? null : (
        <section aria-labelledby="cards">
          <h2 id="cards">{t('codes.cards')}</h2>
          <ul className="list">
            {cards.map(({ id, code, tail, available, validUntil }) => (
              <li key={id}>
                <button
                  type="button"
                  className="card ticket gift"
                  disabled={code === null}
                  onClick={() =>
                    code !== null && setShown({ title: t('codes.left', { amount: money(available) }), code })
                  }
                >
                  <strong>{money(available)}</strong>
                  <bdi dir="ltr">•••• {tail}</bdi>
                  {validUntil === null ? null : <small>{t('codes.until', { day: day(validUntil) })}</small>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {answer !== undefined && vouchers.length === 0 && cards.length === 0 ? (
        <p className="soft centred">{t('codes.none')}</p>
      ) : null}
      {shown === null ? null : (
        <Sheet title={shown.title} onClose={() => setShown(null)}>
          <div className="member-code">
            <Qr className="qr" text={shown.code.replaceAll('-', '')} label={shown.title} />
            <p className="code-text">
              <bdi dir="ltr">{shown.code}</bdi>
            </p>
          </div>
        </Sheet>
      )}
    </>
  );
}
