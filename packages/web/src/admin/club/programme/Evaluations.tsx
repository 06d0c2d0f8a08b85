import Button from '@mui/material/Button';
import type { Programme } from '@nardeban/core/programme';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ChartIcon } from '../../../ui/icons.tsx';
import { CardsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { dayOfAddress } from '../../../language/speech.ts';
import { useSetting } from '../../setting.ts';
import { GoalTable } from './GoalTable.tsx';
import styles from './Programme.module.css';
import { type Evaluation, evaluationsQuery } from './queries.ts';
import { Part, Table } from './ResultParts.tsx';

/** The goals as they stood day by day, and campaigns beside the people who were held out of them. */
export function Evaluations({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const evaluations = useInfiniteQuery(evaluationsQuery(asking));
  if (evaluations.data === undefined)
    return evaluations.isError ? (
      <FailureNotice error={evaluations.error} onRetry={() => void evaluations.refetch()} />
    ) : (
      <CardsSkeleton cards={2} height={200} />
    );
  const all = evaluations.data.pages.flatMap((page) => page.evaluations);
  if (all.length === 0)
    return (
      <EmptyState icon={<ChartIcon size={30} />} title={t('club.evaluations.none')}>
        {t((programme.goals ?? []).length === 0 ? 'club.evaluations.noGoals' : 'club.evaluations.noneText')}
      </EmptyState>
    );
  return (
    <>
      {all.map((one) => {
        const day = dayOfAddress(one.day);
        const title = day === null ? one.day : speech.day(day);
        return (
          <section key={one.day} className={styles.evaluation} aria-label={title}>
            <h2>{title}</h2>
            <p className="soft">
              {t('club.evaluations.since', {
                day: speech.date(one.since),
                version: speech.number(one.version),
              })}
            </p>
            <GoalTable
              programme={programme}
              goals={one.goals}
              label={t('club.evaluations.goals', { day: title })}
            />
            <Campaigns programme={programme} evaluation={one} />
          </section>
        );
      })}
      {evaluations.hasNextPage ? (
        <p>
          <Button
            color="inherit"
            loading={evaluations.isFetchingNextPage}
            onClick={() => void evaluations.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Campaigns({
  programme,
  evaluation,
}: {
  readonly programme: Programme;
  readonly evaluation: Evaluation;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (evaluation.campaigns.length === 0) return null;
  const each = (whole: number, people: number) =>
    people === 0 ? '–' : speech.money(Math.round(whole / people));
  return (
    <Part title={t('club.evaluations.campaigns')}>
      <Table
        label={t('club.evaluations.campaigns')}
        columns={[
          t('club.column.campaign'),
          t('club.column.group'),
          t('club.column.people'),
          t('club.column.bought'),
          t('club.column.each'),
        ]}
        rows={evaluation.campaigns.flatMap(({ campaign, given, held }) => {
          const found = programme.campaigns?.find(({ key }) => key === campaign);
          const name = found === undefined ? campaign : speech.words(found.name);
          return ([given, held] as const).map((group, at) => ({
            key: `${campaign} ${at}`,
            cells: [
              <bdi key="name" style={{ whiteSpace: 'normal' }}>
                {name}
              </bdi>,
              t(at === 0 ? 'club.evaluations.given' : 'club.evaluations.held'),
              speech.number(group.people),
              group.people === 0 ? '–' : speech.share(group.buyers / group.people),
              each(group.revenue, group.people),
            ],
          }));
        })}
      />
    </Part>
  );
}
