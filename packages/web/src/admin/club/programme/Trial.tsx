import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import type { Programme } from '@nardeban/core/programme';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { moneySettingsQuery } from '../../../api/money-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { Failure } from '../../../failure/failure.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ChartIcon } from '../../../ui/icons.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { MaybeDay, MaybeNumber, NumberField } from './fields.tsx';
import styles from './Programme.module.css';
import { type Trial as Tried, trialQuery } from './queries.ts';
import { TrialResult } from './TrialResult.tsx';
import { TrialsKept } from './TrialsKept.tsx';
import type { ProgrammeDraft } from './useProgrammeDraft.ts';

/** Half of what they could: a middle between nobody and everybody. */
const SPENDS = 5000;

/** Plays the draft over the orders of the past, and reads what came of it. */
export function Trial(props: {
  readonly draft: ProgrammeDraft;
  readonly programme: Programme;
  readonly isWrong: boolean;
  readonly locked: boolean;
  readonly simulation: number | undefined;
  readonly onTried: (simulation: number) => void;
}) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const { draft, programme, simulation, locked, isWrong } = props;
  const queries = useQueryClient();
  const tried = useQuery({ ...trialQuery(asking, simulation ?? 0), enabled: simulation !== undefined });
  const mayRead = session?.scopes.includes('insight:read') === true;
  const money = useQuery({ ...moneySettingsQuery(asking), enabled: mayRead });
  const known = money.data === undefined ? undefined : Math.round(money.data.marginRate * 10_000);
  const [spends, setSpends] = useState(SPENDS);
  const [margin, setMargin] = useState<number | null>();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const marginRate = margin === undefined ? known : (margin ?? undefined);
  const trying = useDeed({
    send: async (asked: { from?: string; to?: string; spends: number; marginRate?: number }, headers) => {
      // What is tried is what is kept: a programme that nobody changed yet is begun as a draft by this.
      const revision =
        draft.revision === 0 || draft.keeping !== 'kept' ? await draft.settle() : draft.revision;
      if (revision === null) throw draft.failure ?? new Failure('changed');
      return answerOf(api.POST('/v1/club/draft/simulate', { body: asked, headers }));
    },
    refresh: [['club-simulations']],
    onDone: (answer) => props.onTried(answer.simulation),
  });
  const state = tried.data?.state;
  useEffect(() => {
    // What was waiting has ended: what it came to belongs into the list.
    if (state !== undefined) void queries.invalidateQueries({ queryKey: ['club-simulations'] });
  }, [queries, state]);
  const underWay = state === 'waiting' || state === 'running';
  return (
    <>
      {locked ? null : (
        <form
          className={`${styles.tryForm} not-printed`}
          onSubmit={(event) => {
            event.preventDefault();
            void trying.run({
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
              spends,
              ...(marginRate === undefined ? {} : { marginRate }),
            });
          }}
        >
          <p className={styles.plain}>{t('club.trial.lead')}</p>
          <div className={styles.line}>
            <MaybeDay label={t('club.trial.from')} day={from} onChange={setFrom} />
            <MaybeDay label={t('club.trial.to')} day={to} onChange={setTo} />
            <NumberField
              label={t('club.trial.spends')}
              kind="percent"
              least={0}
              most={10_000}
              value={spends}
              help={t('club.trial.spendsHelp')}
              onChange={setSpends}
            />
            <MaybeNumber
              key={known ?? 'unknown'}
              label={t('club.trial.margin')}
              kind="percent"
              least={0}
              most={10_000}
              value={marginRate}
              help={t('club.trial.marginHelp')}
              onChange={(rate) => setMargin(rate ?? null)}
            />
          </div>
          <div>
            <Button
              type="submit"
              variant="contained"
              loading={trying.pending}
              disabled={isWrong || underWay || draft.revision === 0}
            >
              {t('club.trial.deed')}
            </Button>
          </div>
          {isWrong ? <p className={styles.wrong}>{t('club.trial.wrong')}</p> : null}
          {!isWrong && draft.revision === 0 ? <p className="soft">{t('club.trial.nothingNew')}</p> : null}
        </form>
      )}
      <TrialsKept open={simulation} onOpen={props.onTried} />
      {simulation === undefined ? (
        <EmptyState icon={<ChartIcon size={30} />} title={t('club.trial.none')}>
          {t('club.trial.noneText')}
        </EmptyState>
      ) : tried.data === undefined ? (
        tried.isError ? (
          <FailureNotice error={tried.error} onRetry={() => void tried.refetch()} />
        ) : (
          <BlockSkeleton height={260} />
        )
      ) : underWay ? (
        <UnderWay trial={tried.data} locked={locked} />
      ) : (
        <>
          {tried.data.revision < draft.revision || draft.keeping !== 'kept' ? (
            <Alert severity="info" sx={{ marginBlockEnd: 2 }}>
              {t('club.trial.older')}
            </Alert>
          ) : null}
          {tried.data.result === null ? (
            <p className="soft">{t('club.trial.stopped')}</p>
          ) : (
            <TrialResult trial={tried.data} result={tried.data.result} programme={programme} />
          )}
        </>
      )}
    </>
  );
}

function UnderWay({ trial, locked }: { readonly trial: Tried; readonly locked: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { id, done, total, state } = trial;
  const stopping = useDeed({
    send: (simulation: number, headers) =>
      answerOf(
        api.POST('/v1/club/simulations/{simulation}/stop', { params: { path: { simulation } }, headers }),
      ),
    refresh: [['club-simulation'], ['club-simulations']],
  });
  const isCounted = state === 'running' && total > 0;
  return (
    <div className={spend.card}>
      <p role="status">
        {isCounted
          ? t('club.trial.running', { done: speech.number(done), total: speech.number(total) })
          : t('club.trial.waiting')}
      </p>
      <LinearProgress
        aria-label={t('club.trial.underWay')}
        variant={isCounted ? 'determinate' : 'indeterminate'}
        value={isCounted ? Math.min(100, (100 * done) / total) : 0}
      />
      {locked ? null : (
        <Button
          size="small"
          color="inherit"
          sx={{ marginBlockStart: 1 }}
          loading={stopping.pending}
          onClick={() => void stopping.run(id)}
        >
          {t('club.trial.stop')}
        </Button>
      )}
    </div>
  );
}
