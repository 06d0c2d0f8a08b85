import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { sameParts } from '@nardeban/core/ladder';
import { type Programme, programmeFaults } from '@nardeban/core/programme';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { laddersQuery } from '../../../api/queries.ts';
import { Failure } from '../../../failure/failure.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { paths } from '../../../paths.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { FormSkeleton } from '../../../ui/Skeletons.tsx';
import { type Fault, faultOf } from '../../criteria/faults.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { Changes } from './Changes.tsx';
import { ClashDialog } from './ClashDialog.tsx';
import { Design } from './Design.tsx';
import { Evaluations } from './Evaluations.tsx';
import styles from './Programme.module.css';
import { readProgramme, VIEWS } from './programme-search.ts';
import { CLUB_CHANGED, designQuery, readDesign } from './queries.ts';
import { Start } from './Start.tsx';
import { Trial } from './Trial.tsx';
import { type ProgrammeDraft, useProgrammeDraft } from './useProgrammeDraft.ts';
import { Versions } from './Versions.tsx';

const NO_FAULTS: readonly Fault[] = [];

/** The club as it is designed: written step by step, tried on last year's orders, published, and evaluated. */
export function ProgrammePage() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const draft = useProgrammeDraft();
  const may = session?.scopes.includes('club:write') === true;
  const title = t('navigation.clubProgramme');
  if (draft.design === undefined || draft.programme === undefined) {
    if (draft.error !== null) return <FailureNotice error={draft.error} onRetry={draft.refetch} />;
    return (
      <>
        <PageHeader title={title} meaning={t('club.programmeMeaning')} />
        <FormSkeleton fields={6} />
      </>
    );
  }
  if (draft.programme === null)
    return (
      <>
        <PageHeader title={title} meaning={t('club.start.lead')} />
        <Start may={may} onBegun={draft.refetch} />
      </>
    );
  return <Studio draft={draft} programme={draft.programme} may={may} />;
}

