import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';
import { inReadersDigits } from '../../language/digits.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { UnmetIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import type { Till } from './offline/useTill.ts';
import styles from './Till.module.css';

/** What was sold while the network was away: what still waits, and what became of the rest. */
export function QueueCard({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { slips, waiting, isOnline } = till;
  if (slips.length === 0) return null;
  const posted = slips.filter(({ state }) => state === 'posted').length;
  const rows = slips.filter(({ state }) => state !== 'posted');
  return (
    <section className={`${styles.card} ${styles.queue}`} aria-labelledby="till-queue">
      <div className={styles.head}>
        <h2 id="till-queue">{t('till.queue.title')}</h2>
        <div className={styles.deeds}>
          {waiting > 0 ? (
            <Button size="small" variant="outlined" disabled={!isOnline} onClick={() => void till.send()}>
              {t('till.queue.send')}
            </Button>
          ) : null}
          {posted > 0 ? (
            <Button
              size="small"
              color="inherit"
              onClick={() => {
                for (const slip of slips) if (slip.state === 'posted') void till.forget(slip);
              }}
            >
              {t('till.queue.putAway')}
            </Button>
          ) : null}
        </div>
      </div>
      <p className={styles.soft} role="status">
        {[
          ...(waiting > 0 ? [t('till.queue.waiting', { number: speech.number(waiting) })] : []),
          ...(posted > 0 ? [t('till.queue.posted', { number: speech.number(posted) })] : []),
        ].join(' ')}
      </p>
      {rows.length === 0 ? null : (
        <ul className={styles.slips}>
          {rows.map((slip) => (
            <li key={`${slip.device} ${slip.sequence}`} data-state={slip.state}>
              <span className={styles.slipState}>{t(`till.queue.${slip.state}State`)}</span>
              <LeftToRight>{slip.order}</LeftToRight>
              <span>{speech.money(slip.paid)}</span>
              <span className={styles.soft}>
                {speech.time(slip.at)}
                {slip.who === null ? null : (
                  <>
                    {' · '}
                    <bdi>{slip.who}</bdi>
                  </>
                )}
              </span>
              {slip.state === 'waiting' ? null : (
                <IconButton
                  size="small"
                  aria-label={t('till.queue.seen', { order: slip.order })}
                  onClick={() => void till.forget(slip)}
                >
                  <UnmetIcon size={16} />
                </IconButton>
              )}
              {slip.reasons.length === 0 ? null : (
                <ul className={styles.reasons}>
                  {slip.reasons.map(({ code, sentence }) => (
                    <li key={code}>
                      {code === 'paid_differs'
                        ? t('till.queue.paidDiffers', { paid: speech.money(slip.paid) })
                        : inReadersDigits(sentence)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
