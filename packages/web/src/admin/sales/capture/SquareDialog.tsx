import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Qr } from '../../../ui/Qr.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { CopyCode } from './CopyCode.tsx';
import type { CaptureLink } from './queries.ts';

/** The square of a link: to be printed for a stand as it is, or put into a leaflet as a drawing. */
export function SquareDialog({
  link,
  onClose,
}: {
  readonly link: CaptureLink;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const title = useId();
  const label = t('salesCapture.squareOf', { name: `\u2068${link.title}\u2069` });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title} sx={{ overflowWrap: 'anywhere' }}>
        <bdi>{link.title}</bdi>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, '&&': { paddingBlockStart: 1 } }}>
        <Qr text={link.address} label={label} className={styles.square} />
        <CopyCode label={t('salesCapture.printedAddress')} code={link.address} />
        {createPortal(
          <div className={styles.printed}>
            <strong>{session?.business?.name}</strong>
            <h1>{link.title}</h1>
            <Qr text={link.address} label={label} className={undefined} />
            <bdi dir="ltr">{link.address}</bdi>
          </div>,
          document.body,
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button color="inherit" onClick={onClose}>
          {t('salesCapture.close')}
        </Button>
        <Button component="a" href={`/v1/sales/links/${link.id}/square`} download={`${link.code}.svg`}>
          {t('salesCapture.asDrawing')}
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          {t('salesCapture.print')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
