import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { Foretold } from '../InsightRoom.tsx';
import { useWords } from '../words.ts';

/** What the score of a simple rule meant after the cut: that is how it becomes a chance. */
export function RiskCurve({ ready }: { readonly ready: Foretold }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { figure } = useWords();
  const cells = useCells();
  const { risk, best } = ready.chosen;
  // Orders are counted downwards there, so that more of a score is always worse.
  const shown = useMemo(
    () => (best === 'orders_so_far' ? risk.map((point) => ({ ...point, score: -point.score })) : risk),
    [risk, best],
  );
  const chart = useMemo(
    (): ChartSpec => ({
      labels: shown.map(({ score }) => figure(score)),
      series: [
        { name: t('insight.leaving.quiet'), kind: 'line', tone: 1, values: shown.map(({ quiet }) => quiet) },
      ],
      say: speech.share,
      most: 1,
    }),
    [shown, speech, figure, t],
  );
  return (
    <ChartCard
      title={t('insight.leaving.curve')}
      definition={t('insight.leaving.curveText', { days: speech.number(ready.outcome.settings.horizon) })}
      asOf={ready.asOf}
      file="score-to-chance"
      chart={chart}
      along={t(`insight.model.${best}`)}
      table={{
        columns: [
          { label: t('insight.leaving.score'), numeric: true },
          { label: t('insight.leaving.quiet'), numeric: true },
        ],
        rows: shown.map(({ score, quiet }) => [{ shown: figure(score), value: score }, cells.share(quiet)]),
      }}
    />
  );
}
