import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { addMonths, isoDay } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation, LadderListed } from '../../api/answers.ts';
import { answerOf, api } from '../../api/client.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useSetting } from '../setting.ts';
import styles from './Papers.module.css';

/** How far ahead a pin can be set to end. */
const FARTHEST_MONTHS = 120;
const USUAL_MONTHS = 3;

/** Holds a person on a rung until a day, with a reason that everybody reads; or lets them go again. */
export function PinDialog(props: {
  readonly person: string;
  readonly ladder: LadderListed;
  readonly answer: Explanation;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { ladder, answer } = props;
  const [rung, setRung] = useState(answer.rung ?? ladder.places[0]?.key ?? '');
  const [until, setUntil] = useState(addMonths(today, USUAL_MONTHS, speech.calendar));
  const [reason, setReason] = useState('');
  const path = { id: Number(props.person) };
  const refresh = [['explanation'], ['facts'], ['ladder'], ['rung']];
  const pin = useDeed({
    send: (
      input: {
        readonly ladder: string;
        readonly rung: string;
        readonly until: string;
        readonly reason: string;
      },
      headers,
    ) => answerOf(api.POST('/v1/people/{id}/pins', { params: { path }, body: input, headers })),
    refresh,
    said: () => t('dossier.pin.pinned'),
    undo: (_, input, headers) =>
      answerOf(
        api.POST('/v1/people/{id}/unpin', { params: { path }, body: { ladder: input.ladder }, headers }),
      ),
    onDone: props.onClose,
    tellsFailure: true,
  });
  const unpin = useDeed({
    send: (input: { readonly ladder: string }, headers) =>
      answerOf(api.POST('/v1/people/{id}/unpin', { params: { path }, body: input, headers })),
    refresh,
    said: () => t('dossier.pin.unpinned'),
    onDone: props.onClose,
    tellsFailure: true,
  });
  const failure = pin.failure ?? unpin.failure;
  return (
    <Dialog open={props.open} onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby="pin-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '')
            void pin.run({ ladder: ladder.key, rung, until: isoDay(until), reason: reason.trim() });
        }}
      >
        <DialogTitle id="pin-title">{t('dossier.pin.title')}</DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            <p className="soft">{t('dossier.pin.meaning')}</p>
            {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
            <TextField
              select
              label={speech.words(ladder.name)}
              value={rung}
              onChange={(event) => setRung(event.target.value)}
            >
              {ladder.places.toReversed().map((place) => (
                <MenuItem key={place.key} value={place.key}>
                  {speech.words(place.name)}
                </MenuItem>
              ))}
            </TextField>
            <DayField
              label={t('dossier.pin.until')}
              day={until}
              last={addMonths(today, FARTHEST_MONTHS, speech.calendar)}
              speech={speech}
              onChange={setUntil}
            />
            <TextField
              label={t('dossier.pin.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              required
              multiline
              slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
            />
          </div>
        </DialogContent>
        <DialogActions>
          {answer.pinned === null ? null : (
            <Button
              color="warning"
              loading={unpin.pending}
              onClick={() => void unpin.run({ ladder: ladder.key })}
              sx={{ marginInlineEnd: 'auto' }}
            >
              {t('dossier.pin.unpin')}
            </Button>
          )}
          <Button color="inherit" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={pin.pending} disabled={reason.trim() === ''}>
            {t('dossier.pin.deed')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
