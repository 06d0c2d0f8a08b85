import type { Offer } from '@nardeban/core/offers';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import styles from './Offers.module.css';
import { useOfferWords } from './useOfferWords.ts';

/** The offer as the customer reads it: thanks first, then what it is, then what bounds it. */
export function CustomerView({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  const bounds = words.bounds(offer);
  return (
    <section className={styles.customer} aria-label={t('clubOffers.customer')}>
      <p className="soft">{t(`clubOffers.customerHears.${offer.announcement}`)}</p>
      <p className={styles.thanks}>
        <bdi style={{ whiteSpace: 'normal' }}>
          {offer.thanks === undefined ? t('clubOffers.thanksUsual') : speech.words(offer.thanks)}
        </bdi>
      </p>
      <p className={styles.gives}>{words.gives(offer)}</p>
      {bounds.length === 0 ? null : (
        <ul className={styles.small}>
          {bounds.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
