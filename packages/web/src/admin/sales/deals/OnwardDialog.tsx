import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import styles from './Deals.module.css';
import { Evidence } from './Evidence.tsx';
import { readProducts } from './products.ts';
import { type Deal, dealQuery, type DealPage, DEALS_CHANGED } from './queries.ts';
import { useDealWords } from './useDealWords.ts';
import { type Filled, missingOf, type Said, stepsLeft } from './way.ts';

/** Where a deal is to go: to a step, over the sale, or to the end of what comes after it. */
export type Way = { readonly to: string } | 'win' | 'finish';

interface Onward {
  readonly changes?: { amount?: number; products?: string[]; expectedClose?: string };
  readonly known: Record<string, string | number | null>;
  readonly reason?: string;
  readonly revision: number;
  readonly amount: number | null;
}

/** Asks for what the steps left behind want to know, or for the reason why it goes on without. */
export function OnwardDialog(props: {
  readonly deal: number;
  readonly way: Way;
  readonly onClose: () => void;
  readonly onDone?: (deal: Deal) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  // What happened elsewhere a moment ago counts.
  const page = useQuery({
    ...dealQuery(asking, props.deal),
    refetchInterval: false,
    refetchOnMount: 'always',
  });
  if (page.data !== undefined) return <Asked {...props} page={page.data} />;
  return (
    <FormDialog
      open
      title={t('salesDeals.onward.title')}
      deed={t('salesDeals.onward.deed')}
      pending={false}
      onClose={props.onClose}
      onSubmit={() => undefined}
    >
      {page.isError ? (
        <FailureNotice error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <RowsSkeleton rows={3} columns={1} height={56} />
      )}
    </FormDialog>
  );
}

function Asked(props: {
  readonly page: DealPage;
  readonly way: Way;
  readonly onClose: () => void;
  readonly onDone?: (deal: Deal) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const words = useDealWords();
  const { page, way, onClose } = props;
  const { deal } = page;
  const { definition: pipeline } = page.pipeline;
  const to = typeof way === 'string' ? null : way.to;
  const target = pipeline.steps.find(({ key }) => key === to);
  const wins = way === 'win' || (deal.state === 'open' && target?.after === true);
  const [filled, setFilled, draft] = useDraft<Filled>(`deal:${deal.id}:evidence`, {});
  const [said, setSaid] = useState<Said>({});
  const [reason, setReason] = useState('');
  const [amount, setAmount] = useState<number | null>(deal.amount);
  const steps = stepsLeft(pipeline, page.step, to);
  const wanted = steps.filter((step) => step.asks.length > 0);
  const seen = missingOf(page, steps, filled, said);
  const fresh = () => queries.fetchQuery({ ...dealQuery(asking, deal.id), staleTime: 0 });
  const going = useDeed({
    send: ({ amount: worth, ...body }: Onward, headers): Promise<Deal> => {
      const params = { path: { id: deal.id } };
      if (way === 'finish')
        return answerOf(api.POST('/v1/sales/deals/{id}/finish', { params, body, headers }));
      if (way === 'win')
        return answerOf(
          api.POST('/v1/sales/deals/{id}/win', { params, body: { ...body, amount: worth }, headers }),
        );
      return answerOf(
        api.POST('/v1/sales/deals/{id}/move', { params, body: { ...body, to: way.to }, headers }),
      );
    },
    refresh: DEALS_CHANGED,
    tellsFailure: true,
    said: (done) =>
      way === 'finish'
        ? t('salesDeals.onward.finished')
        : wins
          ? t('salesDeals.onward.won', { title: `\u2068${done.title}\u2069` })
          : t('salesDeals.onward.moved', { step: words.step(pipeline, done.step) }),
    onDone: (done) => {
      draft.forget();
      props.onDone?.(done);
      onClose();
    },
    changed: {
      reload: fresh,
      versions: async () => {
        const now = await fresh();
        const line = (one: DealPage) => [
          { label: t('salesDeals.step'), text: words.step(pipeline, one.step) },
          { label: t('salesDeals.amount'), text: words.amount(one.deal.amount) },
          { label: t('salesDeals.owner'), text: words.owner(one.deal.owner) },
        ];
        return { mine: line(page), theirs: line(now) };
      },
      onTop: async (input) => ({ ...input, revision: (await fresh()).deal.revision }),
    },
  });
  const why = reason.trim();
  const changes = changesOf(said);
  const isLacking = going.failure?.code === 'deal_evidence_missing';
  const missing = isLacking ? Number(going.failure?.values['missing'] ?? seen) : seen;
  const failure = going.failure?.kind === 'changed' || isLacking ? null : going.failure;
  return (
    <FormDialog
      open
      title={
        way === 'finish'
          ? t('salesDeals.onward.finishTitle')
          : wins
            ? t('salesDeals.onward.winTitle')
            : t('salesDeals.onward.titleTo', { step: to === null ? '' : words.step(pipeline, to) })
      }
      deed={
        way === 'finish'
          ? t('salesDeals.onward.finishDeed')
          : wins
            ? t('salesDeals.onward.winDeed')
            : t('salesDeals.onward.deed')
      }
      pending={going.pending}
      onClose={onClose}
      onSubmit={() => {
        // Whether anything is missing the server knows best: it is asked, and what it says is shown at the reason.
        void going.run({
          known: { ...filled },
          ...(why === '' ? {} : { reason: why }),
          ...(changes === undefined ? {} : { changes }),
          revision: deal.revision,
          amount,
        });
      }}
    >
      <p className={spend.plain}>
        <bdi className={styles.title}>{deal.title}</bdi>
        {page.personName === null ? null : (
          <>
            {' · '}
            <bdi>{page.personName}</bdi>
          </>
        )}
      </p>
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      {way === 'win' ? (
        <TypedField
          label={t('salesDeals.amount')}
          manner={moneyIn(speech)}
          value={amount}
          onChange={setAmount}
          help={t('salesDeals.onward.amountHelp')}
        />
      ) : null}
      {wanted.map((step) => (
        <section key={step.key} className={styles.asked} aria-label={speech.words(step.name)}>
          {wanted.length > 1 ? <h3>{speech.words(step.name)}</h3> : null}
          <Evidence
            step={step}
            proofs={page.proofs.find((one) => one.step === step.key)?.proofs ?? []}
            known={deal.known}
            filled={filled}
            said={said}
            onSay={(next) => {
              setSaid(next);
              going.clear();
            }}
            onFill={(next) => {
              setFilled(next);
              going.clear();
            }}
          />
        </section>
      ))}
      {missing === 0 ? null : (
        <TextField
          multiline
          minRows={2}
          label={t('salesDeals.onward.reason')}
          value={reason}
          error={isLacking}
          helperText={t(isLacking ? 'salesDeals.onward.reasonNeeded' : 'salesDeals.onward.reasonHelp', {
            count: missing,
            shown: speech.number(missing),
          })}
          onChange={(event) => {
            setReason(event.target.value);
            going.clear();
          }}
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 1000 } }}
        />
      )}
    </FormDialog>
  );
}

/** What was said of the deal itself, as it is sent; undefined: nothing. */
function changesOf({ amount, products, expectedClose }: Said): Onward['changes'] {
  const listed = readProducts(products ?? '');
  const changes = {
    ...(typeof amount === 'number' ? { amount } : {}),
    ...(listed.length === 0 ? {} : { products: listed }),
    ...(typeof expectedClose === 'string' ? { expectedClose } : {}),
  };
  return Object.keys(changes).length === 0 ? undefined : changes;
}
