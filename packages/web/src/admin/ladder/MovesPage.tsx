import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { movesQuery } from '../../api/ladder-queries.ts';
import { laddersQuery } from '../../api/queries.ts';
import { type MovesSearch, paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LadderIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { keptLook, lookedAt } from './looked.ts';
import { MoveLine } from './MoveLine.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import below from './BelowLadder.module.css';
import styles from './MovesPage.module.css';

const route = getRouteApi('/staff/ladders/$ladder/moves');
const TITLES = { up: 'ladder.moves.titleUp', down: 'ladder.moves.titleDown' } as const;

/** Who moved in a period, and why: all of them, one direction, or the people of one flow. The address holds which. */
export function MovesPage() {
  const { t } = useTranslation();
  const { ladder } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { asking, speech, today } = useSetting();
  const { direction, fromRung, toRung } = search;
  const looked = lookedAt(search, today, speech.calendar);
  const ladders = useQuery(laddersQuery(asking));
  const asked = { ladder, from: looked.from, to: looked.to, direction, fromRung, toRung };
  const moves = useInfiniteQuery(movesQuery(asking, asked));
  const listed = ladders.data?.find((one) => one.key === ladder);
  const isLadder = listed?.kind !== 'typology';
  const places = listed?.places ?? [];
  const nameOf = (rung: string) => {
    const found = places.find((one) => one.key === rung);
    return found === undefined ? rung : speech.words(found.name);
  };
  const first = moves.data?.pages[0];
  const rows = moves.data?.pages.flatMap((page) => page.moves) ?? [];

  const narrowing: MovesSearch = {
    ...(direction === undefined ? {} : { direction }),
    ...(fromRung === undefined ? {} : { fromRung }),
    ...(toRung === undefined ? {} : { toRung }),
  };

  const narrow = (part: 'direction' | 'fromRung' | 'toRung', value: string) =>
    void navigate({
      search: ({ [part]: _was, ...kept }): MovesSearch => (value === '' ? kept : { ...kept, [part]: value }),
    });
  const chosen = (part: 'fromRung' | 'toRung', label: string) => (
    <TextField
      select
      size="small"
      label={label}
      value={places.some((one) => one.key === search[part]) ? search[part] : ''}
      onChange={(event) => narrow(part, event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      className={styles.rung}
    >
      <MenuItem value="">{t('ladder.moves.any')}</MenuItem>
      {(isLadder ? places.toReversed() : places).map((one) => (
        <MenuItem key={one.key} value={one.key}>
          {speech.words(one.name)}
        </MenuItem>
      ))}
    </TextField>
  );
  const title =
    fromRung !== undefined && toRung !== undefined
      ? t('ladder.fromTo', { from: nameOf(fromRung), to: nameOf(toRung) })
      : t(direction === undefined ? 'ladder.moves.title' : TITLES[direction]);

  return (
    <>
      <PageHeader
        title={title}
        meaning={t('ladder.moves.meaning', {
          from: speech.day(looked.period.from),
          to: speech.day(looked.period.to),
        })}
        crumbs={[
          <Link key="ladder" to={paths.ladder} params={{ ladder }} search={keptLook(search)}>
            {listed === undefined ? t('rung.back') : speech.words(listed.name)}
          </Link>,
        ]}
      />
      <div className={`${styles.tools} not-printed`}>
        {isLadder ? (
          <TextField
            select
            size="small"
            label={t('ladder.moves.direction')}
            value={direction ?? ''}
            onChange={(event) => narrow('direction', event.target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('ladder.moves.both')}</MenuItem>
            <MenuItem value="up">{t('ladder.moves.up')}</MenuItem>
            <MenuItem value="down">{t('ladder.moves.down')}</MenuItem>
          </TextField>
        ) : null}
        {chosen('fromRung', t(isLadder ? 'ladder.moves.fromRung' : 'ladder.moves.fromClass'))}
        {chosen('toRung', t(isLadder ? 'ladder.moves.toRung' : 'ladder.moves.toClass'))}
        <PeriodFields
          looked={looked}
          onChange={(change) =>
            void navigate({ search: (kept) => ({ ...narrowing, ...change(keptLook(kept)) }) })
          }
        />
      </div>
      {moves.isError && rows.length === 0 ? (
        <FailureNotice error={moves.error} onRetry={() => void moves.refetch()} />
      ) : first === undefined ? (
        <RowsSkeleton rows={6} columns={2} height={104} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<LadderIcon size={30} />}
          title={t('ladder.moves.none')}
          actions={
            Object.keys(narrowing).length > 0 ? (
              <Button variant="outlined" onClick={() => void navigate({ search: keptLook(search) })}>
                {t('ladder.moves.clear')}
              </Button>
            ) : null
          }
        >
          {t('ladder.moves.noneText')}
        </EmptyState>
      ) : (
        <>
          <p className="soft" role="status">
            {t('ladder.moves.total', { count: first.total, shown: speech.number(first.total) })}
            {' · '}
            {t(first.order === 'time' ? 'ladder.moves.newest' : 'ladder.moves.byPerson')}
          </p>
          <ul className={below.list} aria-label={title}>
            {rows.map((move) => (
              <li key={`${move.person.id} ${move.at} ${move.to}`}>
                <MoveLine move={move} ladder={ladder} nameOf={nameOf} />
              </li>
            ))}
          </ul>
        </>
      )}
      {moves.hasNextPage ? (
        <div className={`${styles.more} not-printed`}>
          <Button
            variant="outlined"
            loading={moves.isFetchingNextPage}
            onClick={() => void moves.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
