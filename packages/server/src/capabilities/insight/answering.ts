import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Band,
  bandNames,
  customerTypeSchema,
  rfmSegmentSchema,
  rhythmSchema,
} from '@nardeban/core/insight';
import type { Database } from '../../platform/database/index.ts';
import type { Basis } from './fitting.ts';
import type { Gathered } from './gathered.ts';
import type { Outcome } from './outcome.ts';
import { type Walks } from './questions.ts';
import { type BandsBefore, foretellerOf, type Foretold } from './scores.ts';
import { type ScoreRow, writeList, writeScores } from './score-rows.ts';
import type { InsightSettings } from './settings.ts';

const ROWS_AT_ONCE = 5_000;

/** What was added up over everybody while their scores were written. */
export type Totals = Pick<Outcome, 'foretold' | 'bands'>;

/** The classes people are listed by; within one they stand in order of what is at stake, the most first. */
const KINDS = {
  band: bandNames,
  segment: rfmSegmentSchema.options,
  type: customerTypeSchema.options,
  rhythm: rhythmSchema.options,
} as const;
export type ListKind = keyof typeof KINDS | 'everybody';
export const listKinds = [...(Object.keys(KINDS) as (keyof typeof KINDS)[]), 'everybody'] as const;
/** The one class of the list of everybody, who stand there by what they are worth. */
export const EVERYBODY = 'all';

/**
 * Writes everybody's scores, some thousand at a time, and the lists of people by class. `onWritten` hears how many are in
 * and may throw to end it.
 */
export async function writeAnswers(
  database: Database,
  businessId: number,
  run: number,
  told: {
    readonly gathered: Gathered;
    readonly walks: Walks;
    readonly basis: Basis;
    readonly settings: InsightSettings;
    readonly margin: number;
    readonly before: BandsBefore;
  },
  onWritten: (people: number) => void,
): Promise<Totals> {
  const { gathered, walks, basis, settings, margin, before } = told;
  const foretell =
    basis.foretold === null ? null : foretellerOf(gathered, basis.foretold, settings, margin, before);
  const { size } = gathered;
  const places = {
    band: new Int8Array(size).fill(-1),
    segment: new Int8Array(size),
    type: new Int8Array(size),
    rhythm: new Int8Array(size),
  };
  const atRisk = new Float64Array(size);
  const worth = new Float64Array(size);
  const sums = new Sums();
  let writing: Promise<void> = Promise.resolve();
  let rows: ScoreRow[] = [];
  for (let place = 0; place < size; place++) {
    const foretold = foretell === null ? null : foretell(place);
    const row = rowOf(gathered, walks, place, foretold);
    rows.push(row);
    if (foretold !== null) {
      places.band[place] = bandNames.indexOf(foretold.band);
      sums.add(foretold);
    }
    places.segment[place] = rfmSegmentSchema.options.indexOf(row.segment as never);
    places.type[place] = customerTypeSchema.options.indexOf(row.type as never);
    places.rhythm[place] = rhythmSchema.options.indexOf(row.rhythm as never);
    atRisk[place] = foretold?.atRisk ?? row.spent;
    worth[place] = foretold?.valueYear?.expected ?? row.spent;
    if (rows.length < ROWS_AT_ONCE && place + 1 < size) continue;
    const batch = rows;
    rows = [];
    await writing;
    onWritten(place + 1 - batch.length);
    writing = database.withBusiness(businessId, async (tx) => {
      // What a crash takes was not told as done either: the run begins anew.
      await tx.query('SET LOCAL synchronous_commit = off');
      await writeScores(tx, run, batch);
    });
    // A failure is met at the next batch, or at the end.
    writing.catch(() => {});
    await breathe();
  }
  await writing;
  await database.withBusiness(businessId, async (tx) => {
    const byRisk = inOrderOf(atRisk);
    const byWorth = inOrderOf(worth);
    const { people } = gathered;
    for (const [kind, classes] of Object.entries(KINDS) as [keyof typeof KINDS, readonly string[]][]) {
      const order = kind === 'band' ? byRisk : byWorth;
      const belongs = places[kind];
      for (const [rank, name] of classes.entries())
        await writeList(
          tx,
          run,
          kind,
          name,
          peopleAt(
            order.filter((place) => belongs[place] === rank),
            people,
          ),
        );
    }
    await writeList(tx, run, 'everybody', EVERYBODY, peopleAt(byWorth, people));
  });
  onWritten(size);
  return {
    foretold: foretell === null ? null : sums.foretold(),
    bands: foretell === null ? [] : sums.bands(before),
  };
}

function peopleAt(places: Uint32Array, people: Float64Array): Float64Array {
  return Float64Array.from(places, (place) => people[place] as number);
}

