import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Band,
  bandNames,
  customerTypeSchema,
  MARK_BYTES,
  ordering,
  PEOPLE_A_PIECE,
  type Pieces,
  type PresenceWalk,
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
import { FORETOLD, type ScoreRow, ScoreRows, writeList } from './score-rows.ts';
import type { InsightSettings } from './settings.ts';

const ROWS_AT_ONCE = 10_000;
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
    readonly presence: PresenceWalk;
    readonly basis: Basis;
    readonly settings: InsightSettings;
    readonly margin: number;
    readonly before: BandsBefore;
  },
  onWritten: (people: number) => void,
): Promise<Totals> {
  const { gathered, walks, presence, basis, settings, margin, before } = told;
  const foretell =
    basis.foretold === null ? null : foretellerOf(gathered, basis.foretold, settings, margin, before);
  const { size } = gathered;
  for (const walk of [walks.rfm, walks.types, walks.cadence]) await breathing(walk.settle());
  const places = {
    band: new Int8Array(size).fill(-1),
    segment: new Int8Array(size),
    type: new Int8Array(size),
    rhythm: new Int8Array(size),
  };
  // Of what they are put in order by, seven digits are enough.
  const atRisk = new Float32Array(size);
  const worth = new Float32Array(size);
  const sums = new Sums(size, basis.foretold === null ? 0 : biasOf(basis.foretold.trial));
  let writing: Promise<void> = Promise.resolve();
  // Those that are filled, and those that are being sent.
  let [rows, sent] = [new ScoreRows(), new ScoreRows()];
  for (let place = 0; place < size; place++) {
    const foretold = foretell === null ? null : foretell(place);
    const row = rowOf(gathered, walks, place, foretold);
    rows.add(row);
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
    if (rows.size < ROWS_AT_ONCE && place + 1 < size) continue;
    await writing;
    sent.clear();
    const batch = rows;
    [rows, sent] = [sent, rows];
    onWritten(place + 1 - batch.size);
    writing = database.withBusiness(businessId, async (tx) => {
      // What a crash takes was not told as done either: the run begins anew.
      await tx.query('SET LOCAL synchronous_commit = off');
      await batch.write(tx, run);
    });
    // A failure is met at the next batch, or at the end.
    writing.catch(() => {});
    await breathe();
  }
  await writing;
  await database.withBusiness(businessId, async (tx) => {
    const byRisk = await mostFirst(atRisk);
    const byWorth = await mostFirst(worth);
    const { people } = gathered;
    for (const [kind, classes] of Object.entries(KINDS) as [keyof typeof KINDS, readonly string[]][]) {
      const lists = await listsOf(kind === 'band' ? byRisk : byWorth, places[kind], classes.length, people);
      for (const [rank, list] of lists.entries())
        await writeList(tx, run, { kind, name: classes[rank] ?? '' }, list);
    }
    const [everybody] = await listsOf(byWorth, new Int8Array(size), 1, people);
    await writeList(tx, run, { kind: 'everybody', name: EVERYBODY }, everybody ?? people, (from, to) =>
      marksOf(presence, byWorth.subarray(from, to)),
    );
  });
  onWritten(size);
  return {
    foretold: foretell === null ? null : await sums.foretold(),
    bands: foretell === null ? [] : sums.bands(before),
  };
}

function marksOf(presence: PresenceWalk, places: Uint32Array): Buffer {
  const marks = Buffer.alloc(places.length * MARK_BYTES);
  for (let i = 0; i < places.length; i++) presence.put(places[i] as number, marks, i * MARK_BYTES);
  return marks;
}

/** The people of each class in that order of their places; below 0 somebody belongs to none. */
async function listsOf(
  order: Uint32Array,
  belongs: Int8Array,
  classes: number,
  people: Float64Array,
): Promise<Float64Array[]> {
  const sizes = new Uint32Array(classes);
  for (const rank of belongs) if (rank >= 0) sizes[rank] = (sizes[rank] as number) + 1;
  const lists = Array.from(sizes, (size) => new Float64Array(size));
  sizes.fill(0);
  for (let i = 0; i < order.length; i++) {
    if (i % PEOPLE_A_PIECE === 0) await breathe();
    const place = order[i] as number;
    const rank = belongs[place] as number;
    if (rank < 0) continue;
    const at = sizes[rank] as number;
    sizes[rank] = at + 1;
    (lists[rank] as Float64Array)[at] = people[place] as number;
  }
  return lists;
}

/** The most first; equal ones as they came. */
async function mostFirst(figures: Float32Array): Promise<Uint32Array> {
  return breathing(ordering(figures.map((figure) => -figure)));
}

/** Does it to its end, and lets other work have its turn between the pieces. */
async function breathing<Result>(work: Pieces<Result>): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await breathe();
  }
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
  return {
    personId: gathered.people[place] as number,
    firstDay: gathered.asOf - age,
    lastDay,
    orderDays: (today.x[number] as number) + 1,
    spent: Math.round(gathered.spent[place] as number),
    segment: rfm.segment,
    type: type.type,
    rhythm: cadence.rhythm,
    evidence: { rfm, cadence, type },
    band: foretold?.band ?? null,
    foretold: figuresOf(foretold),
  };
}

/** Written over for each: a list of its own for everybody was a third of what a row left behind. */
const figures = new Float64Array(FORETOLD.length);

/** In the order of FORETOLD; good until the next is asked for. */
function figuresOf(foretold: Foretold | null): Float64Array {
  if (foretold === null) return figures.fill(Number.NaN);
  const { cell, value90, valueYear, residual, atRisk } = foretold;
  const { short, year } = cell;
  figures[0] = cell.quiet;
  figures[1] = cell.quietYear;
  figures[2] = short.expected;
  figures[3] = short.low;
  figures[4] = short.high;
  figures[5] = year.expected;
  figures[6] = year.low;
  figures[7] = year.high;
  figures[8] = whole(value90?.expected);
  figures[9] = whole(value90?.low);
  figures[10] = whole(value90?.high);
  figures[11] = whole(valueYear?.expected);
  figures[12] = whole(valueYear?.low);
  figures[13] = whole(valueYear?.high);
  figures[14] = whole(residual);
  figures[15] = whole(atRisk);
  return figures;
}

function whole(value: number | null | undefined): number {
  return value === null || value === undefined ? Number.NaN : Math.round(value);
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
  readonly #residuals: Float32Array;
  /** How many of them there are. */
  #priced = 0;
  /** How far off the model of orders was in all when it was tried on the past. */
  readonly #bias: number;
  readonly #orders90 = new Total();
  readonly #ordersYear = new Total();
  readonly #value90 = new Total();
  readonly #valueYear = new Total();
  #isPriced = true;

  constructor(people: number, bias: number) {
    this.#residuals = new Float32Array(people);
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
    this.#residuals[this.#priced++] = residual;
    if (sum === undefined) return;
    sum.valueYear += valueYear.expected;
    sum.atRisk += atRisk;
  }

  async foretold(): Promise<NonNullable<Outcome['foretold']>> {
    const residuals = this.#residuals.subarray(0, this.#priced);
    const order = await mostFirst(residuals);
    const tenth = Math.ceil(order.length / 10);
    let [total, top] = [0, 0];
    for (let i = 0; i < order.length; i++) {
      const residual = residuals[order[i] as number] as number;
      total += residual;
      if (i < tenth) top += residual;
    }
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
