import { type CustomerType, type CustomerTypes, customerTypeNames } from '@nardeban/core/insight';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { PeopleByClass } from '../people/PeopleByClass.tsx';
import spend from '../spend/Spend.module.css';
import styles from './Types.module.css';
import { useWhyOfType } from './useWhyOfType.ts';

/** The five types: how many people, how much of the revenue, by which rule, and who they are. */
export function TypesView(props: {
  readonly types: CustomerTypes;
  readonly run: number;
  readonly who: string | undefined;
  readonly onChoose: (type: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const money = useMoney();
  const why = useWhyOfType();
  const { types, run } = props;
  const rows = types.types;
  const chosen = rows.find(({ type }) => type === props.who)?.type ?? 'loyal';
  const nameOf = (type: CustomerType) => speech.words(customerTypeNames[type]);
  const other = speech.language === 'fa' ? 'en' : 'fa';
  const open = (type: CustomerType, shown: string) => (
    <Link to={paths.insightTypes} search={{ who: type }} hash="people" replace className={spend.link}>
      {shown}
    </Link>
  );
  return (
    <>
      <ChartCard
        title={t('spend.types.shares')}
        definition={t('spend.types.sharesText')}
        note={notes(types, t)}
        asOf={types.asOf}
        file="customer-types"
        onOpen={(index) => {
          const type = rows[index]?.type;
          if (type !== undefined) props.onChoose(type);
        }}
        chart={{
          labels: rows.map(({ type }) => nameOf(type)),
          series: [
            { name: t('spend.types.ofPeople'), kind: 'bar', values: rows.map(({ share }) => share) },
            {
              name: t('spend.types.ofRevenue'),
              kind: 'bar',
              values: rows.map(({ revenueShare }) => revenueShare),
            },
          ],
          say: speech.share,
        }}
        table={{
          columns: [
            { label: t('spend.types.type') },
            { label: t(`spend.types.name.${other}`) },
            { label: t('spend.types.people'), numeric: true },
            { label: t('spend.types.ofPeople'), numeric: true },
            { label: t('spend.types.revenue'), numeric: true },
            { label: t('spend.types.ofRevenue'), numeric: true },
            { label: t('spend.types.ofOrders'), numeric: true },
          ],
          rows: rows.map(({ type, people, share, revenue, revenueShare, ordersShare }) => [
            nameOf(type),
            customerTypeNames[type][other],
            { shown: speech.number(people), value: people, link: open(type, speech.number(people)) },
            cells.share(share),
            cells.money(revenue),
            cells.share(revenueShare),
            cells.share(ordersShare),
          ]),
        }}
      />
      <ul className={styles.types}>
        {rows.map(({ type, people, share, revenueShare }) => (
          <li key={type} data-chosen={type === chosen ? '' : undefined}>
            <h3>
              {nameOf(type)} <span className={spend.small}>{customerTypeNames[type][other]}</span>
            </h3>
            <p>{t(`spend.types.about.${type}`)}</p>
            <p className={styles.rule}>{why.rule(type, types)}</p>
            <p className={styles.numbers}>
              {open(type, t('spend.people', { count: people, shown: speech.number(people) }))}
              {' · '}
              {t('spend.types.bothShares', {
                people: speech.share(share ?? 0),
                revenue: speech.share(revenueShare ?? 0),
              })}
            </p>
          </li>
        ))}
      </ul>
      <section className={spend.section} id="people">
        <h2>{t('spend.whoAre', { name: nameOf(chosen) })}</h2>
        <p>{t('spend.types.listText')}</p>
        <PeopleByClass
          kind="type"
          of={chosen}
          run={run}
          label={t('spend.whoAre', { name: nameOf(chosen) })}
          columns={[
            { label: t('spend.list.why'), of: (scores) => why.person(chosen, scores) },
            { label: t('spend.list.orderDays'), of: ({ orderDays }) => speech.number(orderDays) },
            {
              label: t('spend.list.last'),
              of: ({ daysSinceLast }) =>
                t('spend.daysAgo', { count: daysSinceLast, shown: speech.number(daysSinceLast) }),
            },
            { label: t('spend.list.spent'), of: ({ spent }) => money(spent) },
          ]}
        />
      </section>
    </>
  );
}

/** What the data does not tell, and what follows from that. */
function notes(types: CustomerTypes, t: TFunction): string {
  return [
    t('spend.types.shrinkage'),
    ...(types.discountsTold ? [] : [t('spend.types.noDiscounts')]),
    ...((types.linesKnown ?? 0) > 0 ? [] : [t('spend.types.noLines')]),
    ...(types.withoutOrder > 0 ? [t('spend.types.withoutOrder')] : []),
  ].join(' ');
}
