import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InsightOutcome } from '../../../api/insight-queries.ts';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { useWords } from '../words.ts';
import styles from './Leaving.module.css';

/** The four bands: how many people, how that changed, and what is at stake; each opens its list. */
export function BandChoice(props: {
  readonly bands: InsightOutcome['bands'];
  readonly chosen: string;
  readonly days: string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useWords();
  return (
    <nav aria-label={t('insight.leaving.bands')}>
      <ul className={styles.bands}>
        {props.bands.map(({ band, people, before, valueYear, atRisk }) => (
          <li key={band}>
            <Link
              to={paths.insightLeaving}
              search={{ band }}
              resetScroll={false}
              className={styles.band}
              data-band={band}
              aria-current={band === props.chosen ? 'true' : undefined}
            >
              <span className={styles.name}>{t(`insight.band.${band}`)}</span>
              <strong>
                {words.people(people)}
                {before === null || before === people ? null : (
                  <small className={styles.change}> {speech.change(people - before)}</small>
                )}
              </strong>
              {valueYear === null ? null : (
                <small>{t('insight.leaving.bandValue', { money: words.money(valueYear) })}</small>
              )}
              {atRisk === null ? null : (
                <small>{t('insight.leaving.bandRisk', { money: words.money(atRisk) })}</small>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
