import { useState } from 'react';
import type { Invitation, Me } from '../answers.ts';
import { Bones, Empty, Failure } from '../parts.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useCard, useSpeech } from '../speech.ts';
import { roomPath, useAnswer } from '../state.ts';

/** The link by which a friend comes, and who has come. */
export function Invite({ me }: { readonly me: Me }) {
  const { t, number, units } = useSpeech();
  const card = useCard();
  const { answer, refused, again } = useAnswer<Invitation>('/me/referral');
  const [isCopied, setCopied] = useState(false);
  if (answer === undefined) {
    if (refused === undefined) return <Bones />;
    return refused.code === 'referral_off' || refused.code === 'referral_not_allowed' ? (
      <>
        <h1>{t('invite.title')}</h1>
        <Empty title={refused.message} />
      </>
    ) : (
      <Failure refused={refused} again={again} />
    );
  }
  const link = `${location.origin}${roomPath('')}?ref=${encodeURIComponent(answer.code)}`;
  const text = t('invite.shareText', { name: card?.name ?? '' });
  const share = (): void => {
    const shared =
      typeof navigator.share === 'function'
        ? navigator.share({ text, url: link })
        : navigator.clipboard.writeText(`${text}\n${link}`).then(() => setCopied(true));
    // Whoever closes the share sheet has said enough.
    shared.catch(() => undefined);
  };
  return (
    <>
      <h1>{t('invite.title')}</h1>
      <p>{t('invite.text')}</p>
      <section className="card member-code">
        <Qr className="qr" text={link} label={t('invite.code')} />
        <p className="code-text">
          <bdi dir="ltr">{answer.shown}</bdi>
        </p>
        <button type="button" className="main wide" onClick={share}>
          {t('invite.share')}
        </button>
        <p role="status" className="soft">
          {isCopied ? t('codes.copied') : ''}
        </p>
      </section>
      {answer.friends === 0 ? null : (
        <section className="card" aria-labelledby="friends">
          <h2 id="friends">{t('invite.friends')}</h2>
          <p>{t('invite.brought', { count: number(answer.friends) })}</p>
          <p className="soft">{t('invite.bought', { count: number(answer.converted) })}</p>
          {answer.rewarded.map(({ wallet, units: given }) => {
            const its = me.wallets.find((one) => one.key === wallet);
            return its === undefined ? null : (
              <p key={wallet} className="gain">
                {t('invite.rewarded', { units: units(its, given) })}
              </p>
            );
          })}
        </section>
      )}
    </>
  );
}
