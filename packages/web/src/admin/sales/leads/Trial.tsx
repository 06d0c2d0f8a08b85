import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { Failure } from '../../../failure/failure.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ChartIcon } from '../../../ui/icons.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import { type QualificationTrial, trialQuery } from './queries.ts';
import { TrialResult } from './TrialResult.tsx';
import type { QualificationDraft } from './useQualificationDraft.ts';
import { WholeField } from './WholeField.tsx';

const FRUIT_DAYS = 90;

/** Plays the draft over the past of everybody, and reads whom it would have handed to sales. */
export function Trial(props: {
  readonly draft: QualificationDraft;
  readonly trial: number | undefined;
  readonly mayTry: boolean;
  readonly onTried: (trial: number) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { draft, trial, mayTry } = props;
  const [fruitDays, setFruitDays] = useState<number | null>(FRUIT_DAYS);
  const tried = useQuery({ ...trialQuery(asking, trial ?? 0), enabled: trial !== undefined });
  const trying = useDeed({
    send: async (asked: { readonly fruitDays: number }, headers) => {
      // What is tried is what is kept.
      const revision = await draft.keep();
      if (revision === null) throw new Failure('changed');
      return answerOf(
        api.POST('/v1/sales/qualification/draft/try', { body: { ...asked, revision }, headers }),
      );
    },
    onDone: (answer) => props.onTried(answer.trial),
  });
  const underWay = tried.data?.state === 'waiting' || tried.data?.state === 'running';
  const hasNothing = !draft.isDirty && !draft.hasDraft;
  return (
    <div className={styles.editor}>
      {mayTry ? (
        <form
          className={styles.part}
          onSubmit={(event) => {
            event.preventDefault();
            if (fruitDays !== null) void trying.run({ fruitDays });
          }}
        >
          <p>{t('salesLeads.trial.text')}</p>
          <div className={`${styles.pair} ${styles.narrow}`}>
            <WholeField
              label={t('salesLeads.trial.fruitDays')}
              value={fruitDays}
              least={1}
              most={730}
              help={t('salesLeads.trial.fruitDaysHelp')}
              onChange={setFruitDays}
            />
          </div>
          <div>
            <Button
              type="submit"
              variant="contained"
              loading={trying.pending}
              disabled={hasNothing || underWay || draft.faults.length > 0 || fruitDays === null}
            >
              {t('salesLeads.trial.deed')}
            </Button>
          </div>
          {hasNothing ? <p>{t('salesLeads.trial.nothingNew')}</p> : null}
        </form>
      ) : null}
      {trial === undefined ? (
        <EmptyState icon={<ChartIcon size={30} />} title={t('salesLeads.trial.none')}>
          {t('salesLeads.trial.noneText')}
        </EmptyState>
      ) : tried.data === undefined ? (
        tried.isError ? (
          <FailureNotice error={tried.error} onRetry={() => void tried.refetch()} />
        ) : (
          <BlockSkeleton height={240} />
        )
      ) : underWay ? (
        <UnderWay trial={tried.data} mayStop={mayTry} />
      ) : tried.data.result === null ? (
        <p className={spend.plain}>{t('salesLeads.trial.stopped')}</p>
      ) : (
        <>
          {tried.data.revision < draft.revision || draft.isDirty ? (
            <Alert severity="info">{t('salesLeads.trial.older')}</Alert>
          ) : null}
          <TrialResult trial={tried.data} result={tried.data.result} />
        </>
      )}
    </div>
  );
}

function UnderWay({ trial, mayStop }: { readonly trial: QualificationTrial; readonly mayStop: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { id, done, total, state } = trial;
  const stopping = useDeed({
    send: (one: number, headers) =>
      answerOf(
        api.POST('/v1/sales/qualification/trials/{trial}/stop', {
          params: { path: { trial: one } },
          headers,
        }),
      ),
    refresh: [['qualification-trial']],
  });
  const isCounted = state === 'running' && total > 0;
  return (
    <div className={spend.card}>
      <p role="status">
        {isCounted
          ? t('salesLeads.trial.running', { done: speech.number(done), total: speech.number(total) })
          : t('salesLeads.trial.waiting')}
      </p>
      <LinearProgress
        aria-label={t('salesLeads.trial.underWay')}
        variant={isCounted ? 'determinate' : 'indeterminate'}
        value={isCounted ? Math.min(100, (100 * done) / total) : 0}
      />
      {mayStop ? (
        <Button
          size="small"
          color="inherit"
          sx={{ marginBlockStart: 1 }}
          loading={stopping.pending}
          onClick={() => void stopping.run(id)}
        >
          {t('salesLeads.trial.stop')}
        </Button>
      ) : null}
    </div>
  );
}
