import { z } from 'zod';
import type { Day } from '../../values/index.ts';
import { type Acquisition, acquisitionSchema, compared, type Curve, CURVE_MONTHS } from './acquisition.ts';
import { type Attribution, attributions } from './attribution.ts';
import { type CostLine, costWithin, sharedOut } from './costs.ts';
import { marginToldSchema } from './margin.ts';

const money = z.int().describe('Minor units.');

const valueSchema = z.strictObject({
  months: z
    .int()
    .describe(
      'Of life, counted from the first order; fewer than asked for where nobody was watched so long.',
    ),
  mean: z
    .int()
    .describe('Margin of a customer in that time, by the curve of everybody watched; minor units.'),
  low: z.int().nullable(),
  high: z
    .int()
    .nullable()
    .describe('95 in 100, from customers watched all that time; null with fewer than 30.'),
});

const ratios = {
  cost: money,
  customers: z.number().describe('New customers; parts of one where several touches share them.'),
  revenue: money,
  margin: z.int().describe('What these customers have left until now, minor units.'),
  costPerCustomer: money.nullable().describe('Fully loaded. Null: no new customer, or no cost was entered.'),
  returnOnCost: z.number().nullable().describe('(margin − cost) ÷ cost, until now. Null without a cost.'),
};

const channelSchema = z.strictObject({
  channel: z.string().nullable().describe('Null: nobody knows where these customers came from.'),
  ...ratios,
  direct: money.describe('The cost of the channel itself.'),
  shared: money.describe('Its part of the costs that belong to no single channel, by direct cost.'),
  value: valueSchema.nullable(),
  valueToCost: z.number().nullable(),
  payback: z.strictObject({
    months: z
      .int()
      .nullable()
      .describe('The month of life in which what customers of the channel have left passes what one cost.'),
    watched: z
      .int()
      .describe('So many months were watched; with `months` null it is not earned back within them.'),
    byMonthlyMargin: z.number().nullable().describe('Cost ÷ mean monthly margin: the rule of thumb.'),
  }),
});
export type ChannelReturn = z.infer<typeof channelSchema>;

const campaignSchema = z.strictObject({
  channel: z.string().nullable(),
  campaign: z.string().nullable().describe('Null: what belongs to the channel and no campaign.'),
  ...ratios,
});

export const returnsByRuleSchema = z.strictObject({
  channels: z.array(channelSchema),
  campaigns: z.array(campaignSchema).describe('Direct costs only.'),
});

/** Cost and return of a time, by the three rules side by side. */
export const returnsSchema = z.strictObject({
  from: z.int(),
  to: z.int(),
  asOf: z.int(),
  assumptions: z.strictObject({
    margin: marginToldSchema,
    horizonMonths: z.int(),
    overhead: z.literal('by_direct_cost').describe('How costs of no single channel are shared out.'),
    spread: z.literal('evenly_by_day').describe('How a cost is laid over its days.'),
    withoutTouch: z
      .literal('channel_of_first_order')
      .describe('Whom a customer without a touch is counted for.'),
  }),
  cost: money,
  customers: z.number(),
  costPerCustomer: money.nullable().describe('All costs by all new customers.'),
  knownBy: acquisitionSchema.shape.knownBy.describe('All customers ever, by how their channel is known.'),
  folded: z.int(),
  first: returnsByRuleSchema,
  last: returnsByRuleSchema,
  even: returnsByRuleSchema,
});
export type Returns = z.infer<typeof returnsSchema>;

export interface ReturnsQuestion {
  /** Both days belong to it; new customers are those of the months that begin within. */
  readonly from: Day;
  readonly to: Day;
  /** For how much of a customer's life their value is counted; 1 to 36. */
  readonly horizonMonths: number;
}

/** Cost against what came of it. Every ratio that has nothing to divide by is null; nothing here is ever not a number. */
export function returnsOf(
  acquired: Acquisition,
  costs: readonly CostLine[],
  question: ReturnsQuestion,
): Returns {
  const { from, to } = question;
  const spent = costs
    .map((line) => ({ ...line, amount: costWithin(line, from, to) }))
    .filter(({ amount }) => amount > 0);
  const cost = spent.reduce((sum, { amount }) => sum + amount, 0);
  const rules = Object.fromEntries(
    attributions.map((rule) => [rule, ruleOf(acquired, rule, spent, question)]),
  ) as Record<Attribution, z.infer<typeof returnsByRuleSchema>>;
  const customers = rules.first.channels.reduce((sum, one) => sum + one.customers, 0);
  return {
    from,
    to,
    asOf: acquired.asOf,
    assumptions: {
      margin: acquired.margin,
      horizonMonths: horizonOf(question),
      overhead: 'by_direct_cost',
      spread: 'evenly_by_day',
      withoutTouch: 'channel_of_first_order',
    },
    cost,
    customers,
    costPerCustomer: perCustomer(cost, customers),
    knownBy: acquired.knownBy,
    folded: acquired.folded,
    ...rules,
  };
}

interface Sums {
  readonly channel: string | null;
  readonly campaign: string | null;
  cost: number;
  customers: number;
  revenue: number;
  margin: number;
}