function Studio({
  draft,
  programme,
  may,
}: {
  readonly draft: ProgrammeDraft;
  readonly programme: Programme;
  readonly may: boolean;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const vocabulary = useVocabulary();
  const ladders = useQuery(laddersQuery(asking)).data;
  const [search, change] = useAddress(readProgramme);
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null);
  const [note, setNote] = useState('');
  const club = draft.design?.club ?? null;
  const published = club?.definition ?? null;
  const differs = published === null || !sameParts(published, programme);
  const faults = useMemo(() => {
    // Until the ladders are here every rung would be an unknown one.
    if (ladders === undefined) return NO_FAULTS;
    const context = {
      words: vocabulary,
      ladders: ladders.map(({ key, places }) => ({ key, rungs: places.map((place) => place.key) })),
    };
    return programmeFaults(programme, context).map((refusal) =>
      faultOf(refusal, vocabulary, speech.language),
    );
  }, [programme, ladders, vocabulary, speech.language]);

  const begin = async () => {
    const now = await readDesign(asking);
    queries.setQueryData(designQuery(asking).queryKey, now);
    draft.reset(now);
  };
  const publishing = useDeed({
    send: (body: { revision: number; note?: string }, headers) =>
      answerOf(api.POST('/v1/club/draft/publish', { body, headers })),
    refresh: CLUB_CHANGED,
    said: ({ version }) => t('club.published', { version: speech.number(version) }),
  });
  const discarding = useDeed({
    send: (revision: number, headers) =>
      answerOf(api.DELETE('/v1/club/draft', { params: { query: { revision } }, headers })),
    said: () => t('club.discarded'),
  });
  const settled = async (): Promise<number> => {
    const revision = await draft.settle();
    if (revision === null) throw draft.failure ?? new Failure('changed');
    return revision;
  };

  const name = speech.words(programme.name).trim();
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="club" to={paths.club}>
            {t('navigation.club')}
          </Link>,
        ]}
        title={
          <bdi style={{ whiteSpace: 'normal' }}>{name === '' ? t('navigation.clubProgramme') : name}</bdi>
        }
        tab={t('navigation.clubProgramme')}
        meaning={<Kept draft={draft} differs={differs} />}
        actions={
          may ? (
            <>
              {draft.revision === 0 ? null : (
                <Button color="inherit" onClick={() => setAsked('discard')}>
                  {t('club.discard')}
                </Button>
              )}
              <Button
                variant="contained"
                disabled={
                  !differs || faults.length > 0 || draft.clash !== null || draft.keeping === 'unfinished'
                }
                onClick={() => setAsked('publish')}
              >
                {t('club.publish')}
              </Button>
            </>
          ) : null
        }
      />
      <nav className={styles.tabs} aria-label={t('club.views')}>
        {([undefined, ...VIEWS] as const).map((one) => (
          <Link
            key={one ?? 'design'}
            to={paths.clubProgramme}
            search={(kept: object) => ({ ...kept, view: one })}
            className={styles.tab}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`club.view.${one ?? 'design'}`)}
          </Link>
        ))}
      </nav>
      {search.view === 'trial' ? (
        <Trial
          draft={draft}
          programme={programme}
          isWrong={faults.length > 0}
          locked={!may}
          simulation={search.simulation}
          onTried={(simulation) => change({ simulation })}
        />
      ) : search.view === 'versions' ? (
        <Versions
          inForce={club?.version ?? null}
          locked={!may}
          onBringBack={(earlier) => {
            draft.change(earlier);
            change({ view: undefined });
          }}
        />
      ) : search.view === 'evaluations' ? (
        <Evaluations programme={published ?? programme} />
      ) : (
        <Design
          programme={programme}
          faults={faults}
          step={search.step ?? 'study'}
          locked={!may}
          onStep={(step) => change({ step })}
          onChange={draft.change}
        />
      )}
      {draft.clash === null ? null : (
        <ClashDialog clash={draft.clash} mine={programme} onChoose={draft.resolve} />
      )}
      <ConfirmDialog
        open={asked === 'publish'}
        title={t('club.publishTitle')}
        deed={t('club.publish')}
        onClose={() => setAsked(null)}
        onConfirm={async () => {
          const revision = await settled();
          await publishing.attempt({ revision, ...(note.trim() === '' ? {} : { note: note.trim() }) });
          setNote('');
          await begin();
        }}
      >
        <p className={styles.plain}>{t(published === null ? 'club.publishFirst' : 'club.publishLead')}</p>
        {published === null ? null : (
          <div
            className={styles.publishChanges}
            tabIndex={0}
            role="group"
            aria-label={t('club.publishTitle')}
          >
            <Changes before={published} after={programme} />
          </div>
        )}
        <TextField
          size="small"
          fullWidth
          multiline
          maxRows={5}
          label={t('club.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'discard'}
        danger
        title={t('club.discardTitle')}
        deed={t('club.discard')}
        onClose={() => setAsked(null)}
        onConfirm={async () => {
          // What is half written is thrown away with the rest.
          await discarding.attempt(draft.revision);
          await begin();
        }}
      >
        {t(published === null ? 'club.discardLast' : 'club.discardText')}
      </ConfirmDialog>
    </>
  );
}

/** Whether what is shown is kept, in one word that changes as one writes. */
function Kept({ draft, differs }: { readonly draft: ProgrammeDraft; readonly differs: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { design, keeping, failure } = draft;
  const text = () => {
    if (keeping === 'refused' && failure !== null) return failureText(failure, t);
    if (keeping === 'waiting') return t('club.kept.waiting');
    if (keeping === 'unfinished') return t('club.kept.unfinished');
    if (keeping !== 'kept') return t('club.kept.keeping');
    const kept = design?.draft ?? null;
    if (kept !== null && draft.revision > 0)
      return t('club.kept.draft', {
        by: `\u2068${kept.editedBy}\u2069`,
        day: speech.date(kept.editedAt, 'short'),
        time: speech.time(kept.editedAt),
      });
    const club = design?.club ?? null;
    if (club !== null && !differs)
      return t('club.kept.published', {
        version: speech.number(club.version),
        day: speech.date(club.publishedAt),
      });
    return t('club.kept.new');
  };
  return (
    <span className={styles.keptWord} data-keeping={keeping} role="status">
      {text()}
    </span>
  );
}
