import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { type Day, startOfMonth, zoneOf } from '@nardeban/core/values';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderListed, Move } from '../../api/answers.ts';
import { factsQuery } from '../../api/queries.ts';
import { useSetting } from '../setting.ts';
import { FactLine } from './FactLine.tsx';
import { MoveCard } from './MoveCard.tsx';
import { useVocabulary } from './telling.ts';
import { byMonth, type Entry, merged } from './timeline.ts';
import styles from './Timeline.module.css';

const route = getRouteApi('/staff/people/$person');

/** Everything that happened and every step it led to, as one story by time. */
export function Timeline(props: {
  readonly person: string;
  readonly moves: readonly Move[];
  readonly ladder: LadderListed | undefined;
  readonly day: Day;
  readonly onlyMoves: boolean;
  readonly type: string | undefined;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const navigate = route.useNavigate();
  const facts = useInfiniteQuery(factsQuery(asking, props.person, props.type));
  const read = facts.data?.pages.flatMap((page) => page.rows) ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = facts;
  const until = zoneOf(speech.zone).startOf(props.day + 1);
  const entries = merged({
    facts: props.onlyMoves ? [] : read,
    moves: props.type === undefined ? props.moves : [],
    isWhole: props.onlyMoves || !hasNextPage,
    until,
  });
  const months = byMonth(entries, (at) => startOfMonth(speech.dayOf(at), speech.calendar));

  // Looking at a day long ago, the newest pages may all lie after it: read on until something shows.
  const mustReadOn = entries.length === 0 && hasNextPage && !isFetchingNextPage && !props.onlyMoves;
  useEffect(() => {
    if (mustReadOn) void fetchNextPage();
  }, [mustReadOn, fetchNextPage]);

  const words = useVocabulary();
  const named = (one: string) => {
    const word = words[one];
    return word === undefined ? one : speech.language === 'fa' ? word.fa : word.en.one;
  };
  const collator = new Intl.Collator(speech.language === 'fa' ? 'fa-IR' : 'en');
  const types = Object.keys(words).toSorted((one, other) => collator.compare(named(one), named(other)));
  const only = (type: string) =>
    void navigate({
      search: ({ type: _type, ...kept }) => ({ ...kept, ...(type === '' ? {} : { type }) }),
      resetScroll: false,
      replace: true,
    });
  const show = (onlyMoves: boolean) =>
    void navigate({
      search: ({ show: _show, ...kept }) => ({ ...kept, ...(onlyMoves ? { show: 'moves' as const } : {}) }),
      resetScroll: false,
      replace: true,
    });

  return (
    <section className={styles.timeline} aria-labelledby="timeline">
      <div className={styles.head}>
        <h2 id="timeline">{t('timeline.title')}</h2>
        <div className={styles.choice} role="group" aria-label={t('timeline.show')}>
          <button type="button" aria-pressed={!props.onlyMoves} onClick={() => show(false)}>
            {t('timeline.all')}
          </button>
          <button type="button" aria-pressed={props.onlyMoves} onClick={() => show(true)}>
            {t('timeline.moves')}
          </button>
        </div>
        {props.onlyMoves ? null : (
          <TextField
            select
            size="small"
            label={t('dossier.onlyType')}
            value={props.type ?? ''}
            onChange={(event) => only(event.target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ minInlineSize: 180 }}
          >
            <MenuItem value="">{t('dossier.everyType')}</MenuItem>
            {types.map((one) => (
              <MenuItem key={one} value={one}>
                {named(one)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </div>
      {facts.isPending ? (
        <div aria-busy="true">
          {Array.from({ length: 5 }, (_, index) => (
            <Skeleton key={index} height={44} />
          ))}
        </div>
      ) : facts.isError && read.length === 0 ? (
        <p className="soft">
          {t('timeline.failed')} <Button onClick={() => void facts.refetch()}>{t('failure.retry')}</Button>
        </p>
      ) : entries.length === 0 && !hasNextPage ? (
        <p className="soft">{t('timeline.empty')}</p>
      ) : (
        months.map((month) => (
          <section key={month.first} className={styles.month}>
            <h3>{speech.month(month.first)}</h3>
            <ol>
              {month.entries.map((entry) => (
                <li key={keyOf(entry)} className={entry.kind === 'move' ? styles.move : styles.fact}>
                  <time className={styles.day}>
                    {speech.dayInYear(entry.at)}
                    <span className={styles.clock}>{speech.time(entry.at)}</span>
                  </time>
                  {entry.kind === 'fact' ? (
                    <FactLine fact={entry.fact} />
                  ) : (
                    <MoveCard move={entry.move} ladder={props.ladder} />
                  )}
                </li>
              ))}
            </ol>
          </section>
        ))
      )}
      {hasNextPage && !props.onlyMoves ? (
        <Button variant="outlined" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('timeline.older')}
        </Button>
      ) : null}
    </section>
  );
}

function keyOf(entry: Entry): string {
  return entry.kind === 'fact' ? `fact ${entry.fact.id}` : `move ${entry.move.at} ${entry.move.recordedAt}`;
}
