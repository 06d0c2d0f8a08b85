import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { asFailure } from '../../../failure/failure.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { keepBlob } from '../../../ui/keep-blob.ts';
import { useToasts } from '../../../ui/toasts.ts';
import { useSetting } from '../../setting.ts';
import { ShownOnce } from '../../settings/ShownOnce.tsx';
import { dealQuery } from '../deals/queries.ts';
import styles from './Agreement.module.css';
import { CancelDialog } from './CancelDialog.tsx';
import { failedText, NotTexted } from './NotTexted.tsx';
import { OrderDialog } from './OrderDialog.tsx';
import { PayDialog } from './PayDialog.tsx';
import {
  type Agreement,
  agreementQuery,
  AGREEMENTS_CHANGED,
  type AgreementVersion,
  paperQuery,
  type Quotation,
  readPdf,
} from './queries.ts';
import { QuotationDialog } from './QuotationDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import { useAgreementWords } from './useAgreementWords.ts';
import { WantsDialog } from './WantsDialog.tsx';

type Asked =
  | 'change'
  | 'ask'
  | 'approve'
  | 'refuse'
  | 'withdraw'
  | 'discard'
  | 'order'
  | 'pay'
  | 'cancel'
  | 'return';

const LOOK_AFTER_MS = 2_500;

