import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import { FollowUps } from '../today/FollowUps.tsx';
import { useSourceWord } from '../useSourceWord.ts';
import { Clock } from './Clock.tsx';
import { Explanation } from './Explanation.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { Handings } from './Handings.tsx';
import styles from './Leads.module.css';
import { OpenDealDialog } from './OpenDealDialog.tsx';
import { Questions } from './Questions.tsx';
import { type LeadDetail as Detail, leadQuery } from './queries.ts';
import { RefuseDialog } from './RefuseDialog.tsx';
import { useLeadDeeds } from './useLeadDeeds.ts';
import { type LeadWords, useLeadWords } from './useLeadWords.ts';

/** One lead: what to do with it, why it is here, what was asked and answered, and what is next. */
export function LeadDetail({ lead }: { readonly lead: number }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const found = useQuery(leadQuery(asking, lead));
  const words = useLeadWords(found.data?.owners, found.data?.agreement.definition);
  const mayWrite = session?.scopes.includes('sales:write') === true;
  if (found.isError && found.data === undefined)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  const detail = found.data;
  const crumbs = [
    <Link key="leads" to={paths.salesLeads} search={{}} className={spend.link}>
      {t('salesLeads.title')}
    </Link>,
  ];
  if (detail === undefined)
    return (
      <>
        <PageHeader title={null} crumbs={crumbs} />
        <RowsSkeleton rows={4} columns={2} height={96} />
      </>
    );
  const { person, name } = detail.lead;
  return (
    <>
      <PageHeader
        title={
          <Link to={paths.person} params={{ person: String(person) }} className={spend.link}>
            <PersonName name={name} id={person} />
          </Link>
        }
        tab={name ?? t('person.nameless', { number: person })}
        crumbs={crumbs}
      />
      <div className={styles.columns}>
        <div>
          <Standing detail={detail} words={words} mayWrite={mayWrite} />
          <Explanation detail={detail} words={words} />
        </div>
        <div>
          <Questions lead={detail.lead} mayWrite={mayWrite} />
          <FollowUps person={person} lead={detail.lead.id} />
          <Handings detail={detail} words={words} />
        </div>
      </div>
    </>
  );
}

type Asked = 'refuse' | 'give' | 'deal' | 'close';

function Standing(props: { readonly detail: Detail; readonly words: LeadWords; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const sourceWord = useSourceWord();
  const { detail, words, mayWrite } = props;
  const { lead, agreement, now } = detail;
  const { state } = lead;
  const [asked, setAsked] = useState<Asked | null>(null);
  const { accept, close } = useLeadDeeds(lead);
  const done = () => setAsked(null);
  const isOpen = state !== 'closed';
  const mayAccept = isOpen && state !== 'accepted' && state !== 'qualified';
  const mayRefuse = state === 'handed' || state === 'accepted' || state === 'qualified';
  const came = [
    t('salesLeads.cameOn', { day: speech.date(lead.capturedAt, 'short') }),
    ...(lead.source === null
      ? []
      : [t('salesLeads.from', { source: `\u2068${sourceWord(lead.source)}\u2069` })]),
    ...(lead.campaign === null
      ? []
      : [t('salesLeads.ofCampaign', { campaign: `\u2068${lead.campaign}\u2069` })]),
    ...(lead.medium === null ? [] : [t('salesLeads.byMedium', { medium: `\u2068${lead.medium}\u2069` })]),
  ];
  return (
    <section className={spend.card} aria-label={t('salesLeads.standing')}>
      <Clock lead={lead} words={words} now={now} />
      <div className={spend.about}>
        {came.map((one) => (
          <span key={one}>{one}</span>
        ))}
        <span>
          {t('salesLeads.with')} <bdi>{words.owner(lead.owner)}</bdi>
        </span>
        {lead.referrer === null ? null : (
          <span>
            <Link to={paths.person} params={{ person: String(lead.referrer) }} className={spend.link}>
              {t('salesLeads.recommendedBy')}
            </Link>
          </span>
        )}
      </div>
      {lead.behind === null ? null : (
        <Alert severity="info" sx={{ marginBlockStart: 2 }}>
          {t('salesLeads.behind')}{' '}
          <Link to={paths.salesLeads} search={{ lead: lead.behind }} className={spend.link}>
            {t('salesLeads.behindLink')}
          </Link>
        </Alert>
      )}
      {lead.cooledAt !== null && state === 'accepted' ? (
        <Alert severity="warning" sx={{ marginBlockStart: 2 }}>
          {t('salesLeads.cooledLong', { day: speech.date(lead.cooledAt, 'short') })}
        </Alert>
      ) : null}
      {state === 'refused' && lead.pausedUntil !== null ? (
        <p className={styles.because}>
          {t('salesLeads.pausedUntil', { day: speech.date(lead.pausedUntil, 'short') })}
        </p>
      ) : null}
      {mayWrite && isOpen ? (
        <div className={styles.deeds}>
          {mayAccept ? (
            <Button
              variant={state === 'handed' ? 'contained' : 'outlined'}
              loading={accept.pending}
              onClick={() => void accept.run({ revision: lead.revision })}
            >
              {t(state === 'handed' ? 'salesLeads.accept.deed' : 'salesLeads.accept.pickUp')}
            </Button>
          ) : null}
          {state === 'accepted' || state === 'qualified' ? (
            <Button
              variant={state === 'qualified' ? 'contained' : 'outlined'}
              onClick={() => setAsked('deal')}
            >
              {t('salesLeads.deal.deed')}
            </Button>
          ) : null}
          {mayRefuse ? (
            <Button variant="outlined" onClick={() => setAsked('refuse')}>
              {t('salesLeads.refuse.open')}
            </Button>
          ) : null}
          <Button onClick={() => setAsked('give')}>
            {t(
              state === 'nurture' || state === 'refused' ? 'salesLeads.hand.open' : 'salesLeads.assign.open',
            )}
          </Button>
          <Button color="inherit" onClick={() => setAsked('close')}>
            {t('salesLeads.close.open')}
          </Button>
        </div>
      ) : null}
      {asked === 'refuse' ? (
        <RefuseDialog lead={lead} definition={agreement.definition} onClose={done} />
      ) : null}
      {asked === 'give' ? <GiveDialog lead={lead} words={words} onClose={done} /> : null}
      {asked === 'deal' ? <OpenDealDialog lead={lead} onClose={done} /> : null}
      <ConfirmDialog
        open={asked === 'close'}
        title={t('salesLeads.close.title')}
        deed={t('salesLeads.close.deed')}
        onConfirm={() => close.attempt({ revision: lead.revision })}
        onClose={done}
      >
        {t('salesLeads.close.text')}
      </ConfirmDialog>
    </section>
  );
}
