import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../failure/failure.ts';
import { failureText } from '../failure/failure-text.ts';

/**
 * Asks before something that cannot simply be undone. Says what will happen, names the button by the deed and not
 * «OK», stays open with the reason when the deed fails, and closes when it is done. `typed` is a word to be typed
 * before the deed can be done, for what takes much with it.
 */
export function ConfirmDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** What the button does: «Delete», «Publish». */
  readonly deed: string;
  readonly danger?: boolean;
  readonly typed?: string;
  /** May be slow and may reject: the dialog shows both. */
  readonly onConfirm: () => void | Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({
    busy: false,
    error: null,
  });
  const title = useId();

  const close = () => {
    if (state.busy) return;
    setTyped('');
    setState({ busy: false, error: null });
    props.onClose();
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (state.busy) return;
    setState({ busy: true, error: null });
    try {
      await props.onConfirm();
      setTyped('');
      setState({ busy: false, error: null });
      props.onClose();
    } catch (error) {
      setState({ busy: false, error });
    }
  };

  return (
    <Dialog open={props.open} onClose={close} aria-labelledby={title} maxWidth="xs" fullWidth>
      <form onSubmit={(event) => void confirm(event)}>
        <DialogTitle id={title}>{props.title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {state.error === null ? null : (
            <Alert severity="error">{failureText(asFailure(state.error), t)}</Alert>
          )}
          <div>{props.children}</div>
          {props.typed === undefined ? null : (
            <TextField
              size="small"
              label={t('confirm.type', { word: props.typed })}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              autoFocus
              slotProps={{ htmlInput: { dir: 'auto' } }}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={close} color="inherit" disabled={state.busy}>
            {t('confirm.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={props.danger === true ? 'error' : 'primary'}
            loading={state.busy}
            disabled={props.typed !== undefined && typed.trim() !== props.typed.trim()}
            autoFocus={props.typed === undefined}
          >
            {props.deed}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
