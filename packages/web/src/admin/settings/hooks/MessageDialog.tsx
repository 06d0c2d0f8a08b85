import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Vocabulary } from '@nardeban/core/facts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { type Hook, type HookMessageOpened, hookMessageQuery } from '../../../api/hooks-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { LeftToRight } from '../../../ui/LeftToRight.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { useToasts } from '../../../ui/toasts.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Hooks.module.css';
import { eventName, sayOutcome } from './naming.ts';

/** One message: what was sent, what each attempt was answered with, and sending it again. */
export function MessageDialog(props: {
  readonly hook: Hook;
  readonly message: number;
  readonly words: Vocabulary;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const title = useId();
  const { hook, message: id } = props;
  const message = useQuery(hookMessageQuery(asking, hook.id, id));
  const replaying = useDeed({
    // Each press is a sending of its own.
    send: (_: { readonly at: number }, headers) =>
      answerOf(
        api.POST('/v1/hooks/{id}/messages/{message}/replay', {
          params: { path: { id: hook.id, message: id } },
          headers,
        }),
      ),
    refresh: [['hook-message'], ['hook-messages'], ['hook'], ['hooks']],
    said: () => t('hooks.replaySaid'),
  });
  const name = message.data === undefined ? '…' : eventName(message.data.event, props.words, t, speech);
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={title} maxWidth="md" fullWidth>
      <DialogTitle id={title}>{t('hooks.opened.title', { event: `\u2068${name}\u2069` })}</DialogTitle>
      <DialogContent>
        {message.isError ? (
          <FailureNotice error={message.error} onRetry={() => void message.refetch()} />
        ) : message.data === undefined ? (
          <BlockSkeleton height={280} />
        ) : (
          <Opened message={message.data} />
        )}
      </DialogContent>
      <DialogActions>
        <Button
          variant="outlined"
          disabled={!hook.enabled || message.data === undefined}
          loading={replaying.pending}
          onClick={() => void replaying.run({ at: Date.now() })}
        >
          {t('hooks.replay')}
        </Button>
        <Button variant="contained" onClick={props.onClose}>
          {t('hooks.opened.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Opened({ message }: { readonly message: HookMessageOpened }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const toasts = useToasts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message.body);
      toasts.say(t('settings.copied'));
    } catch {
      toasts.failed(t('settings.noCopy'));
    }
  };
  const moment = (at: number) => `${speech.date(at)} ${speech.time(at)}`;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('hooks.opened.state')}</dt>
        <dd>
          <span className={styles.state} data-state={message.state}>
            {t(`hooks.stateOf.${message.state}`)}
          </span>
        </dd>
        <dt>{t('hooks.opened.id')}</dt>
        <dd>
          <LeftToRight>{message.token}</LeftToRight>
        </dd>
        <dt>{t('hooks.opened.made')}</dt>
        <dd>{moment(message.madeAt)}</dd>
        {message.personId === null ? null : (
          <>
            <dt>{t('hooks.opened.about')}</dt>
            <dd>
              <Link to={paths.person} params={{ person: String(message.personId) }} className={styles.link}>
                {t('hooks.opened.person')}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <div className={styles.part}>
        <h3>{t('hooks.opened.body')}</h3>
        <Button size="small" variant="outlined" onClick={() => void copy()}>
          {t('hooks.opened.copy')}
        </Button>
      </div>
      <pre className={styles.code} dir="ltr" tabIndex={0} aria-label={t('hooks.opened.body')}>
        {pretty(message.body)}
      </pre>
      <div className={styles.part} style={{ marginBlockStart: 20 }}>
        <h3>{t('hooks.opened.tried')}</h3>
      </div>
      {message.tried.length === 0 ? <p className={styles.soft}>{t('hooks.opened.none')}</p> : null}
      {message.tried.map((one) => (
        <div key={one.attempt}>
          <div className={styles.attempt}>
            <strong>{t('hooks.opened.attempt', { number: speech.number(one.attempt) })}</strong>
            <span>{sayOutcome(one, t, speech)}</span>
            <span className={styles.soft}>{moment(one.at)}</span>
            <span className={styles.soft}>{t('hooks.opened.took', { ms: speech.number(one.tookMs) })}</span>
          </div>
          {one.status === null ? null : one.response === null ? (
            <p className={styles.soft} style={{ margin: 0 }}>
              {t('hooks.opened.noAnswer')}
            </p>
          ) : (
            <pre className={styles.code} dir="auto" tabIndex={0} aria-label={t('hooks.opened.tried')}>
              {one.response}
            </pre>
          )}
        </div>
      ))}
    </>
  );
}

/** For reading; what is copied is what was signed. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
