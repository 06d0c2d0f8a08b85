import { useTranslation } from 'react-i18next';
import type { ChannelReturn, Returned } from '../../../api/money-queries.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { Cell } from '../chart/table.ts';
import spend from '../spend/Spend.module.css';
import type { Rule } from '../spend-search.ts';

/** Each channel by one rule: its cost, its customers, what they are worth against what they cost, and when it is earned back. */
export function ChannelTable(props: {
  readonly returns: Returned;
  readonly rule: Rule;
  readonly horizonMonths: number;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const money = useMoney();
  const { returns, rule, horizonMonths } = props;
  const { channels } = returns[rule];
  const times = (value: number | null): Cell =>
    value === null
      ? cells.number(null)
      : { shown: t('spend.times', { times: speech.number(Math.round(value * 100) / 100) }), value };
  const worth = ({ value }: ChannelReturn): Cell => {
    if (value === null) return cells.money(null);
    const { shown, value: plain } = cells.money(value.mean) as Exclude<Cell, string>;
    const within =
      value.low === null || value.high === null
        ? t('spend.returns.tooFew')
        : t('spend.range', { low: money(value.low), high: money(value.high) });
    const months =
      value.months < horizonMonths
        ? ` · ${t('spend.months', { count: value.months, shown: speech.number(value.months) })}`
        : '';
    return { shown, value: plain, link: twoLines(shown, `${within}${months}`) };
  };
  const payback = ({
    payback: { months, watched, byMonthlyMargin },
    costPerCustomer,
  }: ChannelReturn): Cell => {
    if (costPerCustomer === null) return cells.number(null);
    if (months === null) {
      return {
        shown: t('spend.returns.notWithin', { months: speech.number(watched) }),
        value: null,
      };
    }
    const shown = t('spend.returns.inMonth', { month: speech.number(months) });
    if (byMonthlyMargin === null) return { shown, value: months };
    const rough = speech.number(Math.round(byMonthlyMargin * 10) / 10);
    return { shown, value: months, link: twoLines(shown, t('spend.returns.byRule', { months: rough })) };
  };
  return (
    <ChartCard
      title={t('spend.returns.channels', { rule: t(`spend.rule.${rule}`) })}
      definition={t('spend.returns.channelsText', { months: speech.number(horizonMonths) })}
      note={t(`spend.ruleText.${rule}`)}
      asOf={returns.asOf}
      file={`return-by-channel-${rule}`}
      table={{
        columns: [
          { label: t('spend.channel') },
          { label: t('spend.returns.direct'), numeric: true },
          { label: t('spend.returns.shared'), numeric: true },
          { label: t('spend.returns.newCustomers'), numeric: true },
          { label: t('spend.returns.perCustomer'), numeric: true },
          { label: t('spend.returns.worth'), numeric: true },
          { label: t('spend.returns.worthToCost'), numeric: true },
          { label: t('spend.returns.payback'), numeric: true },
          { label: t('spend.returns.margin'), numeric: true },
          { label: t('spend.returns.returned'), numeric: true },
        ],
        rows: channels.map((one) => [
          one.channel ?? t('spend.unknownChannel'),
          cells.money(one.direct),
          cells.money(one.shared),
          cells.number(Math.round(one.customers * 10) / 10),
          cells.money(one.costPerCustomer),
          worth(one),
          times(one.valueToCost),
          payback(one),
          cells.money(one.margin),
          cells.share(one.returnOnCost),
        ]),
      }}
    />
  );
}

function twoLines(first: string, second: string) {
  return (
    <>
      {first}
      <span className={spend.small}>{second}</span>
    </>
  );
}
