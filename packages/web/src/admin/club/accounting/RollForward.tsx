import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Accounting.module.css';
import { type RolledLine, rollForwardQuery } from './queries.ts';
import { useBookWords } from './words.ts';

/** In the order in which they are added up. */
const ROWS = [
  'opening',
  'earned',
  'reversed',
  'spent',
  'givenBack',
  'expired',
  'adjusted',
  'transferred',
  'writtenOff',
  'closing',
] as const;
const TAKEN = new Set<string>(['reversed', 'spent', 'expired']);

/** Every wallet rolled forward, a month to a column, and below it the proof against what members hold. */
export function RollForward({ to }: { readonly to: string }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useBookWords();
  const rolled = useQuery(rollForwardQuery(asking, to));
  if (rolled.data === undefined)
    return rolled.isError ? (
      <FailureNotice error={rolled.error} onRetry={() => void rolled.refetch()} />
    ) : (
      <BlockSkeleton height={420} />
    );
  const wallets = [...new Set(rolled.data.lines.map(({ holder, wallet }) => `${holder} ${wallet}`))];
  const pending = new Map(rolled.data.pending.map(({ wallet, units }) => [wallet, units]));
  return wallets.map((one) => {
    const lines = rolled.data.lines.filter(({ holder, wallet }) => `${holder} ${wallet}` === one);
    const wallet = lines[0]?.wallet ?? '';
    const waits = pending.get(wallet) ?? 0;
    return (
      <section key={one} className={spend.section} aria-label={words.wallet(wallet)}>
        <h2>{words.wallet(wallet)}</h2>
        {waits === 0 ? null : <p>{t('clubBooks.pending', { units: words.units(waits) })}</p>}
        <RolledTable lines={lines} />
      </section>
    );
  });
}

function RolledTable({ lines }: { readonly lines: readonly RolledLine[] }) {
  const { t } = useTranslation();
  const words = useBookWords();
  const isMoney = lines[0]?.holder === 'card';
  const shown = isMoney ? words.money : words.units;
  return (
    <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubBooks.rolled')}>
      <table className={spend.table}>
        <thead>
          <tr>
            <th scope="col">{t('clubBooks.rolled')}</th>
            {lines.map(({ period, closed }) => (
              <th key={period} scope="col" className={styles.number}>
                {words.month(period)}
                <span className={styles.closed}>{t(closed ? 'clubBooks.closed' : 'clubBooks.open')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row} className={row === 'opening' || row === 'closing' ? spend.total : undefined}>
              <th scope="row">{t(`clubBooks.row.${row}`)}</th>
              {lines.map(({ period, rolled }) => (
                <td key={period} className={styles.number}>
                  {shown(TAKEN.has(row) && rolled[row] !== 0 ? -rolled[row] : rolled[row])}
                </td>
              ))}
            </tr>
          ))}
          <tr className={styles.proof}>
            <th scope="row">{t('clubBooks.row.proof')}</th>
            {lines.map(({ period, rolled }) => (
              <td
                key={period}
                className={`${styles.number} ${rolled.difference === 0 ? styles.good : rolled.difference === null ? '' : styles.wrong}`}
              >
                {rolled.difference === null ? '–' : shown(rolled.difference)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
