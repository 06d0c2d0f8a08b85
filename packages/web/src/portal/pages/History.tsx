import { useEffect, useState } from 'react';
import type { HistoryLine, Me } from '../answers.ts';
import { ask, Refused } from '../api.ts';
import { fa, type PortalKey } from '../../language/portal/fa.ts';
import { Bones, Empty, Failure } from '../parts.tsx';
import { useSpeech } from '../speech.ts';

interface Page {
  readonly lines: readonly HistoryLine[];
  readonly next: string | null;
}

const isKey = (key: string): key is PortalKey => Object.hasOwn(fa, key);

/** What happened between them and the business, the newest first, a page more at a time. */
export function History({ me }: { readonly me: Me }) {
  const { t, dayAndTime } = useSpeech();
  const [lines, setLines] = useState<readonly HistoryLine[]>();
  const [next, setNext] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ readonly after: string | null; readonly turn: number }>({
    after: null,
    turn: 0,
  });
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    let isHere = true;
    const after = asked.after === null ? '' : `?after=${encodeURIComponent(asked.after)}`;
    const read = async (): Promise<void> => {
      try {
        const page = await ask<Page>(`/me/history${after}`);
        if (!isHere) return;
        setRefused(undefined);
        setLines((before) => (asked.after === null ? page.lines : [...(before ?? []), ...page.lines]));
        setNext(page.next);
      } catch (error) {
        if (isHere) setRefused(error instanceof Refused ? error : new Refused('offline', ''));
      }
    };
    void read();
    return () => {
      isHere = false;
    };
  }, [asked]);
  return (
    <>
      <h1>{t('history.title')}</h1>
      {lines === undefined && refused === undefined ? <Bones /> : null}
      {lines?.length === 0 ? <Empty title={t('history.empty')} /> : null}
      {lines === undefined || lines.length === 0 ? null : (
        <ul className="lines card">
          {lines.map((line) => {
            const key = `history.${line.type}`;
            return (
              <li key={line.id}>
                <div>
                  <strong>{isKey(key) ? t(key) : line.type}</strong>
                  <small>{dayAndTime(line.at)}</small>
                </div>
                <Figure line={line} me={me} />
              </li>
            );
          })}
        </ul>
      )}
      {refused === undefined ? null : (
        <Failure refused={refused} again={() => setAsked(({ after, turn }) => ({ after, turn: turn + 1 }))} />
      )}
      {next === null ? null : (
        <button type="button" className="quiet wide" onClick={() => setAsked({ after: next, turn: 0 })}>
          {t('app.more')}
        </button>
      )}
    </>
  );
}

const TAKES = new Set(['points.spent', 'points.expired', 'points.reversed']);

/** What it brought or took: points with their sign, or an amount. */
function Figure({ line, me }: { readonly line: HistoryLine; readonly me: Me }) {
  const { units, money } = useSpeech();
  const { points, amount, wallet } = line.data;
  // What a reward took is a line of its own.
  if (line.type === 'reward.redeemed') return null;
  if (typeof points === 'number' && points !== 0) {
    const its = me.wallets.find(({ key }) => key === wallet) ??
      me.wallets[0] ?? { unit: 'points' as const, name: '' };
    const isLess = TAKES.has(line.type);
    return (
      <bdi className={isLess ? 'less' : 'gain'}>
        {isLess ? '\u200E\u2212' : '\u200E+'}
        {units(its, Math.abs(points))}
      </bdi>
    );
  }
  return typeof amount === 'number' ? <bdi>{money(amount)}</bdi> : null;
}
