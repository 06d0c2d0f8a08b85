import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import { numbersIn } from '../../criteria/figures.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Agreement.module.css';
import { type KeptPaper, logoQuery, type Paper, PAPER_CHANGED, paperQuery } from './queries.ts';
import { Waiting } from './Waiting.tsx';

/** The head and the foot of papers, and what a quotation begins with. */
export function PaperPage() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const paper = useQuery(paperQuery(asking));
  return (
    <>
      <PageHeader title={t('salesAgreement.paper.title')} meaning={t('salesAgreement.paper.meaning')} />
      <Waiting />
      {paper.data !== undefined ? (
        <Letterhead kept={paper.data} />
      ) : paper.isError ? (
        <FailureNotice error={paper.error} onRetry={() => void paper.refetch()} />
      ) : (
        <RowsSkeleton rows={6} columns={2} height={52} />
      )}
    </>
  );
}

function Letterhead({ kept }: { readonly kept: KeptPaper }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const queries = useQueryClient();
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const [paper, setPaper, draft] = useDraft<Paper>(`sales-paper:${kept.revision}`, kept.paper);
  const fresh = () => queries.fetchQuery({ ...paperQuery(asking), staleTime: 0 });
  const changing = useDeed({
    send: (body: { readonly paper: Paper; readonly revision: number }, headers) =>
      answerOf(api.PUT('/v1/sales/paper', { body, headers })),
    refresh: PAPER_CHANGED,
    tellsFailure: true,
    said: () => t('salesAgreement.paper.done'),
    onDone: draft.forget,
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const write = (more: Partial<Paper>) => {
    setPaper((before) => ({ ...before, ...more }));
    changing.clear();
  };
  const text = (name: 'name' | 'address' | 'phones' | 'legal' | 'footer', most: number, help?: string) => (
    <TextField
      label={t(`salesAgreement.paper.${name}`)}
      value={paper[name]}
      disabled={!mayManage}
      helperText={help}
      onChange={(event) => write({ [name]: event.target.value })}
      autoComplete="off"
      slotProps={{ htmlInput: { dir: 'auto', maxLength: most } }}
    />
  );
  const number = (name: 'validDays' | 'guaranteeMonths' | 'askAfterDays', least: number, most: number) => (
    <TypedField
      label={t(`salesAgreement.paper.${name}`)}
      manner={numbersIn(speech)}
      value={paper[name]}
      least={least}
      most={most}
      onChange={(value) => write({ [name]: value ?? least })}
    />
  );
  const failure = changing.failure?.kind === 'changed' ? null : changing.failure;
  return (
    <form
      className={styles.card}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void changing.run({ paper, revision: kept.revision });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      {mayManage ? null : <Alert severity="info">{t('salesAgreement.paper.managers')}</Alert>}
      <LogoPart kept={kept} mayManage={mayManage} />
      <div className={styles.fields}>
        {text('name', 200, t('salesAgreement.paper.nameHelp'))}
        {text('phones', 200)}
        {text('address', 500)}
        {text('legal', 300, t('salesAgreement.paper.legalHelp'))}
        {text('footer', 500)}
      </div>
      <h2>{t('salesAgreement.paper.begins')}</h2>
      <div className={styles.fields}>
        {number('validDays', 1, 365)}
        <TypedField
          label={t('salesAgreement.paper.taxRate')}
          manner={numbersIn(speech)}
          value={paper.taxRate / 100}
          least={0}
          most={100}
          onChange={(rate) => write({ taxRate: Math.round((rate ?? 0) * 100) })}
        />
        {number('guaranteeMonths', 0, 120)}
        {number('askAfterDays', 0, 365)}
        {(['fa', 'en'] as const).map((language) => (
          <TextField
            key={language}
            className={styles.wide}
            label={t(`salesAgreement.paper.terms_${language}`)}
            multiline
            minRows={3}
            value={paper.terms[language]}
            disabled={!mayManage}
            onChange={(event) => write({ terms: { ...paper.terms, [language]: event.target.value } })}
            slotProps={{ htmlInput: { dir: language === 'fa' ? 'rtl' : 'ltr', maxLength: 4000 } }}
          />
        ))}
        <FormControlLabel
          className={styles.wide}
          control={
            <Switch checked={paper.proof} disabled={!mayManage} onChange={(_, proof) => write({ proof })} />
          }
          label={t('salesAgreement.quotation.proof')}
        />
      </div>
      {mayManage ? (
        <div>
          <Button type="submit" variant="contained" loading={changing.pending}>
            {t('salesAgreement.paper.keep')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

const LARGEST_KB = 200;

function LogoPart({ kept, mayManage }: { readonly kept: KeptPaper; readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const input = useRef<HTMLInputElement>(null);
  // A file is no plain data: the intent is its name and size, the file itself waits beside it.
  const chosen = useRef<File | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const { logo } = kept;
  const picture = useQuery({ ...logoQuery(asking, logo ?? ''), enabled: logo !== null });
  const adding = useDeed({
    send: (_: { readonly name: string; readonly bytes: number; readonly at: number }, headers) => {
      const form = new FormData();
      if (chosen.current !== null) form.append('file', chosen.current);
      return answerOf(
        api.POST('/v1/sales/paper/logo', {
          body: form as never,
          bodySerializer: (body: unknown) => body as never,
          headers,
        }),
      );
    },
    refresh: PAPER_CHANGED,
    said: () => t('salesAgreement.paper.done'),
  });
  const removing = useDeed({
    send: (_: 'logo', headers) => answerOf(api.DELETE('/v1/sales/paper/logo', { headers })),
    refresh: PAPER_CHANGED,
    said: () => t('salesAgreement.paper.done'),
  });
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LARGEST_KB * 1024);
    if (file.size > LARGEST_KB * 1024) return;
    chosen.current = file;
    void adding.run({ name: file.name, bytes: file.size, at: file.lastModified });
  };
  return (
    <div className={styles.tools}>
      {logo === null || picture.data === undefined ? null : (
        <img className={styles.logo} src={picture.data} alt={t('salesAgreement.paper.logo')} />
      )}
      {mayManage ? (
        <>
          <Button variant="outlined" loading={adding.pending} onClick={() => input.current?.click()}>
            {t(logo === null ? 'salesAgreement.paper.addLogo' : 'salesAgreement.paper.changeLogo')}
          </Button>
          {logo === null ? null : (
            <Button color="error" loading={removing.pending} onClick={() => void removing.run('logo')}>
              {t('salesAgreement.paper.removeLogo')}
            </Button>
          )}
          <input
            ref={input}
            type="file"
            hidden
            accept="image/png,image/jpeg"
            aria-label={t('salesAgreement.paper.logo')}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <span className={styles.soft}>
            {t('salesAgreement.paper.logoHelp', { most: speech.number(LARGEST_KB) })}
          </span>
        </>
      ) : null}
      {isTooLarge ? (
        <Alert severity="warning">
          {t('salesAgreement.paper.logoLarge', { most: speech.number(LARGEST_KB) })}
        </Alert>
      ) : null}
    </div>
  );
}
