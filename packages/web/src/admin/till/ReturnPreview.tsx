import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';
import type { TillOrder, TillReturned } from './answers.ts';
import styles from './Till.module.css';
import { amountInWords, type ClubWords } from './wording.ts';

/** What goes back to whom when these pieces come back. */
export function ReturnPreview(props: {
  readonly returned: TillReturned;
  readonly order: TillOrder;
  readonly words: ClubWords;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { returned, order, words } = props;
  const { plan, money, restored, reversed, cardsEnded } = returned;
  const units = (number: number, wallet: string) =>
    t('till.units', { units: speech.number(number), wallet: words.wallet(wallet) });
  const nameOf = (source: string) => {
    const decision = order.priced.decisions.find((one) => one.source === source);
    return decision === undefined ? source : speech.words(decision.name);
  };
  const taken = reversed.filter((one) => one.units > 0);
  return (
    <>
      <dl className={styles.sums}>
        {plan.discounts
          .filter(({ amount }) => amount > 0)
          .map(({ source, amount }) => (
            <div key={source}>
              <dt>
                {t('till.returns.discount')} <bdi>{nameOf(source)}</bdi>
                <span className={styles.why}>
                  <span>{t('till.returns.discountWhy')}</span>
                </span>
              </dt>
              <dd>{speech.money(amount)}</dd>
            </div>
          ))}
        {plan.giftCards.map(({ card, amount }) => (
          <div key={card}>
            <dt>{t('till.returns.toCard')}</dt>
            <dd>{speech.money(amount)}</dd>
          </div>
        ))}
        {restored.map((one) => (
          <div key={`+${one.wallet}`}>
            <dt>
              {t('till.returns.restored')}
              {one.expired > 0 ? (
                <span className={styles.why}>
                  <span>{t('till.returns.expired', { units: speech.number(one.expired) })}</span>
                </span>
              ) : null}
            </dt>
            <dd>{units(one.units, one.wallet)}</dd>
          </div>
        ))}
        {taken.map((one) => (
          <div key={`-${one.rule} ${one.wallet}`}>
            <dt>
              {t('till.returns.reversed')}
              <span className={styles.why}>
                {one.debt > 0 ? (
                  <span>{t('till.returns.debt', { units: speech.number(one.debt) })}</span>
                ) : null}
                {one.writtenOff > 0 ? (
                  <span>{t('till.returns.writtenOff', { units: speech.number(one.writtenOff) })}</span>
                ) : null}
              </span>
            </dt>
            <dd>{units(one.units, one.wallet)}</dd>
          </div>
        ))}
      </dl>
      {(plan.belowLeast ?? []).map(({ source, least, left, kept }) => (
        <Alert key={source} severity="info">
          {t('till.returns.belowLeast', {
            name: nameOf(source),
            least: speech.money(least),
            left: speech.money(left),
            kept: speech.money(kept),
          })}
        </Alert>
      ))}
      {cardsEnded.length === 0 ? null : (
        <p className={styles.soft}>
          {t('till.returns.cardsEnded', { number: speech.number(cardsEnded.length) })}
        </p>
      )}
      <div className={styles.due}>
        <span>{t('till.returns.money')}</span>
        <strong>{speech.money(money)}</strong>
        <span className={styles.words}>{amountInWords(money, speech)}</span>
      </div>
    </>
  );
}
