import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ObjectionsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { More } from './More.tsx';
import { Quote } from './Quote.tsx';
import {
  type Testimonial,
  testimonialQuery,
  TESTIMONIALS_CHANGED,
  testimonialsQuery,
  type TestimonialState,
} from './queries.ts';
import styles from './Words.module.css';

/** What customers wrote: to be read, published or not, each with what its author permits. */
export function TestimonialList({ state }: { readonly state: TestimonialState | undefined }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const list = useInfiniteQuery(testimonialsQuery(asking, { state }));
  const rows = list.data?.pages.flatMap((page) => page.testimonials) ?? [];
  if (list.isError && rows.length === 0)
    return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <RowsSkeleton rows={4} columns={2} height={110} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={<ObjectionsIcon size={30} />} title={t('salesWords.testimonials.none')}>
        {t('salesWords.testimonials.noneText')}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.items}>
        {rows.map((testimonial) => (
          <li key={testimonial.id}>
            <TestimonialItem testimonial={testimonial} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </>
  );
}

interface Moderating {
  readonly state: 'published' | 'hidden';
  readonly revision: number;
}

export function TestimonialItem({ testimonial }: { readonly testimonial: Testimonial }) {
  const { t } = useTranslation();
  const { speech, session } = useSetting();
  const { id, state, words, shownName, score, consent, revision } = testimonial;
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const moderating = useDeed({
    send: (body: Moderating, headers) =>
      answerOf(api.PUT('/v1/sales/testimonials/{id}', { params: { path: { id } }, body, headers })),
    refresh: TESTIMONIALS_CHANGED,
    said: (now) =>
      t(now.state === 'published' ? 'salesWords.testimonials.published' : 'salesWords.testimonials.hidden'),
  });
  const isRead = state === 'given' || state === 'published' || state === 'hidden';
  return (
    <article className={styles.item}>
      <div className={styles.heading}>
        <Link to={paths.person} params={{ person: String(testimonial.person) }} className={spend.link}>
          <bdi>{testimonial.name ?? t('person.nameless', { number: testimonial.person })}</bdi>
        </Link>
        <span
          className={styles.chip}
          {...(state === 'published' || state === 'withdrawn' ? { 'data-good': state === 'published' } : {})}
        >
          {t(`salesWords.testimonials.state.${state}`)}
        </span>
      </div>
      {words === null ? (
        <p className={styles.soft}>{t('salesWords.testimonials.notYet')}</p>
      ) : (
        <Quote words={words} name={null} score={score} />
      )}
      <p className={styles.about}>
        <span>{speech.date(testimonial.givenAt ?? testimonial.askedAt)}</span>
        {words === null ? null : (
          <span>{t(consent ? 'salesWords.testimonials.consent' : 'salesWords.testimonials.noConsent')}</span>
        )}
        {shownName === null ? null : (
          <span>{t('salesWords.testimonials.as', { name: `\u2068${shownName}\u2069` })}</span>
        )}
      </p>
      <Records testimonial={testimonial} />
      {mayManage && isRead ? (
        <div className={styles.buttons}>
          {state === 'published' || !consent ? null : (
            <Button
              size="small"
              variant="contained"
              loading={moderating.pending}
              onClick={() => void moderating.run({ state: 'published', revision })}
            >
              {t('salesWords.testimonials.publish')}
            </Button>
          )}
          {state === 'hidden' ? null : (
            <Button
              size="small"
              color="inherit"
              disabled={moderating.pending}
              onClick={() => void moderating.run({ state: 'hidden', revision })}
            >
              {t('salesWords.testimonials.hide')}
            </Button>
          )}
        </div>
      ) : null}
    </article>
  );
}

/** What was agreed to word for word, and everything that happened since. */
function Records({ testimonial }: { readonly testimonial: Testimonial }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({ ...testimonialQuery(asking, testimonial.id), enabled: isOpen });
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('salesWords.testimonials.records')}</summary>
      <ol className={styles.list}>
        {(found.data?.records ?? []).map((record) => (
          <li key={record.place} className={styles.part}>
            <p className={styles.about}>
              <span>{t(`salesWords.testimonials.record.${record.kind}`)}</span>
              <span>{speech.date(record.at)}</span>
              <bdi>{record.by === 'customer' ? t('salesWords.testimonials.customer') : record.by}</bdi>
              {record.version === null ? null : (
                <span>
                  {t('salesWords.testimonials.wording', { version: `\u2068${record.version}\u2069` })}
                </span>
              )}
            </p>
            {record.wording === null ? null : (
              <p className={styles.say}>
                <bdi>{record.wording}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
