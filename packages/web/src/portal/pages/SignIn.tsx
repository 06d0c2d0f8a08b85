import { type FormEvent, useEffect, useRef, useState } from 'react';
import { toLatinDigits } from '@nardeban/core/values';
import { ask } from '../api.ts';
import { useDeed } from '../parts.tsx';
import { useCard, useSpeech } from '../speech.ts';
import { useAnswer } from '../state.ts';

/** Before the same mobile may be sent another code. */
const AGAIN_AFTER_S = 60;
const DIGITS = 6;

interface Sent {
  readonly challenge: string;
  readonly to: string;
}

/** The way in: a mobile, and the code that is sent to it. */
export function SignIn({ onIn }: { readonly onIn: (joined: boolean) => void }) {
  const { t } = useSpeech();
  const card = useCard();
  const [mobile, setMobile] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const { busy, said, run } = useDeed();
  const friend = new URLSearchParams(location.search).get('ref');
  const send = (): void =>
    run(async () => {
      setSent(await ask<Sent>('/codes', { method: 'POST', body: { mobile } }));
    });
  return (
    <main className="way-in">
      <img src="/mark.svg" alt="" width="64" height="64" />
      <p className="club">{card === undefined ? '' : t('app.club', { name: card.name })}</p>
      <h1>{t('in.title')}</h1>
      <p className="soft">{card?.welcome ? card.welcome : t('in.text')}</p>
      {friend === null ? null : <Invited friend={friend} />}
      {sent === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <label htmlFor="mobile">{t('in.mobile')}</label>
          <input
            id="mobile"
            name="mobile"
            type="tel"
            dir="ltr"
            inputMode="tel"
            autoComplete="tel-national"
            placeholder="0912 123 4567"
            required
            value={mobile}
            onChange={(event) => setMobile(event.target.value)}
          />
          <button type="submit" className="main wide" disabled={busy}>
            {t('in.ask')}
          </button>
          {said === null ? null : (
            <p className="fault" role="alert">
              {said}
            </p>
          )}
          {card?.joining === true ? <p className="soft small">{t('in.joins')}</p> : null}
        </form>
      ) : (
        <Code
          key={sent.challenge}
          sent={sent}
          friend={friend}
          onIn={onIn}
          onAgain={send}
          onOther={() => setSent(null)}
        />
      )}
    </main>
  );
}

/** Greets a friend by the first name of whoever sent them the link, where it is known. */
function Invited({ friend }: { readonly friend: string }) {
  const { t } = useSpeech();
  const { answer } = useAnswer<{ readonly invitedBy: string | null }>(
    `?friend=${encodeURIComponent(friend)}`,
  );
  const name = answer?.invitedBy ?? null;
  return (
    <p className="notice">
      {name === null ? t('in.invited') : t('in.invitedBy', { name: `\u2068${name}\u2069` })}
    </p>
  );
}

function Code(props: {
  readonly sent: Sent;
  readonly friend: string | null;
  readonly onIn: (joined: boolean) => void;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}) {
  const { t, number } = useSpeech();
  const { challenge, to } = props.sent;
  const [code, setCode] = useState('');
  const [left, setLeft] = useState(AGAIN_AFTER_S);
  const { busy, said, run } = useDeed();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  const enter = (told: string): void =>
    run(async () => {
      try {
        const body = { challenge, code: told, ...(props.friend === null ? {} : { friend: props.friend }) };
        const { joined } = await ask<{ joined: boolean }>('/sign-in', { method: 'POST', body });
        props.onIn(joined);
      } catch (error) {
        setCode('');
        field.current?.focus();
        throw error;
      }
    });
  const typed = (text: string): void => {
    const digits = toLatinDigits(text)
      .replaceAll(/[^0-9]/g, '')
      .slice(0, DIGITS);
    setCode(digits);
    // The last digit is the wish to go in: phones fill the whole code in at once.
    if (digits.length === DIGITS && digits !== code) enter(digits);
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        enter(code);
      }}
    >
      <p>
        {t('in.sent', { to: '\u0000' })
          .split('\u0000')
          .flatMap((part, place) =>
            place === 0
              ? [part]
              : [
                  <bdi key="to" dir="ltr">
                    {to}
                  </bdi>,
                  part,
                ],
          )}
      </p>
      <label htmlFor="code">{t('in.code')}</label>
      <input
        ref={field}
        id="code"
        name="code"
        className="code"
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => typed(event.target.value)}
      />
      <button type="submit" className="main wide" disabled={busy || code.length < DIGITS}>
        {t('in.enter')}
      </button>
      {said === null ? null : (
        <p className="fault" role="alert">
          {said}
        </p>
      )}
      <div className="pair">
        <button type="button" className="quiet" disabled={left > 0 || busy} onClick={props.onAgain}>
          {left > 0 ? t('in.againIn', { seconds: number(left) }) : t('in.again')}
        </button>
        <button type="button" className="quiet" onClick={props.onOther}>
          {t('in.other')}
        </button>
      </div>
    </form>
  );
}
