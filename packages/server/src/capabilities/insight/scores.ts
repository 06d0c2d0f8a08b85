import {
  type Band,
  bandNames,
  bandOf,
  type CellScore,
  cellScoreAt,
  expectedSpend,
  valueAhead,
  type ValueForetold,
} from '@nardeban/core/insight';
import type { Basis } from './fitting.ts';
import type { Gathered } from './gathered.ts';
import type { InsightSettings } from './settings.ts';

/** What is foretold of one person; amounts in minor units. */
export interface Foretold {
  readonly band: Band;
  readonly cell: CellScore;
  readonly value90: ValueForetold | null;
  readonly valueYear: ValueForetold | null;
  readonly residual: number | null;
  readonly atRisk: number | null;
}

/** The bands of a run by person, in order of their numbers. */
export class BandsBefore {
  readonly #people: Float64Array;
  readonly #bands: Uint8Array;

  constructor(people: Float64Array, bands: Uint8Array) {
    this.#people = people;
    this.#bands = bands;
  }

  get size(): number {
    return this.#people.length;
  }

  of(personId: number): Band | null {
    let low = 0;
    let high = this.#people.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#people[middle] as number;
      if (found === personId) return bandNames[this.#bands[middle] as number] ?? null;
      if (found < personId) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  counts(): Map<Band, number> {
    const counts = new Map<Band, number>();
    for (const rank of this.#bands) {
      const band = bandNames[rank];
      if (band !== undefined) counts.set(band, (counts.get(band) ?? 0) + 1);
    }
    return counts;
  }
}

/** A reader of what is foretold of each place of `gathered`. */
export function foretellerOf(
  gathered: Gathered,
  { scores, spend }: NonNullable<Basis['foretold']>,
  settings: InsightSettings,
  margin: number,
  before: BandsBefore,
): (place: number) => Foretold {
  const today = gathered.today();
  return (place) => {
    const number = gathered.cell[place] as number;
    const x = today.x[number] as number;
    const recency = today.recency[number] as number;
    const age = today.age[number] as number;
    const cell = cellScoreAt(scores, number);
    const spender = { x, mean: gathered.mean[place] as number };
    const each = spend === null ? null : expectedSpend(spend, spender);
    const value90 = spend === null ? null : valueAhead(cell.short, spend, spender);
    const valueYear = spend === null ? null : valueAhead(cell.year, spend, spender);
    return {
      band: bandOf(
        { quiet: cell.quiet, quietYear: cell.quietYear, daysSinceLast: age - recency },
        settings.horizon,
        before.of(gathered.people[place] as number),
      ),
      cell,
      value90,
      valueYear,
      residual: each === null ? null : margin * each * cell.residual,
      atRisk:
        each === null || valueYear === null ? null : Math.max(0, each * cell.paceYear - valueYear.expected),
    };
  };
}
