import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { Definition } from './Definition.tsx';
import { QUALIFICATION_VIEWS, readQualification } from './leads-search.ts';
import type { QualificationPage as Page } from './queries.ts';
import { Reviews } from './Review.tsx';
import { Trial } from './Trial.tsx';
import { useLeadWords } from './useLeadWords.ts';
import { useQualificationDraft, useQualificationPage } from './useQualificationDraft.ts';
import { Versions } from './Versions.tsx';

/** What marketing and sales agree a good lead is: written, tried on the past, looked over together, put in force. */
export function QualificationPage() {
  const { t } = useTranslation();
  const page = useQualificationPage();
  return (
    <>
      <PageHeader
        title={t('salesLeads.qualification.title')}
        meaning={t('salesLeads.qualification.meaning')}
        crumbs={[
          <Link key="leads" to={paths.salesLeads} search={{}} className={spend.link}>
            {t('salesLeads.title')}
          </Link>,
        ]}
      />
      {page.data !== undefined ? (
        <Rooms page={page.data} />
      ) : page.isError ? (
        <FailureNotice error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <RowsSkeleton rows={6} columns={2} height={84} />
      )}
    </>
  );
}

function Rooms({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [{ view = 'definition', trial, review }, change] = useAddress(readQualification);
  const draft = useQualificationDraft(page);
  const words = useLeadWords([], draft.definition);
  const mayManage = session?.scopes.includes('sales:manage') === true;
  return (
    <>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesLeads.qualification.viewsLabel')}
          value={view}
          views={QUALIFICATION_VIEWS.map((value) => ({
            value,
            label: t(`salesLeads.qualification.views.${value}`),
          }))}
          onChange={(chosen) => change({ view: chosen === 'definition' ? undefined : chosen })}
        />
      </div>
      {view === 'trial' ? (
        <Trial draft={draft} trial={trial} mayTry={mayManage} onTried={(id) => change({ trial: id })} />
      ) : view === 'review' ? (
        <Reviews review={review} mayManage={mayManage} onOpen={(id) => change({ review: id })} />
      ) : view === 'versions' ? (
        <Versions
          inForce={page.inForce.version}
          mayChange={mayManage}
          onBegin={(definition) => {
            draft.change(definition);
            change({ view: undefined });
          }}
        />
      ) : (
        <Definition
          page={page}
          draft={draft}
          words={words}
          mayChange={mayManage}
          onTry={() => change({ view: 'trial' })}
        />
      )}
    </>
  );
}
