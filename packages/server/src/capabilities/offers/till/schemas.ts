import { pricedSchema } from '@nardeban/core/offers';
import { basketSchema, clubKey } from '@nardeban/core/programme';
import { z } from 'zod';

/** The number an order is known by at the till. */
export const orderNumber = z
  .string()
  .trim()
  .min(1)
  .max(100)
  // A key of facts and a part of an address.
  .regex(/^[^\s/#?%]+$/u);

const codeText = z.string().trim().min(1).max(100);
/** An instant in epoch milliseconds. */
export const instant = z.int().min(0).max(8.64e15);
const money = z.int().min(0).max(1e15);
const method = z.string().trim().min(1).max(200);

/** What is asked of the till's prices: for whom, what, and with what it is to be paid. */
export const quoteRequestSchema = z.strictObject({
  person: z.int().min(1).optional().describe('The number of the person, where the till knows it.'),
  identifier: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .optional()
    .describe('A mobile typed in any way, an e-mail address or a customer number.'),
  memberCode: z.string().trim().min(1).max(40).optional().describe("The code the customer's phone shows."),
  newcomer: z
    .strictObject({ name: z.string().trim().min(1).max(300).optional() })
    .optional()
    .describe('Where nobody is known by the identifier, somebody new is, who joins the club.'),
  order: orderNumber.optional().describe('The number of the order, where it has one already.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe("Refused where it is not the business's."),
  basket: basketSchema,
  codes: z.array(codeText).max(20).optional().describe('Codes of vouchers.'),
  use: z
    .array(z.strictObject({ wallet: clubKey, units: z.int().min(0).max(1e15) }))
    .max(50)
    .optional()
    .describe('How much of which wallet is to pay; the customer chooses.'),
  giftCards: z
    .array(z.strictObject({ code: codeText, amount: money.optional() }))
    .max(20)
    .optional()
    .describe('Gift cards, and how much of each; all that is needed where none is said.'),
  rewards: z
    .array(z.strictObject({ reward: clubKey, units: z.int().min(1).max(1e12).optional() }))
    .max(20)
    .optional()
    .describe('Rewards off this basket, and how much is spent on each where the customer may choose.'),
  offers: z.array(clubKey).max(20).optional().describe('Offers that are given when somebody asks for them.'),
});
export type QuoteRequest = z.infer<typeof quoteRequestSchema>;

export const quoteBodySchema = z.strictObject({
  ...quoteRequestSchema.shape,
  dry_run: z.boolean().optional().describe('Prices and holds nothing.'),
  now: instant.optional().describe('As if it were then; only with `dry_run`.'),
  until: instant
    .optional()
    .describe('How long it is to be held, at most a day; 15 minutes where it is left out.'),
});
export type QuoteBody = z.infer<typeof quoteBodySchema>;

/** A sentence for whoever stands at the till, as a code with its figures. */
export const hintSchema = z
  .strictObject({
    code: z.string(),
    sentence: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'TillHint' });

export const tillPersonSchema = z
  .strictObject({
    id: z.int(),
    name: z.string().nullable(),
    mobile: z.string().nullable(),
    member: z.boolean(),
    places: z.array(
      z.strictObject({
        ladder: z.string(),
        kind: z.enum(['ladder', 'typology']),
        rung: z.string(),
        name: z.strictObject({ fa: z.string(), en: z.string() }),
        place: z.int(),
        top: z.int(),
        since: z.number(),
      }),
    ),
    level: z.string().nullable(),
    balances: z.array(
      z.strictObject({
        wallet: z.string(),
        available: z.int(),
        held: z.int(),
        pending: z.int(),
        debt: z.int(),
        worth: z.int().describe('What is available takes so much off, in minor units.'),
      }),
    ),
  })
  .meta({ id: 'TillPerson' });

export const quoteSchema = z
  .strictObject({
    id: z.int().nullable().describe('Null: a dry run, which is kept nowhere.'),
    state: z.enum(['open', 'committed', 'released', 'expired']),
    order: z.string().nullable(),
    until: instant.nullable(),
    person: z.int().nullable(),
    priced: pricedSchema,
    proof: z
      .strictObject({ of: z.array(z.string()) })
      .nullable()
      .describe('These (`wallet:<key>`, `reward:<key>`) ask for a one-time code at the commit.'),
    say: z.array(hintSchema),
  })
  .meta({ id: 'TillQuote' });

export const commitBodySchema = z.strictObject({
  paid: money.describe('What was paid in money: what the quote says is due.'),
  method: method.optional().describe('As the quote was priced for, where it was priced for one.'),
  order: orderNumber.optional().describe('The number of the order, where the quote had none.'),
  at: instant.optional().describe('By the clock of the till.'),
  proof: z
    .strictObject({
      challenge: z.string().min(1).max(100).optional().describe('Absent: any live code of the person.'),
      code: z.string().trim().min(1).max(20),
    })
    .optional(),
});
export type CommitBody = z.infer<typeof commitBodySchema>;

export const orderStates = ['open', 'closed', 'partially_returned', 'returned', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];

export const returnBodySchema = z.strictObject({
  lines: z
    .array(z.strictObject({ line: z.int().min(0).max(499), quantity: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(500)
    .describe('Lines by their place in the basket, counted from 0.'),
  reason: z.string().trim().max(200).optional(),
  at: instant.optional(),
  dry_run: z.boolean().optional().describe('What would come of it, by the same way, and nothing does.'),
});

export const cancelBodySchema = z.strictObject({
  reason: z.string().trim().max(200).optional(),
  at: instant.optional(),
  dry_run: z.boolean().optional(),
});
