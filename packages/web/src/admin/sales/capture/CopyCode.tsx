import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Capture.module.css';

/** Something to be copied as it stands. */
export function CopyCode({ label, code }: { readonly label: string; readonly code: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      // Where the browser forbids it the text can still be selected.
      () => setCopied(false),
    );
  const deed = t(isCopied ? 'salesCapture.copied' : 'salesCapture.copy');
  return (
    <div className={styles.group}>
      <div className={styles.partHead}>
        <strong>{label}</strong>
        <Button size="small" onClick={copy} aria-label={t('salesCapture.copyThis', { deed, what: label })}>
          {deed}
        </Button>
      </div>
      <pre className={styles.code} dir="ltr" tabIndex={0} role="group" aria-label={label}>
        {code}
      </pre>
    </div>
  );
}
