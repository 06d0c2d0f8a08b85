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
  /** At n: customers who have been watched for just n months. */
  readonly watched: Float64Array;
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
  const life = new Life(today, basis);
  const months = new Map<Day, Day>();
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
      if (!life.read(buyer)) return;
      customers++;
      revenue += life.revenue;
      costed += life.costed;
      const { from, credits } = creditsOf(buyer);
      knownBy[from]++;
      let month = months.get(life.first);
      if (month === undefined) months.set(life.first, (month = startOfMonth(life.first, calendar)));
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

/** What one customer left by months of their life; read over and over, for to make one anew for everybody takes longer. */
class Life {
  first: Day = 0;
  revenue = 0;
  costed = 0;
  margin = 0;
  /** Whole months they have been watched for, the first order's day the beginning. */
  watched = 0;
  /** Margin by month of life, as far as the curves go, and the months that have any, in order. */
  readonly byMonth = new Float64Array(CURVE_MONTHS);
  readonly months: number[] = [];
  /** Of all months up to those of WHOLE_MONTHS. */
  readonly whole = new Float64Array(WHOLE_MONTHS.length);
  readonly #today: Day;
  readonly #basis: MarginBasis;

  constructor(today: Day, basis: MarginBasis) {
    this.#today = today;
    this.#basis = basis;
  }

  /** False where they have ordered nothing by the day of the run. */
  read({ orders }: Buyer): boolean {
    const today = this.#today;
    const [start] = orders;
    if (start === undefined || start.day > today) return false;
    this.first = start.day;
    this.revenue = this.costed = this.margin = 0;
    for (const month of this.months) this.byMonth[month] = 0;
    this.months.length = 0;
    for (const order of orders) {
      // An order dated after the run is in no month yet.
      if (order.day > today) continue;
      const left = marginOf(order, this.#basis);
      this.revenue += left.revenue;
      this.margin += left.margin;
      this.costed += left.costed;
      const month = Math.floor((order.day - start.day) / DAYS_A_MONTH);
      if (month >= CURVE_MONTHS) continue;
      if (this.months.at(-1) !== month) this.months.push(month);
      this.byMonth[month] = (this.byMonth[month] as number) + left.margin;
    }
    this.watched = Math.min(CURVE_MONTHS, Math.floor((today - start.day + 1) / DAYS_A_MONTH));
    let [sum, at] = [0, 0];
    for (let place = 0; place < WHOLE_MONTHS.length; place++) {
      for (; (this.months[at] ?? CURVE_MONTHS) < (WHOLE_MONTHS[place] as number); at++)
        sum += this.byMonth[this.months[at] as number] as number;
      this.whole[place] = sum;
    }
    return true;
  }
}

interface Cohort {
  customers: number;
  revenue: number;
  margin: number;
}

class Attributed {
  /** By channel, campaign and month. */
  readonly #cohorts = new Map<string | null, Map<string | null, Map<Day, Cohort>>>();
  readonly #curves = new Map<string | null, CurveSums>();

  add(
    { channel, campaign }: { readonly channel: string | null; readonly campaign: string | null },
    share: number,
    life: Life,
    month: Day | null,
  ): void {
    if (month !== null) {
      const sum = this.#cohort(channel, campaign, month);
      sum.customers += share;
      sum.revenue += share * life.revenue;
      sum.margin += share * life.margin;
    }
    let curve = this.#curves.get(channel);
    if (curve === undefined) this.#curves.set(channel, (curve = emptyCurve()));
    const { watched, byMonth, months, whole } = life;
    curve.watched[watched] = (curve.watched[watched] as number) + share;
    for (const age of months) {
      if (age < watched) curve.margin[age] = (curve.margin[age] as number) + share * (byMonth[age] as number);
    }
    for (let place = 0; (WHOLE_MONTHS[place] ?? Number.POSITIVE_INFINITY) <= watched; place++) {
      const sum = whole[place] as number;
      curve.customers[place] = (curve.customers[place] as number) + share;
      curve.sums[place] = (curve.sums[place] as number) + share * sum;
      curve.squares[place] = (curve.squares[place] as number) + share * sum * sum;
    }
  }

  #cohort(channel: string | null, campaign: string | null, month: Day): Cohort {
    let ofChannel = this.#cohorts.get(channel);
    if (ofChannel === undefined) this.#cohorts.set(channel, (ofChannel = new Map()));
    let ofCampaign = ofChannel.get(campaign);
    if (ofCampaign === undefined) ofChannel.set(campaign, (ofCampaign = new Map()));
    let sum = ofCampaign.get(month);
    if (sum === undefined) ofCampaign.set(month, (sum = { customers: 0, revenue: 0, margin: 0 }));
    return sum;
  }

  told(): z.infer<typeof attributedSchema> {
    const cohorts = [...this.#cohorts]
      .flatMap(([channel, campaigns]) =>
        [...campaigns].flatMap(([campaign, months]) =>
          [...months].map(([month, { customers, revenue, margin }]) => ({
            channel,
            campaign,
            month,
            customers,
            revenue: Math.round(revenue),
            margin: Math.round(margin),
          })),
        ),
      )
      .sort(
        (a, b) => a.month - b.month || compared(a.channel, b.channel) || compared(a.campaign, b.campaign),
      );
    const curves = [...this.#curves]
      .sort(([a], [b]) => compared(a, b))
      .map(([channel, curve]) => {
        const observed = observedIn(curve.watched);
        const months = observed.length;
        return {
          channel,
          observed,
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
    watched: new Float64Array(CURVE_MONTHS + 1),
    margin: new Float64Array(CURVE_MONTHS),
    customers: new Float64Array(WHOLE_MONTHS.length),
    sums: new Float64Array(WHOLE_MONTHS.length),
    squares: new Float64Array(WHOLE_MONTHS.length),
  };
}

/** Customers who were watched for the whole of each month, as long as there are any. */
function observedIn(watched: Float64Array): number[] {
  const observed: number[] = [];
  let longer = 0;
  for (let month = CURVE_MONTHS; month > 0; month--) {
    longer += watched[month] as number;
    if (longer > 0) observed.unshift(longer);
  }
  return observed;
}

/** Unknown comes last. */
export function compared(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
