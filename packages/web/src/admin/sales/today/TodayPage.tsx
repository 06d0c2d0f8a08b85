import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { CalendarIcon, MorningIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { Waiting } from '../agreement/Waiting.tsx';
import { colleaguesQuery } from '../queries.ts';
import { CalendarDialog } from './CalendarDialog.tsx';
import { Matters } from './Matters.tsx';
import { type Today, todayQuery } from './queries.ts';
import { readToday } from './today-search.ts';
import styles from './Today.module.css';
import { WithoutStep } from './WithoutStep.tsx';

/** What a seller should do first today, and why. */
export function TodayPage() {
  const { t } = useTranslation();
  const { asking, session, speech, today: day } = useSetting();
  const [{ seller, view = 'day' }, change] = useAddress(readToday);
  const [isLinking, setLinking] = useState(false);
  const found = useQuery(todayQuery(asking, seller));
  const may = (scope: string) => session?.scopes.some((one) => one === scope) === true;
  const today = found.data;
  return (
    <>
      <PageHeader
        title={t('navigation.salesToday')}
        meaning={t('salesToday.meaning', { day: speech.day(day, 'full') })}
        actions={
          <div className={`${styles.actions} not-printed`}>
            {may('sales:manage') ? (
              <SellerField seller={seller} onChange={(chosen) => change({ seller: chosen })} />
            ) : null}
            {may('sales:write') ? (
              <Button
                variant="outlined"
                startIcon={<CalendarIcon size={18} />}
                onClick={() => setLinking(true)}
              >
                {t('salesToday.calendar.open')}
              </Button>
            ) : null}
          </div>
        }
      />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesToday.views')}
          value={view}
          views={[
            { value: 'day', label: t('salesToday.day') },
            { value: 'without', label: t('salesToday.without.title') },
          ]}
          onChange={(chosen) => change({ view: chosen === 'day' ? undefined : chosen })}
        />
      </div>
      {view === 'without' ? (
        <WithoutStep
          owner={seller === 'nobody' ? 'nobody' : (seller ?? 'me')}
          mayWrite={may('sales:write')}
        />
      ) : found.isError && today === undefined ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : today === undefined ? (
        <RowsSkeleton rows={5} columns={1} height={92} />
      ) : (
        <>
          {may('sales:manage') ? <Waiting /> : null}
          <Counts today={today} />
          {today.items.length === 0 ? (
            <Nothing later={today.counts.later} />
          ) : (
            <Matters items={today.items} mayWrite={may('sales:write')} />
          )}
        </>
      )}
      {isLinking ? <CalendarDialog onClose={() => setLinking(false)} /> : null}
    </>
  );
}

function SellerField(props: {
  readonly seller: string | undefined;
  readonly onChange: (seller: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { colleagues = [], me = null } = useQuery(colleaguesQuery(asking)).data ?? {};
  const value = props.seller ?? me ?? '';
  return (
    <TextField
      select
      size="small"
      label={t('salesToday.seller')}
      value={value === 'nobody' || colleagues.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => props.onChange(event.target.value === me ? undefined : event.target.value)}
      sx={{ minInlineSize: 190 }}
    >
      {colleagues.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {id === me ? t('salesToday.form.me', { name }) : name}
        </MenuItem>
      ))}
      <MenuItem value="nobody">{t('salesToday.nobodys')}</MenuItem>
    </TextField>
  );
}

/** Counted so far and no further. */
const MOST_COUNTED = 1000;

function Counts({ today }: { readonly today: Today }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { counts } = today;
  const shown = (
    ['overdue', 'today', 'leads', 'stalled', 'dealsWithoutStep', 'leadsWithoutStep'] as const
  ).filter((kind) => counts[kind] > 0);
  if (shown.length === 0) return null;
  return (
    <dl className={styles.counts}>
      {shown.map((kind) => (
        <div key={kind} data-loud={kind === 'overdue'}>
          <dt>{t(`salesToday.counts.${kind}`)}</dt>
          <dd>
            {counts[kind] >= MOST_COUNTED
              ? t('salesToday.counts.most', { shown: speech.number(MOST_COUNTED) })
              : speech.number(counts[kind])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Nothing({ later }: { readonly later: number }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (
    <EmptyState
      icon={<MorningIcon size={30} />}
      title={t('salesToday.empty.title')}
      steps={[t('salesToday.empty.deals'), t('salesToday.empty.leads'), t('salesToday.empty.plan')]}
      actions={
        <Button component={Link} to={paths.salesDeals} variant="contained">
          {t('salesToday.empty.toDeals')}
        </Button>
      }
    >
      {later > 0
        ? t('salesToday.empty.later', { count: later, shown: speech.number(later) })
        : t('salesToday.empty.text')}
    </EmptyState>
  );
}
