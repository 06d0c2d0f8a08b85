import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { personQuery } from '../../../api/queries.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { useRoom } from '../../../language/useRoom.ts';
import { paths } from '../../../paths.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Secret } from '../../settings/Secret.tsx';
import { useSetting } from '../../setting.ts';
import { AskDialog } from './AskDialog.tsx';
import { FriendDialog } from './FriendDialog.tsx';
import {
  type Ask,
  type OfPerson,
  recommendationQuery,
  settingsQuery,
  TESTIMONIALS_CHANGED,
  testimonialsQuery,
} from './queries.ts';
import { type Links, SaySomething } from './SaySomething.tsx';
import { TestimonialItem } from './TestimonialList.tsx';
import { Texted } from './Texted.tsx';
import { useAskWords } from './useAskWords.ts';
import { WhyAsk } from './WhyAsk.tsx';
import styles from './Words.module.css';

/** Whether to ask somebody for a recommendation, with which words; what they said, whom they brought, what they wrote. */
export function Recommendation({ person, deal }: { readonly person: number; readonly deal?: number }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const isSaid = useRoom('salesWords');
  const title = useId();
  const found = useQuery(recommendationQuery(asking, person));
  if (!isSaid) return null;
  if (found.isError && found.data === undefined)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <section className={styles.card} aria-labelledby={title}>
      <h2 id={title}>{t('salesWords.ask.title')}</h2>
      {found.data === undefined ? <Skeleton height={100} /> : <Content of={found.data} deal={deal} />}
    </section>
  );
}

type Open = 'ask' | 'friend' | { readonly ask: Ask };

