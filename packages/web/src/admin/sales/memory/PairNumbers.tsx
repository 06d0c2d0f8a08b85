import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';
import type { Suggestion } from './queries.ts';
import { isolated } from './useMemoryWords.ts';

/** What is counted of two things together: of so many who had the one, so many had the other. */
export function PairNumbers({ pair }: { readonly pair: Pick<Suggestion, 'item' | 'other' | 'numbers'> }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { numbers } = pair;
  if (numbers === null) return <p className={styles.about}>{t('salesMemory.belongs.own')}</p>;
  return (
    <p className={styles.about}>
      <span>
        {t(`salesMemory.belongs.${numbers.how}`, {
          of: speech.number(numbers.of),
          both: speech.number(numbers.both),
          item: isolated(pair.item),
          other: isolated(pair.other),
        })}
      </span>
      <span>
        {t('salesMemory.belongs.lift', { lift: speech.number(Math.round(numbers.lift * 10) / 10) })}
      </span>
    </p>
  );
}

/** To how many it was suggested, how many took it, and how sure that rate is. */
export function PairTried({ tried }: Pick<Suggestion, 'tried'>) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { rate } = tried.rate;
  if (rate === null) return <span>{t('salesMemory.belongs.untried')}</span>;
  return (
    <span>
      {t('salesMemory.belongs.tried', {
        asked: speech.number(tried.asked),
        taken: speech.number(tried.taken),
        rate: speech.share(rate),
        low: speech.share(tried.rate.low),
        high: speech.share(tried.rate.high),
      })}
    </span>
  );
}
