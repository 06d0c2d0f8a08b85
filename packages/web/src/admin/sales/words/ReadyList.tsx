import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { sayBecause } from '../../../language/saying.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RecommendIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { identifierShown } from '../../people/naming.tsx';
import { Reasons } from '../../people/Reasons.tsx';
import { useTelling } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { AskDialog } from './AskDialog.tsx';
import { FriendDialog } from './FriendDialog.tsx';
import { More } from './More.tsx';
import { RECOMMENDATIONS_CHANGED, readyQuery, type Settings, settingsQuery } from './queries.ts';
import { useAskWords } from './useAskWords.ts';
import styles from './Words.module.css';

/** The server counts no further. */
const MOST_COUNTED = 1000;

/** Who may be asked now, the likeliest to say yes first, each with why. */
export function ReadyList({ onRule }: { readonly onRule: () => void }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const words = useAskWords();
  const telling = useTelling();
  const settings = useQuery(settingsQuery(asking));
  const { revision = 0, looking: isLooking = false } = settings.data ?? {};
  const list = useInfiniteQuery(readyQuery(asking, `${revision} ${isLooking}`));
  const [open, setOpen] = useState<{ readonly what: 'ask' | 'friend'; readonly person: number } | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.people) ?? [];
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const failed = settings.error ?? list.error;
  if (failed !== null && rows.length === 0)
    return (
      <FailureNotice error={failed} onRetry={() => void Promise.all([settings.refetch(), list.refetch()])} />
    );
  if (settings.data === undefined || list.data === undefined)
    return <RowsSkeleton rows={5} columns={3} height={84} />;
  if (!settings.data.on) return <Off settings={settings.data} />;
  const { ready, looking, rule } = settings.data;
  const count =
    ready > MOST_COUNTED
      ? t('salesWords.recommend.countMore', { shown: speech.number(MOST_COUNTED) })
      : t('salesWords.recommend.count', { shown: speech.number(ready) });
  return (
    <>
      {looking ? <Alert severity="info">{t('salesWords.recommend.looking')}</Alert> : null}
      {rows.length === 0 ? (
        <EmptyState
          icon={<RecommendIcon size={30} />}
          title={t('salesWords.recommend.noneReady')}
          actions={<Button onClick={onRule}>{t('salesWords.recommend.rule')}</Button>}
        >
          {t('salesWords.recommend.noneReadyText')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.about}>
            <span>{count}</span>
          </p>
          <ul className={styles.items} aria-label={t('salesWords.recommend.ready')}>
            {rows.map((row) => (
              <li key={row.person} className={styles.item}>
                <div className={styles.heading}>
                  <Link to={paths.person} params={{ person: String(row.person) }} className={spend.link}>
                    <bdi>{words.named({ id: row.person, name: row.name })}</bdi>
                  </Link>
                  {row.mobile === null ? null : (
                    <a href={`tel:${row.mobile}`} className={spend.link}>
                      <bdi dir="ltr">{identifierShown({ kind: 'mobile', value: row.mobile })}</bdi>
                    </a>
                  )}
                </div>
                <p className={styles.chips}>
                  {row.signs.map((sign) => (
                    <span key={sign.sign} className={styles.chip}>
                      {words.sign(sign)}
                    </span>
                  ))}
                  <span className={styles.about}>
                    {t('salesWords.ask.points', { points: speech.number(row.strength) })}
                  </span>
                </p>
                <details className={styles.folded}>
                  <summary>{t('salesWords.ask.why')}</summary>
                  <Reasons reason={sayBecause(row.content, telling)} person={String(row.person)} />
                </details>
                {mayWrite ? (
                  <div className={styles.buttons}>
                    <Button
                      size="small"
                      variant="outlined"
                      onClick={() => setOpen({ what: 'ask', person: row.person })}
                    >
                      {t('salesWords.ask.record')}
                    </Button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
          <More list={list} />
        </>
      )}
      {open?.what === 'ask' ? (
        <AskDialog
          key={open.person}
          person={open.person}
          ask={null}
          anyway={false}
          laterDays={rule.laterDays}
          onDone={(ask) => ask.answer === 'yes' && setOpen({ what: 'friend', person: ask.person })}
          onClose={() => setOpen(null)}
        />
      ) : open?.what === 'friend' ? (
        <FriendDialog key={open.person} referrer={open.person} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

/** Nobody is looked for until somebody who may says so: then everybody is looked at, and from then on whoever has news. */
function Off({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const starting = useDeed({
    send: (body: Pick<Settings, 'rule' | 'revision'>, headers) =>
      answerOf(api.PUT('/v1/sales/recommendations/settings', { body, headers })),
    refresh: RECOMMENDATIONS_CHANGED,
    said: () => t('salesWords.recommend.started'),
  });
  const { rule, revision } = settings;
  return (
    <EmptyState
      icon={<RecommendIcon size={30} />}
      title={t('salesWords.recommend.off')}
      {...(mayManage
        ? {
            actions: (
              <Button
                variant="contained"
                loading={starting.pending}
                onClick={() => void starting.run({ rule, revision })}
              >
                {t('salesWords.recommend.start')}
              </Button>
            ),
          }
        : {})}
    >
      {t('salesWords.recommend.offText')}
    </EmptyState>
  );
}
