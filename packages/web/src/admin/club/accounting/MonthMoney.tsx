import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import styles from './Accounting.module.css';
import type { MoneyRolled, WalletMonth } from './queries.ts';
import { useBookWords } from './words.ts';

const ROWS = ['opening', 'added', 'returned', 'released', 'trueUp', 'closing'] as const;
const TAKEN = new Set<string>(['returned', 'released']);

/** What a wallet owes in money: deferred with sales, apart from what was given without one; and what is owed to it. */
export function MonthMoney({ month }: { readonly month: WalletMonth }) {
  const { t } = useTranslation();
  const words = useBookWords();
  const isCard = month.holder === 'card';
  return (
    <section className={spend.section} aria-label={`${t('clubBooks.money')}: ${words.wallet(month.wallet)}`}>
      <h2>{words.wallet(month.wallet)}</h2>
      {isCard ? (
        <p>{t('clubBooks.cardsText')}</p>
      ) : (
        <>
          <p>{t(`clubBooks.rateFrom.${month.rateFrom}`, { rate: words.rate(month.rate) })}</p>
          {month.costFrom === 'assumed' ? (
            <Alert severity="warning" sx={{ marginBlockEnd: 2 }}>
              {t('clubBooks.costAssumed')}
            </Alert>
          ) : null}
          {month.unpriced === 0 ? null : (
            <Alert severity="info" sx={{ marginBlockEnd: 2 }}>
              {t('clubBooks.unpriced', { count: month.unpriced, shown: words.units(month.unpriced) })}
            </Alert>
          )}
          <dl className={spend.figures} style={{ marginBlockEnd: 20 }}>
            <div>
              <dt>{t('clubBooks.stock')}</dt>
              <dd>{words.money(month.stock)}</dd>
            </div>
            <div>
              <dt>{t('clubBooks.debts')}</dt>
              <dd>
                {words.money(month.debts)}
                <small>{t('clubBooks.debtUnits', { units: words.units(month.debtUnits) })}</small>
              </dd>
            </div>
          </dl>
        </>
      )}
      <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubBooks.money')}>
        <table className={spend.table}>
          <thead>
            <tr>
              <th scope="col">{t('clubBooks.money')}</th>
              {ROWS.map((row) => (
                <th key={row} scope="col" className={styles.number}>
                  {t(`clubBooks.moneyRow.${row}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {isCard ? null : <RollRow label={t('clubBooks.deferred')} roll={month.deferred} />}
            <RollRow
              label={t(isCard ? 'clubBooks.giftCards' : 'clubBooks.provision')}
              roll={month.provision}
            />
          </tbody>
        </table>
      </div>
      <h3>{t('clubBooks.journal')}</h3>
      {month.vouchers.length === 0 ? (
        <p className="soft">{t('clubBooks.noVouchers')}</p>
      ) : (
        <ul className={spend.rows}>
          {month.vouchers.map(({ kind, amount }) => (
            <li key={kind}>
              <div className={spend.row}>
                <span className={spend.what}>{t(`clubBooks.voucher.${kind}`)}</span>
                <span className={spend.amount}>{words.money(amount)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RollRow({ label, roll }: { readonly label: string; readonly roll: MoneyRolled }) {
  const words = useBookWords();
  return (
    <tr>
      <th scope="row">{label}</th>
      {ROWS.map((row) => (
        <td key={row} className={styles.number}>
          {words.money(TAKEN.has(row) && roll[row] !== 0 ? -roll[row] : roll[row])}
        </td>
      ))}
    </tr>
  );
}
