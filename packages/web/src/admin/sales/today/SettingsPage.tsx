import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { DaysOff } from './DaysOff.tsx';
import { HoursCard } from './HoursCard.tsx';
import { workingHoursQuery } from './queries.ts';
import { SeriesList } from './SeriesList.tsx';
import { readSalesSettings } from './today-search.ts';

/** When the business works, its days off, and its series of touches. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const [{ view = 'hours', series }, change] = useAddress(readSalesSettings);
  const hours = useQuery(workingHoursQuery(asking));
  const mayManage = session?.scopes.includes('sales:manage') === true;
  return (
    <>
      <PageHeader title={t('salesToday.settings.title')} meaning={t('salesToday.settings.meaning')} />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesToday.settings.views')}
          value={view}
          views={[
            { value: 'hours', label: t('salesToday.settings.hours') },
            { value: 'days', label: t('salesToday.settings.days') },
            { value: 'series', label: t('salesToday.settings.series') },
          ]}
          onChange={(chosen) => change({ view: chosen === 'hours' ? undefined : chosen, series: undefined })}
        />
      </div>
      {view === 'series' ? (
        <SeriesList
          open={series}
          mayManage={mayManage}
          onOpen={(key) => change({ view: 'series', series: key })}
        />
      ) : hours.isError && hours.data === undefined ? (
        <FailureNotice error={hours.error} onRetry={() => void hours.refetch()} />
      ) : hours.data === undefined ? (
        <RowsSkeleton rows={7} columns={2} height={44} />
      ) : view === 'hours' ? (
        <HoursCard key={hours.data.version} kept={hours.data} mayManage={mayManage} />
      ) : (
        <DaysOff kept={hours.data} mayManage={mayManage} />
      )}
    </>
  );
}