function inOrderOf(figures: Float64Array): Uint32Array {
  return Uint32Array.from(figures, (_, place) => place).sort(
    (a, b) => (figures[b] as number) - (figures[a] as number) || a - b,
  );
}

function rowOf(gathered: Gathered, walks: Walks, place: number, foretold: Foretold | null): ScoreRow {
  const rfm = walks.rfm.answerAt(place);
  const type = walks.types.answerAt(place);
  const cadence = walks.cadence.answerAt(place);
  if (rfm === null || type === null || cadence === null) throw new Error('A buyer has no order');
  const number = gathered.cell[place] as number;
  const age = gathered.today.age[number] as number;
  const recency = gathered.today.recency[number] as number;
  const lastDay = gathered.asOf - age + recency;
  const { gaps, usualGap, lateFrom, veryLateFrom } = cadence;
  const { type: _type, orders: _orders, paid: _paid, daysSinceLast: _days, ...behaviour } = type;
  return {
    personId: gathered.people[place] as number,
    firstDay: gathered.asOf - age,
    lastDay,
    orderDays: (gathered.today.x[number] as number) + 1,
    spent: Math.round(gathered.spent[place] as number),
    segment: rfm.segment,
    type: type.type,
    rhythm: cadence.rhythm,
    evidence: JSON.stringify(
      {
        rfm: { recency: rfm.recency, frequency: rfm.frequency, value: rfm.value },
        cadence: { gaps, usualGap, lateFrom, veryLateFrom },
        type: behaviour,
      },
      shortly,
    ),
    band: foretold?.band ?? '',
    foretold: foretold === null ? [] : figuresOf(foretold),
  };
}

function shortly(_name: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1e4) / 1e4 : value;
}

/** In the order of FORETOLD. */
function figuresOf({ cell, value90, valueYear, residual, atRisk }: Foretold): (number | null)[] {
  const whole = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.round(value);
  return [
    cell.quiet,
    cell.quietYear,
    cell.short.expected,
    cell.short.low,
    cell.short.high,
    cell.year.expected,
    cell.year.low,
    cell.year.high,
    whole(value90?.expected),
    whole(value90?.low),
    whole(value90?.high),
    whole(valueYear?.expected),
    whole(valueYear?.low),
    whole(valueYear?.high),
    whole(residual),
    whole(atRisk),
  ];
}

interface BandSum {
  people: number;
  valueYear: number;
  atRisk: number;
}

class Sums {
  readonly #bands = new Map<Band, BandSum>(
    bandNames.map((band) => [band, { people: 0, valueYear: 0, atRisk: 0 }]),
  );
  readonly #residuals: number[] = [];
  #orders90 = 0;
  #ordersYear = 0;
  #value90 = 0;
  #valueYear = 0;
  #isPriced = true;

  add({ band, cell, value90, valueYear, residual, atRisk }: Foretold): void {
    this.#orders90 += cell.short.expected;
    this.#ordersYear += cell.year.expected;
    const sum = this.#bands.get(band);
    if (sum !== undefined) sum.people++;
    if (value90 === null || valueYear === null || residual === null || atRisk === null) {
      this.#isPriced = false;
      return;
    }
    this.#value90 += value90.expected;
    this.#valueYear += valueYear.expected;
    this.#residuals.push(residual);
    if (sum === undefined) return;
    sum.valueYear += valueYear.expected;
    sum.atRisk += atRisk;
  }

  foretold(): NonNullable<Outcome['foretold']> {
    const residuals = Float64Array.from(this.#residuals).sort();
    const total = residuals.reduce((sum, one) => sum + one, 0);
    const top = residuals
      .subarray(residuals.length - Math.ceil(residuals.length / 10))
      .reduce((sum, one) => sum + one, 0);
    const priced = this.#isPriced && residuals.length > 0;
    return {
      orders90: this.#orders90,
      ordersYear: this.#ordersYear,
      value90: priced ? { expected: this.#value90 } : null,
      valueYear: priced ? { expected: this.#valueYear } : null,
      residual: priced ? total : null,
      topTenPercentShare: priced && total > 0 ? top / total : null,
      atRisk: priced ? [...this.#bands.values()].reduce((sum, one) => sum + one.atRisk, 0) : null,
    };
  }

  bands(before: BandsBefore): Outcome['bands'] {
    const counts = before.size === 0 ? null : before.counts();
    return [...this.#bands].map(([band, { people, valueYear, atRisk }]) => ({
      band,
      people,
      before: counts === null ? null : (counts.get(band) ?? 0),
      valueYear: this.#isPriced ? valueYear : null,
      atRisk: this.#isPriced ? atRisk : null,
    }));
  }
}
