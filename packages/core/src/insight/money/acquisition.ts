import { z } from 'zod';
import { addMonths, type Calendar, type Day, startOfMonth } from '../../values/index.ts';
import type { Buyer, WalkOver } from '../buyer.ts';
import { type Attribution, attributions, creditsOf } from './attribution.ts';
import { type MarginBasis, marginOf, marginToldSchema } from './margin.ts';

/** Months of a customer's life that the curves follow, and months back that cohorts are told for. */
export const CURVE_MONTHS = 36;
const COHORT_MONTHS = 60;
/** Names beyond these are counted as unknown channel or no campaign, and it is told how many customers that was. */
const MOST_CHANNELS = 100;
const MOST_CAMPAIGNS = 500;
const DAYS_A_MONTH = 30.4375;

const cohortSchema = z.strictObject({
  channel: z.string().nullable(),
  campaign: z.string().nullable(),
  month: z.int().describe('Its first day, counted from 1970-01-01.'),
  customers: z.number().describe('New customers; parts of one where several touches share them.'),
  revenue: z.number(),
  margin: z.number().describe('What these customers have left until now, minor units.'),
});

const curveSchema = z.strictObject({
  channel: z.string().nullable(),
  observed: z
    .array(z.number())
    .describe('Customers who have been watched for that whole month of their life.'),
  margin: z.array(z.number()).describe('What those left in that month alone, all together.'),
  whole: z
    .array(z.strictObject({ months: z.int(), customers: z.number(), sum: z.number(), squares: z.number() }))
    .describe('Margin of the first so many months, of customers watched for all of them: for the interval.'),
});
export type Curve = z.infer<typeof curveSchema>;

const attributedSchema = z.strictObject({ cohorts: z.array(cohortSchema), curves: z.array(curveSchema) });

/** Where customers came from and what they left, by all three rules: what a nightly run stores of it. */
export const acquisitionSchema = z.strictObject({
  asOf: z.int().describe('The last day that is in it.'),
  margin: marginToldSchema,
  customers: z.int(),
  knownBy: z.strictObject({ touches: z.int(), order: z.int(), nothing: z.int() }),
  folded: z
    .int()
    .describe('Customers whose channel or campaign is beyond the number of names that are told apart.'),
  first: attributedSchema,
  last: attributedSchema,
  even: attributedSchema,
});
export type Acquisition = z.infer<typeof acquisitionSchema>;

/** Lengths of life for which the spread between customers is kept. */
export const WHOLE_MONTHS = [1, 3, 6, 12, 24, 36] as const;

interface CurveSums {
  readonly observed: Float64Array;
  readonly margin: Float64Array;
  readonly customers: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

export interface AcquisitionQuestion {
  readonly calendar: Calendar;
  /** The last whole day that the run has read. */
  readonly today: Day;
  readonly basis: MarginBasis;
}

/** Adds up new customers by where they came from and when. What is kept grows with channels, campaigns and months. */
export function acquisitionWalk({ calendar, today, basis }: AcquisitionQuestion): WalkOver<Acquisition> {
  const sums = Object.fromEntries(attributions.map((rule) => [rule, new Attributed()])) as Record<
    Attribution,
    Attributed
  >;
  const oldest = addMonths(startOfMonth(today, calendar), 1 - COHORT_MONTHS, calendar);
  const knownBy = { touches: 0, order: 0, nothing: 0 };
  const channels = new Set<string>();
  const campaigns = new Set<string>();
  let [customers, folded, revenue, costed] = [0, 0, 0, 0];

  /** The name itself while there is room for it. */
  const kept = (name: string | null, known: Set<string>, most: number): string | null => {
    if (name === null || known.has(name)) return name;
    if (known.size >= most) return null;
    known.add(name);
    return name;
  };

  return {
    take(buyer) {
      const life = lifeOf(buyer, today, basis);
      if (life === null) return;
      customers++;
      revenue += life.revenue;
      costed += life.costed;
      const { from, credits } = creditsOf(buyer);
      knownBy[from]++;
      const month = startOfMonth(life.first, calendar);
      let isFolded = false;
      for (const rule of attributions) {
        for (const { channel, campaign, share } of credits[rule]) {
          const to = {
            channel: kept(channel, channels, MOST_CHANNELS),
            campaign: kept(campaign, campaigns, MOST_CAMPAIGNS),
          };
          if (to.channel !== channel || to.campaign !== campaign) isFolded = true;
          sums[rule].add(to, share, life, month < oldest ? null : month);
        }
      }
      if (isFolded) folded++;
    },
    result: () => ({
      asOf: today,
      margin: { rate: basis.rate, rateFrom: basis.rateFrom, costedShare: revenue > 0 ? costed / revenue : 0 },
      customers,
      knownBy,
      folded,
      first: sums.first.told(),
      last: sums.last.told(),
      even: sums.even.told(),
    }),
  };
}

interface Life {
  readonly first: Day;
  readonly revenue: number;
  readonly margin: number;
  readonly costed: number;
  /** Whole months they have been watched for, the first order's day the beginning. */
  readonly watched: number;
  /** Margin by month of life, as far as the curves go. */
  readonly byMonth: Float64Array;
}

function lifeOf({ orders }: Buyer, today: Day, basis: MarginBasis): Life | null {
  const [start] = orders;
  if (start === undefined || start.day > today) return null;
  const byMonth = new Float64Array(CURVE_MONTHS);
  let [revenue, margin, costed] = [0, 0, 0];
  for (const order of orders) {
    // An order dated after the run is in no month yet.
    if (order.day > today) continue;
    const left = marginOf(order, basis);
    revenue += left.revenue;
    margin += left.margin;
    costed += left.costed;
    const month = Math.floor((order.day - start.day) / DAYS_A_MONTH);
    if (month < CURVE_MONTHS) byMonth[month] = (byMonth[month] as number) + left.margin;
  }
  const watched = Math.min(CURVE_MONTHS, Math.floor((today - start.day + 1) / DAYS_A_MONTH));
  return { first: start.day, revenue, margin, costed, watched, byMonth };
}

class Attributed {
  readonly #cohorts = new Map<string, z.infer<typeof cohortSchema>>();
  readonly #curves = new Map<string | null, CurveSums>();

