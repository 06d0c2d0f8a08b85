import type { Because } from '@nardeban/core/criteria';
import { useTranslation } from 'react-i18next';
import { sayBecause } from '../../../language/saying.ts';
import spend from '../../insight/spend/Spend.module.css';
import { Reasons } from '../../people/Reasons.tsx';
import { useTelling } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import type { LeadDetail } from './queries.ts';
import { Scores } from './Scores.tsx';
import type { LeadWords } from './useLeadWords.ts';

/** Where every point comes from: each rule of what was agreed on, with the facts behind it and what they are worth by now. */
export function Explanation({ detail, words }: { readonly detail: LeadDetail; readonly words: LeadWords }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { explanation, lead, agreement } = detail;
  const { enter, stay } = agreement.definition;
  const up = explanation.handRows.filter(({ holds }) => holds);
  return (
    <section className={spend.card} aria-labelledby="lead-scores">
      <h2 id="lead-scores">{t('salesLeads.why.title')}</h2>
      <Scores
        large
        fit={explanation.fit}
        engagement={explanation.engagement}
        definition={agreement.definition}
      />
      <p className={styles.because}>
        {explanation.why === 'hand'
          ? t('salesLeads.why.hand')
          : t(explanation.inside ? 'salesLeads.why.inside' : 'salesLeads.why.outside', {
              fit: speech.number(enter.fit),
              engagement: speech.number(enter.engagement),
              stayFit: speech.number(stay.fit),
              stayEngagement: speech.number(stay.engagement),
            })}{' '}
        {explanation.until === null
          ? null
          : t('salesLeads.why.until', { day: speech.date(explanation.until, 'short') })}
      </p>
      {up.length === 0 && explanation.handTold === null ? null : (
        <>
          <h3 className={styles.subtitle}>{t('salesLeads.hands')}</h3>
          <ul className={styles.plain}>
            {explanation.handTold === null ? null : (
              <li>
                <div className={styles.rule}>
                  <strong>{t('salesLeads.why.handTold')}</strong>
                  <span>
                    {t('salesLeads.why.handUntil', { day: speech.date(explanation.handTold, 'short') })}
                  </span>
                </div>
              </li>
            )}
            {up.map(({ key, because }) => (
              <li key={key}>
                <div className={styles.rule}>
                  <strong>{words.ruleName(key)}</strong>
                  <Evidence because={because} person={lead.person} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className={styles.subtitle}>{t('salesLeads.fit')}</h3>
      <ul className={styles.plain}>
        {explanation.fitRows.map(({ key, points, because }) => (
          <li key={key}>
            <div className={styles.rule} data-none={points === 0 ? '' : undefined}>
              <strong>{words.ruleName(key)}</strong>
              <span className={styles.points}>{points === 0 ? speech.number(0) : words.signed(points)}</span>
              <p>{words.ruleSentence(key)}</p>
              <Evidence because={because} person={lead.person} />
            </div>
          </li>
        ))}
      </ul>
      <h3 className={styles.subtitle}>{t('salesLeads.engagement')}</h3>
      <ul className={styles.plain}>
        {explanation.engagementRows.map((row) => (
          <li key={row.key}>
            <div className={styles.rule} data-none={row.factCount === 0 ? '' : undefined}>
              <strong>{words.ruleName(row.key)}</strong>
              <span className={styles.points}>
                {Math.round(row.points) === 0 ? speech.number(0) : words.signed(row.points)}
              </span>
              <p>
                {words.ruleSentence(row.key)}
                {Math.round(row.uncapped) === Math.round(row.points)
                  ? null
                  : ` ${t('salesLeads.why.capped', { points: words.signed(row.uncapped) })}`}
              </p>
              {row.factCount === 0 ? null : <Counted row={row} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Evidence({ because, person }: { readonly because: unknown; readonly person: number }) {
  const { t } = useTranslation();
  const telling = useTelling();
  return (
    <details className={styles.facts}>
      <summary>{t('salesLeads.why.more')}</summary>
      <Reasons reason={sayBecause(because as Because, telling)} person={String(person)} />
    </details>
  );
}

/** Which fact gave how many points, decayed to what. */
function Counted({ row }: { readonly row: LeadDetail['explanation']['engagementRows'][number] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const nameOf = (type: string): string => {
    const word = telling.vocabulary[type];
    return word === undefined ? type : speech.language === 'fa' ? word.fa : word.en.one;
  };
  const hidden = row.factCount - row.facts.length;
  const tenths = (points: number): string => speech.number(Math.round(points * 10) / 10);
  return (
    <details className={styles.facts}>
      <summary>
        {t('salesLeads.why.facts', { count: row.factCount, shown: speech.number(row.factCount) })}
      </summary>
      <ul>
        {row.facts.map((fact) => (
          <li key={fact.id ?? fact.at}>
            <span>
              {nameOf(fact.type)} · {speech.date(fact.at, 'short')}
            </span>
            <span className={styles.points}>
              <bdi dir="ltr">{`${fact.points < 0 ? '−' : '+'}${tenths(Math.abs(fact.points))}`}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <p>{t('salesLeads.why.older', { count: hidden, shown: speech.number(hidden) })}</p>
      ) : null}
    </details>
  );
}
