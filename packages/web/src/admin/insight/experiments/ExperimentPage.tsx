import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import {
  experimentQuery,
  type ExperimentRead,
  EXPERIMENTS_CHANGED,
} from '../../../api/experiment-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { laddersQuery } from '../../../api/queries.ts';
import { asFailure } from '../../../failure/failure.ts';
import { paths } from '../../../paths.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ExperimentsIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { Figures } from '../chart/Figures.tsx';
import spend from '../spend/Spend.module.css';
import { AssignDialog } from './AssignDialog.tsx';
import { ExperimentDialog } from './ExperimentDialog.tsx';
import { PeopleOfExperiment } from './PeopleOfExperiment.tsx';
import { Reading } from './Reading.tsx';
import { SizeTold } from './SizeHelper.tsx';

const route = getRouteApi('/staff/insight/experiments/$experiment');

/** One experiment: what is tried, on whom, and what it has shown until now. */
export function ExperimentPage() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const id = Number(route.useParams().experiment);
  const read = useQuery(experimentQuery(asking, Number.isSafeInteger(id) && id > 0 ? id : 0));
  const crumbs = [
    <Link key="all" to={paths.insightExperiments}>
      {t('navigation.insightExperiments')}
    </Link>,
  ];
  if (read.data !== undefined) return <ExperimentShown read={read.data} crumbs={crumbs} />;
  if (read.isError && ['absent', 'refused'].includes(asFailure(read.error).kind)) {
    return (
      <>
        <PageHeader title={t('spend.trial.one')} crumbs={crumbs} />
        <EmptyState icon={<ExperimentsIcon size={30} />} title={t('spend.trial.gone')}>
          {t('spend.trial.goneText')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={undefined} crumbs={crumbs} tab={t('spend.trial.one')} />
      {read.isError ? (
        <FailureNotice error={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <BlockSkeleton height={420} />
      )}
    </>
  );
}

type Open = 'form' | 'start' | 'stop' | 'remove' | 'assign' | null;

function ExperimentShown({ read, crumbs }: { readonly read: ExperimentRead; readonly crumbs: ReactNode[] }) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const navigate = useNavigate();
  const ladders = useQuery(laddersQuery(asking)).data ?? [];
  const [open, setOpen] = useState<Open>(null);
  const { experiment, plan, latest, days } = read;
  const { id, definition, state, assigned, revision } = experiment;
  const name = `\u2068${definition.name}\u2069`;
  const mayWrite = session?.scopes.includes('insight:write') === true;
  const hasPeople = assigned.held + assigned.treated > 0;
  const seen = { revision };
  const starting = useDeed({
    send: (body: typeof seen, headers) =>
      answerOf(api.POST('/v1/insight/experiments/{id}/start', { params: { path: { id } }, body, headers })),
    refresh: EXPERIMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('spend.trial.started'),
  });
  const stopping = useDeed({
    send: (body: typeof seen, headers) =>
      answerOf(api.POST('/v1/insight/experiments/{id}/stop', { params: { path: { id } }, body, headers })),
    refresh: EXPERIMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('spend.trial.stopped'),
  });
  const removing = useDeed({
    send: (query: typeof seen, headers) =>
      answerOf(api.DELETE('/v1/insight/experiments/{id}', { params: { path: { id }, query }, headers })),
    refresh: [['experiments']],
    tellsFailure: true,
    said: () => t('spend.trial.removed'),
    onDone: () => void navigate({ to: paths.insightExperiments }),
  });
  const reading = useDeed({
    // Each press reads anew.
    send: (_: { readonly at: number }, headers) =>
      answerOf(api.POST('/v1/insight/experiments/{id}/readings', { params: { path: { id } }, headers })),
    refresh: [['experiment']],
    said: () => t('spend.trial.readSaid'),
  });
  const places = ladders.find(({ key }) => key === definition.ladder)?.places ?? [];
  const rung = places.find(({ key }) => key === definition.rung);
  const outcome =
    definition.outcome === 'climbs' && rung !== undefined
      ? t('spend.trial.climbsTo', { rung: speech.words(rung.name) })
      : t(`spend.outcome.${definition.outcome}`);

  return (
    <>
      <PageHeader
        title={<bdi>{definition.name}</bdi>}
        tab={definition.name}
        meaning={
          definition.hypothesis === '' ? undefined : (
            <bdi style={{ whiteSpace: 'normal' }}>{definition.hypothesis}</bdi>
          )
        }
        crumbs={crumbs}
        actions={
          mayWrite ? (
            <>
              {state === 'draft' ? (
                <>
                  <Button variant="contained" onClick={() => setOpen('start')}>
                    {t('spend.trial.start')}
                  </Button>
                  <Button variant="outlined" onClick={() => setOpen('form')}>
                    {t('spend.trial.edit')}
                  </Button>
                  <Button color="error" onClick={() => setOpen('remove')}>
                    {t('spend.trial.remove')}
                  </Button>
                </>
              ) : null}
              {state === 'running' ? (
                <>
                  <Button variant={hasPeople ? 'outlined' : 'contained'} onClick={() => setOpen('assign')}>
                    {t('spend.assign.deed')}
                  </Button>
                  <Button variant="outlined" color="inherit" onClick={() => setOpen('stop')}>
                    {t('spend.trial.stop')}
                  </Button>
                </>
              ) : null}
            </>
          ) : undefined
        }
      />
      <Figures
        label={t('spend.trial.about')}
        items={[
          {
            label: t('spend.trial.state'),
            value: t(`spend.state.${state}`),
            note:
              experiment.stoppedAt !== null
                ? speech.date(experiment.stoppedAt)
                : experiment.startedAt !== null
                  ? t('spend.trial.since', { day: speech.date(experiment.startedAt) })
                  : t('spend.trial.notYet'),
          },
          { label: t('spend.trial.decides'), value: outcome },
          {
            label: t('spend.trial.windowShort'),
            value: t('spend.days', {
              count: definition.windowDays,
              shown: speech.number(definition.windowDays),
            }),
          },
          {
            label: t('spend.trial.leftAlone'),
            value: speech.number(assigned.held),
            note: t('spend.trial.drawn', { share: speech.share(definition.held / 10_000) }),
          },
          { label: t('spend.trial.treated'), value: speech.number(assigned.treated) },
        ]}
      />
      <section className={spend.section}>
        <h2>{t('spend.size.before')}</h2>
        {plan === null || definition.plan === null ? (
          <Alert severity="info">{t('spend.size.noPlan')}</Alert>
        ) : (
          <SizeTold told={plan} lift={definition.plan.lift} />
        )}
      </section>
      <section className={spend.section}>
        <h2>{t('spend.reading.title')}</h2>
        {state === 'draft' ? null : (
          <Button
            className="not-printed"
            variant="outlined"
            loading={reading.pending}
            onClick={() => void reading.run({ at: Date.now() })}
          >
            {t('spend.reading.now')}
          </Button>
        )}
        {latest !== null ? (
          <Reading experiment={experiment} latest={latest} days={days} />
        ) : (
          <p>{t(state === 'draft' ? 'spend.reading.draft' : 'spend.reading.none')}</p>
        )}
      </section>
      {hasPeople ? (
        <section className={spend.section}>
          <h2>{t('spend.arms.title')}</h2>
          <PeopleOfExperiment experiment={experiment} />
        </section>
      ) : null}
      {open === 'form' ? <ExperimentDialog experiment={experiment} onClose={() => setOpen(null)} /> : null}
      {open === 'assign' ? <AssignDialog experiment={experiment} onClose={() => setOpen(null)} /> : null}
      <ConfirmDialog
        open={open === 'start'}
        title={t('spend.trial.startTitle', { name })}
        deed={t('spend.trial.start')}
        onClose={() => setOpen(null)}
        onConfirm={() => starting.attempt(seen)}
      >
        <p>{t('spend.trial.startText')}</p>
        {plan === null || plan.measurable ? null : (
          <Alert severity="warning">{t('spend.trial.startAnyway')}</Alert>
        )}
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'stop'}
        title={t('spend.trial.stopTitle', { name })}
        deed={t('spend.trial.stop')}
        onClose={() => setOpen(null)}
        onConfirm={() => stopping.attempt(seen)}
      >
        {t('spend.trial.stopText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'remove'}
        danger
        title={t('spend.trial.removeTitle', { name })}
        deed={t('spend.trial.remove')}
        onClose={() => setOpen(null)}
        onConfirm={() => removing.attempt(seen)}
      >
        {t('spend.trial.removeText')}
      </ConfirmDialog>
    </>
  );
}
