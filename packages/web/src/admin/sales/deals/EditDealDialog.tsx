import Alert from '@mui/material/Alert';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { DealFields, type DealForm, NOBODYS } from './DealFields.tsx';
import { readProducts, showProducts } from './products.ts';
import { type Deal, dealQuery, type DealPage, DEALS_CHANGED } from './queries.ts';
import { useDealWords } from './useDealWords.ts';

interface Said {
  readonly title: string;
  readonly amount: number | null;
  readonly products: string[];
  readonly owner: string | null;
  readonly expectedClose: string | null;
}
/** Only what was changed is sent, so that nothing somebody else said of the rest is written over. */
type Changing = Partial<Said> & { readonly revision: number };

/** Changes what is said of a deal. Somebody else's change is shown beside one's own, and neither is lost. */
export function EditDealDialog({ page, onClose }: { readonly page: DealPage; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const words = useDealWords(page.owners);
  // What the form began with: what somebody else writes meanwhile must not take away what is being typed.
  const [deal] = useState<Deal>(page.deal);
  const separator = t('listSeparator');
  const [form, setForm, draft] = useDraft<DealForm>(`deal:${deal.id}:${deal.revision}`, {
    title: deal.title,
    amount: deal.amount,
    products: showProducts(deal.products, separator),
    owner: deal.owner ?? NOBODYS,
    expectedClose: deal.expectedClose,
  });
  const [isAsked, setAsked] = useState(false);
  const fresh = async () => (await queries.fetchQuery({ ...dealQuery(asking, deal.id), staleTime: 0 })).deal;
  const version = (one: Said) => [
    { label: t('salesDeals.titleOf'), text: one.title },
    { label: t('salesDeals.amount'), text: words.amount(one.amount) },
    { label: t('salesDeals.products'), text: showProducts(one.products, separator) },
    { label: t('salesDeals.close'), text: words.day(one.expectedClose) },
    { label: t('salesDeals.owner'), text: words.owner(one.owner) },
  ];
  const changing = useDeed({
    send: (body: Changing, headers) =>
      answerOf(api.PATCH('/v1/sales/deals/{id}', { params: { path: { id: deal.id } }, body, headers })),
    refresh: DEALS_CHANGED,
    tellsFailure: true,
    said: () => t('salesDeals.edit.done'),
    onDone: () => {
      draft.forget();
      onClose();
    },
    changed: {
      versions: async (input) => {
        const theirs = await fresh();
        // Of what one did not touch, theirs stays.
        return { mine: version({ ...theirs, ...input }), theirs: version(theirs) };
      },
      reload: async () => {
        await fresh();
        draft.forget();
        onClose();
      },
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const failure = changing.failure?.kind === 'changed' ? null : changing.failure;
  const title = form.title.trim();
  return (
    <FormDialog
      open
      title={t('salesDeals.edit.title')}
      deed={t('salesDeals.edit.deed')}
      pending={changing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (title === '') return;
        const products = readProducts(form.products);
        const owner = form.owner === NOBODYS ? null : form.owner;
        const isListed = showProducts(products, '\n') === showProducts(deal.products, '\n');
        void changing.run({
          ...(title === deal.title ? {} : { title }),
          ...(form.amount === deal.amount ? {} : { amount: form.amount }),
          ...(isListed ? {} : { products }),
          ...(owner === deal.owner ? {} : { owner }),
          ...(form.expectedClose === deal.expectedClose ? {} : { expectedClose: form.expectedClose }),
          revision: deal.revision,
        });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <DealFields
        form={form}
        owners={page.owners}
        isTitleMissing={isAsked && title === ''}
        onChange={(next) => {
          setForm(next);
          changing.clear();
        }}
      />
    </FormDialog>
  );
}
