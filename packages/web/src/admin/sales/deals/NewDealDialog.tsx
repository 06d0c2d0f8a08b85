import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import type { PersonFound } from '../../../api/answers.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { personQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { pipelinesQuery } from '../queries.ts';
import { DealFields, type DealForm, NOBODYS } from './DealFields.tsx';
import { readProducts } from './products.ts';
import { DEALS_CHANGED } from './queries.ts';
import { useDealWords } from './useDealWords.ts';

const NOBODY = 0;
const EMPTY: DealForm = { title: '', amount: null, products: '', owner: NOBODYS, expectedClose: null };

interface Opening {
  readonly person: number;
  readonly title: string;
  readonly pipeline?: string;
  readonly amount: number | null;
  readonly products: string[];
  readonly owner: string | null;
  readonly expectedClose: string | null;
}

/** Opens a deal with somebody. `person`: with whom, where that is known from the page it was asked on. */
export function NewDealDialog(props: {
  readonly person?: number | undefined;
  readonly pipeline?: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const navigate = useNavigate();
  const words = useDealWords();
  const pipelines = (useQuery(pipelinesQuery(asking)).data ?? []).filter(
    ({ archivedAt }) => archivedAt === null,
  );
  const [picked, setPicked] = useState<PersonFound | null>(null);
  const known = useQuery({
    ...personQuery(asking, String(props.person ?? NOBODY)),
    enabled: props.person !== undefined,
    refetchInterval: false,
  });
  const [chosen, setChosen] = useState(props.pipeline);
  const [form, setForm, draft] = useDraft<DealForm & { readonly touched?: true }>('deal:new', EMPTY);
  const [isAsked, setAsked] = useState(false);
  const opening = useDeed({
    send: (body: Opening, headers) => answerOf(api.POST('/v1/sales/deals', { body, headers })),
    refresh: DEALS_CHANGED,
    tellsFailure: true,
    said: () => t('salesDeals.new.done'),
    onDone: ({ id }) => {
      draft.forget();
      props.onClose();
      void navigate({ to: paths.salesDeal, params: { deal: String(id) } });
    },
  });
  const person = props.person ?? picked?.id ?? null;
  // Whoever opens it looks after it, until they say otherwise.
  const shown = form.touched === true ? form : { ...form, owner: words.me ?? NOBODYS };
  const title = shown.title.trim();
  return (
    <FormDialog
      open
      title={t('salesDeals.new.title')}
      deed={t('salesDeals.new.deed')}
      pending={opening.pending}
      onClose={props.onClose}
      onSubmit={() => {
        setAsked(true);
        if (person === null || title === '') return;
        void opening.run({
          person,
          title,
          ...(chosen === undefined ? {} : { pipeline: chosen }),
          amount: shown.amount,
          products: readProducts(shown.products),
          owner: shown.owner === NOBODYS ? null : shown.owner,
          expectedClose: shown.expectedClose,
        });
      }}
    >
      {opening.failure === null ? null : <Alert severity="error">{failureText(opening.failure, t)}</Alert>}
      {props.person !== undefined ? (
        <p className="soft" style={{ margin: 0 }}>
          <bdi>{known.data?.name ?? t('person.nameless', { number: props.person })}</bdi>
        </p>
      ) : (
        <>
          {isAsked && person === null ? (
            <Alert severity="warning">{t('salesDeals.new.personNeeded')}</Alert>
          ) : null}
          <PersonPicker
            label={t('salesDeals.person')}
            chosen={picked}
            except={NOBODY}
            onChoose={(one) => {
              setPicked(one);
              opening.clear();
            }}
          />
        </>
      )}
      {pipelines.length < 2 ? null : (
        <TextField
          select
          label={t('salesDeals.pipeline')}
          value={chosen ?? pipelines[0]?.key ?? ''}
          onChange={(event) => setChosen(event.target.value)}
        >
          {pipelines.map(({ key, definition }) => (
            <MenuItem key={key} value={key}>
              {speech.words(definition.name)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <DealFields
        form={shown}
        isTitleMissing={isAsked && title === ''}
        onChange={(next) => {
          setForm({ ...next, touched: true });
          opening.clear();
        }}
      />
    </FormDialog>
  );
}
