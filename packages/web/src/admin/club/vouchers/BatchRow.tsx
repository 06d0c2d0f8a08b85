import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Codes.module.css';
import { Making } from './Making.tsx';
import type { Batch } from './queries.ts';
import { useVoucherWords } from './useVoucherWords.ts';

/** A batch of a list: what it brings, how many codes, and until when. */
export function BatchRow({ batch, mayWrite }: { readonly batch: Batch; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useVoucherWords();
  return (
    <div className={spend.row}>
      <div className={`${spend.what} ${styles.long}`}>
        <strong>
          <Link to={paths.clubVouchers} search={{ batch: batch.id }} className={spend.link}>
            <bdi>{batch.name}</bdi>
          </Link>
        </strong>{' '}
        <BatchMarks batch={batch} />
        <div className={spend.about}>
          <span>
            <bdi>{words.offer(batch.offer)}</bdi>
          </span>
          <span>{words.validity(batch)}</span>
          <span>
            {t('clubCodes.madeBy', {
              name: `\u2068${batch.madeBy}\u2069`,
              day: speech.date(batch.madeAt, 'short'),
            })}
          </span>
        </div>
        <Making batch={batch} mayWrite={mayWrite} />
      </div>
      <span className={spend.amount}>
        {batch.kind === 'word' ? (
          <bdi dir="ltr">{batch.word}</bdi>
        ) : (
          t('clubCodes.vouchers.codes', { count: batch.made, shown: speech.number(batch.made) })
        )}
      </span>
    </div>
  );
}

/** What is out of the ordinary with a batch, in a word each. */
export function BatchMarks({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const words = useVoucherWords();
  const isOver = batch.validUntil !== null && batch.validUntil <= Date.now();
  return (
    <>
      {batch.disabled ? (
        <span className={spend.verdict} data-good={false}>
          {t('clubCodes.vouchers.off')}
        </span>
      ) : isOver ? (
        <span className={spend.verdict}>{t('clubCodes.vouchers.over')}</span>
      ) : words.isOpen(batch.offer) ? null : (
        <span className={spend.verdict}>{t('clubCodes.vouchers.offerClosed')}</span>
      )}{' '}
      {batch.kind === 'drawn' && !batch.printable ? (
        <span className={spend.verdict}>{t('clubCodes.vouchers.sealed')}</span>
      ) : null}
    </>
  );
}