function ruleOf(
  acquired: Acquisition,
  rule: Attribution,
  spent: readonly CostLine[],
  question: ReturnsQuestion,
): z.infer<typeof returnsByRuleSchema> {
  const { cohorts, curves } = acquired[rule];
  const byCampaign = new Map<string, Sums>();
  const sumOf = (channel: string | null, campaign: string | null): Sums => {
    const key = JSON.stringify([channel, campaign]);
    const sum = byCampaign.get(key) ?? { channel, campaign, cost: 0, customers: 0, revenue: 0, margin: 0 };
    byCampaign.set(key, sum);
    return sum;
  };
  for (const { channel, campaign, month, customers, revenue, margin } of cohorts) {
    if (month < question.from || month > question.to) continue;
    const sum = sumOf(channel, campaign);
    sum.customers += customers;
    sum.revenue += revenue;
    sum.margin += margin;
  }
  // A campaign of no channel is a cost of its own all the same; only what has neither is shared out.
  let overhead = 0;
  for (const { channel, campaign, amount } of spent) {
    if (channel === null && campaign === null) overhead += amount;
    else sumOf(channel, campaign).cost += amount;
  }
  const byChannel = new Map<string | null, Sums>();
  for (const { channel, cost, customers, revenue, margin } of byCampaign.values()) {
    const sum = byChannel.get(channel) ?? {
      channel,
      campaign: null,
      cost: 0,
      customers: 0,
      revenue: 0,
      margin: 0,
    };
    byChannel.set(channel, sum);
    sum.cost += cost;
    sum.customers += customers;
    sum.revenue += revenue;
    sum.margin += margin;
  }
  // With no direct cost at all there is nothing to go by but the customers.
  const rows = [...byChannel.values()].sort((a, b) => compared(a.channel, b.channel));
  const direct = rows.map(({ cost }) => cost);
  const shares = sharedOut(
    overhead,
    direct.some((one) => one > 0) ? direct : rows.map(({ customers }) => customers),
  );
  return {
    channels: rows.map((row, place) =>
      channelOf(
        row,
        shares[place] ?? 0,
        curves.find(({ channel }) => channel === row.channel),
        question,
      ),
    ),
    campaigns: [...byCampaign.values()]
      .sort((a, b) => compared(a.channel, b.channel) || compared(a.campaign, b.campaign))
      .map((row) => ({ channel: row.channel, campaign: row.campaign, ...ratiosOf(row) })),
  };
}

function ratiosOf({ cost, customers, revenue, margin }: Omit<Sums, 'channel' | 'campaign'>) {
  return {
    cost,
    customers,
    revenue: Math.round(revenue),
    margin: Math.round(margin),
    costPerCustomer: perCustomer(cost, customers),
    returnOnCost: cost > 0 ? (margin - cost) / cost : null,
  };
}

/** A hundredth of a customer and less is what many touches leave over, and no customer. */
const A_CUSTOMER = 0.01;

function perCustomer(cost: number, customers: number): number | null {
  return cost > 0 && customers > A_CUSTOMER ? Math.round(cost / customers) : null;
}

function channelOf(
  row: Sums,
  shared: number,
  curve: Curve | undefined,
  question: ReturnsQuestion,
): ChannelReturn {
  const told = ratiosOf({ ...row, cost: row.cost + shared });
  const { costPerCustomer } = told;
  const path = cumulative(curve);
  const months = Math.min(path.length, horizonOf(question));
  const mean = path[months - 1];
  const value = mean === undefined ? null : { months, mean: Math.round(mean), ...spreadOf(curve, months) };
  const passed = costPerCustomer === null ? -1 : path.findIndex((sum) => sum >= costPerCustomer);
  return {
    channel: row.channel,
    ...told,
    direct: row.cost,
    shared,
    value,
    valueToCost:
      value !== null && costPerCustomer !== null && costPerCustomer > 0 ? value.mean / costPerCustomer : null,
    payback: {
      months: passed < 0 ? null : passed + 1,
      watched: path.length,
      byMonthlyMargin:
        costPerCustomer !== null && mean !== undefined && mean > 0 ? costPerCustomer / (mean / months) : null,
    },
  };
}

/**
 * What a customer has left by the end of each month of life. Each month's mean is that of everybody who was watched for
 * it, so that young customers count in the months they have had.
 */
export function cumulative(curve: Pick<Curve, 'observed' | 'margin'> | undefined): number[] {
  let sum = 0;
  const path: number[] = [];
  for (const [month, people] of (curve?.observed ?? []).entries()) {
    if (!(people > 0)) break;
    sum += (curve?.margin[month] ?? 0) / people;
    path.push(sum);
  }
  return path;
}

const FEWEST_FOR_INTERVAL = 30;
const NINETY_FIVE = 1.959963984540054;

function spreadOf(
  curve: Curve | undefined,
  months: number,
): { readonly low: number | null; readonly high: number | null } {
  const whole = curve?.whole.find((one) => one.months === months);
  if (whole === undefined || whole.customers < FEWEST_FOR_INTERVAL) return { low: null, high: null };
  const mean = whole.sum / whole.customers;
  const variance = Math.max(0, whole.squares / whole.customers - mean ** 2);
  const reach = NINETY_FIVE * Math.sqrt(variance / whole.customers);
  return { low: Math.round(mean - reach), high: Math.round(mean + reach) };
}

function horizonOf({ horizonMonths }: ReturnsQuestion): number {
  return Math.max(1, Math.min(CURVE_MONTHS, Math.floor(horizonMonths)));
}
