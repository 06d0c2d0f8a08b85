import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import {
  duplicatesQuery,
  type PersonCompared,
  mergesQuery,
  type PreviewAsked,
  previewQuery,
} from '../../../api/people-list-queries.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { DuplicatesIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { BlockSkeleton, CardsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { identifierShown, PersonName } from '../naming.tsx';
import styles from './Duplicates.module.css';
import { Sides } from './Sides.tsx';

const JobsDialog = lazy(async () => ({ default: (await import('../list/JobsDialog.tsx')).JobsDialog }));
const route = getRouteApi('/staff/people/duplicates');

/** Who may be one person: side by side, with what a merge would make of them; and the merges that can be undone. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const { view = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const { session } = useSetting();
  const [jobs, setJobs] = useState(false);
  const may = session?.scopes.includes('people:write') === true;
  const look = useDeed({
    send: (_: null, headers) => answerOf(api.POST('/v1/people/duplicate-search', { headers })),
    refresh: [['people-jobs']],
    onDone: () => setJobs(true),
  });
  return (
    <>
      <PageHeader
        title={t('duplicates.title')}
        meaning={t('duplicates.meaning')}
        crumbs={[
          <Link key="people" to={paths.people}>
            {t('peopleList.title')}
          </Link>,
        ]}
        actions={
          may ? (
            <Button variant="outlined" loading={look.pending} onClick={() => void look.run(null)}>
              {t('duplicates.look')}
            </Button>
          ) : undefined
        }
      />
      <Tabs
        value={view}
        onChange={(_, next: 'open' | 'merged') =>
          void navigate({ search: next === 'open' ? {} : { view: next } })
        }
        aria-label={t('duplicates.title')}
        sx={{ marginBlockEnd: 2 }}
      >
        <Tab value="open" label={t('duplicates.open')} />
        <Tab value="merged" label={t('duplicates.merged')} />
      </Tabs>
      {view === 'open' ? <Open may={may} /> : <Merged may={may} />}
      <Suspense fallback={null}>{jobs ? <JobsDialog onClose={() => setJobs(false)} /> : null}</Suspense>
    </>
  );
}

type Duplicate =
  Awaited<ReturnType<NonNullable<ReturnType<typeof duplicatesQuery>['queryFn']>>> extends infer Page
    ? Page extends { readonly duplicates: readonly (infer One)[] }
      ? One
      : never
    : never;

function Open({ may }: { readonly may: boolean }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const list = useInfiniteQuery(duplicatesQuery(asking));
  const found = list.data?.pages.flatMap((page) => page.duplicates) ?? [];
  if (list.isError && found.length === 0)
    return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <CardsSkeleton cards={3} height={220} />;
  if (found.length === 0)
    return (
      <EmptyState icon={<DuplicatesIcon size={30} />} title={t('duplicates.none')}>
        {t('duplicates.noneText')}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.cards}>
        {found.map((one) => (
          <li key={one.id}>
            <Card duplicate={one} may={may} />
          </li>
        ))}
      </ul>
      <More more={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  );
}

const LIKENESSES = [
  'number_is_mobile',
  'name_and_birthday',
  'name_and_mobile_ending',
  'name_and_email_beginning',
  'name_and_national_id',
] as const;

function Card({ duplicate, may }: { readonly duplicate: Duplicate; readonly may: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [asked, setAsked] = useState<(PreviewAsked & { readonly of: 'conflict' }) | null>(null);
  const { id, kind, people, facts, because } = duplicate;
  const decide = useDeed({
    send: (
      input:
        | { readonly decide: 'merge'; readonly into: number }
        | { readonly decide: 'assign'; readonly person: number }
        | { readonly decide: 'dismiss' },
      headers,
    ) =>
      answerOf(api.POST('/v1/conflicts/{id}/decision', { params: { path: { id } }, body: input, headers })),
    refresh: [['duplicates'], ['merges'], ['people-list'], ['person']],
    said: (_, input) => t(`duplicates.said.${input.decide}`),
    onDone: () => setAsked(null),
  });
  const why = because.flatMap((one) => {
    const known = LIKENESSES.find((likeness) => likeness === one);
    return known === undefined ? [] : [t(`duplicates.because.${known}` satisfies ParseKeys)];
  });
  return (
    <article className={styles.card} aria-label={t(`duplicates.kind.${kind}`)}>
      <div className={styles.why}>
        <h2>{t(`duplicates.kind.${kind}`)}</h2>
        {why.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {facts === 0 ? null : (
          <span className="soft">{t('duplicates.facts', { count: facts, shown: speech.number(facts) })}</span>
        )}
      </div>
      <Sides people={people} />
      {may ? (
        <div className={styles.deeds}>
          {people.map((person) => (
            <Button
              key={`merge ${person.id}`}
              size="small"
              variant="outlined"
              onClick={() => setAsked({ of: 'conflict', id, decide: 'merge', person: person.id })}
            >
              {t('duplicates.mergeInto')}&nbsp;
              <Called person={person} />
            </Button>
          ))}
          {kind !== 'two_people'
            ? null
            : people.map((person) => (
                <Button
                  key={`assign ${person.id}`}
                  size="small"
                  onClick={() => setAsked({ of: 'conflict', id, decide: 'assign', person: person.id })}
                >
                  {t('duplicates.assignTo')}&nbsp;
                  <Called person={person} />
                </Button>
              ))}
          <Button
            size="small"
            color="inherit"
            loading={decide.pending}
            onClick={() => void decide.run({ decide: 'dismiss' })}
          >
            {t('duplicates.dismiss')}
          </Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <Preview
          asked={asked}
          deed={t(asked.decide === 'merge' ? 'duplicates.merge' : 'duplicates.assign')}
          busy={decide.pending}
          onDo={() =>
            void decide.run(
              asked.decide === 'merge'
                ? { decide: 'merge', into: asked.person }
                : { decide: 'assign', person: asked.person },
            )
          }
          onCancel={() => setAsked(null)}
        />
      )}
    </article>
  );
}

/** By name, and what tells them from a namesake. */
function Called({ person }: { readonly person: PersonCompared }) {
  const [identifier] = person.identifiers;
  return (
    <span>
      <PersonName name={person.name} id={person.id} />
      {identifier === undefined ? null : <> ({identifierShown(identifier)})</>}
    </span>
  );
}

