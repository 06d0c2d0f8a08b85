import Alert from '@mui/material/Alert';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Fit } from '../../../api/words-queries.ts';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import styles from './Words.module.css';

/** What stands already and would not be taken any more: how much, and the commonest of it. It stays as it is. */
export function Misfits({ fit, about }: { readonly fit: Fit; readonly about: 'people' | 'facts' }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (
    <Alert severity="warning">
      <p className={styles.misfits}>
        {t(`words.misfits.${about}`, {
          misfits: speech.number(fit.misfits),
          having: speech.number(fit.having),
        })}{' '}
        {fit.all ? null : t('words.looked', { number: speech.number(fit.looked) })}
      </p>
      <ul className={styles.examples}>
        {fit.examples.map(({ field, value, times, person }) => (
          <li key={`${field} ${String(value)}`}>
            <bdi className={styles.value}>
              {typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value)}
            </bdi>{' '}
            <span className="soft">{t('words.times', { number: speech.number(times) })}</span>{' '}
            {person === null ? null : (
              <Link to={paths.person} params={{ person: String(person) }}>
                {t('words.oneOfThem')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.misfits}>{t('words.misfits.kept')}</p>
    </Alert>
  );
}
