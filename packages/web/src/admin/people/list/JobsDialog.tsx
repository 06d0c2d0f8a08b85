import { keepBlob } from '../../../ui/keep-blob.ts';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { isUnderWay, type PeopleJob } from '../../../api/people-list-queries.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import styles from './List.module.css';
import { useWatchedJobs } from './watching.ts';

/** What is being done with many people, and was: how far it is, stop, go on, undo, fetch the file. */
export function JobsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const title = useId();
  const jobs = useWatchedJobs();
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{t('peopleList.jobs.title')}</DialogTitle>
      <DialogContent>
        {jobs.isError ? <FailureNotice error={jobs.error} onRetry={() => void jobs.refetch()} /> : null}
        {jobs.data?.length === 0 ? <p>{t('peopleList.jobs.none')}</p> : null}
        <ul className={styles.jobs}>
          {jobs.data?.map((job) => (
            <Job key={job.id} job={job} />
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('peopleList.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Job({ job }: { readonly job: PeopleJob }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const { id } = job;
  const act = useDeed({
    send: (deed: 'stop' | 'resume' | 'undo', headers) => {
      const options = { params: { path: { id } }, headers };
      if (deed === 'stop') return answerOf(api.POST('/v1/people/jobs/{id}/stop', options));
      if (deed === 'resume') return answerOf(api.POST('/v1/people/jobs/{id}/resume', options));
      return answerOf(api.POST('/v1/people/jobs/{id}/undo', options));
    },
    refresh: [['people-jobs']],
  });
  const underWay = isUnderWay(job);
  const may = session?.scopes.includes('people:write') === true;
  const shown = (count: number) => ({ count, shown: speech.number(count) });
  const tags = [...job.add.map((tag) => `+ ${tag}`), ...job.remove.map((tag) => `− ${tag}`)];
  // Another page of the program, so that a cookie goes along; the business stands in the address for who has several.
  const file = `/v1/people/jobs/${id}/file`;
  return (
    <li className={styles.job}>
      <div className={styles.jobLine}>
        <strong>{t(`peopleList.jobs.kind.${job.kind}`)}</strong>
        {tags.length === 0 ? null : <bdi>{tags.join('، ')}</bdi>}
        {job.format === null ? null : <span>{job.format.toUpperCase()}</span>}
        <span className="soft">{t(`peopleList.jobs.state.${job.state}`)}</span>
      </div>
      {underWay ? (
        <LinearProgress
          aria-label={t('peopleList.jobs.progress')}
          {...(job.total === null || job.total === 0
            ? {}
            : {
                variant: 'determinate' as const,
                value: Math.min(
                  100,
                  (100 * Math.max(job.done, job.kind === 'duplicates' ? job.looked : 0)) / job.total,
                ),
              })}
        />
      ) : null}
      <div className="soft" role="status">
        {t(`peopleList.jobs.done.${job.kind}`, shown(job.done))}
        {' · '}
        {speech.date(job.madeAt, 'short')} {speech.time(job.madeAt)}
        {job.refusal === null ? null : ` · ${job.refusal.sentence}`}
        {job.restarted === null ? null : ` · ${t(`peopleList.jobs.restarted.${job.restarted}`)}`}
      </div>
      <div className={styles.jobLine}>
        {job.kind === 'export' && job.state === 'done' ? (
          <Button
            size="small"
            variant="outlined"
            onClick={() => void fetchFile(file, asking.business, `people-${id}.${job.format ?? 'csv'}`)}
          >
            {t('peopleList.jobs.download')}
          </Button>
        ) : null}
        {underWay && may ? (
          <Button
            size="small"
            loading={act.pending}
            disabled={job.stopAsked}
            onClick={() => void act.run('stop')}
          >
            {t('peopleList.jobs.stop')}
          </Button>
        ) : null}
        {(job.state === 'stopped' || job.state === 'failed') && may ? (
          <Button size="small" loading={act.pending} onClick={() => void act.run('resume')}>
            {t('peopleList.jobs.resume')}
          </Button>
        ) : null}
        {job.kind === 'tagging' && !underWay && job.done > 0 && job.undoneBy === null && may ? (
          <Button size="small" loading={act.pending} onClick={() => void act.run('undo')}>
            {t('peopleList.jobs.undo')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** A link cannot say whose business is meant; a request can. The browser saves what it is given. */
async function fetchFile(address: string, business: string | undefined, name: string): Promise<void> {
  const response = await fetch(address, {
    headers: business === undefined ? {} : { 'nardeban-business': business },
  });
  if (!response.ok) return;
  keepBlob(name, await response.blob());
}
