import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { PersonName } from '../../people/naming.tsx';
import { useSourceWord } from '../useSourceWord.ts';
import { Clock } from './Clock.tsx';
import styles from './Leads.module.css';
import type { Lead } from './queries.ts';
import { Scores } from './Scores.tsx';
import type { LeadWords } from './useLeadWords.ts';

/** A lead in a list: who, both scores with what made them, whose it is, what is next, and the clock. */
export function LeadRow(props: { readonly lead: Lead; readonly words: LeadWords; readonly now: number }) {
  const { t } = useTranslation();
  const { lead, words, now } = props;
  const sourceWord = useSourceWord();
  const because = words.because(lead);
  const next = words.next(lead.next);
  const isAtWork = lead.state === 'handed' || lead.state === 'accepted' || lead.state === 'qualified';
  return (
    <article className={styles.lead}>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <Link to={paths.salesLeads} search={{ lead: lead.id }} className={spend.link}>
            <PersonName name={lead.name} id={lead.person} />
          </Link>
        </h2>
        <div className={spend.about}>
          {lead.source === null ? null : (
            <span>
              <bdi>{t('salesLeads.from', { source: sourceWord(lead.source) })}</bdi>
            </span>
          )}
          <span>
            <bdi>{words.owner(lead.owner)}</bdi>
          </span>
          {lead.cooledAt !== null && isAtWork ? (
            <span className={styles.cooled}>{t('salesLeads.cooled')}</span>
          ) : null}
        </div>
        {because === '' ? null : <p className={styles.because}>{because}</p>}
        {next !== null ? (
          <p className={styles.next} data-missed={lead.next?.state === 'missed' ? '' : undefined}>
            <bdi>{next}</bdi>
          </p>
        ) : isAtWork && lead.state !== 'handed' ? (
          <p className={styles.alone}>{t('salesLeads.noNextStep')}</p>
        ) : null}
      </div>
      <Scores fit={lead.fit} engagement={lead.engagement} definition={words.definition} />
      <Clock lead={lead} words={words} now={now} />
    </article>
  );
}
