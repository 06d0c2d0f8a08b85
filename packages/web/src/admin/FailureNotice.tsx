import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../failure/failure.ts';
import { Notice } from '../ui/Notice.tsx';

/** What went wrong and what to do now, in place of a view. The server's own sentence wins where it gave one. */
export function FailureNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const failure = asFailure(error);
  return (
    <Notice
      whole
      urgent
      title={t(`failure.${failure.kind}.title`)}
      action={
        <Button variant="contained" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      }
    >
      <p>
        {failure.kind === 'refused' && failure.sentence !== undefined
          ? failure.sentence
          : t(`failure.${failure.kind}.text`)}
      </p>
    </Notice>
  );
}
