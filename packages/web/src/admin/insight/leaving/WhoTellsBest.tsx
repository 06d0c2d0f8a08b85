import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightModel } from '../../../api/insight-queries.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { Foretold } from '../InsightRoom.tsx';
import { useWords } from '../words.ts';

/** Every model and every simple rule by how well it told who ordered again, the best first. */
export function WhoTellsBest(props: { readonly ready: Foretold; readonly models: readonly InsightModel[] }) {
  const { t } = useTranslation();
  const { figure } = useWords();
  const { ready, models } = props;
  const { chosen } = ready;
  const told = useMemo(
    () =>
      [
        ...models.map(({ name, holdout }) => ({
          name: t(`insight.model.${name}`),
          auc: holdout?.aucActive ?? null,
        })),
        ...chosen.baselines.map(({ name, aucActive }) => ({
          name: t('insight.leaving.rule', { name: t(`insight.model.${name}`) }),
          auc: aucActive,
        })),
      ].toSorted((one, other) => (other.auc ?? 0) - (one.auc ?? 0)),
    [models, chosen, t],
  );
  const chart = useMemo(
    (): ChartSpec => ({
      labels: told.map(({ name }) => name),
      series: [
        { name: t('insight.leaving.aucColumn'), kind: 'bar', tone: 2, values: told.map(({ auc }) => auc) },
      ],
      say: figure,
      sideways: true,
      baseline: 0.5,
      most: 1,
    }),
    [told, t, figure],
  );
  return (
    <ChartCard
      title={t('insight.leaving.auc')}
      definition={t('insight.leaving.aucText')}
      asOf={ready.asOf}
      file="who-tells-best"
      chart={chart}
      table={{
        columns: [
          { label: t('insight.leaving.model') },
          { label: t('insight.leaving.aucColumn'), numeric: true },
        ],
        rows: told.map(({ name, auc }) => [name, { shown: auc === null ? '–' : figure(auc), value: auc }]),
      }}
    />
  );
}
