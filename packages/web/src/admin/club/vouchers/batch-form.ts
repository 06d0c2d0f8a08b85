import { type Day, zoneOf } from '@nardeban/core/values';
import type { Speech } from '../../../language/speech.ts';
import type { Batch } from './queries.ts';

/** What a batch is good for, as the form holds it. Null: without limit, or without that end. */
export interface TermsForm {
  readonly name: string;
  readonly uses: number | null;
  readonly usesPerPerson: number | null;
  readonly from: Day | null;
  /** The last day on which it is good. */
  readonly until: Day | null;
}

export interface BatchForm extends TermsForm {
  readonly kind: 'drawn' | 'word';
  readonly offer: string;
  readonly count: number | null;
  readonly word: string;
}

export const MOST_CODES = 1_000_000;

export function newBatch(): BatchForm {
  return {
    kind: 'drawn',
    name: '',
    offer: '',
    count: 100,
    word: '',
    uses: 1,
    usesPerPerson: 1,
    from: null,
    until: null,
  };
}

export function termsOf(batch: Batch, speech: Pick<Speech, 'dayOf'>): TermsForm {
  const { name, uses, usesPerPerson, validFrom, validUntil } = batch;
  return {
    name,
    uses,
    usesPerPerson,
    from: validFrom === null ? null : speech.dayOf(validFrom),
    // It ends before this instant: the day before midnight is the last one.
    until: validUntil === null ? null : speech.dayOf(validUntil - 1),
  };
}

/** The first instant of a day, and the one after its end, where the business is. */
export function startOf(day: Day | null, zone: string): number | null {
  return day === null ? null : zoneOf(zone).startOf(day);
}
export function endOf(day: Day | null, zone: string): number | null {
  return day === null ? null : zoneOf(zone).startOf(day + 1);
}

export type TermsFault = 'name' | 'until';
export type BatchFault = TermsFault | 'offer' | 'count' | 'word';

export function termsFaults({ name, from, until }: TermsForm): readonly TermsFault[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(from !== null && until !== null && until < from ? (['until'] as const) : []),
  ];
}

export function batchFaults(form: BatchForm): readonly BatchFault[] {
  const { kind, offer, count, word } = form;
  return [
    ...termsFaults(form),
    ...(offer === '' ? (['offer'] as const) : []),
    ...(kind === 'drawn' && count === null ? (['count'] as const) : []),
    ...(kind === 'word' && word.trim() === '' ? (['word'] as const) : []),
  ];
}

/** The terms as the server takes them. */
export function askedTerms(form: TermsForm, zone: string) {
  return {
    name: form.name.trim(),
    uses: form.uses,
    usesPerPerson: form.usesPerPerson,
    validFrom: startOf(form.from, zone),
    validUntil: endOf(form.until, zone),
  };
}

export function askedBatch(form: BatchForm, zone: string) {
  return {
    ...askedTerms(form, zone),
    offer: form.offer,
    ...(form.kind === 'drawn' ? { count: form.count ?? 1 } : { word: form.word.trim() }),
  };
}
