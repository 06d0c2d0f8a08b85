import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Experiment, experimentsQuery } from '../../../api/experiment-queries.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ExperimentsIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { readExperiments } from '../spend-search.ts';
import { ExperimentDialog } from './ExperimentDialog.tsx';

/** What is tried on some people and not on others, and how each of these trials stands. */
export function ExperimentsPage() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const [search, change] = useAddress(readExperiments);
  const experiments = useInfiniteQuery(experimentsQuery(asking));
  const rows = experiments.data?.pages.flatMap((page) => page.experiments) ?? [];
  const mayWrite = session?.scopes.includes('insight:write') === true;
  const [making, setMaking] = useState(false);
  const close = () => {
    setMaking(false);
    change({ make: undefined, ladder: undefined, rung: undefined });
  };
  const make = (
    <Button variant="contained" onClick={() => setMaking(true)}>
      {t('spend.trial.make')}
    </Button>
  );
  const isEmpty = experiments.data !== undefined && rows.length === 0;
  return (
    <>
      <PageHeader
        title={t('navigation.insightExperiments')}
        meaning={t('spend.trial.meaning')}
        actions={mayWrite && !isEmpty ? make : undefined}
      />
      {experiments.isError && rows.length === 0 ? (
        <FailureNotice error={experiments.error} onRetry={() => void experiments.refetch()} />
      ) : experiments.data === undefined ? (
        <RowsSkeleton rows={4} columns={3} height={84} />
      ) : isEmpty ? (
        <EmptyState
          icon={<ExperimentsIcon size={30} />}
          title={t('spend.trial.none')}
          steps={[t('spend.trial.step1'), t('spend.trial.step2'), t('spend.trial.step3')]}
          actions={mayWrite ? make : null}
        >
          {t('spend.trial.noneText')}
        </EmptyState>
      ) : (
        <ul className={spend.rows} aria-label={t('navigation.insightExperiments')}>
          {rows.map((experiment) => (
            <li key={experiment.id}>
              <ExperimentRow experiment={experiment} />
            </li>
          ))}
        </ul>
      )}
      {experiments.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={experiments.isFetchingNextPage}
            onClick={() => void experiments.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {mayWrite && (making || search.make === true) ? (
        <ExperimentDialog
          experiment={null}
          place={{
            ...(search.ladder === undefined ? {} : { ladder: search.ladder }),
            ...(search.rung === undefined ? {} : { rung: search.rung }),
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function ExperimentRow({ experiment }: { readonly experiment: Experiment }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { definition, state, assigned, startedAt, stoppedAt } = experiment;
  return (
    <Link
      to={paths.insightExperiment}
      params={{ experiment: String(experiment.id) }}
      className={`${spend.row} ${spend.rowLink}`}
    >
      <span className={spend.what}>
        <strong>
          <bdi>{definition.name}</bdi>
        </strong>
        <span className={spend.badge}>{t(`spend.state.${state}`)}</span>
        <span className={spend.about} style={{ display: 'block' }}>
          <span>{t(`spend.outcome.${definition.outcome}`)}</span>
          <span>{t('spend.trial.heldShare', { share: speech.share(definition.held / 10_000) })}</span>
          {stoppedAt !== null ? (
            <span>{t('spend.trial.stoppedOn', { day: speech.date(stoppedAt, 'short') })}</span>
          ) : startedAt !== null ? (
            <span>{t('spend.trial.startedOn', { day: speech.date(startedAt, 'short') })}</span>
          ) : null}
        </span>
      </span>
      <span className={spend.amount}>
        {t('spend.people', {
          count: assigned.held + assigned.treated,
          shown: speech.number(assigned.held + assigned.treated),
        })}
      </span>
    </Link>
  );
}
