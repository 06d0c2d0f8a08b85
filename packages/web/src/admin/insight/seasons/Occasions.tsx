import { occasionNames } from '@nardeban/core/insight';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { signedShare, useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { Cell } from '../chart/table.ts';
import type { Seasons } from './seasons.ts';

/** What holidays do to repeat orders, before, during and after; and when each comes next. */
export function Occasions({ seasons }: { readonly seasons: Seasons }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const nameOf = (occasion: Seasons['occasions'][number]) => {
    const name = speech.words(occasionNames[occasion.occasion]);
    return occasion.lunar ? `${name} (${t('insight.seasons.lunar')})` : name;
  };
  const told = useMemo(
    () =>
      seasons.occasions.filter(({ enough, spans }) => enough && spans.some(({ effect }) => effect !== null)),
    [seasons],
  );
  const chart = useMemo((): ChartSpec => {
    const during = told.map(({ spans }) => spans.find(({ span }) => span === 'during'));
    const before = told.map(({ spans }) => spans.find(({ span }) => span === 'week_before'));
    const bound = (spans: typeof during, sign: 1 | -1) =>
      spans.map((span) =>
        span?.effect == null || span.error === null ? null : Math.max(span.effect + sign * span.error, -1),
      );
    return {
      labels: told.map(({ occasion }) => speech.words(occasionNames[occasion])),
      series: [
        {
          name: t('insight.seasons.span.week_before'),
          kind: 'bar',
          tone: 2,
          values: before.map((span) => span?.effect ?? null),
          low: bound(before, -1),
          high: bound(before, 1),
        },
        {
          name: t('insight.seasons.span.during'),
          kind: 'bar',
          tone: 1,
          values: during.map((span) => span?.effect ?? null),
          low: bound(during, -1),
          high: bound(during, 1),
        },
      ],
      say: (value) => signedShare(speech, value),
      sideways: true,
      baseline: 0,
    };
  }, [told, speech, t]);
  const hasNeighbour = seasons.occasions.some(({ comings }) =>
    comings.some(({ besideNowruz }) => besideNowruz),
  );
  return (
    <ChartCard
      title={t('insight.seasons.occasions')}
      definition={t('insight.seasons.occasionsText')}
      asOf={seasons.asOf}
      file="seasons-occasions"
      chart={told.length === 0 ? null : chart}
      height={Math.max(told.length * 46 + 40, 160)}
      note={
        told.length === 0
          ? t('insight.seasons.tooFewText')
          : hasNeighbour
            ? t('insight.seasons.besideNowruz')
            : undefined
      }
      table={{
        columns: [
          { label: t('insight.seasons.occasion') },
          { label: t('insight.seasons.next') },
          { label: t('insight.seasons.comings'), numeric: true },
          ...(['two_weeks_before', 'week_before', 'during', 'week_after', 'two_weeks_after'] as const).map(
            (span) => ({
              label: t(`insight.seasons.span.${span}`),
              numeric: true,
            }),
          ),
        ],
        rows: seasons.occasions.map((occasion) => [
          nameOf(occasion),
          cells.day(occasion.next),
          cells.number(occasion.comings.length),
          ...occasion.spans.map(
            ({ effect }): Cell =>
              occasion.enough ? cells.share(effect) : { shown: t('insight.seasons.tooFew'), value: null },
          ),
        ]),
      }}
    />
  );
}
