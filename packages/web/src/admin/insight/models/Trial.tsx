import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightModel } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { Cell } from '../chart/table.ts';
import type { Foretold } from '../InsightRoom.tsx';
import { useWords } from '../words.ts';

/** How each model did on the business's own past. */
export function Trial(props: { readonly ready: Foretold; readonly models: readonly InsightModel[] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { figure, orders } = useWords();
  const cells = useCells();
  const { ready, models } = props;
  const cell = (value: number | null): Cell => ({ shown: value === null ? '–' : figure(value), value });
  const chart = useMemo(
    (): ChartSpec => ({
      labels: models.map(({ name }) => t(`insight.model.${name}`)),
      series: [
        {
          name: t('insight.models.predicted'),
          kind: 'bar',
          tone: 2,
          values: models.map(({ holdout }) => holdout?.predicted ?? null),
        },
        {
          name: t('insight.models.actual'),
          kind: 'bar',
          tone: 4,
          values: models.map(({ holdout }) => holdout?.actual ?? null),
        },
      ],
      say: orders,
    }),
    [models, t, orders],
  );
  return (
    <ChartCard
      title={t('insight.models.trial')}
      definition={t('insight.models.trialText', {
        cut: speech.day(ready.chosen.cut),
        days: speech.number(ready.outcome.settings.horizon),
      })}
      asOf={ready.asOf}
      file="trial-on-the-past"
      chart={models.length === 0 ? null : chart}
      note={models.length === 0 ? t('insight.models.noTrial') : undefined}
      table={{
        columns: [
          { label: t('insight.models.model') },
          ...(['actual', 'predicted', 'bias', 'mae', 'rmse', 'correlation', 'auc', 'brier'] as const).map(
            (name) => ({ label: t(`insight.models.${name}`), numeric: true }),
          ),
        ],
        rows: models.flatMap(({ name, holdout }) =>
          holdout === null
            ? []
            : [
                [
                  t(`insight.model.${name}`),
                  cells.number(holdout.actual),
                  { shown: orders(holdout.predicted), value: holdout.predicted },
                  cells.share(holdout.bias),
                  cell(holdout.mae),
                  cell(holdout.rmse),
                  cell(holdout.correlation),
                  cell(holdout.aucActive),
                  cell(holdout.brier),
                ],
              ],
        ),
      }}
    />
  );
}
