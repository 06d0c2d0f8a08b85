import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Secret } from './Secret.tsx';

/** A dialog that tells a secret; a click beside it does not close it, since it cannot be opened again. */
export function ShownOnce(props: {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly secret: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <Dialog open={props.secret !== null} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{props.title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <p style={{ margin: 0 }}>{props.text}</p>
        <Secret label={props.label} text={props.secret ?? ''} />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={props.onClose}>
          {t('settings.second.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
