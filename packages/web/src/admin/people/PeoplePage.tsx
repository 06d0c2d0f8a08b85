import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { Criteria } from '@nardeban/core/criteria';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../api/answers.ts';
import {
  isUnderWay,
  jobsQuery,
  type PeopleFilter,
  peopleListQuery,
  type PeopleOrder,
  type PeopleSelection,
  type Segment,
  segmentsQuery,
  wordsInUseQuery,
} from '../../api/people-list-queries.ts';
import { laddersQuery } from '../../api/queries.ts';
import { paths, type PeopleSearch } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PeopleIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { columnsThereAre, useCell, useColumnNames } from './list/cells.tsx';
import { FilterChips } from './list/FilterChips.tsx';
import styles from './list/List.module.css';
import { ListEnd, PeopleTable, type Selected } from './list/PeopleTable.tsx';
import {
  columnsFor,
  countOf,
  DEFAULT_COLUMNS,
  isOpen,
  rememberColumns,
  rememberedColumns,
} from './list/state.ts';
import { useWatchedJobs } from './list/watching.ts';
import { presentTraits, useTraitWords } from './traits.ts';

const ColumnsDialog = lazy(async () => ({
  default: (await import('./list/ColumnsDialog.tsx')).ColumnsDialog,
}));
const ExportDialog = lazy(async () => ({ default: (await import('./list/BulkDialogs.tsx')).ExportDialog }));
const FilterDialog = lazy(async () => ({ default: (await import('./list/FilterDialog.tsx')).FilterDialog }));
const JobsDialog = lazy(async () => ({ default: (await import('./list/JobsDialog.tsx')).JobsDialog }));
const SegmentDialog = lazy(async () => ({
  default: (await import('./list/SegmentDialog.tsx')).SegmentDialog,
}));
const SegmentsDialog = lazy(async () => ({
  default: (await import('./list/SegmentsDialog.tsx')).SegmentsDialog,
}));
const TagDialog = lazy(async () => ({ default: (await import('./list/BulkDialogs.tsx')).TagDialog }));

const route = getRouteApi('/staff/people');
/** So many empty pages in a row are asked for by themselves; then somebody says that they want to go on. */
const EMPTY_PAGES = 8;

const NO_LADDERS: readonly LadderListed[] = [];
const NO_SEGMENTS: readonly Segment[] = [];
const EVERYBODY: PeopleFilter = {};
const NEWEST: PeopleOrder = { by: 'known' };

/** Parts of the address to be changed; undefined takes one off. */
type Changed = { readonly [Part in keyof PeopleSearch]?: PeopleSearch[Part] | undefined };

type Open =
  | 'columns'
  | 'export'
  | 'filter'
  | 'jobs'
  | 'segments'
  | 'tag'
  | { readonly segment: Segment | null };

