import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import { daysIn, numbersIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { TypedDay } from '../deals/TypedDay.tsx';
import styles from './Agreement.module.css';
import { GuardNote } from './GuardNote.tsx';
import { LinesTable } from './LinesTable.tsx';
import {
  type Agreement,
  type AgreementDraft,
  agreementQuery,
  AGREEMENTS_CHANGED,
  type KeptPaper,
  previewQuery,
  type Quotation,
  type QuotationInput,
} from './queries.ts';
import {
  emptyLine,
  formOf,
  type LineForm,
  newForm,
  productsWithout,
  type QuotationForm,
  readForm,
} from './quotation-form.ts';
import { Totals } from './Totals.tsx';
import { useSayFault } from './useSayFault.ts';

interface Writing {
  readonly language: 'fa' | 'en';
  readonly content: QuotationInput;
  readonly revision: number;
}

/** How long nobody has to type before the server is asked what the guard says. */
const PAUSE_MS = 700;
const MOST_WANTED = 12;

/** Writes a quotation, new or of a deal's that is there; what was sent becomes another version. */
export function QuotationDialog(props: {
  readonly deal: number;
  readonly person: number;
  readonly products: readonly string[];
  readonly paper: KeptPaper;
  readonly kept: Agreement | null;
  readonly onDone: (agreement: Agreement) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const queries = useQueryClient();
  const title = useId();
  const isNarrow = useMediaQuery('(max-width: 900px)');
  const { kept, paper } = props;
  const version = kept?.versions.find((one) => one.version === kept.version);
  const [form, setForm, draft] = useDraft<QuotationForm>(
    kept === null ? `quotation:new:${props.deal}` : `quotation:${kept.id}:${kept.revision}`,
    version === undefined
      ? newForm(speech, paper.paper, today, props.products)
      : formOf(version.content as Quotation, version.language, speech),
  );
  const [isAsked, setAsked] = useState(false);
  const sayFault = useSayFault();
  const read = useMemo(() => readForm(form, speech), [form, speech]);
  const settled = useSettled(read.content, PAUSE_MS);
  const preview = useQuery(previewQuery(asking, props.person, settled));
  const fresh = () => queries.fetchQuery({ ...agreementQuery(asking, kept?.id ?? 0), staleTime: 0 });
  const done = (agreement: Agreement) => {
    draft.forget();
    props.onDone(agreement);
  };
  const writing = useDeed({
    send: ({ language, content, revision }: Writing, headers) => {
      const body: AgreementDraft = { kind: 'quotation', language, content };
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
    onDone: done,
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const change = (more: Partial<QuotationForm>) => {
    setForm((before) => ({ ...before, ...more }));
    writing.clear();
  };
  const changeLines = useCallback(
    (next: (lines: readonly LineForm[]) => readonly LineForm[]) =>
      setForm((before) => ({ ...before, lines: next(before.lines) })),
    [setForm],
  );
  // What joined the deal after this was begun: it has no price yet, so nobody writes its line but a member of staff.
  const wanted = productsWithout(props.products, form.lines).slice(0, MOST_WANTED);
  const save = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setAsked(true);
    if (read.content === null) return;
    void writing.run({ language: form.language, content: read.content, revision: kept?.revision ?? 0 });
  };
  const failure = writing.failure?.kind === 'changed' ? null : writing.failure;
  const numbers = numbersIn(speech);
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={title}
      maxWidth="lg"
      fullWidth
      fullScreen={isNarrow}
    >
      <form onSubmit={save} noValidate style={{ display: 'contents' }}>
        <DialogTitle id={title}>
          {t(
            kept === null
              ? 'salesAgreement.quotation.new'
              : kept.state === 'draft'
                ? 'salesAgreement.quotation.change'
                : 'salesAgreement.quotation.again',
          )}
        </DialogTitle>
        <DialogContent
          sx={{ display: 'grid', gap: 2.5, alignContent: 'start', '&&': { paddingBlockStart: 1 } }}
        >
          {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
          {draft.restored ? <Alert severity="info">{t('salesAgreement.restored')}</Alert> : null}
          <div className={styles.fields}>
            <TextField
              label={t('salesAgreement.quotation.title')}
              value={form.title}
              onChange={(event) => change({ title: event.target.value })}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
            />
            <TextField
              select
              label={t('salesAgreement.quotation.language')}
              value={form.language}
              onChange={(event) => {
                const language = event.target.value === 'en' ? 'en' : 'fa';
                const isUntouched = form.terms === paper.paper.terms[form.language];
                change({ language, ...(isUntouched ? { terms: paper.paper.terms[language] } : {}) });
              }}
            >
              <MenuItem value="fa">{t('sales.inPersian')}</MenuItem>
              <MenuItem value="en">{t('sales.inEnglish')}</MenuItem>
            </TextField>
            <TypedDay
              label={t('salesAgreement.quotation.validUntil')}
              manner={daysIn(speech)}
              value={form.validUntil}
              onChange={(validUntil) => change({ validUntil })}
            />
          </div>
          {wanted.length === 0 || kept === null ? null : (
            <div className={styles.tools}>
              <span className={styles.soft}>{t('salesAgreement.lines.wanted')}</span>
              {wanted.map((product) => (
                <Button
                  key={product}
                  size="small"
                  variant="outlined"
                  startIcon={<PlusIcon size={16} />}
                  aria-label={t('salesAgreement.lines.addWanted', { product: `\u2068${product}\u2069` })}
                  onClick={() =>
                    changeLines((lines) => [
                      ...lines,
                      { ...emptyLine(speech, paper.paper.taxRate), text: product },
                    ])
                  }
                >
                  <bdi>{product}</bdi>
                </Button>
              ))}
            </div>
          )}
          <LinesTable
            lines={form.lines}
            read={read}
            taxRate={paper.paper.taxRate}
            isAsked={isAsked}
            onChange={changeLines}
          />
          <div className={styles.fields}>
            <TextField
              label={t('salesAgreement.quotation.discount')}
              helperText={t('salesAgreement.quotation.discountHelp')}
              value={form.discount}
              onChange={(event) => change({ discount: event.target.value })}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'ltr', style: { textAlign: 'start' }, maxLength: 40 } }}
            />
            {read.totals === null ? <span /> : <Totals totals={read.totals} />}
          </div>
          {preview.data === undefined ? null : <GuardNote guard={preview.data.guard} />}
          <div className={styles.fields}>
            <TextField
              label={t('salesAgreement.quotation.delivery')}
              value={form.delivery}
              onChange={(event) => change({ delivery: event.target.value })}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 300 } }}
            />
            <TypedField
              label={t('salesAgreement.quotation.guarantee')}
              manner={numbers}
              value={form.guaranteeMonths}
              least={0}
              most={120}
              onChange={(guaranteeMonths) => change({ guaranteeMonths })}
            />
            <TypedField
              label={t('salesAgreement.quotation.visits')}
              manner={numbers}
              value={form.visits}
              least={1}
              most={60}
              onChange={(visits) => change({ visits })}
            />
            <TypedField
              label={t('salesAgreement.quotation.everyMonths')}
              manner={numbers}
              value={form.everyMonths}
              least={1}
              most={120}
              onChange={(everyMonths) => change({ everyMonths })}
            />
            <TypedField
              label={t('salesAgreement.quotation.askAfter')}
              manner={numbers}
              value={form.askAfterDays}
              least={0}
              most={365}
              onChange={(askAfterDays) => change({ askAfterDays })}
            />
            <TextField
              className={styles.wide}
              label={t('salesAgreement.quotation.terms')}
              multiline
              minRows={3}
              value={form.terms}
              onChange={(event) => change({ terms: event.target.value })}
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 4000 } }}
            />
            <FormControlLabel
              className={styles.wide}
              control={<Switch checked={form.proof} onChange={(_, proof) => change({ proof })} />}
              label={t('salesAgreement.quotation.proof')}
            />
          </div>
          {isAsked && read.fault !== null ? <Alert severity="error">{sayFault(read.fault)}</Alert> : null}
          {isAsked && read.faults.length > 0 ? (
            <Alert severity="error">
              {t('salesAgreement.lines.faults', {
                count: read.faults.length,
                number: speech.number(read.faults.length),
              })}
            </Alert>
          ) : null}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={writing.pending}>
            {t('salesAgreement.keep')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** A value once it has stood still for a while. */
function useSettled<Value>(value: Value, pauseMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(waiting);
  }, [value, pauseMs]);
  return settled;
}
