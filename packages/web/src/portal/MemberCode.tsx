import { useEffect, useState } from 'react';
import type { Codes } from './answers.ts';
import { Bones, Failure } from './parts.tsx';
import { Qr } from '../ui/Qr.tsx';
import { useSpeech } from './speech.ts';
import { useAnswer } from './state.ts';

/** A code that is about to end is asked for anew, so that the till never reads one that just has. */
const EARLY_MS = 5_000;
const LEAST_MS = 2_000;

/** The code that tells the till who this is; another one comes by itself while it is looked at. */
export function MemberCode() {
  const { t } = useSpeech();
  const { answer, refused, again } = useAnswer<Codes>('/me/codes');
  const [lit, setLit] = useState(false);
  const until = answer?.member.until;
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setTimeout(again, Math.max(LEAST_MS, until - Date.now() - EARLY_MS));
    return () => clearTimeout(timer);
  }, [until, again]);
  if (answer === undefined)
    return refused === undefined ? <Bones /> : <Failure refused={refused} again={again} />;
  return (
    <div className="member-code">
      <button
        type="button"
        className={lit ? 'qr-button lit' : 'qr-button'}
        onClick={() => setLit(!lit)}
        aria-label={t('codes.big')}
      >
        <Qr className="qr" text={answer.member.code} label={t('codes.member')} />
      </button>
      <p className="code-text">
        <bdi dir="ltr">{answer.member.code}</bdi>
      </p>
      <p className="soft">{t('codes.memberText')}</p>
    </div>
  );
}
