import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { definitionFaults, placesWithRules, sameParts } from '@nardeban/core/ladder';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { Failure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import { readInStudio, studioQuery, versionQuery, type VersionTold } from '../../api/studio-queries.ts';
import { paths } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { FormSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { type Fault, faultOf, under } from '../criteria/faults.ts';
import { useVocabulary } from '../people/telling.ts';
import { useSetting } from '../setting.ts';
import { ClashDialog } from './ClashDialog.tsx';
import { ComparePane } from './ComparePane.tsx';
import { HistoryPane } from './HistoryPane.tsx';
import { InBothLanguages } from './InBothLanguages.tsx';
import { listOf, MOST_PLACES, withNewPlace, withoutPlace, withPlace } from './places.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { PublishingNow } from './PublishingNow.tsx';
import { RungEditor } from './RungEditor.tsx';
import { RungList } from './RungList.tsx';
import styles from './Studio.module.css';
import { useStudioDraft } from './useStudioDraft.ts';

const route = getRouteApi('/staff/studio/$ladder');
const VIEWS = ['edit', 'compare', 'history'] as const;
const NO_FAULTS: readonly Fault[] = [];

/** One ladder or typology: written, tried on real people, published, and what it was before. */
export function StudioPage() {
  const { ladder } = route.useParams();
  return <Studio key={ladder} ladder={ladder} />;
}

function Studio({ ladder }: { readonly ladder: string }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { asking, session, speech } = useSetting();
  const vocabulary = useVocabulary();
  const queries = useQueryClient();
  const draft = useStudioDraft(ladder);
  const [asked, setAsked] = useState<'publish' | 'discard' | 'archive' | null>(null);
  const [back, setBack] = useState<VersionTold | null>(null);
  const { server, definition } = draft;
  const view = search.view ?? 'edit';
  const faults = useMemo(
    () =>
      definition === undefined
        ? NO_FAULTS
        : definitionFaults(definition, vocabulary).map((refusal) =>
            faultOf(refusal, vocabulary, speech.language),
          ),
    [definition, vocabulary, speech.language],
  );
  const earlier = useQuery({ ...versionQuery(asking, ladder, back?.version ?? 0), enabled: back !== null });

  const refresh = [
    ['studio', asking.business],
    ['studio-versions', asking.business, ladder],
    ['ladders', asking.business],
    ['ladder', asking.business],
  ];
  const begin = async () => {
    const now = await readInStudio(asking, ladder);
    queries.setQueryData(['studio', asking.business, ladder], now);
    draft.reset(now);
  };
  const publishing = useDeed<number, unknown>({
    send: (revision, headers) =>
      answerOf(
        api.POST('/v1/ladders/{key}/publish', {
          params: { path: { key: ladder }, query: { revision } },
          headers,
        }),
      ),
    refresh,
  });
  const rollBack = useDeed<{ readonly version: number; readonly note: string }, unknown>({
    send: ({ version, note }, headers) =>
      answerOf(
        api.POST('/v1/ladders/{key}/rollback', {
          params: { path: { key: ladder } },
          body: { version, ...(note === '' ? {} : { note }) },
          headers,
        }),
      ),
    refresh,
  });
  const discard = useDeed<number, { readonly ladderGone: boolean }>({
    send: (revision, headers) =>
      answerOf(
        api.DELETE('/v1/ladders/{key}/draft', {
          params: { path: { key: ladder }, query: { revision } },
          headers,
        }),
      ),
    said: () => t('studio.discarded'),
  });
  const archive = useDeed<string, unknown>({
    send: (key, headers) => answerOf(api.DELETE('/v1/ladders/{key}', { params: { path: { key } }, headers })),
    refresh,
    said: () => t('studio.archived'),
  });

  const mayChange = session?.scopes.includes('ladder:write') ?? false;
  const publishingNow =
    server === undefined || server.publishing === null ? null : (
      <PublishingNow
        ladder={ladder}
        publishing={server.publishing}
        besideDraft={server.draft !== null}
        mayStop={mayChange}
        onStop={() => draft.settle()}
        onStopped={begin}
      />
    );

  if (definition === undefined || server === undefined) {
    if (draft.error !== null) return <FailureNotice error={draft.error} onRetry={draft.refetch} />;
    return (
      <>
        <PageHeader title={server === undefined ? undefined : speech.words(server.name)} />
        {/* Of a first publication there is nothing else yet. */}
        {publishingNow}
        <FormSkeleton fields={5} />
      </>
    );
  }

  const busy = server.publishing !== null;
  const published = server.published?.definition ?? null;
  const isLadder = definition.kind === 'ladder';
  const places = placesWithRules(definition);
  const differs = published === null || !sameParts(published, definition);
  const shown = places.find((place) => place.key === search.rung) ?? (isLadder ? places.at(-1) : places[0]);
  const index = shown === undefined ? -1 : places.indexOf(shown);
  const placePath = `${listOf(definition)}[${index}]`;
  const choose = (rung: string) =>
    void navigate({ search: (before) => ({ ...before, rung }), replace: true });
  const name = speech.words(definition.name) === '' ? t('studio.unnamed') : speech.words(definition.name);
  const whole = faults.filter((fault) => !/^(?:name|rungs\[|classes\[)/.test(fault.field));

  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="studio" to={paths.studio}>
            {t('studio.title')}
          </Link>,
        ]}
        title={<bdi style={{ whiteSpace: 'normal' }}>{name}</bdi>}
        tab={name}
        meaning={<Kept draft={draft} differs={differs} />}
        actions={
          mayChange ? (
            <>
              {server.draft === null || draft.revision === 0 ? null : (
                <Button color="inherit" disabled={busy} onClick={() => setAsked('discard')}>
                  {t('studio.discard')}
                </Button>
              )}
              {server.published === null ? null : (
                <Button color="inherit" disabled={busy} onClick={() => setAsked('archive')}>
                  {t('studio.archive')}
                </Button>
              )}
              <Button
                variant="contained"
                disabled={busy || !differs || faults.length > 0 || draft.clash !== null}
                onClick={() => setAsked('publish')}
              >
                {t('studio.publish')}
              </Button>
            </>
          ) : null
        }
      />
      {server.archived === null ? null : (
        <Alert severity="info" sx={{ marginBlockEnd: 2 }}>
          {t('studio.isArchived', { by: server.archived.by, day: speech.date(server.archived.at) })}
        </Alert>
      )}
      {publishingNow}
      <nav className={styles.tabs} aria-label={t('studio.views')}>
        {VIEWS.map((one) => (
          <Link
            key={one}
            to={paths.studioLadder}
            params={{ ladder }}
            search={(before) => {
              const { view: _view, ...rest } = before;
              return one === 'edit' ? rest : { ...rest, view: one };
            }}
            activeOptions={{ exact: true, includeSearch: true }}
            className={styles.tab}
          >
            {t(`studio.view.${one}`)}
          </Link>
        ))}
      </nav>

      {view === 'history' ? (
        <HistoryPane ladder={ladder} mayChange={mayChange} busy={busy} onRollBack={setBack} />
      ) : view === 'compare' ? (
        <ComparePane definition={definition} published={published} wrong={faults.length > 0} />
      ) : (
        <div className={styles.studio}>
          <section className={styles.side} aria-label={t(isLadder ? 'studio.rungs' : 'studio.classes')}>
            <h2>{t(isLadder ? 'studio.rungs' : 'studio.classes')}</h2>
            <p className={styles.aside}>{t(isLadder ? 'studio.rungsLead' : 'studio.classesLead')}</p>
            {mayChange ? (
              <Button
                variant="outlined"
                fullWidth
                disabled={places.length >= MOST_PLACES[definition.kind]}
                onClick={() => {
                  const added = withNewPlace(definition);
                  draft.change(added.definition);
                  choose(added.key);
                }}
              >
                {t(isLadder ? 'studio.addRung' : 'studio.addClass')}
              </Button>
            ) : null}
            <RungList
              definition={definition}
              chosen={shown?.key}
              faults={faults}
              locked={!mayChange}
              onChoose={choose}
              onChange={draft.change}
            />
            {whole.map((fault) => (
              <p key={fault.field + fault.sentence} className={styles.fault} role="alert">
                {fault.sentence}
              </p>
            ))}
            <details className={styles.wholeName}>
              <summary>{t(isLadder ? 'studio.ladderName' : 'studio.typologyName')}</summary>
              <InBothLanguages
                label={t('studio.name')}
                words={definition.name}
                disabled={!mayChange}
                faults={under(faults, 'name')}
                onChange={(words) => draft.change({ ...definition, name: words })}
              />
            </details>
          </section>
          {shown === undefined ? null : (
            <section className={styles.main} aria-label={speech.words(shown.name)}>
              <RungEditor
                key={shown.key}
                definition={definition}
                place={shown}
                index={index}
                count={places.length}
                vocabulary={vocabulary}
                faults={under(faults, placePath)}
                locked={!mayChange}
                onChange={(place) => draft.change(withPlace(definition, place.key, place))}
                onRemove={() => {
                  draft.change(withoutPlace(definition, shown.key));
                  const neighbour = places[index === 0 ? 1 : index - 1];
                  if (neighbour !== undefined) choose(neighbour.key);
                }}
              />
            </section>
          )}
        </div>
      )}

      {draft.clash === null ? null : (
        <ClashDialog clash={draft.clash} mine={definition} onChoose={draft.resolve} />
      )}
      <PublishDialog
        open={asked === 'publish'}
        title={t('studio.publishTitle', { name })}
        deed={t('studio.publish')}
        lead={published === null ? t('studio.publishFirst') : t('studio.publishLead')}
        before={published}
        after={definition}
        onClose={() => setAsked(null)}
        onConfirm={async (note) => {
          // A draft that nobody has kept yet, a preset brought back, begins with this.
          const revision = await draft.settle(note === '' && draft.revision > 0 ? undefined : note);
          if (revision === null) throw draft.failure ?? new Failure('changed');
          await publishing.attempt(revision);
          await begin();
        }}
      />
      <PublishDialog
        open={back !== null}
        title={t('studio.rollBackTitle', { version: speech.number(back?.version ?? 0) })}
        deed={t('studio.rollBack')}
        lead={t('studio.rollBackLead')}
        before={published}
        after={earlier.data ?? null}
        onClose={() => setBack(null)}
        onConfirm={async (note) => {
          if (back === null) return;
          await rollBack.attempt({ version: back.version, note });
          await begin();
        }}
      />
      <ConfirmDialog
        open={asked === 'discard'}
        danger
        title={t('studio.discardTitle')}
        deed={t('studio.discard')}
        onClose={() => setAsked(null)}
        onConfirm={async () => {
          const revision = await draft.settle();
          if (revision === null) throw draft.failure ?? new Failure('changed');
          const { ladderGone } = await discard.attempt(revision);
          if (!ladderGone) {
            await begin();
            return;
          }
          queries.setQueryData(studioQuery(asking).queryKey, (all) =>
            all?.filter((one) => one.key !== ladder),
          );
          await navigate({ to: paths.studio });
        }}
      >
        {t(published === null ? 'studio.discardLast' : 'studio.discardText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'archive'}
        danger
        title={t('studio.archiveTitle', { name })}
        deed={t('studio.archive')}
        onClose={() => setAsked(null)}
        onConfirm={() => archive.attempt(ladder)}
      >
        {t('studio.archiveText')}
      </ConfirmDialog>
    </>
  );
}

/** Whether what is shown is kept, in one word that changes as one types. */
function Kept({
  draft,
  differs,
}: {
  readonly draft: ReturnType<typeof useStudioDraft>;
  readonly differs: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { server, keeping, failure } = draft;
  const text = () => {
    if (keeping === 'refused' && failure !== null) return failureText(failure, t);
    if (keeping === 'waiting') return t('studio.kept.waiting');
    if (keeping !== 'kept') return t('studio.kept.keeping');
    const kept = server?.draft ?? null;
    if (kept !== null)
      return t('studio.kept.draft', {
        by: kept.editedBy,
        day: speech.date(kept.editedAt, 'short'),
        time: speech.time(kept.editedAt),
      });
    if (server?.published !== null && server?.published !== undefined && !differs)
      return t('studio.kept.published', { version: speech.number(server.published.version) });
    return t('studio.kept.new');
  };
  return (
    <span className={styles.keptWord} data-keeping={keeping} role="status">
      {text()}
    </span>
  );
}
