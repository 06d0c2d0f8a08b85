import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { RECOMMENDATIONS_CHANGED } from './queries.ts';

interface Naming {
  readonly name: string;
  readonly mobile: string;
  readonly note: string;
  readonly call: boolean;
}

/** The name and number of a friend: they become a lead that keeps who recommended us to them. */
export function FriendDialog(props: {
  readonly referrer: number;
  readonly deal?: number | undefined;
  readonly ask?: number | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { referrer, deal, ask, onClose } = props;
  const [form, setForm] = useState<Naming>({ name: '', mobile: '', note: '', call: true });
  const [isAsked, setAsked] = useState(false);
  const bringing = useDeed({
    send: ({ name, mobile, note, call }: Naming, headers) =>
      answerOf(
        api.POST('/v1/sales/recommendations/friends', {
          body: {
            referrer,
            name: name.trim(),
            mobile: mobile.trim(),
            note: note.trim(),
            call,
            ...(deal === undefined ? {} : { deal }),
            ...(ask === undefined ? {} : { ask }),
          },
          headers,
        }),
      ),
    refresh: RECOMMENDATIONS_CHANGED,
    tellsFailure: true,
    said: ({ known, inClub }) =>
      t(
        known
          ? 'salesWords.ask.friendKnown'
          : inClub
            ? 'salesWords.ask.friendClub'
            : 'salesWords.ask.friendDone',
      ),
    onDone: onClose,
  });
  const put = (changes: Partial<Naming>) => {
    setForm({ ...form, ...changes });
    bringing.clear();
  };
  const needed = (text: string) =>
    isAsked && text.trim() === '' ? { error: true, helperText: t('salesWords.objections.needed') } : {};
  return (
    <FormDialog
      open
      title={t('salesWords.ask.friendTitle')}
      deed={t('salesWords.ask.friendDeed')}
      pending={bringing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (form.name.trim() !== '' && form.mobile.trim() !== '') void bringing.run(form);
      }}
    >
      {bringing.failure === null ? null : <Alert severity="error">{failedText(bringing.failure, t)}</Alert>}
      <TextField
        required
        autoFocus
        label={t('salesWords.ask.friendName')}
        value={form.name}
        autoComplete="off"
        onChange={(event) => put({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200, dir: 'auto' } }}
        {...needed(form.name)}
      />
      <TextField
        required
        label={t('salesWords.ask.friendMobile')}
        value={form.mobile}
        autoComplete="off"
        onChange={(event) => put({ mobile: event.target.value })}
        slotProps={{
          htmlInput: { maxLength: 40, dir: 'ltr', inputMode: 'tel', style: { textAlign: 'start' } },
        }}
        {...needed(form.mobile)}
      />
      <TextField
        size="small"
        multiline
        label={t('salesWords.ask.friendNote')}
        value={form.note}
        onChange={(event) => put({ note: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
      <FormControlLabel
        label={t('salesWords.ask.friendCall')}
        control={<Checkbox checked={form.call} onChange={(event) => put({ call: event.target.checked })} />}
      />
    </FormDialog>
  );
}