  add(
    { channel, campaign }: { readonly channel: string | null; readonly campaign: string | null },
    share: number,
    life: Life,
    month: Day | null,
  ): void {
    if (month !== null) {
      const key = JSON.stringify([channel, campaign, month]);
      const sum = this.#cohorts.get(key) ?? { channel, campaign, month, customers: 0, revenue: 0, margin: 0 };
      this.#cohorts.set(key, sum);
      sum.customers += share;
      sum.revenue += share * life.revenue;
      sum.margin += share * life.margin;
    }
    let curve = this.#curves.get(channel);
    if (curve === undefined) this.#curves.set(channel, (curve = emptyCurve()));
    let sum = 0;
    for (let age = 0; age < life.watched; age++) {
      const margin = life.byMonth[age] as number;
      curve.observed[age] = (curve.observed[age] as number) + share;
      curve.margin[age] = (curve.margin[age] as number) + share * margin;
      sum += margin;
      const place = (WHOLE_MONTHS as readonly number[]).indexOf(age + 1);
      if (place < 0) continue;
      curve.customers[place] = (curve.customers[place] as number) + share;
      curve.sums[place] = (curve.sums[place] as number) + share * sum;
      curve.squares[place] = (curve.squares[place] as number) + share * sum * sum;
    }
  }

  told(): z.infer<typeof attributedSchema> {
    const cohorts = [...this.#cohorts.values()]
      .map((one) => ({ ...one, revenue: Math.round(one.revenue), margin: Math.round(one.margin) }))
      .sort(
        (a, b) => a.month - b.month || compared(a.channel, b.channel) || compared(a.campaign, b.campaign),
      );
    const curves = [...this.#curves]
      .sort(([a], [b]) => compared(a, b))
      .map(([channel, curve]) => {
        const months = lengthOf(curve.observed);
        return {
          channel,
          observed: [...curve.observed.subarray(0, months)],
          margin: [...curve.margin.subarray(0, months)],
          whole: WHOLE_MONTHS.flatMap((length, place) => {
            const customers = curve.customers[place] as number;
            if (customers === 0) return [];
            return [
              {
                months: length,
                customers,
                sum: curve.sums[place] as number,
                squares: curve.squares[place] as number,
              },
            ];
          }),
        };
      });
    return { cohorts, curves };
  }
}

function emptyCurve(): CurveSums {
  return {
    observed: new Float64Array(CURVE_MONTHS),
    margin: new Float64Array(CURVE_MONTHS),
    customers: new Float64Array(WHOLE_MONTHS.length),
    sums: new Float64Array(WHOLE_MONTHS.length),
    squares: new Float64Array(WHOLE_MONTHS.length),
  };
}

function lengthOf(observed: Float64Array): number {
  const none = observed.indexOf(0);
  return none < 0 ? observed.length : none;
}

/** Unknown comes last. */
export function compared(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