function Preview(props: {
  readonly asked: PreviewAsked;
  readonly deed: string;
  readonly busy: boolean;
  readonly onDo: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const seen = useQuery(previewQuery(asking, props.asked));
  return (
    <section className={styles.preview} aria-label={t('duplicates.after')}>
      <h3>{t('duplicates.after')}</h3>
      {seen.isError ? (
        <FailureNotice error={seen.error} onRetry={() => void seen.refetch()} />
      ) : seen.data === undefined ? (
        <BlockSkeleton height={180} />
      ) : (
        <Sides people={seen.data.after} after />
      )}
      <p className="soft">{t('duplicates.nothingYet')}</p>
      <div className={styles.deeds}>
        <Button
          variant="contained"
          disabled={seen.data === undefined}
          loading={props.busy}
          onClick={props.onDo}
        >
          {props.deed}
        </Button>
        <Button color="inherit" onClick={props.onCancel}>
          {t('confirm.cancel')}
        </Button>
      </div>
    </section>
  );
}

function Merged({ may }: { readonly may: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const list = useInfiniteQuery(mergesQuery(asking));
  const merges = list.data?.pages.flatMap((page) => page.merges) ?? [];
  const [asked, setAsked] = useState<number | null>(null);
  const undo = useDeed({
    send: (id: number, headers) =>
      answerOf(api.POST('/v1/merges/{id}/undo', { params: { path: { id } }, headers })),
    refresh: [['duplicates'], ['merges'], ['people-list'], ['person']],
    said: () => t('duplicates.said.undo'),
    onDone: () => setAsked(null),
  });
  if (list.isError && merges.length === 0)
    return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <CardsSkeleton cards={4} height={84} />;
  if (merges.length === 0)
    return (
      <EmptyState icon={<DuplicatesIcon size={30} />} title={t('duplicates.noMerges')}>
        {t('duplicates.noMergesText')}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.cards}>
        {merges.map((merge) => (
          <li key={merge.mergeId} className={styles.card}>
            <div className={styles.why}>
              <h2>
                <PersonName name={merge.loserName} id={merge.loser} /> ←{' '}
                <PersonName name={merge.winnerName} id={merge.winner} />
              </h2>
              <span className="soft">
                {t('duplicates.mergedBy', {
                  by: `\u2068${merge.by}\u2069`,
                  day: speech.date(merge.at, 'short'),
                })}
              </span>
            </div>
            {may && asked !== merge.mergeId ? (
              <Button size="small" variant="outlined" onClick={() => setAsked(merge.mergeId)}>
                {t('duplicates.undo')}
              </Button>
            ) : null}
            {asked === merge.mergeId ? (
              <Preview
                asked={{ of: 'merge', id: merge.mergeId }}
                deed={t('duplicates.undoDeed')}
                busy={undo.pending}
                onDo={() => void undo.run(merge.mergeId)}
                onCancel={() => setAsked(null)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <More more={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  );
}

function More(props: { readonly more: boolean; readonly busy: boolean; readonly onMore: () => void }) {
  const { t } = useTranslation();
  if (!props.more) return null;
  return (
    <div className={styles.more}>
      <Button variant="outlined" loading={props.busy} onClick={props.onMore}>
        {t('more')}
      </Button>
    </div>
  );
}
