import { useTranslation } from 'react-i18next';
import type { Returned } from '../../../api/money-queries.ts';
import { useCells, useCompact, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { RULES } from '../spend-search.ts';
import { sideBySide } from './side-by-side.ts';

/** What a new customer cost in each channel, by the three rules at once: where they agree, the rule does not matter. */
export function SideBySide({ returns }: { readonly returns: Returned }) {
  const { t } = useTranslation();
  const cells = useCells();
  const compact = useCompact();
  const money = useMoney();
  const lines = sideBySide(returns);
  const nameOf = (channel: string | null) => channel ?? t('spend.unknownChannel');
  const priced = lines.filter(({ by }) => RULES.some((rule) => (by[rule]?.costPerCustomer ?? null) !== null));
  return (
    <ChartCard
      title={t('spend.returns.sideBySide')}
      definition={t('spend.returns.sideBySideText')}
      asOf={returns.asOf}
      file="cost-per-new-customer"
      unit={compact.unit}
      height={Math.max(200, priced.length * 72)}
      chart={
        priced.length === 0
          ? null
          : {
              labels: priced.map(({ channel }) => nameOf(channel)),
              series: RULES.map((rule) => ({
                name: t(`spend.rule.${rule}`),
                kind: 'bar',
                values: priced.map(({ by }) => by[rule]?.costPerCustomer ?? null),
              })),
              say: money,
              axis: compact.money,
              sideways: true,
            }
      }
      table={{
        columns: [
          { label: t('spend.channel') },
          { label: t('spend.returns.cost'), numeric: true },
          ...RULES.flatMap((rule) => [
            { label: t('spend.returns.customersBy', { rule: t(`spend.rule.${rule}`) }), numeric: true },
            { label: t('spend.returns.costBy', { rule: t(`spend.rule.${rule}`) }), numeric: true },
          ]),
        ],
        rows: lines.map(({ channel, by }) => [
          nameOf(channel),
          cells.money(by.first?.cost ?? by.last?.cost ?? by.even?.cost ?? 0),
          ...RULES.flatMap((rule) => [
            cells.number(Math.round((by[rule]?.customers ?? 0) * 10) / 10),
            cells.money(by[rule]?.costPerCustomer ?? null),
          ]),
        ]),
      }}
    />
  );
}
