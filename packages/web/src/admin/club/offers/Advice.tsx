import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { type Offer, sayReason } from '@nardeban/core/offers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inDigits } from '../../../language/digits.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { type Instead, insteadOf } from './advice.ts';
import styles from './Offers.module.css';
import { useAdvice } from './useAdvice.ts';
import { useOfferWords } from './useOfferWords.ts';

/** A basket to reckon with where the offer names none. */
const USUAL_BASKET = 10_000_000;

/** What the guard would have somebody think of first, each with its figure, and what could be given instead. */
export function Advice({
  offer,
  onInstead,
}: {
  readonly offer: Offer;
  /** Takes the proposal; without it the proposal is only told. */
  readonly onInstead?: (instead: Instead) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const advice = useAdvice(offer);
  if (advice === undefined) return <BlockSkeleton height={90} />;
  const { language, currency, unit, calendar, zone } = speech;
  const say = (reason: (typeof advice.reasons)[number]) =>
    inDigits(
      sayReason(reason, { language, money: { currency, unit }, calendar: { calendar, zone } }),
      language,
    );
  return (
    <>
      {advice.reasons.length === 0 ? (
        <Alert severity="success">{t('clubOffers.advice.fine')}</Alert>
      ) : (
        <ul className={styles.advice} aria-label={t('clubOffers.advice.title')}>
          {advice.reasons.map((reason) => (
            <li key={reason.code}>
              <Alert severity={reason.code.startsWith('base_') ? 'error' : 'warning'}>{say(reason)}</Alert>
            </li>
          ))}
        </ul>
      )}
      <Proposed
        key={offer.leastBasket ?? 0}
        offer={offer}
        guard={advice.guard}
        {...(onInstead === undefined ? {} : { onInstead })}
      />
    </>
  );
}

/** "5 % and a free service instead of 10 %", with what both cost on a basket the reader may name. */
function Proposed(props: {
  readonly offer: Offer;
  readonly guard: NonNullable<ReturnType<typeof useAdvice>>['guard'];
  readonly onInstead?: (instead: Instead) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  const { offer, guard, onInstead } = props;
  const [basket, setBasket] = useState<number | null>(offer.leastBasket ?? USUAL_BASKET);
  const { kind } = offer.gives;
  if (kind !== 'percent' && kind !== 'amount') return null;
  if (guard.perks.length === 0) return <p className="soft">{t('clubOffers.advice.noPerks')}</p>;
  const instead = basket === null ? null : insteadOf(offer, guard.perks, basket);
  return (
    <div className={styles.instead}>
      {instead === null ? (
        <p>{t('clubOffers.advice.noneCheaper')}</p>
      ) : (
        <p>
          {instead.discount === 0
            ? t('clubOffers.advice.perkAlone', {
                perk: words.perk(instead.perk),
                cost: speech.money(instead.cost),
                instead: speech.money(instead.instead),
              })
            : t('clubOffers.advice.half', {
                discount: speech.money(instead.discount),
                perk: words.perk(instead.perk),
                cost: speech.money(instead.cost),
                instead: speech.money(instead.instead),
              })}
        </p>
      )}
      <div className={styles.deeds}>
        <TypedField
          small
          label={t('clubOffers.advice.basket')}
          manner={moneyIn(speech)}
          value={basket}
          least={1}
          onChange={setBasket}
        />
        {instead === null || onInstead === undefined ? null : (
          <Button variant="outlined" onClick={() => onInstead(instead)}>
            {t('clubOffers.advice.take')}
          </Button>
        )}
      </div>
    </div>
  );
}
