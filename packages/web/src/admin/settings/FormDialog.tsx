import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

/** A short form over the page: its fields, and the deed it ends in. */
export function FormDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly deed: string;
  readonly pending: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const title = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    props.onSubmit();
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <form onSubmit={submit}>
        <DialogTitle id={title}>{props.title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2.5, '&&': { paddingBlockStart: 1 } }}>
          {props.children}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={props.pending}>
            {props.deed}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
