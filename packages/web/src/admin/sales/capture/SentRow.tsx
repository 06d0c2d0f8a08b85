import Button from '@mui/material/Button';
import { refusalSentences } from '@nardeban/core/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import type { Submission } from './queries.ts';

const DOUBTS = [
  'trap',
  'quick',
  'links',
  'markup',
  'same',
  'gibberish',
  'often',
  'two_people',
  'nobody',
] as const;

/** One thing that was sent: what it says, where it came from, why it waits, and what became of it. */
export function SentRow(props: {
  readonly sent: Submission;
  readonly busy: boolean;
  readonly onLetIn?: () => void;
  readonly onDiscard?: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { sent, busy, onLetIn, onDiscard } = props;
  const { title, text } = wordsOf(sent);
  const name = title === '' ? t('salesCapture.withoutName') : title;
  return (
    <div className={spend.row}>
      <div className={`${spend.what} ${styles.long}`}>
        <strong>
          {sent.person === null ? (
            <bdi>{name}</bdi>
          ) : (
            <Link to={paths.person} params={{ person: String(sent.person) }} className={spend.link}>
              <bdi>{name}</bdi>
            </Link>
          )}
        </strong>{' '}
        {sent.reasons.map((reason) => (
          <span key={reason} className={spend.badge}>
            <Reason reason={reason} />
          </span>
        ))}
        <div className={spend.about}>
          <span>{t(`salesCapture.sentBy.${sent.way}`)}</span>
          <span>
            {speech.date(sent.at, 'short')} <bdi>{speech.time(sent.at)}</bdi>
          </span>
          {[sent.source, sent.medium, sent.campaign].map((part, index) =>
            part === null ? null : (
              <span key={index}>
                <bdi>{part}</bdi>
              </span>
            ),
          )}
          {sent.address === null ? null : (
            <span>
              <bdi dir="ltr">{sent.address}</bdi>
            </span>
          )}
          {sent.conflict === null || sent.state !== 'waiting' ? null : (
            <span>
              <Link to={paths.duplicates} className={spend.link}>
                {t('salesCapture.decideFirst')}
              </Link>
            </span>
          )}
        </div>
        {text === '' ? null : (
          <p className={styles.said} dir="auto">
            {text}
          </p>
        )}
      </div>
      <span className={`${spend.buttons} not-printed`}>
        {onLetIn === undefined ? null : (
          <Button
            size="small"
            loading={busy}
            aria-label={t('salesCapture.letInThis', { name: `\u2068${name}\u2069` })}
            onClick={onLetIn}
          >
            {t('salesCapture.letIn')}
          </Button>
        )}
        {onDiscard === undefined ? null : (
          <Button
            size="small"
            color="error"
            disabled={busy}
            aria-label={t('salesCapture.discardThis', { name: `\u2068${name}\u2069` })}
            onClick={onDiscard}
          >
            {t('salesCapture.discard')}
          </Button>
        )}
      </span>
    </div>
  );
}

function Reason({ reason }: { readonly reason: string }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const doubt = DOUBTS.find((one) => one === reason);
  if (doubt !== undefined) return t(`salesCapture.reasonOf.${doubt}`);
  return Object.hasOwn(refusalSentences, reason) ? sayRefusal({ code: reason }, speech.language) : reason;
}

/** What they are called by in the list, and what they wrote besides. */
function wordsOf({ content }: Submission): { readonly title: string; readonly text: string } {
  if (content.kind === 'letter') {
    const spf = content.envelope.spf === null ? [] : [`SPF: ${content.envelope.spf}`];
    return {
      title: content.name === '' ? content.from : `${content.name} (${content.from})`,
      text: [content.subject, content.text, ...spf]
        .filter((part) => part !== '')
        .join('\n')
        .slice(0, 600),
    };
  }
  if (content.kind === 'line')
    return {
      title: content.cells
        .filter((cell) => cell !== '')
        .join(' · ')
        .slice(0, 200),
      text: '',
    };
  const { name = '', mobile = '', email = '', ...rest } = content.written;
  return {
    title: [name, mobile, email]
      .filter((part) => part !== '')
      // Each in its own direction.
      .map((part) => `\u2068${part.slice(0, 100)}\u2069`)
      .join(' · '),
    text: Object.values(rest)
      .filter((value) => value !== '1')
      .join('\n')
      .slice(0, 600),
  };
}
