import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './List.module.css';

/** Which columns are shown; each change shows at once. */
export function ColumnsDialog(props: {
  readonly there: readonly string[];
  readonly chosen: readonly string[];
  readonly nameOf: (column: string) => string;
  readonly onChosen: (columns: readonly string[]) => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const title = useId();
  const { there, chosen, nameOf } = props;
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{t('peopleList.columns')}</DialogTitle>
      <DialogContent>
        <div className={styles.choices}>
          {there.map((column) => (
            <FormControlLabel
              key={column}
              label={<bdi>{nameOf(column)}</bdi>}
              control={
                <Checkbox
                  size="small"
                  checked={chosen.includes(column)}
                  onChange={(_, on) =>
                    props.onChosen(on ? [...chosen, column] : chosen.filter((one) => one !== column))
                  }
                />
              }
            />
          ))}
        </div>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onReset}>
          {t('peopleList.columnsReset')}
        </Button>
        <Button variant="contained" onClick={props.onClose}>
          {t('peopleList.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
