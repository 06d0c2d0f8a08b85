import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Programme.module.css';
import { trialsQuery } from './queries.ts';

/** Every trial that is kept, the newest first, to be opened again or compared. */
export function TrialsKept(props: {
  readonly open: number | undefined;
  readonly onOpen: (simulation: number) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const trials = useInfiniteQuery(trialsQuery(asking));
  if (trials.data === undefined)
    return trials.isError ? (
      <FailureNotice error={trials.error} onRetry={() => void trials.refetch()} />
    ) : (
      <RowsSkeleton rows={2} columns={2} />
    );
  const all = trials.data.pages.flatMap((page) => page.simulations);
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="trials-kept" className="not-printed">
      <h2 id="trials-kept" className={styles.subhead}>
        {t('club.trial.kept')}
      </h2>
      <ul className={styles.trials}>
        {all.map(({ id, settings, state, outcome, madeBy, madeAt }) => {
          const when = { day: speech.date(madeAt, 'short'), time: speech.time(madeAt) };
          return (
            <li key={id}>
              <span className={styles.itemSaid}>
                <strong>{t('club.trial.keptRow', { ...when, by: `\u2068${madeBy}\u2069` })}</strong>
                <span className="soft">
                  {t('club.trial.keptSpan', {
                    from: speech.date(settings.from, 'short'),
                    to: speech.date(settings.to - 1, 'short'),
                    spends: speech.share(settings.spends / 10_000),
                  })}
                </span>
                <span>
                  {outcome === null
                    ? t(`club.trial.state.${state}`)
                    : t('club.trial.keptFigures', {
                        cost: speech.money(outcome.figures.cost),
                        liability: speech.money(outcome.liability),
                      })}
                </span>
              </span>
              {id === props.open ? (
                <span className="soft">{t('club.trial.shown')}</span>
              ) : (
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={t('club.trial.openOf', when)}
                  onClick={() => props.onOpen(id)}
                >
                  {t('club.trial.open')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {trials.hasNextPage ? (
        <p>
          <Button
            color="inherit"
            loading={trials.isFetchingNextPage}
            onClick={() => void trials.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
