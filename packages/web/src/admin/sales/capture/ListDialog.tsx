import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, headersOf } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { asFailure } from '../../../failure/failure.ts';
import { failureText } from '../../../failure/failure-text.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import styles from './Capture.module.css';
import { OwnerChoice } from './OwnerChoice.tsx';
import { LISTS_CHANGED } from './queries.ts';
import { WordField } from './WordField.tsx';

const PLAIN = [
  'ignore',
  'name',
  'mobile',
  'email',
  'note',
  'wish',
  'price',
  'demo',
  'source',
  'medium',
  'campaign',
] as const;
const KNOWN_TRAITS = ['trait:city', 'trait:company', 'trait:job'] as const;

/** Takes a CSV: says what its columns are taken for, lets that be put right, and where its leads come from. */
export function ListDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const input = useRef<HTMLInputElement>(null);
  // A file is no plain data: the intent is its name and size, the file itself waits beside it.
  const file = useRef<File | null>(null);
  const [fileName, setFileName] = useState('');
  const [columns, setColumns] = useState<readonly string[]>([]);
  const [source, setSource] = useState<string | null>(null);
  const [campaign, setCampaign] = useState<string | null>(null);
  const [owner, setOwner] = useState<string | null>(null);
  const [hand, setHand] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const withFile = () => {
    const form = new FormData();
    if (file.current !== null) form.append('file', file.current);
    return form;
  };
  const looking = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/v1/sales/lead-list-looks', {
          body: withFile() as never,
          bodySerializer: (body: unknown) => body as never,
          headers: headersOf(asking),
        }),
      ),
    onSuccess: (look) => setColumns(look.columns),
  });
  const sending = useDeed({
    send: (
      asked: {
        readonly name: string;
        readonly bytes: number;
        readonly at: number;
        readonly columns: readonly string[];
        readonly source: string;
        readonly campaign: string | null;
        readonly owner: string | null;
        readonly hand: boolean;
      },
      headers,
    ) =>
      answerOf(
        api.POST('/v1/sales/lead-lists', {
          params: {
            query: {
              source: asked.source,
              columns: JSON.stringify(asked.columns),
              hand: asked.hand ? 'true' : 'false',
              ...(asked.campaign === null ? {} : { campaign: asked.campaign }),
              ...(asked.owner === null ? {} : { owner: asked.owner }),
            },
          },
          body: withFile() as never,
          bodySerializer: (body: unknown) => body as never,
          headers,
        }),
      ),
    refresh: LISTS_CHANGED,
    tellsFailure: true,
    said: ({ lines }) => t('salesCapture.listTaken', { count: lines, shown: speech.number(lines) }),
    onDone: onClose,
  });
  const look = looking.data;
  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    file.current = chosen;
    setFileName(chosen.name);
    sending.clear();
    looking.mutate();
  };
  const lacksSource = (source ?? '').trim() === '';
  const failure = sending.failure ?? (looking.error === null ? null : asFailure(looking.error));
  return (
    <FormDialog
      open
      title={t('salesCapture.newList')}
      deed={t('salesCapture.makeLeads')}
      pending={sending.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        const chosen = file.current;
        if (chosen === null || look === undefined || lacksSource) return;
        const { name, size, lastModified } = chosen;
        void sending.run({
          name,
          bytes: size,
          at: lastModified,
          columns,
          source: source ?? '',
          campaign,
          owner,
          hand,
        });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <div className={styles.partHead}>
        <Button variant="outlined" loading={looking.isPending} onClick={() => input.current?.click()}>
          {t('salesCapture.chooseFile')}
        </Button>
        <bdi className={styles.long}>{fileName === '' ? t('salesCapture.fileHint') : fileName}</bdi>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,text/csv"
          aria-label={t('salesCapture.chooseFile')}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {isAsked && file.current === null ? (
        <span role="alert" style={{ color: 'var(--down)' }}>
          {t('salesCapture.fileNeeded')}
        </span>
      ) : null}
      {look === undefined ? null : (
        <>
          <p className={spend.plain}>
            {t('salesCapture.linesRead', { count: look.lines, shown: speech.number(look.lines) })}
          </p>
          {look.headers.map((header, index) => (
            <TextField
              key={index}
              select
              size="small"
              label={header}
              value={columns[index] ?? 'ignore'}
              helperText={
                <bdi>
                  {look.sample
                    .map((cells) => cells[index] ?? '')
                    .filter((cell) => cell !== '')
                    .slice(0, 2)
                    .join('، ')}
                </bdi>
              }
              onChange={(event) =>
                setColumns(columns.map((column, at) => (at === index ? event.target.value : column)))
              }
            >
              {PLAIN.map((column) => (
                <MenuItem key={column} value={column}>
                  {t(`salesCapture.columnOf.${column}`)}
                </MenuItem>
              ))}
              {[...new Set([...KNOWN_TRAITS, `trait:${traitFrom(header, index)}`])].map((column) => (
                <MenuItem key={column} value={column}>
                  {t('salesCapture.columnTrait', { trait: column.slice('trait:'.length) })}
                </MenuItem>
              ))}
            </TextField>
          ))}
        </>
      )}
      <WordField
        required
        label={t('salesCapture.source')}
        value={source}
        fault={isAsked && lacksSource ? t('salesCapture.needed') : undefined}
        onChange={setSource}
      />
      <WordField label={t('salesCapture.campaign')} value={campaign} onChange={setCampaign} />
      <OwnerChoice owner={owner} onChange={setOwner} />
      <FormControlLabel
        control={<Checkbox checked={hand} onChange={(_, checked) => setHand(checked)} />}
        label={t('salesCapture.hand')}
      />
    </FormDialog>
  );
}

/** The name of a trait out of a header: its letters and digits. */
function traitFrom(header: string, index: number): string {
  const name = header
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '_')
    .replaceAll(/^[_\p{N}]+|_+$/gu, '')
    .slice(0, 63);
  return name === '' ? `column${index + 1}` : name;
}
