import { z } from 'zod';
import { typedCode } from '../codes/schemas.ts';

export const instant = z.int().min(0).max(8_640_000_000_000_000);
const money = z.int().min(1).max(1e15).describe('Minor units. A card of nothing is not made.');
const reason = z.string().trim().min(1).max(200);

export const cardSchema = z
  .strictObject({
    id: z.int(),
    tail: z.string().describe('The last four signs of its code.'),
    state: z.enum(['active', 'frozen', 'refunded']),
    person: z.int().nullable().describe('Whose it is; null: of whoever has the code.'),
    expiresAt: z.number().nullable(),
    note: z.string(),
    available: z.int().describe('What can be spent of it now, in minor units.'),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.number(),
    changedBy: z.string(),
    changedAt: z.number(),
  })
  .meta({ id: 'GiftCard' });

export const cardDetailsSchema = z
  .strictObject({
    card: cardSchema,
    loads: z.array(
      z.strictObject({
        place: z.int().describe('1: the purchase of the card itself.'),
        amount: z.int(),
        paid: z.boolean(),
        order: z.string().nullable(),
        by: z.string(),
        at: z.number(),
        refunded: z.int().nullable(),
        refundedAt: z.number().nullable(),
      }),
    ),
    changes: z.array(
      z.strictObject({
        what: z.enum(['frozen', 'unfrozen', 'transferred', 'recoded', 'refunded']),
        from: z.int().nullable(),
        to: z.int().nullable(),
        reason: z.string(),
        by: z.string(),
        at: z.number(),
      }),
    ),
  })
  .meta({ id: 'GiftCardDetails' });

/** `code` is null where a write is repeated: it is told once, and a new one can be given. */
export const cardToldSchema = z
  .strictObject({
    card: cardSchema,
    code: z
      .string()
      .nullable()
      .describe(
        'Told this once and kept nowhere. Null in the answer to a repetition: `POST /v1/club/gift-cards/{id}/recode` gives the card a new one.',
      ),
  })
  .meta({ id: 'GiftCardTold' });

export const issueSchema = z.strictObject({
  amount: money,
  paid: z
    .boolean()
    .describe('Whether somebody paid for it; what is given for nothing is a cost of marketing.'),
  person: z.int().min(1).nullable(),
  expiresAt: instant.nullable(),
  note: z.string().trim().max(200).optional(),
});
export const topUpSchema = z.strictObject({ amount: money, paid: z.boolean() });
export const reasonSchema = z.strictObject({ reason });
export const transferSchema = z.strictObject({ person: z.int().min(1), reason });
export const extendSchema = z.strictObject({ expiresAt: instant });
export const refundSchema = z.strictObject({
  place: z
    .int()
    .min(1)
    .optional()
    .describe('Which payment; 1, the purchase of the card itself, where it is left out.'),
  reason,
});
export const refundedSchema = z.strictObject({
  card: cardSchema,
  refunded: z.int().describe('What went off the card: so much is owed back to who paid.'),
  used: z.int().describe('What of the money had been used already.'),
});
export const checkSchema = z.strictObject({ code: typedCode });
