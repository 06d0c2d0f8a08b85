import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from '../vouchers/Codes.module.css';
import { PersonOf } from '../vouchers/PersonOf.tsx';
import type { GiftCard, GiftCardDetails } from './queries.ts';

/** What happened to a card besides being paid for and spent, the newest first, down to its making. */
export function CardChanges(props: {
  readonly card: GiftCard;
  readonly changes: GiftCardDetails['changes'];
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { card, changes } = props;
  const by = (name: string, at: number) =>
    t('clubCodes.madeBy', { name: `\u2068${name}\u2069`, day: speech.date(at, 'short') });
  return (
    <section className={spend.section} aria-labelledby="card-changes">
      <h2 id="card-changes">{t('clubCodes.cards.changes')}</h2>
      <ul className={spend.rows}>
        {changes.map((change, index) => (
          <li key={index}>
            <div className={spend.row}>
              <div className={`${spend.what} ${styles.long}`}>
                <strong>{t(`clubCodes.cards.changeOf.${change.what}`)}</strong>
                <div className={spend.about}>
                  <span>
                    <bdi>{change.reason}</bdi>
                  </span>
                  {change.what === 'transferred' && change.to !== null ? (
                    <span>
                      {t('clubCodes.cards.to')} <PersonOf person={change.to} />
                    </span>
                  ) : null}
                  <span>{by(change.by, change.at)}</span>
                </div>
              </div>
            </div>
          </li>
        ))}
        <li>
          <div className={spend.row}>
            <div className={`${spend.what} ${styles.long}`}>
              <strong>{t('clubCodes.cards.changeOf.made')}</strong>
              <div className={spend.about}>
                <span>{by(card.madeBy, card.madeAt)}</span>
              </div>
            </div>
          </div>
        </li>
      </ul>
    </section>
  );
}
