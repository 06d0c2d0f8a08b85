import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Qr } from '../../../ui/Qr.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import styles from './Capture.module.css';
import { CopyCode } from './CopyCode.tsx';
import { frameOf, plainOf, scriptOf } from './embed-code.ts';
import type { KeptForm } from './queries.ts';

const WAYS = ['script', 'frame', 'plain', 'link'] as const;

/** How a form comes into a page: by a line of script, in a frame, as plain HTML, or by a link to its own page. */
export function EmbedDialog({ form, onClose }: { readonly form: KeptForm; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const title = useId();
  const [way, setWay] = useState<(typeof WAYS)[number]>('script');
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{t('salesCapture.embed')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, '&&': { paddingBlockStart: 1 } }}>
        <Views
          label={t('salesCapture.embedWays')}
          value={way}
          views={WAYS.map((value) => ({ value, label: t(`salesCapture.wayOf.${value}`) }))}
          onChange={setWay}
        />
        <p className={spend.plain}>{t(`salesCapture.wayText.${way}`)}</p>
        {way === 'script' ? (
          <CopyCode key={way} label={t('salesCapture.wayOf.script')} code={scriptOf(form.address)} />
        ) : way === 'frame' ? (
          <CopyCode
            key={way}
            label={t('salesCapture.wayOf.frame')}
            code={frameOf(form.address, form.definition)}
          />
        ) : way === 'plain' ? (
          <CopyCode
            key={way}
            label={t('salesCapture.wayOf.plain')}
            code={plainOf(form.address, form.definition)}
          />
        ) : (
          <>
            <CopyCode key={way} label={t('salesCapture.wayOf.link')} code={form.address} />
            <Qr text={form.address} label={t('salesCapture.square')} className={styles.square} />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('salesCapture.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
