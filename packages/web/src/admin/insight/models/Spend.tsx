import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { Cell } from '../chart/table.ts';
import type { Foretold } from '../InsightRoom.tsx';
import { useWords } from '../words.ts';

/** The model of what an order is worth. */
export function Spend({ ready }: { readonly ready: Foretold }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { figure } = useWords();
  const { spend } = ready.chosen;
  if (spend === null) return null;
  const cell = (value: number | null | undefined): Cell => ({
    shown: value === null || value === undefined ? '–' : figure(value),
    value: value ?? null,
  });
  return (
    <ChartCard
      title={t('insight.models.spend')}
      definition={t('insight.models.spendText', {
        spenders: speech.number(spend.spenders),
        correlation: figure(spend.correlation),
      })}
      asOf={ready.asOf}
      file="model-of-amounts"
      table={{
        columns: [
          { label: t('insight.models.parameter') },
          { label: t('insight.models.estimate'), numeric: true },
          { label: t('insight.models.error'), numeric: true },
        ],
        rows: (['p', 'q', 'gamma'] as const).map((name) => [
          `\u2068${name}\u2069`,
          cell(spend[name]),
          cell(spend.standardErrors[name]),
        ]),
      }}
    />
  );
}
