import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InsightOutcome } from '../../api/insight-queries.ts';
import { paths } from '../../paths.ts';
import { useSetting } from '../setting.ts';
import styles from './Insight.module.css';

/** Why nothing is foretold: what is missing, and by how much; and what can be read all the same. */
export function TooLittle({ outcome, asOf }: { readonly outcome: InsightOutcome; readonly asOf: number }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { missing, firstDay, lastDay } = outcome;
  return (
    <section className={styles.little} aria-labelledby="too-little">
      <h2 id="too-little">{t('insight.little.title')}</h2>
      <p>{t('insight.little.text')}</p>
      <ul>
        {missing.map(({ what, needed, found }) => {
          // Of an order that is too long ago there is no share of the way.
          const share = what === 'recent_orders' || found === null ? null : Math.min(found / needed, 1);
          return (
            <li key={what}>
              <span>
                {t(found === null ? `insight.little.none.${what}` : `insight.little.${what}`, {
                  needed: speech.number(needed),
                  found: speech.number(found ?? 0),
                  short: speech.number(Math.max(needed - (found ?? 0), 0)),
                })}
              </span>
              {share === null ? null : (
                <span className={styles.way} aria-hidden="true">
                  <i style={{ inlineSize: `${share * 100}%` }} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        {firstDay === null || lastDay === null
          ? t('insight.little.noOrders', { day: speech.day(asOf) })
          : t('insight.little.seen', {
              buyers: speech.number(outcome.buyers),
              from: speech.day(firstDay),
              to: speech.day(lastDay),
            })}
      </p>
      <p className={styles.links}>
        <span>{t('insight.little.instead')}</span>
        <Link to={paths.insightCohorts}>{t('navigation.insightCohorts')}</Link>
        <Link to={paths.insightSeasons}>{t('navigation.insightSeasons')}</Link>
        <Link to={paths.insightTypes}>{t('navigation.insightTypes')}</Link>
        <Link to={paths.insightBaskets}>{t('navigation.insightBaskets')}</Link>
      </p>
    </section>
  );
}
