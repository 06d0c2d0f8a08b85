import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { monthName } from '@nardeban/core/values';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { Answer } from '../Answer.tsx';
import styles from '../Insight.module.css';
import { InsightRoom } from '../InsightRoom.tsx';
import { PeopleThen } from '../people/PeopleThen.tsx';
import type { SeasonKind } from '../search.ts';
import { Occasions } from './Occasions.tsx';
import { SeasonChart } from './SeasonChart.tsx';
import type { Seasons } from './seasons.ts';

const route = getRouteApi('/staff/insight/seasons');

/** The names of the days, from Saturday on, as the server counts them. */
const WEEKDAYS = ['da', 'db', 'dc', 'dd', 'de', 'df', 'dg'] as const;

/** When people buy: months, days of the week, hours, and what moving holidays do. */
export function SeasonsPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightSeasons')} meaning={t('insight.seasons.meaning')} needs="run">
      {({ run }) => (
        <Answer question="seasons" run={run.id} height={640}>
          {(seasons) => <Charts seasons={seasons} run={run.id} />}
        </Answer>
      )}
    </InsightRoom>
  );
}

function Charts({ seasons, run }: { readonly seasons: Seasons; readonly run: number }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { by = 'orders', who } = route.useSearch();
  const navigate = route.useNavigate();
  const months = useMemo(
    () =>
      seasons.months.map((month) => ({
        ...month,
        who: `month.${month.month}` as const,
        label: monthName(month.month, seasons.calendar, speech.language),
      })),
    [seasons, speech],
  );
  const weekdays = useMemo(
    () =>
      seasons.weekdays.map((day) => ({
        ...day,
        who: `weekday.${day.weekday}` as const,
        label: t(`insight.seasons.day.${WEEKDAYS[day.weekday] ?? 'da'}`),
      })),
    [seasons, t],
  );
  const hours = useMemo(
    () =>
      seasons.hours.map((hour) => ({
        ...hour,
        who: `hour.${hour.hour}` as const,
        label: speech.number(hour.hour),
      })),
    [seasons, speech],
  );
  const open = (part: NonNullable<typeof who>) =>
    void navigate({ search: (kept) => ({ ...kept, who: part }), hash: 'people', replace: true });
  const [kind, of] = (who?.split('.') ?? []) as [SeasonKind?, string?];
  const opened = [...months, ...weekdays, ...hours].find((part) => part.who === who);
  if (seasons.orders === 0) return <p className="soft">{t('insight.seasons.none')}</p>;
  return (
    <>
      <ToggleButtonGroup
        className="not-printed"
        exclusive
        size="small"
        value={by}
        aria-label={t('insight.seasons.by')}
        onChange={(_, chosen: unknown) => {
          if (chosen === 'orders' || chosen === 'revenue')
            void navigate({
              search: {
                ...(chosen === 'revenue' ? { by: 'revenue' } : {}),
                ...(who === undefined ? {} : { who }),
              },
              resetScroll: false,
            });
        }}
      >
        <ToggleButton value="orders">{t('insight.seasons.orders')}</ToggleButton>
        <ToggleButton value="revenue">{t('insight.seasons.revenue')}</ToggleButton>
      </ToggleButtonGroup>
      {seasons.enoughYears ? null : <p className={styles.note}>{t('insight.seasons.notEnough')}</p>}
      <SeasonChart
        of={months}
        by={by}
        asOf={seasons.asOf}
        title={t('insight.seasons.months')}
        definition={t('insight.seasons.monthsText')}
        head={t('insight.seasons.month')}
        file="months"
        onOpen={open}
      />
      <div className={styles.pair}>
        <SeasonChart
          of={weekdays}
          by={by}
          asOf={seasons.asOf}
          title={t('insight.seasons.weekdays')}
          definition={t('insight.seasons.weekdaysText')}
          head={t('insight.seasons.weekday')}
          file="weekdays"
          onOpen={open}
        />
        {seasons.ordersWithHour === 0 ? (
          <section className={styles.panel} aria-labelledby="no-hours">
            <h2 id="no-hours">{t('insight.seasons.hours')}</h2>
            <p className="soft">{t('insight.seasons.noHours')}</p>
          </section>
        ) : (
          <SeasonChart
            of={hours}
            by={by}
            asOf={seasons.asOf}
            title={t('insight.seasons.hours')}
            definition={t('insight.seasons.hoursText', { shown: speech.number(seasons.ordersWithHour) })}
            head={t('insight.seasons.hour')}
            file="hours"
            onOpen={open}
          />
        )}
      </div>
      <Occasions seasons={seasons} />
      {opened === undefined || kind === undefined || of === undefined ? null : (
        <PeopleThen
          kind={kind}
          of={of}
          run={run}
          title={t(`insight.seasons.who.${kind}`, {
            name: opened.label,
            to: speech.number((Number(of) + 1) % 24),
          })}
          text={`${t('insight.seasons.whoText')} ${t('insight.people.worthFirst')}`}
        />
      )}
    </>
  );
}
