import Button from '@mui/material/Button';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Replaced } from '../loading/version.ts';
import { Notice } from '../ui/Notice.tsx';
import { FailureNotice } from './FailureNotice.tsx';

/** A view that could not be opened at all; it stands in place of the frame. */
export function Stopped({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof Replaced) {
    return (
      <main>
        <Notice
          whole
          urgent
          title={t('version.replaced')}
          action={
            <Button variant="contained" onClick={() => location.reload()}>
              {t('version.reload')}
            </Button>
          }
        >
          <p>{t('version.kept')}</p>
        </Notice>
      </main>
    );
  }
  return (
    <main>
      <FailureNotice
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
