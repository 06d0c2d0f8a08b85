import { useDraggable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { GripIcon } from './GripIcon.tsx';
import { CardView } from './CardView.tsx';
import styles from './Deals.module.css';
import type { DealCard } from './queries.ts';
import type { DealWords } from './useDealWords.ts';

/** A card that can be taken by the hand anywhere, and by the keyboard at its grip. */
export function BoardCard(props: {
  readonly card: DealCard;
  readonly words: DealWords;
  readonly mayMove: boolean;
  readonly isBusy: boolean;
  readonly isCarried: boolean;
  readonly onKey: (event: KeyboardEvent, card: DealCard) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { card, words, mayMove } = props;
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: !mayMove,
  });
  return (
    <article
      ref={setNodeRef}
      className={styles.card}
      data-dragged={isDragging || props.isCarried}
      data-busy={props.isBusy}
      data-stalled={card.stalledFor !== null}
      {...(mayMove ? listeners : {})}
    >
      <CardView
        card={card}
        words={words}
        grip={
          mayMove ? (
            <button
              type="button"
              data-grip={card.id}
              className={styles.grip}
              aria-label={t('salesDeals.board.grip', { title: card.title })}
              aria-describedby={attributes['aria-describedby']}
              aria-pressed={isDragging || props.isCarried}
              onKeyDown={(event) => props.onKey(event, card)}
              onBlur={props.onLeave}
            >
              <GripIcon size={18} />
            </button>
          ) : undefined
        }
      />
    </article>
  );
}
