import { useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { BoardCard } from './BoardCard.tsx';
import type { Column } from './board-state.ts';
import styles from './Deals.module.css';
import type { DealCard } from './queries.ts';
import type { DealWords } from './useDealWords.ts';

/** How high a card stands, with what is between it and the next; every card is as high as the other. */
export const CARD = 150;
const SPARE = 4;
/** So many cards before the last one more are asked for. */
const AHEAD = 12;

/** A step of the board: its sums, and of its cards only those in sight. */
export const BoardStep = memo(function BoardStep(props: {
  readonly column: Column;
  readonly name: string;
  readonly isAfter: boolean;
  readonly words: DealWords;
  readonly mayMove: boolean;
  readonly moving: number | null;
  readonly onMore: (step: string, after: string) => void;
  /** The card that is carried by the keyboard, by its number, and whether it is held over this step. */
  readonly carried: number | null;
  readonly isTarget: boolean;
  readonly onKey: (event: KeyboardEvent, card: DealCard) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { column, name, words, mayMove, onMore } = props;
  const { setNodeRef, isOver } = useDroppable({ id: column.step });
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: column.cards.length,
    getScrollElement: () => body.current,
    estimateSize: () => CARD,
    overscan: SPARE,
    getItemKey: (index) => column.cards[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const { step, next } = column;
  const isNear = next !== null && last >= column.cards.length - AHEAD;
  useEffect(() => {
    if (isNear && next !== null) onMore(step, next);
  }, [isNear, next, onMore, step]);
  const heading = `step-${column.step}`;
  return (
    <section
      ref={setNodeRef}
      className={styles.column}
      data-over={isOver || props.isTarget}
      data-step={column.step}
      data-after={props.isAfter}
      aria-labelledby={heading}
    >
      <header className={styles.columnHead}>
        <h2 id={heading}>
          <bdi>{name}</bdi>
        </h2>
        <span className={styles.columnCount}>{speech.number(column.deals)}</span>
        <div className={styles.columnSum}>
          <span>{speech.money(column.amount)}</span>
          {column.stalled === 0 ? null : (
            <span className={styles.columnStalled}>
              {t('salesDeals.board.stalled', { count: column.stalled, shown: speech.number(column.stalled) })}
            </span>
          )}
        </div>
      </header>
      <div
        ref={body}
        className={styles.columnBody}
        role="group"
        aria-label={t('salesDeals.board.cards', { step: name })}
        // What scrolls is reached by the keyboard.
        tabIndex={0}
      >
        {column.cards.length === 0 ? (
          <p className={styles.columnEmpty}>{t('salesDeals.board.empty')}</p>
        ) : (
          <ul style={{ blockSize: virtual.getTotalSize() }}>
            {items.map(({ key, index, start }) => {
              const card = column.cards[index];
              return card === undefined ? null : (
                <li key={key} style={{ transform: `translateY(${start}px)` }}>
                  <BoardCard
                    card={card}
                    words={words}
                    mayMove={mayMove && card.finishedAt === null}
                    isBusy={props.moving === card.id}
                    isCarried={props.carried === card.id}
                    onKey={props.onKey}
                    onLeave={props.onLeave}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
});
