import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MeasuringStrategy,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  type CollisionDetection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardStep } from './BoardStep.tsx';
import { cardIn, type Columns } from './board-state.ts';
import { CardView } from './CardView.tsx';
import { type Carried, deedOfKey } from './carrying.ts';
import styles from './Deals.module.css';
import type { DealCard, DealOwner, Pipeline } from './queries.ts';
import { useDealWords } from './useDealWords.ts';

/** A hand is on the step its pointer is in; where it is in none, on the one its card covers. */
const under: CollisionDetection = (asked) => {
  const pointed = pointerWithin(asked);
  return pointed.length > 0 ? pointed : rectIntersection(asked);
};

/** Steps do not move while a card is carried, so they are measured once. */
const measuring = { droppable: { strategy: MeasuringStrategy.BeforeDragging } } as const;

/** The deals under way, step by step. A card goes to another step by hand, by touch, or by the keyboard. */
export function Board(props: {
  readonly pipeline: Pipeline;
  readonly columns: Columns;
  readonly owners: readonly DealOwner[];
  readonly mayMove: boolean;
  readonly moving: number | null;
  readonly onMove: (card: DealCard, to: string) => void;
  readonly onMore: (step: string, after: string) => void;
}) {
  const { t } = useTranslation();
  const { pipeline, columns, owners, onMove } = props;
  const all = useDealWords(owners);
  // Cards are drawn anew only when what they say may have changed.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const words = useMemo(() => all, [owners, all.colleagues, t]);
  const [dragged, setDragged] = useState<DealCard | null>(null);
  const keyboard = useKeyboardCarrying({ ...props, stepName: (step) => words.step(pipeline, step) });
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const titleOf = (id: string | number): string => cardIn(columns, Number(id))?.title ?? '';
  const said = (id: string | number, over: string | number | undefined) => ({
    title: `\u2068${titleOf(id)}\u2069`,
    step: over === undefined ? '' : words.step(pipeline, String(over)),
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('salesDeals.board.taken', said(active.id, undefined)),
    onDragOver: ({ active, over }) =>
      over === null
        ? t('salesDeals.board.nowhere', said(active.id, undefined))
        : t('salesDeals.board.over', said(active.id, over.id)),
    onDragEnd: ({ active, over }) =>
      over === null
        ? t('salesDeals.board.putBack', said(active.id, undefined))
        : t('salesDeals.board.put', said(active.id, over.id)),
    onDragCancel: ({ active }) => t('salesDeals.board.putBack', said(active.id, undefined)),
  };
  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const card = cardIn(columns, Number(active.id));
    if (card !== undefined && over !== null) onMove(card, String(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={under}
      measuring={measuring}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('salesDeals.board.instructions') },
      }}
      onDragStart={({ active }) => setDragged(cardIn(columns, Number(active.id)) ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={end}
    >
      <div className={styles.board} data-carrying={dragged !== null}>
        {columns.map((column) => {
          const step = pipeline.steps.find(({ key }) => key === column.step);
          return (
            <BoardStep
              key={column.step}
              column={column}
              name={words.step(pipeline, column.step)}
              isAfter={step?.after === true}
              words={words}
              mayMove={props.mayMove}
              moving={props.moving}
              onMore={props.onMore}
              carried={keyboard.carried?.card.id ?? null}
              isTarget={keyboard.carried?.step === column.step}
              onKey={keyboard.onKey}
              onLeave={keyboard.onLeave}
            />
          );
        })}
      </div>
      <div className="only-heard" role="status" aria-live="assertive">
        {keyboard.said}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged === null ? null : (
          <article className={`${styles.card} ${styles.carried}`}>
            <CardView card={dragged} words={words} />
          </article>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** A card carried by the keyboard from its grip: where it is held, and what is said of it. */
function useKeyboardCarrying(props: {
  readonly columns: Columns;
  readonly onMove: (card: DealCard, to: string) => void;
  readonly stepName: (step: string) => string;
}) {
  const { t, i18n } = useTranslation();
  const { columns } = props;
  const [carried, setCarried] = useState<Carried | null>(null);
  const [said, setSaid] = useState('');
  const [put, setPut] = useState<{ readonly id: number; readonly step: string } | null>(null);
  // The hand goes with the card to where it was put.
  useEffect(() => {
    if (put === null) return;
    const grip = document.querySelector<HTMLElement>(`[data-grip="${put.id}"]`);
    if (grip?.closest<HTMLElement>('[data-step]')?.dataset['step'] !== put.step) return;
    grip.focus();
    setPut(null);
  }, [put, columns]);
  const answer = (event: KeyboardEvent, card: DealCard) => {
    const deed = deedOfKey(event.key, card, {
      carried,
      steps: columns.map(({ step }) => step),
      direction: i18n.dir() === 'rtl' ? 'rtl' : 'ltr',
    });
    if (deed === null) return;
    event.preventDefault();
    event.stopPropagation();
    const title = `\u2068${card.title}\u2069`;
    if (deed.kind === 'put-back') {
      setCarried(null);
      setSaid(t('salesDeals.board.putBack', { title }));
      return;
    }
    const { step } = deed.carried;
    const about = { title, step: props.stepName(step) };
    if (deed.kind === 'put') {
      setCarried(null);
      setSaid(t('salesDeals.board.put', about));
      setPut({ id: card.id, step });
      props.onMove(card, step);
      return;
    }
    setCarried(deed.carried);
    setSaid(t(deed.kind === 'taken' ? 'salesDeals.board.taken' : 'salesDeals.board.over', about));
    document.querySelector(`[data-step="${step}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  // Cards are not drawn anew because the hand that listens is another one.
  const latest = useRef(answer);
  useEffect(() => {
    latest.current = answer;
  });
  const onKey = useCallback((event: KeyboardEvent, card: DealCard) => latest.current(event, card), []);
  const onLeave = useCallback(() => setCarried(null), []);
  return { carried, said, onKey, onLeave };
}
