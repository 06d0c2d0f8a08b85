import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import styles from './Deals.module.css';
import type { DealCard } from './queries.ts';
import type { DealWords } from './useDealWords.ts';

/** What a card says of its deal. It stays as it is while others are dragged. */
export const CardView = memo(function CardView(props: {
  readonly card: DealCard;
  readonly words: DealWords;
  readonly grip?: ReactNode;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { card, words } = props;
  const stall = words.stall(card);
  const next = words.next(card.next);
  return (
    <>
      <div className={styles.cardHead}>
        <Link
          to={paths.salesDeal}
          params={{ deal: String(card.id) }}
          className={styles.cardTitle}
          draggable={false}
        >
          <bdi>{card.title}</bdi>
        </Link>
        {props.grip}
      </div>
      <div className={styles.cardPerson}>
        <bdi>{card.personName ?? t('person.nameless', { number: card.person })}</bdi>
      </div>
      <div className={styles.cardLine}>
        <span className={styles.cardAmount}>{words.amount(card.amount)}</span>
        {card.chance === null ? null : (
          <span className="soft" title={t('salesDeals.chance')}>
            {speech.share(card.chance)}
          </span>
        )}
        <span className={styles.cardOwner} data-gone={words.isGone(card.owner)}>
          <bdi>{words.owner(card.owner)}</bdi>
        </span>
      </div>
      {stall !== null ? (
        <div className={styles.cardStall}>{stall}</div>
      ) : next !== null ? (
        <div className={styles.cardNext} data-missed={card.next?.missed === true}>
          <bdi>{next}</bdi>
        </div>
      ) : card.state === 'open' ? (
        <div className={styles.cardAlone}>{t('salesDeals.noNext')}</div>
      ) : (
        <div className={styles.cardNext}>
          {t('salesDeals.wonAt', { day: speech.dayInYear(card.closedAt ?? 0) })}
        </div>
      )}
    </>
  );
});
