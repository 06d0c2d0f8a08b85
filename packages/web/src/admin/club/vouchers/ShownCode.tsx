import styles from './Codes.module.css';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { Secret } from '../../settings/Secret.tsx';
import { Qr } from '../../../ui/Qr.tsx';

/**
 * A code that is told this once, to be copied or scanned from the screen; a click beside it does not close it. Null: it
 * was told before and its telling got lost, which `lost` explains.
 */
export function ShownCode(props: {
  readonly title: string;
  readonly text: string;
  readonly lost: string;
  readonly code: string | null;
  /** Gives another code, where the one that got lost can be replaced. */
  readonly onNew?: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const title = useId();
  const { code } = props;
  return (
    <Dialog open aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title}>{props.title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, justifyItems: 'stretch' }}>
        <p className={spend.plain}>{code === null ? props.lost : props.text}</p>
        {code === null ? null : (
          <>
            <Secret label={t('clubCodes.code')} text={code} />
            <Qr className={styles.qr} text={code.replaceAll('-', '')} label={t('clubCodes.qr')} />
          </>
        )}
      </DialogContent>
      <DialogActions>
        {code === null && props.onNew !== undefined ? (
          <>
            <Button color="inherit" onClick={props.onClose}>
              {t('clubCodes.understood')}
            </Button>
            <Button variant="contained" onClick={props.onNew}>
              {t('clubCodes.cards.deed.recode')}
            </Button>
          </>
        ) : (
          <Button variant="contained" onClick={props.onClose}>
            {t(code === null ? 'clubCodes.understood' : 'clubCodes.kept')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
