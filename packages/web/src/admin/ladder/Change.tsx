import { useTranslation } from 'react-i18next';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import styles from './Change.module.css';

/** From this many times over on, a percentage says less than how many times it is. */
const TIMES = 10;

/**
 * What became of a number since the period before: an arrow, the sign and words, so that nothing hangs on the colour
 * alone. `good` says which way is the better one. `part` tells the change as a part of what was: for money.
 */
export function Change(props: {
  readonly now: number;
  readonly before: number;
  readonly good?: 'more' | 'fewer';
  readonly part?: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { now, before } = props;
  if (now === before) return <span className={styles.change}>{t('ladder.same')}</span>;
  // Of nothing there is no part.
  if (props.part === true && before <= 0) return null;
  const isMore = now > before;
  const isGood = isMore === ((props.good ?? 'more') === 'more');
  const share = (now - before) / before;
  const said =
    props.part !== true
      ? t('ladder.change', { change: speech.change(now - before) })
      : share >= TIMES
        ? t('ladder.times', { times: speech.number(Math.round(now / before)) })
        : t('ladder.change', {
            change: `\u2066${isMore ? '+' : '\u2212'}${speech.share(Math.abs(share))}\u2069`,
          });
  return (
    <span className={`${styles.change} ${isGood ? styles.good : styles.bad}`}>
      {isMore ? <UpIcon size={14} /> : <DownIcon size={14} />}
      <span>{said}</span>
    </span>
  );
}
