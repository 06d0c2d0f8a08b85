import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Codes.module.css';
import { type Batch, sheetQuery } from './queries.ts';

const CODES_ON_A_SHEET = 24;

/** Codes as squares on one A4 page after another, to be printed and cut. Only the page that is shown is printed. */
export function SheetDialog({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const title = useId();
  // Where each sheet so far began; the last one is shown.
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const after = starts.at(-1) ?? 0;
  const sheet = useQuery(sheetQuery(asking, batch.id, after));
  const next = sheet.data?.next ?? null;
  const which = t('clubCodes.vouchers.sheetOf', {
    sheet: speech.number(starts.length),
    sheets: speech.number(Math.max(1, Math.ceil(batch.made / CODES_ON_A_SHEET))),
  });
  const picture =
    sheet.data === undefined
      ? null
      : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sheet.data.svg)}`;
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{t('clubCodes.vouchers.sheet')}</DialogTitle>
      <DialogContent
        // A page is longer than the screen, and nothing in it takes the focus: the keyboard scrolls it all the same.
        tabIndex={0}
        role="group"
        aria-labelledby={title}
        sx={{ display: 'grid', gap: 2 }}
      >
        <p className={spend.plain}>{t('clubCodes.vouchers.sheetText')}</p>
        {picture === null ? (
          sheet.isError ? (
            <FailureNotice error={sheet.error} onRetry={() => void sheet.refetch()} />
          ) : (
            <BlockSkeleton height={640} />
          )
        ) : (
          <>
            <img className={styles.preview} src={picture} alt={which} />
            {createPortal(
              <div className={styles.printed}>
                <img src={picture} alt={which} />
              </div>,
              document.body,
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <span style={{ marginInlineEnd: 'auto', paddingInlineStart: 12 }} className="soft">
          {which}
        </span>
        {starts.length === 1 ? null : (
          <Button color="inherit" onClick={() => setStarts(starts.slice(0, -1))}>
            {t('clubCodes.vouchers.sheetBefore')}
          </Button>
        )}
        {next === null ? null : (
          <Button color="inherit" onClick={() => setStarts([...starts, next])}>
            {t('clubCodes.vouchers.sheetNext')}
          </Button>
        )}
        <Button color="inherit" onClick={onClose}>
          {t('clubCodes.close')}
        </Button>
        <Button variant="contained" disabled={picture === null} onClick={() => window.print()}>
          {t('clubCodes.vouchers.print')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
