import type { DealCard } from './queries.ts';

/** A card that is carried by the keyboard, and the step it is held over. */
export interface Carried {
  readonly card: DealCard;
  readonly step: string;
}

/** What a key does with a card: taken up, held over another step, put down there, put back; null: nothing. */
export type Deed =
  | { readonly kind: 'taken' | 'over' | 'put'; readonly carried: Carried }
  | { readonly kind: 'put-back' };

/**
 * Space or Enter takes a card up and puts it down, the arrows hold it over the step beside, whichever way the page reads,
 * and Escape puts it back.
 */
export function deedOfKey(
  key: string,
  card: DealCard,
  asked: {
    readonly carried: Carried | null;
    readonly steps: readonly string[];
    readonly direction: 'rtl' | 'ltr';
  },
): Deed | null {
  const isPress = key === ' ' || key === 'Enter';
  if (asked.carried?.card.id !== card.id)
    return isPress ? { kind: 'taken', carried: { card, step: card.step } } : null;
  const { carried, steps, direction } = asked;
  if (key === 'Escape') return { kind: 'put-back' };
  if (isPress) return carried.step === card.step ? { kind: 'put-back' } : { kind: 'put', carried };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const by = (key === 'ArrowLeft') === (direction === 'rtl') ? 1 : -1;
  const next = steps[steps.indexOf(carried.step) + by];
  return { kind: 'over', carried: { card, step: next ?? carried.step } };
}
