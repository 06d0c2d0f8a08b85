import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import type { LeadDetail } from './queries.ts';
import type { LeadWords } from './useLeadWords.ts';

/** Every time sales was asked to look, and what it answered when. */
export function Handings({ detail, words }: { readonly detail: LeadDetail; readonly words: LeadWords }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { handings, now } = detail;
  return (
    <section className={spend.card} aria-labelledby="lead-handings">
      <h2 id="lead-handings">{t('salesLeads.handings.title')}</h2>
      {handings.length === 0 ? <p>{t('salesLeads.handings.none')}</p> : null}
      <ol className={styles.history}>
        {handings.map((one) => {
          const late = (one.answeredAt ?? now) > one.answerBy;
          return (
            <li key={one.place} className={styles.handing}>
              <div>
                {t(`salesLeads.handings.for.${one.why}`, { day: speech.date(one.handedAt, 'short') })}{' '}
                <span className="soft">
                  {t('salesLeads.handings.scores', {
                    fit: speech.number(Math.round(one.fit)),
                    engagement: speech.number(Math.round(one.engagement)),
                  })}
                </span>
              </div>
              <div className={late ? styles.cooled : undefined}>
                {one.answer === null || one.answeredAt === null
                  ? t(late ? 'salesLeads.handings.late' : 'salesLeads.handings.waiting', {
                      at: words.moment(one.answerBy),
                      name: words.owner(one.owner),
                    })
                  : t(`salesLeads.handings.answer.${one.answer}`, {
                      day: speech.date(one.answeredAt, 'short'),
                      name: words.owner(one.owner),
                      reason: words.reason(one.reason),
                    })}{' '}
                {late && one.answeredAt !== null ? t('salesLeads.handings.wasLate') : null}
              </div>
              {one.note === null ? null : (
                <div className="soft">
                  <bdi>{one.note}</bdi>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
