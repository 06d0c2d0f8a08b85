import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { OwnerChoice } from './OwnerChoice.tsx';
import { type Mailbox, MAILBOXES_CHANGED } from './queries.ts';
import { WordField } from './WordField.tsx';

interface Draft {
  readonly title: string;
  readonly source: string;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly hand: boolean;
  readonly closed: boolean;
}

const blank: Draft = { title: '', source: '', campaign: null, owner: null, hand: false, closed: false };

/** Makes an address that takes in e-mail, or changes one. The address itself stays. */
export function MailboxDialog({
  mailbox,
  onClose,
}: {
  readonly mailbox: Mailbox | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(mailbox ?? blank);
  const [isAsked, setAsked] = useState(false);
  const saving = useDeed({
    send: (asked: Draft & { readonly id: number | null; readonly revision: number }, headers) => {
      const { title, source, campaign, owner, hand, closed, id, revision } = asked;
      const body = { title: title.trim(), source: source.trim(), campaign, owner, hand };
      return answerOf(
        id === null
          ? api.POST('/v1/sales/mailboxes', { body, headers })
          : api.PUT('/v1/sales/mailboxes/{mailbox}', {
              params: { path: { mailbox: id } },
              body: { ...body, closed, revision },
              headers,
            }),
      );
    },
    refresh: MAILBOXES_CHANGED,
    tellsFailure: true,
    said: () => t('salesCapture.saved'),
    onDone: onClose,
  });
  const write = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    saving.clear();
  };
  const needed = (text: string) => (isAsked && text.trim() === '' ? t('salesCapture.needed') : undefined);
  return (
    <FormDialog
      open
      title={t(mailbox === null ? 'salesCapture.newMailbox' : 'salesCapture.changeMailbox')}
      deed={t('salesCapture.save')}
      pending={saving.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (draft.title.trim() === '' || draft.source.trim() === '') return;
        void saving.run({ ...draft, id: mailbox?.id ?? null, revision: mailbox?.revision ?? 0 });
      }}
    >
      {saving.failure === null ? null : <Alert severity="error">{failureText(saving.failure, t)}</Alert>}
      <WordField
        required
        label={t('salesCapture.mailboxTitle')}
        value={draft.title}
        fault={needed(draft.title)}
        onChange={(title) => write({ title: title ?? '' })}
      />
      <WordField
        required
        label={t('salesCapture.source')}
        value={draft.source}
        fault={needed(draft.source)}
        onChange={(source) => write({ source: source ?? '' })}
      />
      <WordField
        label={t('salesCapture.campaign')}
        value={draft.campaign}
        onChange={(campaign) => write({ campaign })}
      />
      <OwnerChoice owner={draft.owner} onChange={(owner) => write({ owner })} />
      <FormControlLabel
        control={<Checkbox checked={draft.hand} onChange={(_, hand) => write({ hand })} />}
        label={t('salesCapture.hand')}
      />
      {mailbox === null ? null : (
        <FormControlLabel
          control={<Checkbox checked={draft.closed} onChange={(_, closed) => write({ closed })} />}
          label={t('salesCapture.mailboxClosed')}
        />
      )}
    </FormDialog>
  );
}
