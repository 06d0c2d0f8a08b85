import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useCompact } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { HeatTable } from '../chart/HeatTable.tsx';
import { useWords } from '../words.ts';
import { classOf, type Cohorts } from './months.ts';

/** A row for each month of first orders, the latest first; a column for each month after it. Each leads to its people. */
export function CohortMap(props: { readonly cohorts: Cohorts; readonly show: 'retention' | 'value' }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const compact = useCompact();
  const { money } = useWords();
  const { asOf, firstSeen } = props.cohorts;
  const isValue = props.show === 'value';
  const rows = props.cohorts.cohorts.toReversed();
  const last = Math.max(...rows.map(({ periods }) => periods.length)) - 1;
  const months = Array.from({ length: last + 1 }, (_, month) => month);
  // Everybody ordered in the month itself: it would drown the others.
  const later = rows.flatMap(({ periods }) => periods.filter(({ month }) => isValue || month > 0));
  const of = (period: (typeof later)[number]) => (isValue ? period.perPerson : (period.retention ?? 0));
  const most = Math.max(...later.map(of), 0);
  const nameOf = (cohort: Cohorts['cohorts'][number]) => speech.month(cohort.from);
  const said = (period: (typeof later)[number]) =>
    isValue ? money(period.perPerson) : period.retention === null ? '–' : speech.share(period.retention);
  const wordsOf = (cohort: Cohorts['cohorts'][number], period: (typeof later)[number]) =>
    `${t('insight.cohorts.cell', { month: nameOf(cohort), after: speech.number(period.month), value: said(period) })} (${t('insight.cohorts.cellPeople', { people: speech.number(period.people), size: speech.number(cohort.size) })})`;
  const open = (who: string, shown: string, label: string) => (
    <Link
      to={paths.insightCohorts}
      search={isValue ? { show: 'value', who } : { who }}
      hash="people"
      replace
      aria-label={label}
    >
      {shown}
    </Link>
  );
  const isMarked = rows.some(({ mayBeOlder }) => mayBeOlder);
  return (
    <ChartCard
      title={t(isValue ? 'insight.cohorts.valueMap' : 'insight.cohorts.map')}
      definition={t(isValue ? 'insight.cohorts.valueMapText' : 'insight.cohorts.mapText')}
      asOf={asOf}
      file={isValue ? 'cohorts-value' : 'cohorts-return'}
      unit={isValue ? compact.unit : undefined}
      note={
        <>
          {t('insight.cohorts.incomplete')}
          {isMarked && firstSeen !== null
            ? ` ${t('insight.cohorts.older', { day: speech.day(firstSeen) })}`
            : null}
        </>
      }
      table={{
        columns: [
          { label: t('insight.cohorts.month') },
          { label: t('insight.cohorts.size'), numeric: true },
          ...months.map((month) => ({ label: speech.number(month), numeric: true })),
        ],
        rows: rows.map((cohort) => [
          nameOf(cohort),
          cells.number(cohort.size),
          ...months.map((month) => {
            const period = cohort.periods[month];
            if (period === undefined) return '';
            return isValue ? cells.money(period.perPerson) : cells.share(period.retention);
          }),
        ]),
      }}
    >
      <HeatTable
        caption={t(isValue ? 'insight.cohorts.valueMap' : 'insight.cohorts.map')}
        corner={t('insight.cohorts.month')}
        allLead
        asideCorner={t('insight.cohorts.size')}
        columns={months.map((month) => speech.number(month))}
        rows={rows.map((cohort) => ({
          label: cohort.mayBeOlder ? `${nameOf(cohort)} *` : nameOf(cohort),
          aside: open(
            classOf(cohort),
            speech.number(cohort.size),
            `${nameOf(cohort)}: ${t('insight.cohorts.size')} ${speech.number(cohort.size)}`,
          ),
          cells: months.map((month) => {
            const period = cohort.periods[month];
            if (period === undefined) return null;
            const shown = isValue ? compact.money(period.perPerson) : said(period);
            const title = wordsOf(cohort, period);
            return {
              shown,
              strength: !isValue && month === 0 ? 0 : most === 0 ? 0 : of(period) / most,
              faint: !period.complete,
              title,
              link:
                period.people === 0
                  ? undefined
                  : open(classOf(cohort, month), shown, isValue ? `${shown}: ${title}` : title),
            };
          }),
        }))}
      />
    </ChartCard>
  );
}
