import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Band,
  bandNames,
  customerTypeSchema,
  inOrder,
  rfmSegmentSchema,
  rhythmSchema,
  totalAhead,
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
/** Other work gets its turn after so many: some milliseconds. */
const ROWS_BETWEEN_BREATHS = 500;

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
  const sums = new Sums(basis.foretold === null ? 0 : biasOf(basis.foretold.trial));
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
    if (place % ROWS_BETWEEN_BREATHS === 0) await breathe();
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

/** The most first; equal ones as they came. */
function inOrderOf(figures: Float64Array): Uint32Array {
  return inOrder(figures.map((figure) => -figure));
}

function rowOf(gathered: Gathered, walks: Walks, place: number, foretold: Foretold | null): ScoreRow {
  const rfm = walks.rfm.answerAt(place);
  const type = walks.types.answerAt(place);
  const cadence = walks.cadence.answerAt(place);
  if (rfm === null || type === null || cadence === null) throw new Error('A buyer has no order');
  const number = gathered.cell[place] as number;
  const today = gathered.today();
  const age = today.age[number] as number;
  const recency = today.recency[number] as number;
  const lastDay = gathered.asOf - age + recency;
  const { gaps, usualGap, lateFrom, veryLateFrom } = cadence;
  const { type: _type, orders: _orders, paid: _paid, daysSinceLast: _days, ...behaviour } = type;
  return {
    personId: gathered.people[place] as number,
    firstDay: gathered.asOf - age,
    lastDay,
    orderDays: (today.x[number] as number) + 1,
    spent: Math.round(gathered.spent[place] as number),
    segment: rfm.segment,
    type: type.type,
    rhythm: cadence.rhythm,
    evidence: JSON.stringify({
      rfm: { recency: rfm.recency, frequency: rfm.frequency, value: rfm.value },
      cadence: shortened({ gaps, usualGap, lateFrom, veryLateFrom }),
      type: shortened(behaviour),
    }),
    band: foretold?.band ?? '',
    foretold: foretold === null ? [] : figuresOf(foretold),
  };
}

/** Numbers to four places, of a record in which they are the values. */
function shortened(record: object): Record<string, unknown> {
  const short = { ...record } as Record<string, unknown>;
  for (const name in short) {
    const value = short[name];
    if (typeof value === 'number' && !Number.isInteger(value)) short[name] = Math.round(value * 1e4) / 1e4;
  }
  return short;
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

/** Of the model by which numbers of orders are foretold. */
function biasOf({ models, counts }: NonNullable<Basis['foretold']>['trial']): number {
  return models.find(({ model }) => model.name === counts)?.holdout?.bias ?? 0;
}

class Total {
  expected = 0;
  #variance = 0;

  add(expected: number, variance: number): void {
    this.expected += expected;
    this.#variance += Math.max(0, variance);
  }

  interval(bias: number): { readonly low: number; readonly high: number } {
    const { low, high } = totalAhead({ expected: this.expected, variance: this.#variance, bias });
    return { low, high };
  }
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
  /** How far off the model of orders was in all when it was tried on the past. */
  readonly #bias: number;
  readonly #orders90 = new Total();
  readonly #ordersYear = new Total();
  readonly #value90 = new Total();
  readonly #valueYear = new Total();
  #isPriced = true;

  constructor(bias: number) {
    this.#bias = bias;
  }

  add({ band, cell, value90, valueYear, residual, atRisk }: Foretold): void {
    const { short, year } = cell;
    this.#orders90.add(short.expected, short.square - short.expected ** 2);
    this.#ordersYear.add(year.expected, year.square - year.expected ** 2);
    const sum = this.#bands.get(band);
    if (sum !== undefined) sum.people++;
    if (value90 === null || valueYear === null || residual === null || atRisk === null) {
      this.#isPriced = false;
      return;
    }
    this.#value90.add(value90.expected, value90.variance);
    this.#valueYear.add(valueYear.expected, valueYear.variance);
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
    const [value90, valueYear] = [this.#value90, this.#valueYear];
    return {
      orders90: this.#orders90.expected,
      ordersYear: this.#ordersYear.expected,
      value90: priced ? { expected: value90.expected } : null,
      valueYear: priced ? { expected: valueYear.expected } : null,
      intervals: {
        orders90: this.#orders90.interval(this.#bias),
        ordersYear: this.#ordersYear.interval(this.#bias),
        value90: priced ? value90.interval(this.#bias) : null,
        valueYear: priced ? valueYear.interval(this.#bias) : null,
      },
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
