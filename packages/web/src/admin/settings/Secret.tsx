import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../../ui/toasts.ts';
import styles from './SettingsPage.module.css';

/** Something shown this once, with a button that copies it. */
export function Secret({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.say(t('settings.copied'));
    } catch {
      toasts.failed(t('settings.noCopy'));
    }
  };
  return (
    <div className={styles.secret} role="group" aria-label={label}>
      <code>{text}</code>
      <Button variant="outlined" size="small" onClick={() => void copy()}>
        {t('settings.copy')}
      </Button>
    </div>
  );
}
