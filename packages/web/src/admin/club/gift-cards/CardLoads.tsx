import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from '../vouchers/Codes.module.css';
import type { CardLoad } from './queries.ts';

/** What was paid onto a card, and what of it was given back. A top-up can be given back by itself. */
export function CardLoads(props: {
  readonly loads: readonly CardLoad[];
  readonly onRefund: ((place: number) => void) | undefined;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { onRefund } = props;
  return (
    <section className={spend.section} aria-labelledby="card-loads">
      <h2 id="card-loads">{t('clubCodes.cards.loads')}</h2>
      <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubCodes.cards.loads')}>
        <table className={spend.table}>
          <thead>
            <tr>
              <th scope="col">{t('clubCodes.cards.load')}</th>
              <th scope="col">{t('clubCodes.cards.amount')}</th>
              <th scope="col">{t('clubCodes.day')}</th>
              <th scope="col">{t('clubCodes.by')}</th>
              <th scope="col">{t('clubCodes.cards.givenBack')}</th>
              {onRefund === undefined ? null : (
                <th scope="col">
                  <span className="only-heard">{t('clubCodes.deeds')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {props.loads.map((load) => (
              <tr key={load.place}>
                <th scope="row">
                  {t(load.place === 1 ? 'clubCodes.cards.purchase' : 'clubCodes.cards.topUp')}
                  {load.paid ? null : <span className={spend.small}>{t('clubCodes.cards.notPaid')}</span>}
                  {load.order === null ? null : (
                    <span className={spend.small}>
                      {t('clubCodes.cards.order')} <bdi dir="ltr">{load.order}</bdi>
                    </span>
                  )}
                </th>
                <td className={styles.number}>{speech.money(load.amount)}</td>
                <td>{speech.date(load.at, 'short')}</td>
                <td className={styles.long}>
                  <bdi>{load.by}</bdi>
                </td>
                <td className={styles.number}>
                  {load.refundedAt === null ? (
                    '–'
                  ) : (
                    <>
                      {speech.money(load.refunded ?? 0)}
                      <span className={spend.small}>{speech.date(load.refundedAt, 'short')}</span>
                    </>
                  )}
                </td>
                {onRefund === undefined ? null : (
                  <td>
                    {load.refundedAt === null && load.place > 1 ? (
                      <Button size="small" color="error" onClick={() => onRefund(load.place)}>
                        {t('clubCodes.cards.refundTopUp')}
                      </Button>
                    ) : null}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