/** Everybody the business has to do with: found, filtered, put in order, and worked with by the hundred. */
export function PeoplePage() {
  const { t } = useTranslation();
  useWatchedJobs();
  const { asking, session, speech } = useSetting();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const toasts = useToasts();
  const [open, setOpen] = useState<Open | null>(null);
  const [typed, setTyped] = useState(search.search ?? '');
  const sought = useDeferredValue(typed);

  const ladders = useQuery(laddersQuery(asking)).data ?? NO_LADDERS;
  const segments = useQuery(segmentsQuery(asking)).data ?? NO_SEGMENTS;
  const traitWords = useTraitWords();
  const words = useQuery({ ...wordsInUseQuery(asking), enabled: open === 'columns' }).data;
  const running = useQuery(jobsQuery(asking)).data?.filter(isUnderWay).length ?? 0;
  const who = `${session?.business.slug ?? ''} ${session?.user?.email ?? ''}`;
  const ladder = ladders.find(({ kind }) => kind === 'ladder')?.key;
  const columns = useMemo(
    () => columnsFor(search.columns ?? rememberedColumns(who) ?? [...DEFAULT_COLUMNS], ladder),
    [search.columns, who, ladder],
  );
  const filter: PeopleFilter = search.filter ?? EVERYBODY;
  const order: PeopleOrder = search.order ?? NEWEST;

  const list = useInfiniteQuery(
    peopleListQuery(asking, { filter, search: search.search ?? '', order, columns }),
  );
  const pages = list.data?.pages ?? [];
  const people = useMemo(() => list.data?.pages.flatMap((page) => page.people) ?? [], [list.data]);
  const looked = pages.reduce((sum, page) => sum + page.looked, 0);
  const emptyPages = pages.length - 1 - pages.findLastIndex((page) => page.people.length > 0);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const goOn = useCallback(() => {
    // One is asked for while another is on its way only where the page was not drawn in between: that one stays.
    if (hasNextPage && !isFetching) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, isFetching, fetchNextPage]);
  const onEnd = useCallback(() => {
    if (emptyPages < EMPTY_PAGES) goOn();
  }, [emptyPages, goOn]);

  const change = useCallback(
    (next: Changed, replace = false) =>
      void navigate({
        search: (before) => {
          const after = Object.entries({ ...before, ...next }).filter(([, value]) => value !== undefined);
          return Object.fromEntries(after);
        },
        replace,
      }),
    [navigate],
  );
  useEffect(() => {
    const wanted = sought.trim() === '' ? undefined : sought.trim();
    if (wanted !== search.search) change({ search: wanted }, true);
    // What is typed leads the address; the other way it is followed below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [sought]);
  useEffect(() => {
    setTyped((before) => (before.trim() === (search.search ?? '') ? before : (search.search ?? '')));
  }, [search.search]);

  const { selected, ids, clear } = useSelected(people.map(({ id }) => id));
  const [everyone, setEveryone] = useState(false);
  const question = JSON.stringify([filter, search.search]);
  useEffect(() => {
    setEveryone(false);
    clear();
  }, [question, clear]);

  const count = pages[0]?.count ?? null;
  const nameOf = useColumnNames(ladders, speech);
  const cell = useCell(ladders, speech);
  const onFilter = useCallback(
    (next: PeopleFilter) => change({ filter: isOpen(next) ? undefined : next }),
    [change],
  );
  const onColumns = (next: readonly string[]) => {
    rememberColumns(who, next);
    change({ columns: [...next] }, true);
  };
  const say = (people_: number) => t('peopleList.people', { count: people_, shown: speech.number(people_) });
  const searching = (search.search ?? '') !== '';
  const selection: PeopleSelection =
    (everyone || ids.length === 0) && !searching
      ? { matching: filter }
      : { people: ids.length > 0 ? ids : people.map(({ id }) => id) };
  const bulk = 'people' in selection ? selection.people.length : count?.how === 'exact' ? count.people : null;
  const bulkSaid = bulk === null ? t('peopleList.allMatching') : say(bulk);
  const onBegun = () => {
    setOpen('jobs');
    clear();
    setEveryone(false);
  };
  const may = (scope: 'people:write' | 'people:export') => session?.scopes.includes(scope) === true;
  const counted =
    count === null
      ? null
      : count.how === 'exact'
        ? say(count.people)
        : t(count.how === 'estimate' ? 'peopleList.about' : 'peopleList.atLeast', {
            people: say(count.people),
          });
  const filters = countOf(filter);

  const mayExport = may('people:export');
  const nobody = people.length === 0;
  // What stands above the list is drawn anew when it changes, and not with every page of people that comes.
  const head = useMemo(
    () => (
      <PageHeader
        title={t('peopleList.title')}
        actions={
          <>
            <Button component={Link} to={paths.duplicates} variant="outlined">
              {t('duplicates.title')}
            </Button>
            {mayExport ? (
              <Button variant="outlined" onClick={() => setOpen('export')} disabled={nobody}>
                {t('peopleList.export.button')}
              </Button>
            ) : null}
          </>
        }
      />
    ),
    [t, mayExport, nobody],
  );
  const tools = useMemo(
    () => (
      <div className={styles.tools}>
        <TextField
          className={styles.search ?? ''}
          size="small"
          type="search"
          label={t('peopleList.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200, dir: 'auto' } }}
        />
        <Button variant={filters > 0 ? 'contained' : 'outlined'} onClick={() => setOpen('filter')}>
          {filters === 0
            ? t('peopleList.filter.button')
            : t('peopleList.filter.buttonWith', { shown: speech.number(filters) })}
        </Button>
        <Button variant="outlined" onClick={() => setOpen('segments')}>
          {t('peopleList.segment.title')}
        </Button>
        <Button variant="outlined" onClick={() => setOpen('columns')}>
          {t('peopleList.columns')}
        </Button>
        <Button variant="text" onClick={() => setOpen('jobs')}>
          {running === 0
            ? t('peopleList.jobs.title')
            : t('peopleList.jobs.running', { shown: speech.number(running) })}
        </Button>
      </div>
    ),
    [t, speech, typed, filters, running],
  );
  const chips = useMemo(
    () => <FilterChips filter={filter} ladders={ladders} segments={segments} onFilter={onFilter} />,
    [filter, ladders, segments, onFilter],
  );

  return (
    <>
      {head}
      {tools}
      {chips}
      <div className={styles.status} role="status">
        {searching ? <span>{t('peopleList.best')}</span> : counted === null ? null : <span>{counted}</span>}
        {filter.criteria === undefined ? null : (
          <>
            <span>
              {t('peopleList.looked', { shown: speech.number(looked), found: speech.number(people.length) })}
            </span>
            {may('people:write') ? (
              <Button size="small" onClick={() => setOpen({ segment: null })}>
                {t('peopleList.segment.saveThis')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {list.isError && people.length === 0 ? (
        <FailureNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <RowsSkeleton rows={10} columns={columns.length + 1} height={52} />
      ) : people.length === 0 && !hasNextPage ? (
        <EmptyState
          icon={<PeopleIcon size={30} />}
          title={t(filters === 0 && !searching ? 'peopleList.nobodyYet' : 'peopleList.nobody')}
          actions={
            filters === 0 && !searching ? undefined : (
              <Button variant="outlined" onClick={() => change({ filter: undefined, search: undefined })}>
                {t('peopleList.showAll')}
              </Button>
            )
          }
        >
          {t(filters === 0 && !searching ? 'peopleList.nobodyYetText' : 'peopleList.nobodyText')}
        </EmptyState>
      ) : (
        <PeopleTable
          people={people}
          columns={columns}
          nameOf={nameOf}
          cell={cell}
          order={order}
          onOrder={(next) => change({ order: next })}
          selected={selected}
          onEnd={onEnd}
          end={
            <ListEnd
              busy={list.isFetchingNextPage}
              more={hasNextPage}
              looked={emptyPages > 0 ? t('peopleList.lookedSoFar', { shown: speech.number(looked) }) : null}
              onMore={goOn}
            />
          }
        />
      )}
      {ids.length === 0 ? null : (
        <div className={styles.bulk} role="region" aria-label={t('peopleList.selectedRegion')}>
          <strong>
            {everyone ? t('peopleList.allMatching') : t('peopleList.selected', { people: say(ids.length) })}
          </strong>
          {searching || everyone || !selected.all || count?.people === ids.length ? null : (
            <Button size="small" onClick={() => setEveryone(true)}>
              {t('peopleList.selectMatching')}
            </Button>
          )}
          {may('people:write') ? (
            <Button size="small" variant="contained" onClick={() => setOpen('tag')}>
              {t('peopleList.tag.button')}
            </Button>
          ) : null}
          {may('people:export') ? (
            <Button size="small" variant="outlined" onClick={() => setOpen('export')}>
              {t('peopleList.export.button')}
            </Button>
          ) : null}
          <Button
            size="small"
            color="inherit"
            onClick={() => {
              clear();
              setEveryone(false);
            }}
          >
            {t('peopleList.selectNone')}
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        {open === 'columns' ? (
          <ColumnsDialog
            there={[
              ...new Set([
                ...columnsThereAre(ladders, [
                  ...presentTraits(traitWords, speech.language),
                  ...(words?.traits.map(({ name }) => name) ?? []),
                ]),
                ...columns,
              ]),
            ]}
            chosen={columns}
            nameOf={nameOf}
            onChosen={onColumns}
            onReset={() => onColumns(DEFAULT_COLUMNS)}
            onClose={() => setOpen(null)}
          />
        ) : null}
        {open === 'filter' ? (
          <FilterDialog
            filter={filter}
            ladders={ladders}
            segments={segments}
            onFilter={onFilter}
            onClose={() => setOpen(null)}
          />
        ) : null}
        {open === 'segments' ? (
          <SegmentsDialog
            segments={segments}
            onShow={(segment) => {
              onFilter({ segments: [segment.id] });
              setOpen(null);
            }}
            onChange={(segment) => setOpen({ segment })}
            onClose={() => setOpen(null)}
          />
        ) : null}
        {typeof open === 'object' && open !== null ? (
          <SegmentDialog
            segment={open.segment}
            criteria={(filter.criteria as Criteria | undefined) ?? null}
            onSaved={(saved) => {
              if (open.segment === null && filter.criteria !== undefined)
                toasts.say(t('peopleList.segment.begun', { name: saved.name }));
            }}
            onClose={() => setOpen('segments')}
          />
        ) : null}
        {open === 'jobs' ? <JobsDialog onClose={() => setOpen(null)} /> : null}
        {open === 'tag' ? (
          <TagDialog
            selection={selection}
            people={bulk}
            said={bulkSaid}
            onClose={() => setOpen(null)}
            onBegun={onBegun}
          />
        ) : null}
        {open === 'export' ? (
          <ExportDialog
            selection={selection}
            people={bulk}
            said={bulkSaid}
            order={order}
            columns={columns}
            onClose={() => setOpen(null)}
            onBegun={onBegun}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** Who is ticked; whoever is no longer in the list is not meant. */
function useSelected(shown: readonly number[]): {
  readonly selected: Selected;
  readonly ids: number[];
  readonly clear: () => void;
} {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const ids = shown.filter((id) => ticked.has(id));
  const clear = useCallback(() => setTicked(new Set()), []);
  // The same one at every page that comes: rows that are there need not be drawn anew.
  const toggle = useCallback(
    (id: number, on: boolean) =>
      setTicked((before) => {
        const after = new Set(before);
        if (on) after.add(id);
        else after.delete(id);
        return after;
      }),
    [],
  );
  return {
    ids,
    clear,
    selected: {
      has: (id) => ticked.has(id),
      all: ids.length > 0 && ids.length === shown.length,
      some: ids.length > 0,
      toggle,
      toggleAll: (on) => setTicked(new Set(on ? shown : [])),
    },
  };
}
