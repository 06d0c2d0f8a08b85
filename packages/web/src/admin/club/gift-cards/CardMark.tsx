import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import type { GiftCard } from './queries.ts';

/** How a card stands, in a word. */
export function CardMark({ card }: { readonly card: GiftCard }) {
  const { t } = useTranslation();
  const isOver = card.expiresAt !== null && card.expiresAt <= Date.now();
  if (card.state === 'active' && isOver)
    return <span className={spend.verdict}>{t('clubCodes.cards.over')}</span>;
  return (
    <span
      className={spend.verdict}
      {...(card.state === 'active'
        ? { 'data-good': true }
        : card.state === 'frozen'
          ? { 'data-good': false }
          : {})}
    >
      {t(`clubCodes.cards.stateOf.${card.state}`)}
    </span>
  );
}
