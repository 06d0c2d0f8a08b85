import Button from '@mui/material/Button';
import type { Vocabulary } from '@nardeban/core/facts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { type Hook, type HookMessage, hookMessagesQuery } from '../../../api/hooks-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import type { HookSearch } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RecentIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { Choice } from '../../welcome/BusinessFields.tsx';
import { FormDialog } from '../FormDialog.tsx';
import settings from '../SettingsPage.module.css';
import styles from './Hooks.module.css';
import { MessageDialog } from './MessageDialog.tsx';
import { eventName, sayOutcome } from './naming.ts';

const route = getRouteApi('/staff/settings/hooks/$hook');
const STATES = ['waiting', 'delivered', 'failed'] as const;

/** What was sent to a webhook, the latest first; what it is narrowed to and what is open stand in the address. */
export function HookLog({ hook, words }: { readonly hook: Hook; readonly words: Vocabulary }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [isReplaying, setReplaying] = useState(false);
  const log = useInfiniteQuery(hookMessagesQuery(asking, hook.id, search.state));
  const messages = log.data?.pages.flatMap((page) => page.messages) ?? [];
  const go = (changes: HookSearch) =>
    void navigate({
      to: '.',
      search: (kept: object) => ({ ...kept, ...changes }),
      replace: true,
      resetScroll: false,
    });
  const chosen = search.state ?? 'all';
  return (
    <section className={settings.card} aria-labelledby="hook-log">
      <div className={styles.head}>
        <div>
          <h2 id="hook-log">{t('hooks.log')}</h2>
          <span className={styles.soft}>{t('hooks.logMeaning')}</span>
        </div>
        <div className={styles.tools}>
          {hook.failed > 0 && hook.enabled ? (
            <Button variant="outlined" color="inherit" onClick={() => setReplaying(true)}>
              {t('hooks.replayAll')}
            </Button>
          ) : null}
          <Choice
            size="small"
            className={settings.choice ?? ''}
            label={t('hooks.filter')}
            value={chosen}
            onChange={(value) => go({ state: STATES.find((one) => one === value) })}
            options={(['all', ...STATES] as const).map((one) => [one, t(`hooks.states.${one}`)])}
          />
        </div>
      </div>
      {log.isError ? (
        <FailureNotice error={log.error} onRetry={() => void log.refetch()} />
      ) : log.data === undefined ? (
        <RowsSkeleton rows={5} columns={3} height={52} />
      ) : messages.length === 0 ? (
        <EmptyState
          icon={<RecentIcon size={30} />}
          title={chosen === 'all' ? t('hooks.logNone') : t('hooks.logNoneOf')}
        >
          {chosen === 'all' ? t('hooks.logNoneText') : t('hooks.logNoneOfText')}
        </EmptyState>
      ) : (
        <ul className={styles.log}>
          {messages.map((message) => (
            <li key={message.id}>
              <MessageLine message={message} words={words} onOpen={() => go({ message: message.id })} />
            </li>
          ))}
        </ul>
      )}
      {log.hasNextPage ? (
        <Button color="inherit" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t('hooks.loadMore')}
        </Button>
      ) : null}
      <ReplayDialog hook={hook} open={isReplaying} onClose={() => setReplaying(false)} />
      {search.message === undefined ? null : (
        <MessageDialog
          hook={hook}
          message={search.message}
          words={words}
          onClose={() => go({ message: undefined })}
        />
      )}
    </section>
  );
}

function MessageLine(props: {
  readonly message: HookMessage;
  readonly words: Vocabulary;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { message, words } = props;
  const { state, attempts, nextAt } = message;
  const outcome = sayOutcome(message, t, speech);
  return (
    <button type="button" className={styles.message} onClick={props.onOpen}>
      <span>
        <span className={styles.state} data-state={state}>
          {t(`hooks.stateOf.${state}`)}
        </span>
      </span>
      <bdi className={styles.title}>{eventName(message.event, words, t, speech)}</bdi>
      <span className={styles.when}>
        {`${speech.date(message.madeAt, 'short')} ${speech.time(message.madeAt)}`}
      </span>
      {outcome === null && attempts === 0 ? null : (
        <span className={styles.outcome}>
          {[
            outcome,
            attempts > 1 ? t('hooks.attempts', { count: attempts, shown: speech.number(attempts) }) : null,
            state === 'waiting' && nextAt !== null && attempts > 0
              ? t('hooks.next', { day: speech.dayInYear(nextAt), time: speech.time(nextAt) })
              : null,
          ]
            .filter((one) => one !== null)
            .join(' · ')}
        </span>
      )}
    </button>
  );
}

const HOUR = 3_600_000;
const SINCE = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 31 * 24 * HOUR } as const;
type Since = keyof typeof SINCE;

function ReplayDialog(props: { readonly hook: Hook; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [since, setSince] = useState<Since>('day');
  const { id } = props.hook;
  const replaying = useDeed({
    send: (body: { readonly since: number }, headers) =>
      answerOf(api.POST('/v1/hooks/{id}/replay', { params: { path: { id } }, body, headers })),
    refresh: [['hook'], ['hooks'], ['hook-messages']],
    said: ({ replayed }) => t('hooks.replayAllSaid', { count: replayed, shown: speech.number(replayed) }),
    onDone: props.onClose,
  });
  return (
    <FormDialog
      open={props.open}
      title={t('hooks.replayAllTitle')}
      deed={t('hooks.replay')}
      pending={replaying.pending}
      onClose={props.onClose}
      onSubmit={() => void replaying.run({ since: Date.now() - SINCE[since] })}
    >
      <p style={{ margin: 0 }}>{t('hooks.replayAllText')}</p>
      <Choice
        label={t('hooks.replaySince')}
        value={since}
        onChange={(value) =>
          setSince((['hour', 'day', 'week', 'month'] as const).find((one) => one === value) ?? 'day')
        }
        options={(['hour', 'day', 'week', 'month'] as const).map((one) => [one, t(`hooks.since.${one}`)])}
      />
    </FormDialog>
  );
}
