import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LeadsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { LeadRow } from './LeadRow.tsx';
import styles from './Leads.module.css';
import type { LeadsSearch } from './leads-search.ts';
import { leadsQuery } from './queries.ts';
import { useLeadWords } from './useLeadWords.ts';

/** The leads of a view, a page at a time. */
export function LeadList({ search, action }: { readonly search: LeadsSearch; readonly action: ReactNode }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { view = 'team' } = search;
  const leads = useInfiniteQuery(leadsQuery(asking, search));
  const pages = leads.data?.pages ?? [];
  const words = useLeadWords(pages.flatMap((page) => page.owners));
  const rows = pages.flatMap((page) => page.leads);
  if (leads.isError && rows.length === 0)
    return <FailureNotice error={leads.error} onRetry={() => void leads.refetch()} />;
  if (leads.data === undefined) return <RowsSkeleton rows={6} columns={3} height={112} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={<LeadsIcon size={30} />} title={t(`salesLeads.none.${view}.title`)} actions={action}>
        {t(`salesLeads.none.${view}.text`)}
      </EmptyState>
    );
  const now = pages[0]?.now ?? 0;
  return (
    <>
      <ul className={styles.list} aria-label={t(`salesLeads.views.${view}`)}>
        {rows.map((lead) => (
          <li key={lead.id}>
            <LeadRow lead={lead} words={words} now={now} />
          </li>
        ))}
      </ul>
      {leads.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={leads.isFetchingNextPage}
            onClick={() => void leads.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
