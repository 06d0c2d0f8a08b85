import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { failureText } from '../../../failure/failure-text.ts';
import type { Failure } from '../../../failure/failure.ts';
import { useDeed } from '../../../api/mutations.ts';
import { type PeopleOrder, type PeopleSelection, wordsInUseQuery } from '../../../api/people-list-queries.ts';
import { useSetting } from '../../setting.ts';
import styles from './List.module.css';

/** More people than this are tagged only by who says again that they mean it; the server holds the same. */
const UNCONFIRMED = 1_000;

interface BulkProps {
  readonly selection: PeopleSelection;
  /** How many that is, as far as is known, and how to say it. */
  readonly people: number | null;
  readonly said: string;
  readonly onClose: () => void;
  /** It has begun. */
  readonly onBegun: () => void;
}

/** Tags for many, or off many. */
export function TagDialog({ selection, people, said, onClose, onBegun }: BulkProps) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useQuery(wordsInUseQuery(asking)).data;
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const [sure, setSure] = useState('');
  const large = people === null || people > UNCONFIRMED;
  const word = t('peopleList.tag.sureWord');
  const tag = useDeed({
    send: (input: { readonly add: string[]; readonly remove: string[] }, headers) =>
      answerOf(
        api.POST('/v1/people/tagging', {
          body: { selection, ...input, ...(large ? { confirmed: true as const } : {}) },
          headers,
        }),
      ),
    refresh: [['people-jobs']],
    tellsFailure: true,
    onDone: onBegun,
  });
  const nothing = add.length + remove.length === 0;
  return (
    <BulkDialog
      title={t('peopleList.tag.title', { people: said })}
      deed={t('peopleList.tag.deed')}
      failure={tag.failure}
      busy={tag.pending}
      disabled={nothing || (large && sure.trim() !== word)}
      onClose={onClose}
      onSubmit={() => void tag.run({ add, remove })}
    >
      {(
        [
          ['add', add, setAdd],
          ['remove', remove, setRemove],
        ] as const
      ).map(([which, value, set]) => (
        <Autocomplete
          key={which}
          multiple
          freeSolo
          autoSelect
          size="small"
          options={words?.tags ?? []}
          value={value}
          onChange={(_, tags) => set(tags)}
          renderInput={(field) => <TextField {...field} label={t(`peopleList.tag.${which}`)} />}
        />
      ))}
      {large ? (
        <TextField
          size="small"
          label={t('peopleList.tag.sure', { word })}
          value={sure}
          onChange={(event) => setSure(event.target.value)}
          autoComplete="off"
        />
      ) : null}
      <p className="soft">{t('peopleList.tag.text')}</p>
    </BulkDialog>
  );
}

/** People as a file. */
export function ExportDialog({
  selection,
  said,
  onClose,
  onBegun,
  order,
  columns,
}: BulkProps & { readonly order: PeopleOrder; readonly columns: readonly string[] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx');
  const [language, setLanguage] = useState(speech.language);
  const [digits, setDigits] = useState<'latin' | 'persian'>('latin');
  const write = useDeed({
    send: (input: { format: 'csv' | 'xlsx'; language: 'fa' | 'en'; digits: 'latin' | 'persian' }, headers) =>
      answerOf(
        api.POST('/v1/people/exports', {
          body: { selection, order, columns: [...columns], ...input },
          headers,
        }),
      ),
    refresh: [['people-jobs']],
    tellsFailure: true,
    onDone: onBegun,
  });
  return (
    <BulkDialog
      title={t('peopleList.export.title', { people: said })}
      deed={t('peopleList.export.deed')}
      failure={write.failure}
      busy={write.pending}
      disabled={columns.length === 0}
      onClose={onClose}
      onSubmit={() => void write.run({ format, language, digits })}
    >
      <TextField
        select
        size="small"
        label={t('peopleList.export.format')}
        value={format}
        onChange={(event) => setFormat(event.target.value === 'csv' ? 'csv' : 'xlsx')}
      >
        <MenuItem value="xlsx">Excel (XLSX)</MenuItem>
        <MenuItem value="csv">CSV</MenuItem>
      </TextField>
      <TextField
        select
        size="small"
        label={t('peopleList.export.language')}
        value={language}
        onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'fa')}
      >
        <MenuItem value="fa">{t('peopleList.export.fa')}</MenuItem>
        <MenuItem value="en">{t('peopleList.export.en')}</MenuItem>
      </TextField>
      <TextField
        select
        size="small"
        label={t('peopleList.export.digits')}
        value={digits}
        onChange={(event) => setDigits(event.target.value === 'persian' ? 'persian' : 'latin')}
      >
        <MenuItem value="latin">{t('peopleList.export.latin')}</MenuItem>
        <MenuItem value="persian">{t('peopleList.export.persian')}</MenuItem>
      </TextField>
      <p className="soft">{t('peopleList.export.text')}</p>
    </BulkDialog>
  );
}

export function BulkDialog(props: {
  readonly title: string;
  readonly deed: string;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const title = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.disabled && !props.busy) props.onSubmit();
  };
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <form onSubmit={submit}>
        <DialogTitle id={title}>{props.title}</DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            {props.failure === null ? null : <Alert severity="error">{failureText(props.failure, t)}</Alert>}
            {props.children}
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose} color="inherit">
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={props.busy} disabled={props.disabled}>
            {props.deed}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
