import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { Beside, Below } from './Beside.tsx';
import { DealFacts } from './DealFacts.tsx';
import { DealHistory } from './DealHistory.tsx';
import styles from './Deals.module.css';
import { EditDealDialog } from './EditDealDialog.tsx';
import { LoseDialog } from './LoseDialog.tsx';
import { OnwardDialog, type Way } from './OnwardDialog.tsx';
import { dealQuery, type DealPage as Page, DEALS_CHANGED } from './queries.ts';
import { StepPanel } from './StepPanel.tsx';
import { StepPath } from './StepPath.tsx';
import { useDealWords } from './useDealWords.ts';
import { stepsLeft } from './way.ts';

/** One deal: where it stands, what the step asks, what is known of it, and what became of it. */
export function DealPage() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { deal } = useParams({ strict: false });
  const page = useQuery(dealQuery(asking, Number(deal)));
  if (page.data !== undefined) return <Open key={page.data.deal.id} page={page.data} />;
  return (
    <>
      <PageHeader title={page.isError ? t('salesDeals.title') : undefined} />
      {page.isError ? (
        <FailureNotice error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <RowsSkeleton rows={5} columns={2} height={90} />
      )}
    </>
  );
}

interface Reopening {
  readonly revision: number;
}
interface GoingBack {
  readonly to: string;
  readonly revision: number;
}

function Open({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const queries = useQueryClient();
  const words = useDealWords(page.owners);
  const { deal } = page;
  const { definition: pipeline } = page.pipeline;
  const [way, setWay] = useState<Way | null>(null);
  const [isOpen, setOpen] = useState<'edit' | 'lose' | null>(null);
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const fresh = () => queries.fetchQuery({ ...dealQuery(asking, deal.id), staleTime: 0 });
  const params = { path: { id: deal.id } };
  const reopening = useDeed({
    send: (body: Reopening, headers) =>
      answerOf(api.POST('/v1/sales/deals/{id}/reopen', { params, body, headers })),
    refresh: DEALS_CHANGED,
    said: () => t('salesDeals.reopened'),
    changed: { reload: fresh, onTop: async () => ({ revision: (await fresh()).deal.revision }) },
  });
  const goingBack = useDeed({
    send: (body: GoingBack, headers) =>
      answerOf(api.POST('/v1/sales/deals/{id}/move', { params, body, headers })),
    refresh: DEALS_CHANGED,
    said: (done) => t('salesDeals.onward.moved', { step: words.step(pipeline, done.step) }),
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).deal.revision }),
    },
  });
  const go = (to: string) => {
    // Backwards nothing is asked for.
    if (stepsLeft(pipeline, page.step, to).length === 0) void goingBack.run({ to, revision: deal.revision });
    else setWay({ to });
  };
  const { steps } = pipeline;
  const following = steps[steps.findIndex(({ key }) => key === page.step) + 1];
  const next = () => {
    if (deal.state === 'won' && following === undefined) setWay('finish');
    else if (following === undefined || (deal.state === 'open' && following.after === true)) setWay('win');
    else setWay({ to: following.key });
  };
  const stall = words.stall(deal);
  return (
    <>
      <PageHeader
        title={<bdi style={{ whiteSpace: 'normal' }}>{deal.title}</bdi>}
        tab={deal.title}
        crumbs={[
          <Link key="deals" to={paths.salesDeals} search={{ pipeline: deal.pipeline }}>
            {t('salesDeals.title')}
          </Link>,
        ]}
        meaning={
          <>
            <Link to={paths.person} params={{ person: String(deal.person) }} className={spend.link}>
              <bdi style={{ whiteSpace: 'normal' }}>
                {page.personName ?? t('person.nameless', { number: deal.person })}
              </bdi>
            </Link>
            {' · '}
            <span className={styles.headAmount}>{words.amount(deal.amount)}</span>{' '}
            <span
              className={spend.verdict}
              {...(deal.state === 'open' ? {} : { 'data-good': deal.state === 'won' })}
            >
              {t(`salesDeals.stateOf.${deal.state}`)}
            </span>
          </>
        }
        actions={
          mayWrite ? (
            <>
              <Button variant="outlined" color="inherit" onClick={() => setOpen('edit')}>
                {t('salesDeals.edit.open')}
              </Button>
              {deal.state === 'open' ? (
                <>
                  <Button variant="outlined" color="inherit" onClick={() => setOpen('lose')}>
                    {t('salesDeals.lose.deed')}
                  </Button>
                  <Button variant="contained" onClick={() => setWay('win')}>
                    {t('salesDeals.onward.winDeed')}
                  </Button>
                </>
              ) : (
                <Button
                  variant="outlined"
                  loading={reopening.pending}
                  onClick={() => void reopening.run({ revision: deal.revision })}
                >
                  {t('salesDeals.reopen')}
                </Button>
              )}
            </>
          ) : undefined
        }
      />
      <StepPath page={page} mayMove={mayWrite} onGo={go} />
      {stall === null ? null : (
        <Alert severity="warning" sx={{ marginBlockEnd: 2 }}>
          {stall}
        </Alert>
      )}
      {deal.state === 'lost' ? (
        <Alert severity="info" sx={{ marginBlockEnd: 2 }}>
          {t('salesDeals.lostBecause', {
            reason: words.lost(pipeline, deal.lostReason),
            day: speech.date(deal.closedAt ?? 0),
          })}
          {deal.lostNote === null ? null : (
            <>
              {' '}
              <bdi style={{ whiteSpace: 'normal' }}>{deal.lostNote}</bdi>
            </>
          )}
        </Alert>
      ) : null}
      <div className={styles.page}>
        <div className={styles.main}>
          {deal.finishedAt === null ? (
            <StepPanel key={deal.revision} page={page} mayWrite={mayWrite} onNext={next} />
          ) : null}
          <Below deal={deal.id} person={deal.person} />
        </div>
        <div className={styles.side}>
          <DealFacts page={page} />
          <Beside deal={deal.id} person={deal.person} />
          <DealHistory page={page} />
        </div>
      </div>
      {way === null ? null : <OnwardDialog deal={deal.id} way={way} onClose={() => setWay(null)} />}
      {isOpen === 'edit' ? <EditDealDialog page={page} onClose={() => setOpen(null)} /> : null}
      {isOpen === 'lose' ? <LoseDialog page={page} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
