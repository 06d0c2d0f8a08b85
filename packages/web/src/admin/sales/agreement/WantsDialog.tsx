import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Agreement.module.css';
import {
  type Agreement,
  type AgreementDraft,
  agreementQuery,
  AGREEMENTS_CHANGED,
  type Wants,
} from './queries.ts';

const MOST_WANTS = 50;

interface WantsForm {
  readonly language: 'fa' | 'en';
  readonly intro: string;
  readonly wants: readonly { readonly text: string; readonly note: string }[];
}
interface Writing extends WantsForm {
  readonly revision: number;
}

/** Writes down what the customer wants, to be read back to them. `known`: what is remembered of what they said. */
export function WantsDialog(props: {
  readonly deal: number;
  readonly known: readonly string[];
  readonly kept: Agreement | null;
  readonly onDone: (agreement: Agreement) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const { kept } = props;
  const version = kept?.versions.find((one) => one.version === kept.version);
  const said = version?.content as Wants | undefined;
  const [form, setForm, draft] = useDraft<WantsForm>(
    kept === null ? `wants:new:${props.deal}` : `wants:${kept.id}:${kept.revision}`,
    said === undefined
      ? {
          language: speech.language,
          intro: '',
          wants: [...props.known.map((text) => ({ text, note: '' })), { text: '', note: '' }].slice(
            0,
            MOST_WANTS,
          ),
        }
      : { language: version?.language ?? speech.language, intro: said.intro, wants: said.wants },
  );
  const [isAsked, setAsked] = useState(false);
  const wants = form.wants.filter(({ text }) => text.trim() !== '');
  const fresh = () => queries.fetchQuery({ ...agreementQuery(asking, kept?.id ?? 0), staleTime: 0 });
  const writing = useDeed({
    send: ({ language, intro, wants: list, revision }: Writing, headers) => {
      const body: AgreementDraft = { kind: 'wants', language, content: { intro, wants: [...list] } };
      return kept === null
        ? answerOf(api.POST('/v1/sales/agreements', { body: { deal: props.deal, draft: body }, headers }))
        : answerOf(
            api.PUT('/v1/sales/agreements/{id}', {
              params: { path: { id: kept.id } },
              body: { revision, draft: body },
              headers,
            }),
          );
    },
    refresh: AGREEMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('salesAgreement.kept'),
    onDone: (agreement) => {
      draft.forget();
      props.onDone(agreement);
    },
    changed: { reload: fresh, onTop: async (input) => ({ ...input, revision: (await fresh()).revision }) },
  });
  const change = (more: Partial<WantsForm>) => {
    setForm((before) => ({ ...before, ...more }));
    writing.clear();
  };
  const write = (place: number, more: object) =>
    change({ wants: form.wants.map((want, at) => (at === place ? { ...want, ...more } : want)) });
  const failure = writing.failure?.kind === 'changed' ? null : writing.failure;
  return (
    <FormDialog
      open
      title={t(kept === null ? 'salesAgreement.wants.new' : 'salesAgreement.wants.change')}
      deed={t('salesAgreement.keep')}
      pending={writing.pending}
      onClose={props.onClose}
      onSubmit={() => {
        setAsked(true);
        if (wants.length > 0)
          void writing.run({ ...form, intro: form.intro.trim(), wants, revision: kept?.revision ?? 0 });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      {isAsked && wants.length === 0 ? (
        <Alert severity="warning">{t('salesAgreement.wants.needed')}</Alert>
      ) : null}
      <p className={styles.soft}>{t('salesAgreement.wants.help')}</p>
      <TextField
        select
        label={t('salesAgreement.quotation.language')}
        value={form.language}
        onChange={(event) => change({ language: event.target.value === 'en' ? 'en' : 'fa' })}
      >
        <MenuItem value="fa">{t('sales.inPersian')}</MenuItem>
        <MenuItem value="en">{t('sales.inEnglish')}</MenuItem>
      </TextField>
      {form.wants.map((want, place) => {
        const number = speech.number(place + 1);
        return (
          <div key={place} style={{ display: 'grid', gap: 8 }}>
            <TextField
              size="small"
              label={t('salesAgreement.wants.want', { number })}
              value={want.text}
              onChange={(event) => write(place, { text: event.target.value })}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 500 } }}
            />
            <TextField
              size="small"
              label={t('salesAgreement.wants.note', { number })}
              value={want.note}
              onChange={(event) => write(place, { note: event.target.value })}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 500 } }}
            />
          </div>
        );
      })}
      <div>
        <Button
          startIcon={<PlusIcon size={18} />}
          disabled={form.wants.length >= MOST_WANTS}
          onClick={() => change({ wants: [...form.wants, { text: '', note: '' }] })}
        >
          {t('salesAgreement.wants.add')}
        </Button>
      </div>
      <TextField
        label={t('salesAgreement.wants.intro')}
        multiline
        minRows={2}
        value={form.intro}
        onChange={(event) => change({ intro: event.target.value })}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 1000 } }}
      />
    </FormDialog>
  );
}
