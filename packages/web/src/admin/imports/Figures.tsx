import { RIAL, showMoney } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../api/imports-queries.ts';
import { inDigits } from '../../language/digits.ts';
import { useSetting } from '../setting.ts';
import styles from './Imports.module.css';
import { amountOf } from './words.tsx';

/** What a file is worth and what it holds; a price in the other unit stands below, where one is easily mistaken. */
export function Figures({ summary }: { readonly summary: ImportPreview['summary'] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const hasValue = summary.orders + summary.returns > 0;
  const inRial = (decimal: string) =>
    speech.currency === RIAL && speech.unit === 'toman'
      ? t('imports.inRial', {
          amount: inDigits(
            showMoney(Number(decimal), { currency: RIAL, unit: 'rial', language: speech.language }),
            speech.language,
          ),
        })
      : null;
  const counts = [
    ['lines', summary.lines],
    ['orders', summary.orders],
    ['returns', summary.returns],
    ['people', summary.people],
    ['without', summary.ordersWithoutCustomer],
    ['unchanged', summary.unchanged],
    ['refused', summary.refused],
  ] as const;
  return (
    <>
      {hasValue ? (
        <dl className={styles.worth}>
          {(['gross', 'returned', 'net'] as const).map((name) => (
            <div key={name} data-name={name}>
              <dt>{t(`imports.${name}`)}</dt>
              <dd>
                {amountOf(summary.value[name], speech)}
                <small>{inRial(summary.value[name])}</small>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <dl className={styles.counts}>
        {counts
          .filter(([name, count]) => count > 0 || name === 'lines' || name === 'people')
          .map(([name, count]) => (
            <div key={name}>
              <dt>{t(`imports.${name}`)}</dt>
              <dd>{speech.number(count)}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
