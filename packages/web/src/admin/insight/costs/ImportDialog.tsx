import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { COSTS_CHANGED, type CostsImported } from '../../../api/money-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { inReadersDigits } from '../../../language/digits.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import spend from '../spend/Spend.module.css';

/** A file of so many characters holds more lines than are read at once. */
const LONGEST = 1_000_000;

/** Many costs at once, pasted from a sheet or read from a file. Lines that were refused stay in sight with their reason. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [csv, setCsv, draft] = useDraft('costs:lines', '');
  const [found, setFound] = useState<CostsImported | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const importing = useDeed({
    send: (body: { readonly csv: string; readonly withRemoved?: boolean }, headers) =>
      answerOf(api.POST('/v1/insight/costs/import', { body, headers })),
    refresh: COSTS_CHANGED,
    tellsFailure: true,
    onDone: (told) => {
      setFound(told);
      if (told.faulty === 0) draft.forget();
    },
  });
  const isDone = found !== null && found.faulty === 0;
  const write = (text: string) => {
    setCsv(text);
    setFound(null);
    importing.clear();
  };
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LONGEST);
    if (file.size <= LONGEST) write(await file.text());
  };
  return (
    <FormDialog
      open
      title={t('spend.lines.title')}
      deed={t(isDone ? 'spend.lines.close' : 'spend.lines.deed')}
      pending={importing.pending}
      onClose={onClose}
      onSubmit={() => {
        if (isDone) onClose();
        else if (csv.trim() !== '') void importing.run({ csv });
      }}
    >
      {importing.failure === null ? null : (
        <Alert severity="error">{failureText(importing.failure, t)}</Alert>
      )}
      {tooLarge ? <Alert severity="error">{t('spend.lines.tooLarge')}</Alert> : null}
      {found === null ? null : (
        <Alert severity={found.faulty === 0 ? 'success' : 'warning'}>
          {t('spend.lines.found', {
            added: speech.number(found.added),
            known: speech.number(found.known),
            faulty: speech.number(found.faulty),
          })}
          {found.removed === 0 ? null : (
            <>
              {' '}
              {t('spend.lines.removed', { count: found.removed, shown: speech.number(found.removed) })}{' '}
              <Button
                size="small"
                loading={importing.pending}
                onClick={() => void importing.run({ csv, withRemoved: true })}
              >
                {t('spend.lines.bringBack')}
              </Button>
            </>
          )}
        </Alert>
      )}
      {found === null || found.faulty === 0 ? (
        <>
          <p className={spend.plain}>{t('spend.lines.text')}</p>
          <div className={spend.tools}>
            <Button variant="outlined" onClick={() => input.current?.click()}>
              {t('spend.lines.file')}
            </Button>
            <Button color="inherit" onClick={() => write(t('spend.lines.sample'))}>
              {t('spend.lines.showSample')}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              accept=".csv,.tsv,.txt,text/csv"
              aria-label={t('spend.lines.file')}
              onChange={(event) => {
                void read(event.target.files?.[0]);
                // The same file may be chosen again after it was mended.
                event.target.value = '';
              }}
            />
          </div>
        </>
      ) : (
        <div className={spend.tableBox}>
          <table className={spend.table}>
            <thead>
              <tr>
                <th scope="col">{t('spend.lines.line')}</th>
                <th scope="col">{t('spend.lines.why')}</th>
              </tr>
            </thead>
            <tbody>
              {found.faults.map(({ line, sentence }) => (
                <tr key={line}>
                  <td>{speech.number(line)}</td>
                  <td className={spend.words}>{inReadersDigits(sentence)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <TextField
        label={t('spend.lines.lines')}
        value={csv}
        onChange={(event) => write(event.target.value)}
        multiline
        minRows={6}
        maxRows={14}
        helperText={t('spend.lines.help')}
        slotProps={{ htmlInput: { dir: 'auto', spellCheck: false } }}
      />
    </FormDialog>
  );
}