function Content({ of, deal }: { readonly of: OfPerson; readonly deal: number | undefined }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const words = useAskWords();
  const settings = useQuery(settingsQuery(asking)).data;
  const { may, asks, friends, broughtBy } = of;
  const name = useQuery(personQuery(asking, String(may.person))).data?.name ?? null;
  const [open, setOpen] = useState<Open | null>(null);
  const [links, setLinks] = useState<Links>({ code: null, page: null });
  /** The testimonial of which the link was sent as a text message. */
  const [texted, setTexted] = useState<number | null>(null);
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const isHard = may.against === 'complaint' || may.against === 'refused';
  const writing = useDeed({
    send: (sms: boolean, headers) =>
      answerOf(
        api.POST('/v1/sales/testimonials', {
          body: { person: may.person, sms, ...(deal === undefined ? {} : { deal }) },
          headers,
        }),
      ),
    refresh: TESTIMONIALS_CHANGED,
    tellsFailure: true,
    onDone: ({ id, path }, sms) => {
      setLinks({ ...links, page: path === null ? null : location.origin + path });
      setTexted(sms ? id : null);
    },
  });
  const laterDays = settings?.rule.laterDays ?? 14;
  return (
    <>
      {broughtBy === null ? null : (
        <p className={styles.about}>
          <span>
            {t('salesWords.ask.broughtBy', {
              name: `\u2068${words.named({ id: broughtBy.referrer, name: broughtBy.referrerName })}\u2069`,
            })}
          </span>
        </p>
      )}
      <p className={styles.chips}>
        <span className={styles.chip} data-good={may.may}>
          {may.against === null ? t('salesWords.ask.may') : t(`salesWords.ask.against.${may.against}`)}
        </span>
        {may.signs.map((sign) => (
          <span key={sign.sign} className={styles.chip}>
            {words.sign(sign)}
          </span>
        ))}
      </p>
      <WhyAsk may={may} />
      {may.against === 'complaint' || settings === undefined ? null : (
        <SaySomething
          templates={settings.rule.templates}
          person={may.person}
          name={name}
          links={links}
          onLinks={setLinks}
        />
      )}
      {links.page === null ? null : (
        <div className={styles.part}>
          <p className={styles.about}>
            <span>{t('salesWords.ask.wordsDone')}</span>
          </p>
          <Secret label={t('salesWords.ask.words')} text={links.page} />
        </div>
      )}
      {texted === null ? null : (
        <Texted id={texted} isSending={writing.pending} onAgain={() => void writing.run(true)} />
      )}
      {writing.failure === null ? null : <Alert severity="error">{failedText(writing.failure, t)}</Alert>}
      {mayWrite ? (
        <div className={styles.buttons}>
          {isHard ? null : (
            <Button size="small" variant={may.may ? 'contained' : 'outlined'} onClick={() => setOpen('ask')}>
              {t(may.may ? 'salesWords.ask.record' : 'salesWords.ask.anyway')}
            </Button>
          )}
          <Button size="small" variant="outlined" onClick={() => setOpen('friend')}>
            {t('salesWords.ask.friend')}
          </Button>
          {may.against === 'complaint' ? null : (
            <>
              <Button size="small" loading={writing.input === false} onClick={() => void writing.run(false)}>
                {t('salesWords.ask.words')}
              </Button>
              <Button size="small" loading={writing.input === true} onClick={() => void writing.run(true)}>
                {t('salesWords.ask.wordsSms')}
              </Button>
            </>
          )}
        </div>
      ) : null}
      <Asks asks={asks} onAnswer={mayWrite ? (ask) => setOpen({ ask }) : null} />
      <Friends friends={friends} />
      <Written person={may.person} />
      {open === 'ask' ? (
        <AskDialog
          person={may.person}
          deal={deal}
          ask={null}
          anyway={!may.may}
          laterDays={laterDays}
          onDone={(ask) => ask.answer === 'yes' && setOpen('friend')}
          onClose={() => setOpen(null)}
        />
      ) : open === 'friend' ? (
        <FriendDialog
          referrer={may.person}
          deal={deal}
          ask={asks.find(({ answer }) => answer === null || answer === 'later')?.id}
          onClose={() => setOpen(null)}
        />
      ) : open === null ? null : (
        <AskDialog
          person={may.person}
          ask={open.ask}
          anyway={false}
          laterDays={laterDays}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function Asks(props: { readonly asks: readonly Ask[]; readonly onAnswer: ((ask: Ask) => void) | null }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useAskWords();
  const { asks, onAnswer } = props;
  if (asks.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t('salesWords.ask.history')}</h3>
      <ul className={styles.list}>
        {asks.map((ask) => {
          const day = ask.until === null ? null : dayOfAddress(ask.until);
          const waits = ask.answer === null || ask.answer === 'later';
          return (
            <li key={ask.id} className={styles.part}>
              <p className={styles.about}>
                <span>{t(`salesWords.ask.answer.${ask.answer ?? 'open'}`)}</span>
                <span>{words.channel(ask.channel)}</span>
                <span>{speech.date(ask.askedAt)}</span>
                {day === null ? null : <span>{t('salesWords.ask.comesBack', { day: speech.day(day) })}</span>}
                {ask.note === '' ? null : <bdi>{ask.note}</bdi>}
              </p>
              {waits && onAnswer !== null ? (
                <div>
                  <Button size="small" onClick={() => onAnswer(ask)}>
                    {t('salesWords.ask.setAnswer')}
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Friends({ friends }: { readonly friends: OfPerson['friends'] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useAskWords();
  if (friends.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t('salesWords.ask.brought')}</h3>
      <ul className={styles.list}>
        {friends.map((friend) => (
          <li key={friend.id} className={styles.part}>
            <Link to={paths.person} params={{ person: String(friend.person) }} className={spend.link}>
              <bdi>{words.named({ id: friend.person, name: friend.name })}</bdi>
            </Link>
            <p className={styles.about}>
              <span>{t('salesWords.recommend.broughtOn', { day: speech.date(friend.at) })}</span>
              <span>{speech.money(friend.revenue)}</span>
              {friend.note === '' ? null : <bdi>{friend.note}</bdi>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What they wrote of us, where they did. */
function Written({ person }: { readonly person: number }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const list = useInfiniteQuery(testimonialsQuery(asking, { person }));
  const rows = list.data?.pages.flatMap((page) => page.testimonials) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t('salesWords.ask.wordsAsked')}</h3>
      <ul className={styles.items}>
        {rows.map((testimonial) => (
          <li key={testimonial.id}>
            <TestimonialItem testimonial={testimonial} />
          </li>
        ))}
      </ul>
    </section>
  );
}
