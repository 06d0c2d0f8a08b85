import type { FactRow, ImportedFacts } from '../facts/index.ts';
import type { ImportProgress } from './records.ts';

/** What an import notices of its facts while they are stored, so that it can be undone. */
export class FactTrace implements ImportedFacts {
  readonly importId: number;
  isAllNew = true;
  #facts: ImportProgress['facts'];
  readonly #met: Set<number>;
  #own = new WeakSet<FactRow>();

  constructor(importId: number, before: Pick<ImportProgress, 'facts' | 'met'>) {
    this.importId = importId;
    this.#facts = before.facts;
    this.#met = new Set(before.met);
  }

  stored(first: number, last: number): void {
    const known = this.#facts;
    this.#facts =
      known === null
        ? { first, last }
        : { first: Math.min(known.first, first), last: Math.max(known.last, last) };
  }

  repeated(row: FactRow, importId: number | null): void {
    this.isAllNew = false;
    if (importId === this.importId) this.#own.add(row);
    else if (importId !== null) this.#met.add(importId);
  }

  /** Whether the fact was there already because this very import had told it: it is being read once more. */
  isOwn(row: FactRow): boolean {
    return this.#own.has(row);
  }

  sofar(): Pick<ImportProgress, 'facts' | 'met'> {
    return { facts: this.#facts, met: [...this.#met].sort((a, b) => a - b) };
  }
}
