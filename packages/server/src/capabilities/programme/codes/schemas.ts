import { z } from 'zod';

const name = z.string().trim().min(1).max(200);
const instant = z.int().min(0).max(8_640_000_000_000_000);
const uses = z.int().min(1).max(1e12);

const terms = {
  name,
  uses: uses
    .nullable()
    .describe('How often each code may be used by everybody together; null: without limit.'),
  usesPerPerson: uses.nullable().describe('How often one person may use each code; null: without limit.'),
  validFrom: instant.nullable().describe('From this instant on; null: at once.'),
  validUntil: instant.nullable().describe('Up to but without this instant; null: as long as it takes.'),
};

export const offerKey = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);

export const newBatchSchema = z.strictObject({
  ...terms,
  offer: offerKey.describe('The offer that a code brings.'),
  count: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('So many codes drawn by chance. Either this or `word`.'),
  word: z.string().max(100).optional().describe('One code that may be known to everybody, like NOWRUZ.'),
});

export const batchChangeSchema = z.strictObject({
  ...terms,
  disabled: z.boolean(),
  revision: z.int().min(1),
});

export const batchSchema = z
  .strictObject({
    id: z.int(),
    ...terms,
    offer: z.string(),
    kind: z.enum(['drawn', 'word', 'reward']),
    word: z.string().nullable(),
    state: z.enum(['waiting', 'making', 'stopped', 'done']),
    asked: z.int(),
    made: z.int(),
    printable: z.boolean().describe('Whether the codes can still be printed; false once they are sealed.'),
    disabled: z.boolean(),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.number(),
    changedBy: z.string(),
    changedAt: z.number(),
  })
  .meta({ id: 'VoucherBatch' });

export const voucherSchema = z
  .strictObject({
    id: z.int(),
    batch: z.int(),
    person: z.int().nullable().describe('Good for this person alone.'),
    validUntil: z.number().nullable(),
    disabled: z.boolean(),
    tail: z.string().nullable().describe('The last four signs; null where the codes are sealed.'),
    used: z.int(),
    held: z.int().describe('Uses that open quotes keep aside.'),
    state: z.enum(['ready', 'held', 'used', 'disabled']),
  })
  .meta({ id: 'Voucher' });

/** A code as somebody typed, pasted or scanned it. */
export const typedCode = z.string().min(1).max(400);
