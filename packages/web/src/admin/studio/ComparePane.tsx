import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { type Definition, placesOf } from '@nardeban/core/ladder';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../api/studio-queries.ts';
import { tryDraft } from '../../api/what-if-stream.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { ChangedPeople } from './ChangedPeople.tsx';
import { Matrix } from './Matrix.tsx';
import { Months } from './Months.tsx';
import compare from './Compare.module.css';
import styles from './Studio.module.css';

const MONTHS = 12;

interface Tried {
  readonly definition: Definition;
  readonly answer: WhatIf;
  /** A name for this comparison, so that the lists of another are not taken for its own. */
  readonly name: number;
}

/** A draft beside what is published, tried on everybody's real past. */
export function ComparePane(props: {
  readonly definition: Definition;
  readonly published: Definition | null;
  /** Something is wrong with the draft, so that it cannot be tried. */
  readonly wrong: boolean;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { definition, published } = props;
  const [tried, setTried] = useState<Tried | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [cell, setCell] = useState<{ readonly from?: string; readonly to?: string }>({});
  const work = useRef<AbortController | null>(null);

  useEffect(() => () => work.current?.abort(), []);

  const begin = async () => {
    work.current?.abort();
    const stop = new AbortController();
    work.current = stop;
    setError(null);
    setCell({});
    setProgress({ done: 0, total: 0 });
    try {
      const answer = await tryDraft(
        asking,
        { definition, months: MONTHS },
        (done, total) => setProgress({ done, total }),
        stop.signal,
      );
      setTried({ definition, answer, name: Date.now() });
    } catch (failure) {
      if (!stop.signal.aborted) setError(failure);
    } finally {
      if (work.current === stop) setProgress(null);
    }
  };
  const cancel = () => {
    work.current?.abort();
    setProgress(null);
  };

  const stale = tried !== null && tried.definition !== definition;
  const nameOf = (key: string): string => {
    const place = [
      ...placesOf(tried?.definition ?? definition),
      ...(published === null ? [] : placesOf(published)),
    ].find((one) => one.key === key);
    return place === undefined ? key : speech.words(place.name);
  };

  return (
    <div className={compare.compare}>
      <div className={compare.tryBar}>
        {progress === null ? (
          <Button
            variant={tried === null || stale ? 'contained' : 'outlined'}
            disabled={props.wrong}
            onClick={() => void begin()}
          >
            {tried === null ? t('studio.try') : t('studio.tryAgain')}
          </Button>
        ) : (
          <>
            <div className={compare.progress}>
              <LinearProgress
                aria-label={t('studio.trying')}
                {...(progress.total === 0
                  ? {}
                  : {
                      variant: 'determinate' as const,
                      value: Math.min(100, (100 * progress.done) / progress.total),
                    })}
              />
              <span role="status">
                {progress.total === 0
                  ? t('studio.trying')
                  : t('studio.triedOf', {
                      done: speech.number(progress.done),
                      total: speech.number(progress.total),
                    })}
              </span>
            </div>
            <Button color="inherit" variant="outlined" onClick={cancel}>
              {t('studio.stop')}
            </Button>
          </>
        )}
        <p className={styles.aside}>
          {props.wrong ? t('studio.tryWrong') : stale ? t('studio.tryStale') : t('studio.tryLead')}
        </p>
      </div>
      {error === null ? null : <FailureNotice error={error} onRetry={() => void begin()} />}
      {tried === null ? null : (
        <>
          <p className={compare.verdict}>
            {tried.answer.version === null
              ? t('studio.standsAlone', {
                  count: tried.answer.people,
                  people: speech.number(tried.answer.people),
                })
              : tried.answer.changed === 0
                ? t('studio.nobodyChanges', { people: speech.number(tried.answer.people) })
                : t('studio.changes', {
                    count: tried.answer.changed,
                    changed: speech.number(tried.answer.changed),
                    people: speech.number(tried.answer.people),
                    share: speech.share(tried.answer.changed / Math.max(1, tried.answer.people)),
                  })}
          </p>
          <section className={compare.part}>
            <h2>{t('studio.beforeAfter')}</h2>
            <BeforeAfter answer={tried.answer} kind={definition.kind} nameOf={nameOf} />
          </section>
          {tried.answer.version === null ? null : (
            <section className={compare.part}>
              <h2>{t('studio.whoMoves')}</h2>
              <Matrix
                answer={tried.answer}
                kind={definition.kind}
                nameOf={nameOf}
                chosen={cell}
                onChoose={setCell}
              />
            </section>
          )}
          <section className={compare.part}>
            <h2>{t('studio.monthByMonth')}</h2>
            <Months answer={tried.answer} kind={definition.kind} nameOf={nameOf} />
          </section>
          {tried.answer.changed === 0 ? null : (
            <section className={compare.part}>
              <h2>{t('studio.whoChanges')}</h2>
              <ChangedPeople
                name={tried.name}
                asked={{ definition: tried.definition, ...cell }}
                nameOf={nameOf}
                onAll={() => setCell({})}
              />
            </section>
          )}
        </>
      )}
    </div>
  );
}
