import type { Day } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import type { InsightModel } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { Cell } from '../chart/table.ts';
import { useWords } from '../words.ts';

/** Every parameter of every model, with its standard error. */
export function Parameters(props: { readonly asOf: Day; readonly models: readonly InsightModel[] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { figure } = useWords();
  const cell = (value: number | null | undefined): Cell => ({
    shown: value === null || value === undefined ? '–' : figure(value),
    value: value ?? null,
  });
  return (
    <ChartCard
      title={t('insight.models.parameters')}
      definition={t('insight.models.parametersText', {
        days: speech.number(props.models[0]?.daysPerUnit ?? 1),
      })}
      asOf={props.asOf}
      file="parameters"
      table={{
        columns: [
          { label: t('insight.models.model') },
          { label: t('insight.models.parameter') },
          { label: t('insight.models.estimate'), numeric: true },
          { label: t('insight.models.error'), numeric: true },
          { label: t('insight.models.likelihood'), numeric: true },
          { label: t('insight.models.gain'), numeric: true },
        ],
        rows: props.models.flatMap(({ name, parameters, standardErrors, logLikelihood, gain }) =>
          Object.entries(parameters).map(([parameter, value]) => [
            t(`insight.model.${name}`),
            `\u2068${parameter}\u2069`,
            cell(value),
            cell(standardErrors[parameter]),
            { shown: speech.number(Math.round(logLikelihood * 100) / 100), value: logLikelihood },
            cell(gain),
          ]),
        ),
      }}
    />
  );
}
