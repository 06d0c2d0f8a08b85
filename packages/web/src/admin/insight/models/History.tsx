import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { modelHistoryQuery } from '../../../api/insight-queries.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { Foretold } from '../InsightRoom.tsx';
import { MODELS } from '../search.ts';
import { useWords } from '../words.ts';

const route = getRouteApi('/staff/insight/models');

/** How the parameters of a model went from run to run. */
export function History({ ready }: { readonly ready: Foretold }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { figure } = useWords();
  const cells = useCells();
  const { model = 'pareto-nbd' } = route.useSearch();
  const navigate = route.useNavigate();
  const history = useInfiniteQuery(modelHistoryQuery(asking, model, ready.run.id));
  const rows = useMemo(() => history.data?.pages.flatMap((page) => page.rows) ?? [], [history.data]);
  const names = Object.keys(rows[0]?.parameters ?? {});
  const chart = useMemo((): ChartSpec => {
    const points = rows.toReversed();
    return {
      labels: points.map(({ asOf }) => speech.day(asOf, 'short')),
      series: Object.keys(rows[0]?.parameters ?? {}).map((name) => ({
        name,
        kind: 'line',
        // Parameters are of very different sizes; beside its latest value each shows how it went.
        values: points.map(({ parameters }) => {
          const latest = rows[0]?.parameters[name];
          const value = parameters[name];
          return value === undefined || latest === undefined || latest === 0 ? null : value / latest;
        }),
      })),
      say: figure,
      baseline: 1,
    };
  }, [rows, speech, figure]);
  if (history.data === undefined) {
    return history.isError ? (
      <FailureNotice error={history.error} onRetry={() => void history.refetch()} />
    ) : (
      <BlockSkeleton height={480} />
    );
  }
  return (
    <>
      <ChartCard
        title={t('insight.models.history')}
        definition={t('insight.models.historyText')}
        asOf={ready.asOf}
        file={`history-${model}`}
        chart={chart}
        tools={
          <TextField
            select
            size="small"
            label={t('insight.models.choose')}
            value={model}
            onChange={({ target }) => {
              const chosen = MODELS.find((one) => one === target.value);
              if (chosen !== undefined) void navigate({ search: { model: chosen }, resetScroll: false });
            }}
            sx={{ minInlineSize: 220 }}
          >
            {MODELS.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`insight.model.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        }
        table={{
          columns: [
            { label: t('insight.models.asOf') },
            ...names.map((label) => ({ label, numeric: true })),
            { label: t('insight.models.likelihood'), numeric: true },
            { label: t('insight.models.gain'), numeric: true },
            { label: t('insight.models.verdictColumn') },
          ],
          rows: rows.map(({ asOf, parameters, logLikelihood, gain, verdict }) => [
            cells.day(asOf),
            ...names.map((name) => {
              const value = parameters[name] ?? null;
              return { shown: value === null ? '–' : figure(value), value };
            }),
            { shown: speech.number(Math.round(logLikelihood * 100) / 100), value: logLikelihood },
            { shown: figure(gain), value: gain },
            t(`insight.models.verdict.${verdict}`),
          ]),
        }}
      />
      {history.hasNextPage ? (
        <div className="not-printed">
          <Button
            variant="outlined"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
