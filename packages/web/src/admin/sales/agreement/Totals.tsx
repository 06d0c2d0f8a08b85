import type { QuotationTotals } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import styles from './Agreement.module.css';

/** What a quotation comes to while it is written. */
export function Totals({ totals }: { readonly totals: QuotationTotals }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const rows: readonly (readonly [string, number])[] = [
    [t('salesAgreement.totals.sum'), totals.gross - totals.lineOff],
    ...(totals.wholeOff === 0 ? [] : [[t('salesAgreement.totals.discount'), totals.wholeOff] as const]),
    ...totals.taxes.map(
      ({ rate, tax }) =>
        [t('salesAgreement.totals.tax', { rate: speech.share(rate / 10_000) }), tax] as const,
    ),
    [t('salesAgreement.totals.total'), totals.total],
  ];
  return (
    <dl className={styles.totals} aria-live="polite">
      {rows.map(([name, amount]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{speech.money(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}
