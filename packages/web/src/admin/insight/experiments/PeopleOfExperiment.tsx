import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Experiment, experimentPeopleQuery } from '../../../api/experiment-queries.ts';
import { paths } from '../../../paths.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import styles from '../people/PeopleByClass.module.css';

const ARMS = ['held', 'treated'] as const;
type ArmShown = (typeof ARMS)[number] | null;

/** Whom the draw put where, so that a reading can be followed down to the people it counts. */
export function PeopleOfExperiment({ experiment }: { readonly experiment: Experiment }) {
  const { t } = useTranslation();
  const [arm, setArm] = useState<ArmShown>(null);
  return (
    <>
      <ToggleButtonGroup
        className="not-printed"
        exclusive
        size="small"
        value={arm ?? 'both'}
        aria-label={t('spend.arms.which')}
        onChange={(_, chosen: unknown) => setArm(ARMS.find((one) => one === chosen) ?? null)}
      >
        <ToggleButton value="both">{t('spend.arms.both')}</ToggleButton>
        <ToggleButton value="held">{t('spend.trial.leftAlone')}</ToggleButton>
        <ToggleButton value="treated">{t('spend.trial.treated')}</ToggleButton>
      </ToggleButtonGroup>
      <ArmTable experiment={experiment} arm={arm} />
    </>
  );
}

function ArmTable({ experiment, arm }: { readonly experiment: Experiment; readonly arm: ArmShown }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const people = useInfiniteQuery(experimentPeopleQuery(asking, experiment.id, arm));
  if (people.data === undefined) {
    return people.isError ? (
      <FailureNotice error={people.error} onRetry={() => void people.refetch()} />
    ) : (
      <RowsSkeleton rows={8} columns={4} height={48} />
    );
  }
  const rows = people.data.pages.flatMap((page) => page.people);
  if (rows.length === 0) return <p className="soft">{t('spend.arms.nobody')}</p>;
  const heads = { arm: t('spend.arms.arm'), at: t('spend.arms.at'), counted: t('spend.arms.counted') };
  return (
    <>
      {/* Roles are said once more, since a telephone's layout takes them from the table. */}
      <table className={styles.people} role="table" aria-label={t('spend.arms.title')}>
        <thead role="rowgroup">
          <tr role="row">
            {[t('insight.people.person'), heads.arm, heads.at, heads.counted].map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={`${row.person} ${row.at}`} role="row">
              <th role="rowheader" scope="row">
                <Link to={paths.person} params={{ person: String(row.person) }}>
                  <PersonName name={row.name} id={row.person} />
                </Link>
              </th>
              <td role="cell" data-label={heads.arm}>
                {t(row.arm === 'held' ? 'spend.trial.leftAlone' : 'spend.trial.treated')}
              </td>
              <td role="cell" data-label={heads.at}>
                {speech.date(row.at)}
              </td>
              <td role="cell" data-label={heads.counted}>
                {t(row.counted ? 'spend.arms.over' : 'spend.arms.notOver')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {people.hasNextPage ? (
        <div className={`not-printed ${styles.more}`}>
          <Button
            variant="outlined"
            loading={people.isFetchingNextPage}
            onClick={() => void people.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
