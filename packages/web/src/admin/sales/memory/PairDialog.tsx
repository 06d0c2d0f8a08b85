import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import styles from './Memory.module.css';
import { BELONGS_CHANGED, type ListedPair } from './queries.ts';

interface PairBody {
  readonly item: string;
  readonly other: string;
  readonly own: boolean;
  readonly hidden: boolean;
  readonly sentenceFa: string | null;
  readonly sentenceEn: string | null;
  readonly revision: number | null;
}

const LONGEST_NAME = 200;
const LONGEST_SENTENCE = 500;

/** What the business says of a pair: that it belongs together, what to say, or never to suggest it. */
export function PairDialog(props: { readonly listed: ListedPair | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { listed, onClose } = props;
  const pair = listed?.pair ?? null;
  const [draft, setDraft] = useState({
    item: listed?.item ?? '',
    other: listed?.other ?? '',
    fa: pair?.sentenceFa ?? '',
    en: pair?.sentenceEn ?? '',
    hidden: pair?.hidden ?? false,
  });
  const deed = {
    refresh: BELONGS_CHANGED,
    tellsFailure: true,
    onDone: onClose,
    changed: { reload: () => queries.invalidateQueries({ queryKey: ['sales-pairs'] }).then(onClose) },
  };
  const saving = useDeed({
    ...deed,
    send: (body: PairBody, headers) => answerOf(api.PUT('/v1/sales/belongs/pairs', { body, headers })),
    said: () => t('salesMemory.pairs.saved'),
  });
  const removing = useDeed({
    ...deed,
    send: (one: { readonly id: number; readonly revision: number }, headers) =>
      answerOf(
        api.DELETE('/v1/sales/belongs/pairs/{id}', {
          params: { path: { id: one.id }, query: { revision: one.revision } },
          headers,
        }),
      ),
    said: () => t('salesMemory.pairs.removed'),
  });
  const put = (changes: Partial<typeof draft>) => {
    saving.clear();
    setDraft({ ...draft, ...changes });
  };
  const failure = saving.failure ?? removing.failure;
  const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="edit-pair">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.item.trim() === '' || draft.other.trim() === '') return;
          void saving.run({
            item: draft.item.trim(),
            other: draft.other.trim(),
            // What is counted needs no hand that writes it; what was written by hand stays so.
            own: pair?.own ?? (listed === null || listed.numbers === null),
            hidden: draft.hidden,
            sentenceFa: said(draft.fa),
            sentenceEn: said(draft.en),
            revision: pair?.revision ?? null,
          });
        }}
      >
        <DialogTitle id="edit-pair">
          {t(listed === null ? 'salesMemory.pairs.newTitle' : 'salesMemory.pairs.editTitle')}
        </DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            <div className={styles.two}>
              {(['item', 'other'] as const).map((name) => (
                <TextField
                  key={name}
                  label={t(`salesMemory.pairs.${name}`)}
                  value={draft[name]}
                  required
                  disabled={listed !== null}
                  onChange={(event) => put({ [name]: event.target.value })}
                  slotProps={{ htmlInput: { maxLength: LONGEST_NAME, dir: 'auto', autoComplete: 'off' } }}
                />
              ))}
            </div>
            {(['fa', 'en'] as const).map((language) => (
              <TextField
                key={language}
                label={t(language === 'fa' ? 'salesMemory.pairs.sentenceFa' : 'salesMemory.pairs.sentenceEn')}
                value={draft[language]}
                multiline
                minRows={2}
                helperText={language === 'en' ? t('salesMemory.pairs.sentenceHelp') : undefined}
                onChange={(event) => put({ [language]: event.target.value })}
                slotProps={{
                  htmlInput: {
                    maxLength: LONGEST_SENTENCE,
                    lang: language,
                    dir: language === 'fa' ? 'rtl' : 'ltr',
                  },
                }}
              />
            ))}
            <FormControlLabel
              control={
                <Checkbox
                  checked={draft.hidden}
                  onChange={(event) => put({ hidden: event.target.checked })}
                />
              }
              label={t('salesMemory.pairs.hidden')}
            />
            {failure === null || failure.kind === 'changed' ? null : (
              <Alert severity="error">{failedText(failure, t)}</Alert>
            )}
          </div>
        </DialogContent>
        <DialogActions>
          {pair === null ? null : (
            <Button
              color="error"
              loading={removing.pending}
              onClick={() => void removing.run({ id: pair.id, revision: pair.revision })}
              sx={{ marginInlineEnd: 'auto' }}
            >
              {t('salesMemory.pairs.remove')}
            </Button>
          )}
          <Button color="inherit" onClick={onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={saving.pending}>
            {t('salesMemory.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
