import { bandNames, type Missing } from '@nardeban/core/insight';
import { z } from 'zod';

const modelNames = ['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'] as const;
const count = z.int().min(0);
const money = z.number();
const foretold = z.strictObject({ expected: z.number(), low: z.number(), high: z.number() });
const interval = foretold.omit({ expected: true });

/** What is odd in what was told, and how often. None of it spoils a figure; each is worth a look. */
export const noticeSchema = z.strictObject({
  what: z.enum([
    'orders_without_person',
    'orders_without_value',
    'returns_of_unknown_orders',
    'returns_above_paid',
    'lines_of_unknown_orders',
    'buyers_without_value',
    'no_amounts',
    'amounts_depend_on_orders',
    'leaving_not_found',
    'nothing_to_compare',
    'first_seen_left_out',
    'first_seen_counted',
  ]),
  count: count.describe('Orders, returns, lines or people; 0 where there is nothing to count.'),
});

export const missingSchema = z.strictObject({
  what: z.enum(['customers', 'days', 'recent_orders', 'repeat_customers', 'days_for_horizon']),
  needed: count.describe('Of `recent_orders`: an order in so many days.'),
  found: count.nullable().describe('Of `recent_orders`: days since the last one.'),
}) satisfies z.ZodType<Missing>;

/** What a run found of everybody together. */
export const outcomeSchema = z
  .strictObject({
    buyers: count,
    repeaters: count.describe('Those who ordered on more than one day.'),
    revenue: money.describe('Of all kept orders, net of what was given back, in minor units.'),
    firstDay: z.int().nullable().describe('Of the first order; days since 1970-01-01, here and below.'),
    lastDay: z.int().nullable(),
    missing: z
      .array(missingSchema)
      .describe('What there is too little of to foretell anything; nothing is foretold unless it is empty.'),
    notices: z.array(noticeSchema),
    settings: z.strictObject({
      horizon: z.int(),
      discount: z.number(),
      margin: z.number(),
      marginFrom: z.enum(['stated', 'assumed']),
    }),
    chosen: z
      .strictObject({
        cut: z.int().describe('The last day the models saw when they were tried on what came after it.'),
        best: z
          .enum([...modelNames, 'days_since_last_order', 'orders_so_far'])
          .describe(
            'What told best who orders again. A plain rule: it was as good as every model, and is used.',
          ),
        rulesBest: z.boolean().describe('Whether that is a plain rule.'),
        counts: z.enum(modelNames).describe('The model by which numbers of orders are foretold.'),
        leavingFound: z.boolean().describe('False: in this data leaving cannot be told from slow buying.'),
        baselines: z.array(
          z.strictObject({
            name: z.enum(['days_since_last_order', 'orders_so_far']),
            aucActive: z.number().nullable(),
          }),
        ),
        risk: z
          .array(z.strictObject({ score: z.number(), quiet: z.number() }))
          .describe(
            'What a score of `best` meant after the cut: the chance of no order, straight between the points.',
          ),
        spend: z
          .strictObject({
            p: z.number(),
            q: z.number(),
            gamma: z.number(),
            standardErrors: z.record(z.string(), z.number().nullable()),
            logLikelihood: z.number(),
            spenders: count,
            correlation: z.number(),
          })
          .nullable(),
      })
      .nullable(),
    foretold: z
      .strictObject({
        orders90: z.number(),
        ordersYear: z.number(),
        value90: foretold.pick({ expected: true }).nullable(),
        valueYear: foretold.pick({ expected: true }).nullable(),
        residual: money
          .nullable()
          .describe('Margin of all orders to come from those who are customers now, discounted.'),
        topTenPercentShare: z.number().nullable(),
        atRisk: money.nullable(),
        intervals: z
          .strictObject({
            orders90: interval,
            ordersYear: interval,
            value90: interval.nullable(),
            valueYear: interval.nullable(),
          })
          .optional()
          .describe(
            'The middle 80 % of these totals: by chance, and by how far off the model was when it was tried on the past. ' +
              'Absent in runs of before they were told.',
          ),
      })
      .nullable(),
    bands: z.array(
      z.strictObject({
        band: z.enum(bandNames),
        people: count,
        before: count.nullable().describe('In the run before; null when there was none.'),
        valueYear: money.nullable(),
        atRisk: money.nullable(),
      }),
    ),
    seconds: z.number().describe('Of processor time that the program spent on it.'),
  })
  .meta({ id: 'InsightOutcome' });
export type Outcome = z.infer<typeof outcomeSchema>;
export type Notice = z.infer<typeof noticeSchema>;

export { modelNames };
