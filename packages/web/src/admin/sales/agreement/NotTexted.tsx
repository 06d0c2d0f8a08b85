import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { useSetting } from '../../setting.ts';
import styles from './Agreement.module.css';
import type { Agreement } from './queries.ts';

/** The last message of what was sent, if it did not go out; null: it did, or there was none. */
export function failedText(events: Agreement['events'], version: number): Agreement['events'][number] | null {
  const last = events.find(
    ({ kind, version: of }) => of === version && (kind === 'texted' || kind === 'not_texted'),
  );
  return last?.kind === 'not_texted' ? last : null;
}

/** A message that did not go out: why, and the ways that are left. */
export function NotTexted(props: {
  readonly event: Agreement['events'][number];
  readonly isSending: boolean;
  readonly isLinking: boolean;
  readonly onAgain: () => void;
  readonly onLink: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { event } = props;
  const { code, ...detail } = event.detail;
  return (
    <Alert severity="warning">
      <p style={{ margin: 0 }}>
        {t('salesAgreement.notTexted.title', {
          day: speech.date(event.at, 'long'),
          time: speech.time(event.at),
        })}{' '}
        {typeof code === 'string' ? sayRefusal({ code, detail }, speech.language) : null}
      </p>
      <div className={styles.tools} style={{ marginBlockStart: 8 }}>
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          loading={props.isSending}
          onClick={props.onAgain}
        >
          {t('salesAgreement.notTexted.again')}
        </Button>
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          loading={props.isLinking}
          onClick={props.onLink}
        >
          {t('salesAgreement.notTexted.link')}
        </Button>
      </div>
    </Alert>
  );
}
