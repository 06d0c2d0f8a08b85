import { z } from 'zod';
import { measuredSchema, measurabilitySchema } from './sample-size.ts';
import { sampleRatioSchema } from './sample-ratio.ts';
import { upliftSchema } from './uplift.ts';

/** What decides: whether somebody orders, what they bring, or whether they climb. Said before anybody is assigned. */
export const outcomes = ['orders', 'margin', 'climbs'] as const;
export type Outcome = (typeof outcomes)[number];

export const experimentDefinitionSchema = z.strictObject({
  name: z.string().min(1).max(120),
  hypothesis: z.string().max(1000),
  outcome: z.enum(outcomes),
  held: z.int().min(100).max(9000).describe('Ten-thousandths of the people who are held back.'),
  windowDays: z
    .int()
    .min(1)
    .max(365)
    .describe('For so long after they are assigned it is looked at what people do.'),
  costPerTreated: z
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .describe('What treating one person costs, taken off what they bring; minor units.'),
  ladder: z.string().max(63).nullable().describe('For `climbs`: which ladder.'),
  rung: z.string().max(63).nullable().describe('For `climbs`: the rung to reach, or any above.'),
  plan: z
    .strictObject({
      people: z.int().min(1).max(10_000_000),
      measured: measuredSchema,
      lift: z.number().gt(0).max(10),
    })
    .nullable()
    .describe('How many are meant to take part and which effect is hoped for.'),
});
export type ExperimentDefinition = z.infer<typeof experimentDefinitionSchema>;

export const experimentReadingSchema = z.strictObject({
  at: z.int(),
  assigned: z.strictObject({ held: z.int(), treated: z.int() }),
  counted: z
    .strictObject({ held: z.int(), treated: z.int() })
    .describe('Those whose window is over. All of them count, reached or not (intention to treat).'),
  crossed: z
    .int()
    .describe('People merged out of two who were in both arms; counted by the first assignment.'),
  ratio: sampleRatioSchema,
  verdict: z
    .enum(['faulty', 'too_early', 'open', 'more', 'less'])
    .describe('`faulty`: the arms are not as the draw made them. `open`: cannot be told yet.'),
  orders: upliftSchema.nullable().describe('The share of people who ordered.'),
  margin: upliftSchema
    .nullable()
    .describe(
      'Margin less the cost of treating, minor units a person; winsorised, and with less noise where `adjusted`.',
    ),
  marginPlain: upliftSchema.nullable().describe('The same of the amounts as they are.'),
  climbs: upliftSchema.nullable().describe('The share of people who reached the rung.'),
  total: z
    .strictObject({ expected: z.int(), low: z.int(), high: z.int() })
    .nullable()
    .describe(
      'What treating those treated has brought in all, by the interval that holds at every look; minor units.',
    ),
  winsorisedAbove: z.int().nullable(),
  adjusted: z
    .strictObject({
      by: z.enum(['margin_before', 'expected_margin']),
      correlation: z.number(),
      reduction: z.number().describe('How much smaller the variance is, 0 to 1.'),
    })
    .nullable(),
  marginRate: z.number(),
  measurability: measurabilitySchema.nullable(),
});
export type ExperimentReading = z.infer<typeof experimentReadingSchema>;
