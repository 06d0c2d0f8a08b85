import { useDraggable } from '@dnd-kit/core';
import { type KeyboardEvent, useMemo } from 'react';
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
  const { card, words, mayMove, isCarried, onKey, onLeave } = props;
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: !mayMove,
  });
  const describedBy = attributes['aria-describedby'];
  const isPressed = isDragging || isCarried;
  // Every card hears of every movement of one of them; what they show is the same element as long as nothing of it changed.
  const grip = useMemo(
    () => (mayMove ? <Grip {...{ card, describedBy, isPressed, onKey, onLeave }} /> : undefined),
    [mayMove, card, describedBy, isPressed, onKey, onLeave],
  );
  return (
    <article
      ref={setNodeRef}
      className={styles.card}
      data-dragged={isPressed}
      data-busy={props.isBusy}
      data-stalled={card.stalledFor !== null}
      {...(mayMove ? listeners : {})}
    >
      <CardView card={card} words={words} grip={grip} />
    </article>
  );
}

/** What the keyboard takes a card at. */
function Grip(props: {
  readonly card: DealCard;
  readonly describedBy: string;
  readonly isPressed: boolean;
  readonly onKey: (event: KeyboardEvent, card: DealCard) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { card } = props;
  return (
    <button
      type="button"
      data-grip={card.id}
      className={styles.grip}
      aria-label={t('salesDeals.board.grip', { title: card.title })}
      aria-describedby={props.describedBy}
      aria-pressed={props.isPressed}
      onKeyDown={(event) => props.onKey(event, card)}
      onBlur={props.onLeave}
    >
      <GripIcon size={18} />
    </button>
  );
}
