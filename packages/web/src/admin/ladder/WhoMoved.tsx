import Button from '@mui/material/Button';
import { type Day, isoDay } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { latestMovesQuery } from '../../api/ladder-queries.ts';
import { paths } from '../../paths.ts';
import { OnwardIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { addressOfDay, useSetting } from '../setting.ts';
import { MoveLine } from './MoveLine.tsx';
import styles from './BelowLadder.module.css';

const DAYS = 7;
const SHOWN = 5;

/** Who climbed and who fell in the week that ends with the day looked at, the newest of them with their reasons. */
export function WhoMoved(props: {
  readonly ladder: string;
  readonly kind: 'ladder' | 'typology';
  readonly day: Day;
  readonly nameOf: (rung: string) => string;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { ladder, day } = props;
  const isLadder = props.kind === 'ladder';
  const isNow = day === today;
  const title = isLadder
    ? isNow
      ? t('ladder.who.title')
      : t('ladder.who.titlePast', { day: speech.day(day) })
    : isNow
      ? t('ladder.who.titleClasses')
      : t('ladder.who.titleClassesPast', { day: speech.day(day) });
  return (
    <section className={styles.section} aria-labelledby="who-moved">
      <h2 id="who-moved">{title}</h2>
      <div className={styles.pair}>
        {(isLadder ? (['up', 'down'] as const) : (['across'] as const)).map((direction) => (
          <Movers key={direction} ladder={ladder} day={day} nameOf={props.nameOf} direction={direction} />
        ))}
      </div>
    </section>
  );
}

const NOBODY = {
  up: 'ladder.who.noneUp',
  down: 'ladder.who.noneDown',
  across: 'ladder.who.noneAcross',
} as const;

function Movers(props: {
  readonly ladder: string;
  readonly day: Day;
  readonly direction: 'up' | 'down' | 'across';
  readonly nameOf: (rung: string) => string;
}) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const { ladder, day, direction } = props;
  const narrowed = direction === 'across' ? {} : { direction };
  const asked = { ladder, from: isoDay(day - DAYS + 1), to: isoDay(day), ...narrowed };
  const moves = useQuery(latestMovesQuery(asking, asked, SHOWN));
  const asOf = addressOfDay(day, today);
  const total = moves.data?.total ?? 0;
  return (
    <div>
      <div className={styles.head}>
        <h3 className={direction === 'across' ? undefined : styles[direction]}>
          {t(`ladder.who.${direction}`)}
          {moves.data === undefined ? null : ` (${speech.number(total)})`}
        </h3>
        {total > SHOWN ? (
          <Link
            to={paths.moves}
            params={{ ladder }}
            search={{ period: 'week', ...(asOf === undefined ? {} : { asOf }), ...narrowed }}
            className={styles.all}
          >
            {t('ladder.who.all', { shown: speech.number(total) })}
            <OnwardIcon size={14} />
          </Link>
        ) : null}
      </div>
      {moves.isPending ? (
        <RowsSkeleton rows={3} columns={2} height={96} />
      ) : moves.data === undefined ? (
        <p className="soft" role="alert">
          {t('ladder.who.failed')} <Button onClick={() => void moves.refetch()}>{t('failure.retry')}</Button>
        </p>
      ) : moves.data.moves.length === 0 ? (
        <p className="soft">{t(NOBODY[direction])}</p>
      ) : (
        <ul className={styles.list}>
          {moves.data.moves.map((move) => (
            <li key={`${move.person.id} ${move.at} ${move.to}`}>
              <MoveLine move={move} ladder={ladder} nameOf={props.nameOf} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
