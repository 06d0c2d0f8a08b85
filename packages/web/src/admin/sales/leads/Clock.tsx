import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import type { Lead } from './queries.ts';
import type { LeadWords } from './useLeadWords.ts';

/** Where a lead stands, and how long sales has left to answer, or for how long it has not. */
export function Clock(props: { readonly lead: Lead; readonly words: LeadWords; readonly now: number }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { lead, words, now } = props;
  const { state, answerBy, answeredAt } = lead;
  const isLate = state === 'handed' && answerBy !== null && answerBy < now;
  const wasLate = state !== 'handed' && answerBy !== null && answeredAt !== null && answeredAt > answerBy;
  return (
    <div className={styles.clock}>
      <span
        className={spend.verdict}
        {...(state === 'qualified' || state === 'accepted'
          ? { 'data-good': true }
          : state === 'refused' || isLate
            ? { 'data-good': false }
            : {})}
      >
        {isLate ? t('salesLeads.late') : t(`salesLeads.state.${state}`)}
      </span>
      <span className={styles.clockText}>
        {state === 'handed' && answerBy !== null
          ? isLate
            ? t('salesLeads.wasDue', { at: words.moment(answerBy) })
            : t('salesLeads.answerBy', { at: words.moment(answerBy) })
          : state === 'refused'
            ? words.reason(lead.reason)
            : state === 'closed'
              ? words.reason(lead.reason)
              : state === 'nurture'
                ? t('salesLeads.since', { day: speech.dayInYear(lead.capturedAt) })
                : answeredAt === null
                  ? ''
                  : t(wasLate ? 'salesLeads.answeredLate' : 'salesLeads.answeredAt', {
                      day: speech.dayInYear(answeredAt),
                    })}
      </span>
    </div>
  );
}
