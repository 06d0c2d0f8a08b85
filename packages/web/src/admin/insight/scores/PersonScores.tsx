import { customerTypeNames, rfmSegmentNames } from '@nardeban/core/insight';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type PersonScores as Said, scoresQuery } from '../../../api/insight-queries.ts';
import { useRoom } from '../../../language/useRoom.ts';
import { paths } from '../../../paths.ts';
import panel from '../../people/PersonPage.module.css';
import { useSetting } from '../../setting.ts';
import { Within } from '../Within.tsx';
import { useWords } from '../words.ts';
import styles from './PersonScores.module.css';

/** What the last run says of one person, with its reasons; nothing where it says nothing. */
export default function PersonScores({ person }: { readonly person: string }) {
  const { asking } = useSetting();
  const { data } = useQuery(scoresQuery(asking, person));
  const isSaid = useRoom('insight');
  return data == null || !isSaid ? null : <Scores scores={data} />;
}

function Scores({ scores }: { readonly scores: Said }) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const words = useWords();
  const { foretold, evidence } = scores;
  const { cadence, rfm, type } = evidence;
  const mayRead = session?.scopes.includes('insight:read') === true;
  return (
    <section className={panel.panel} aria-labelledby="forecast">
      <h2 id="forecast">{t('insight.person.title')}</h2>
      {foretold === null ? (
        <p className="soft">
          {t('insight.person.notForetold')}{' '}
          {mayRead ? <Link to={paths.insight}>{t('insight.person.notForetoldLink')}</Link> : null}
        </p>
      ) : (
        <dl className={styles.figures}>
          <div>
            <dt>{t('insight.overview.band')}</dt>
            <dd>
              <strong data-band={foretold.band}>
                {mayRead ? (
                  <Link to={paths.insightLeaving} search={{ band: foretold.band }}>
                    {t(`insight.band.${foretold.band}`)}
                  </Link>
                ) : (
                  t(`insight.band.${foretold.band}`)
                )}
              </strong>
            </dd>
          </div>
          <div>
            <dt>{t('insight.person.quiet')}</dt>
            <dd>{speech.share(foretold.quiet)}</dd>
          </div>
          <div>
            <dt>{t('insight.person.ninety')}</dt>
            <dd>
              <Amount orders={foretold.orders90} value={foretold.value90} />
            </dd>
          </div>
          <div>
            <dt>{t('insight.person.year')}</dt>
            <dd>
              <Amount orders={foretold.ordersYear} value={foretold.valueYear} />
            </dd>
          </div>
          {foretold.residual === null ? null : (
            <div>
              <dt>{t('insight.person.residual')}</dt>
              <dd>{words.money(foretold.residual)}</dd>
            </div>
          )}
          {foretold.atRisk === null ? null : (
            <div>
              <dt>{t('insight.person.atRisk')}</dt>
              <dd>{words.money(foretold.atRisk)}</dd>
            </div>
          )}
        </dl>
      )}
      <h3 className={styles.why}>{t('insight.person.why')}</h3>
      <ul className={styles.reasons}>
        <li>
          {t('insight.person.orderDays', { days: words.days(scores.orderDays) })}{' '}
          {t('insight.person.since', {
            days: words.days(scores.daysSinceLast),
            day: speech.day(scores.lastDay),
          })}
        </li>
        <li>
          {t('insight.person.rhythm')}: {t(`insight.rhythm.${scores.rhythm}`)}.{' '}
          {cadence.usualGap === null || cadence.lateFrom === null
            ? null
            : t('insight.person.usual', {
                days: words.days(cadence.usualGap),
                late: words.days(cadence.lateFrom),
              })}
        </li>
        <li>
          {t('insight.person.segment')}: {speech.words(rfmSegmentNames[scores.segment])}.{' '}
          {t('insight.person.scores', {
            recency: speech.number(rfm.recency),
            frequency: speech.number(rfm.frequency),
            value: speech.number(rfm.value),
          })}
        </li>
        <li>
          {t('insight.person.type')}: {speech.words(customerTypeNames[scores.type])}.{' '}
          {type.discounted === 0
            ? null
            : t('insight.person.discounted', {
                discounted: speech.number(type.discounted),
                orders: speech.number(scores.orderDays),
              })}
        </li>
      </ul>
      <p className={styles.asOf}>{t('insight.person.asOf', { day: speech.day(scores.asOf) })}</p>
    </section>
  );
}

interface Bounded {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Orders and money to come, with the bounds of whichever is told. */
function Amount({ orders, value }: { readonly orders: Bounded; readonly value: Bounded | null }) {
  const { t } = useTranslation();
  const words = useWords();
  const counted = t('insight.value.ordersShown', { shown: words.orders(orders.expected) });
  return value === null ? (
    <Within expected={counted} bounds={words.ordersWithin(orders)} />
  ) : (
    <Within expected={`${words.money(value.expected)} (${counted})`} bounds={words.moneyWithin(value)} />
  );
}
