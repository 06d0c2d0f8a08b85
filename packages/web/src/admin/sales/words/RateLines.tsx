import { LEAST_DECIDED } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import type { Answer, Objection, Rate } from './queries.ts';
import styles from './Words.module.css';

/** What an answer has been worth: how many deals were won with it, between which bounds, and against those without it. */
export function RateLines({ rate }: { readonly rate: Answer['rate'] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (rate.given === 0) return <p className={styles.about}>{t('salesWords.rate.notGiven')}</p>;
  const counts = ({ times, of, rate: share }: Rate) => ({
    times: speech.number(times),
    of: speech.number(of),
    rate: speech.share(share ?? 0),
  });
  return (
    <>
      <p className={styles.about}>
        {rate.won === null ? (
          <>
            <span>{t('salesWords.rate.given', { count: rate.given, given: speech.number(rate.given) })}</span>
            <span>
              {t('salesWords.rate.few', { count: rate.decided, decided: speech.number(rate.decided) })}
            </span>
          </>
        ) : (
          <>
            <span>{t('salesWords.rate.won', counts(rate.won))}</span>
            <span>
              {t('salesWords.rate.between', {
                low: speech.share(rate.won.low),
                high: speech.share(rate.won.high),
              })}
            </span>
          </>
        )}
        {rate.without === null || rate.won === null ? null : (
          <span>{t('salesWords.rate.without', counts(rate.without))}</span>
        )}
        {rate.settled === null ? null : <span>{t('salesWords.rate.settled', counts(rate.settled))}</span>}
      </p>
      {rate.comparison === 'too-few' ? null : (
        <p className={styles.chips}>
          <span
            className={styles.chip}
            {...(rate.comparison === 'same' ? {} : { 'data-good': rate.comparison === 'better' })}
          >
            {t(`salesWords.rate.${rate.comparison}`)}
          </span>
        </p>
      )}
    </>
  );
}

/** How deals ended in which an objection was raised. */
export function ObjectionNumbers({ objection }: { readonly objection: Pick<Objection, 'counts' | 'won'> }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { counts, won } = objection;
  if (counts.raised === 0) return null;
  return (
    <p className={styles.about}>
      <span>
        {t('salesWords.objections.raisedIn', { count: counts.raised, raised: speech.number(counts.raised) })}
      </span>
      {counts.decided === 0 ? null : (
        <span>
          {t('salesWords.objections.decidedOf', {
            count: counts.decided,
            decided: speech.number(counts.decided),
            won: speech.number(counts.won),
          })}
        </span>
      )}
      {won === null ? (
        <span>{t('salesWords.objections.tooFew', { least: speech.number(LEAST_DECIDED) })}</span>
      ) : (
        <span>
          {speech.share(won.rate ?? 0)}{' '}
          {t('salesWords.rate.between', { low: speech.share(won.low), high: speech.share(won.high) })}
        </span>
      )}
    </p>
  );
}