/** What can be done with an agreement as it stands. */
export function AgreementDeeds({
  agreement,
  version,
}: {
  readonly agreement: Agreement;
  readonly version: AgreementVersion;
}) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const queries = useQueryClient();
  const toasts = useToasts();
  const words = useAgreementWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const paper = useQuery(paperQuery(asking));
  const matter = useQuery({
    ...dealQuery(asking, agreement.deal),
    enabled: asked === 'change',
    refetchInterval: false,
  });
  const [link, setLink] = useState<string | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const { id, kind, state, revision, order } = agreement;
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const params = { path: { id } };
  const fresh = () => queries.fetchQuery({ ...agreementQuery(asking, id), staleTime: 0 });
  const again = async <Input extends { readonly revision: number }>(input: Input): Promise<Input> => ({
    ...input,
    revision: (await fresh()).revision,
  });
  // What became of a message is known a moment after the answer.
  const lookLater = () =>
    void setTimeout(() => void queries.invalidateQueries({ queryKey: ['agreement'] }), LOOK_AFTER_MS);
  const sending = useDeed({
    send: (body: { readonly revision: number; readonly sms: boolean }, headers) =>
      answerOf(api.POST('/v1/sales/agreements/{id}/send', { params, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    said: (_, { sms }) => t(sms ? 'salesAgreement.texted' : 'salesAgreement.sentNow'),
    // The link of an answer that was lost on the way is told to nobody again: another one is.
    onDone: (answer, { sms }) => {
      if (answer.link === '') void linking.run({ sms: false });
      else setLink(answer.link);
      if (sms) lookLater();
    },
    changed: { reload: fresh, onTop: again },
  });
  const linking = useDeed({
    send: (body: { readonly sms: boolean }, headers) =>
      answerOf(api.POST('/v1/sales/agreements/{id}/link', { params, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    said: (_, { sms }) => t(sms ? 'salesAgreement.texted' : 'salesAgreement.linked'),
    onDone: (answer, { sms }) => {
      if (answer.link !== '') setLink(answer.link);
      if (sms) lookLater();
    },
  });
  const deciding = useDeed({
    send: (
      body: { readonly revision: number; readonly approve: boolean; readonly reason: string },
      headers,
    ) => answerOf(api.POST('/v1/sales/agreements/{id}/approval', { params, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    said: () => t('salesAgreement.decided'),
  });
  const requesting = useDeed({
    send: (body: { readonly revision: number; readonly reason: string }, headers) =>
      answerOf(api.POST('/v1/sales/agreements/{id}/approval-request', { params, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    said: () => t('salesAgreement.requested'),
  });
  const withdrawing = useDeed({
    send: (body: { readonly revision: number; readonly reason: string }, headers) =>
      answerOf(api.POST('/v1/sales/agreements/{id}/withdraw', { params, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    said: () => t('salesAgreement.withdrawn'),
  });
  const discarding = useDeed({
    send: (body: { readonly revision: number }, headers) =>
      answerOf(api.POST('/v1/sales/agreements/{id}/discard', { params, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    said: () => t('salesAgreement.discarded'),
  });
  const draw = async () => {
    setDrawing(true);
    try {
      keepBlob(`${words.name(agreement)}.pdf`, await readPdf(asking, id, version.version));
    } catch (error) {
      toasts.failed(failureText(asFailure(error), t));
    } finally {
      setDrawing(false);
    }
  };
  const close = () => setAsked(null);
  const { guard, approval } = version;
  const isHeld = guard !== null && guard.allowed < guard.asked;
  const isDraft = version.state === 'draft';
  const maySend = isDraft && (!isHeld || approval === 'given');
  const failed = failedText(agreement.events, version.version);
  // Then the ways to reach the customer stand with the word about it.
  const isLost = failed !== null && state === 'sent';
  return (
    <>
      {failed === null || !isLost ? null : (
        <NotTexted
          event={failed}
          isSending={linking.input?.sms === true}
          isLinking={linking.input?.sms === false}
          onAgain={() => void linking.run({ sms: true })}
          onLink={() => void linking.run({ sms: false })}
        />
      )}
      <div className={styles.tools}>
        {maySend ? (
          <>
            <Button
              variant="contained"
              loading={sending.input?.sms === false}
              onClick={() => void sending.run({ revision, sms: false })}
            >
              {t('salesAgreement.send')}
            </Button>
            <Button
              variant="outlined"
              loading={sending.input?.sms === true}
              onClick={() => void sending.run({ revision, sms: true })}
            >
              {t('salesAgreement.sendSms')}
            </Button>
          </>
        ) : null}
        {isDraft && isHeld && approval !== 'given' ? (
          mayManage ? (
            <>
              <Button variant="contained" onClick={() => setAsked('approve')}>
                {t('salesAgreement.approve')}
              </Button>
              <Button variant="outlined" onClick={() => setAsked('refuse')}>
                {t('salesAgreement.refuse')}
              </Button>
            </>
          ) : (
            <Button variant="contained" disabled={approval === 'asked'} onClick={() => setAsked('ask')}>
              {t('salesAgreement.askManager')}
            </Button>
          )
        ) : null}
        {state === 'accepted' && kind === 'quotation' && order === null ? (
          <Button variant="contained" onClick={() => setAsked('order')}>
            {t('salesAgreement.order')}
          </Button>
        ) : null}
        {order !== null && order.paidAt === null && order.cancelledAt === null ? (
          <Button variant="contained" onClick={() => setAsked('pay')}>
            {t('salesAgreement.pay')}
          </Button>
        ) : null}
        {state === 'accepted' ? null : (
          <Button variant="outlined" onClick={() => setAsked('change')}>
            {t(isDraft ? 'salesAgreement.change' : 'salesAgreement.newVersion')}
          </Button>
        )}
        {kind === 'quotation' ? (
          <Button variant="outlined" loading={isDrawing} onClick={() => void draw()}>
            {t('salesAgreement.pdf')}
          </Button>
        ) : null}
        {version.sentAt === null || isLost ? null : (
          <>
            <Button
              variant="outlined"
              loading={linking.input?.sms === false}
              onClick={() => void linking.run({ sms: false })}
            >
              {t('salesAgreement.link')}
            </Button>
            {state === 'sent' ? (
              <Button
                variant="outlined"
                loading={linking.input?.sms === true}
                onClick={() => void linking.run({ sms: true })}
              >
                {t('salesAgreement.smsAgain')}
              </Button>
            ) : null}
          </>
        )}
        {order !== null && order.paidAt === null && order.cancelledAt === null ? (
          <Button color="error" onClick={() => setAsked('cancel')}>
            {t('salesAgreement.cancel.deed')}
          </Button>
        ) : null}
        {order !== null && order.paidAt !== null && order.returnedAt === null ? (
          <Button color="error" onClick={() => setAsked('return')}>
            {t('salesAgreement.back.deed')}
          </Button>
        ) : null}
        {state === 'sent' ? (
          <Button color="error" onClick={() => setAsked('withdraw')}>
            {t('salesAgreement.withdraw')}
          </Button>
        ) : null}
        {isDraft ? (
          <Button color="error" onClick={() => setAsked('discard')}>
            {t('salesAgreement.discard')}
          </Button>
        ) : null}
      </div>
      <ShownOnce
        title={t('salesAgreement.linkTitle')}
        text={t('salesAgreement.linkText')}
        label={t('salesAgreement.link')}
        secret={link}
        onClose={() => setLink(null)}
      />
      {asked === 'change' && kind === 'quotation' && paper.data !== undefined ? (
        <QuotationDialog
          deal={agreement.deal}
          person={agreement.person}
          products={matter.data?.deal.products ?? []}
          paper={paper.data}
          kept={agreement}
          onDone={close}
          onClose={close}
        />
      ) : null}
      {asked === 'change' && kind === 'wants' ? (
        <WantsDialog deal={agreement.deal} known={[]} kept={agreement} onDone={close} onClose={close} />
      ) : null}
      {asked === 'ask' ? (
        <ReasonDialog
          title={t('salesAgreement.askManager')}
          text={t('salesAgreement.askManagerText')}
          deed={t('salesAgreement.askManager')}
          needed
          onClose={close}
          onSay={(reason) => requesting.attempt({ revision, reason })}
        />
      ) : null}
      {asked === 'approve' || asked === 'refuse' ? (
        <ReasonDialog
          title={t(asked === 'approve' ? 'salesAgreement.approve' : 'salesAgreement.refuse')}
          text={t('salesAgreement.decideText')}
          deed={t(asked === 'approve' ? 'salesAgreement.approve' : 'salesAgreement.refuse')}
          needed
          onClose={close}
          onSay={(reason) => deciding.attempt({ revision, approve: asked === 'approve', reason })}
        />
      ) : null}
      {asked === 'withdraw' ? (
        <ReasonDialog
          title={t('salesAgreement.withdraw')}
          text={t('salesAgreement.withdrawText')}
          deed={t('salesAgreement.withdraw')}
          onClose={close}
          onSay={(reason) => withdrawing.attempt({ revision, reason })}
        />
      ) : null}
      <ConfirmDialog
        open={asked === 'discard'}
        title={t('salesAgreement.discard')}
        deed={t('salesAgreement.discard')}
        danger
        onClose={close}
        onConfirm={() => discarding.attempt({ revision })}
      >
        {t('salesAgreement.discardText')}
      </ConfirmDialog>
      {asked === 'order' ? <OrderDialog agreement={agreement} onClose={close} /> : null}
      {asked === 'cancel' && order !== null ? (
        <CancelDialog agreement={agreement} order={order} onClose={close} />
      ) : null}
      {asked === 'return' && order !== null ? (
        <ReturnDialog
          agreement={agreement}
          order={order}
          content={version.content as Quotation}
          onClose={close}
        />
      ) : null}
      {asked === 'pay' && order !== null ? <PayDialog id={id} order={order} onClose={close} /> : null}
    </>
  );
}
