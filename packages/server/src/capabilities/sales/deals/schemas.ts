import { askSchema, pipelineSchema, STALL_REASONS } from '@nardeban/core/sales';
import { readIsoDay } from '@nardeban/core/values';
import { z } from 'zod';
import { dayText, idText, named } from '../../../platform/http/index.ts';

named(pipelineSchema, 'Pipeline');
named(askSchema, 'PipelineAsk');

export const keyText = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const ownerId = z.string().min(1).max(100);
const amount = z.int().min(0).max(1e15).nullable();
const title = z.string().trim().min(1).max(200);
const products = z.array(z.string().trim().min(1).max(200)).max(100);
const reason = z.string().trim().max(1000);
const known = z
  .record(z.string().max(63), z.union([z.string().max(2000), z.number(), z.null()]))
  .describe('What was filled in, by the keys of the fields; null takes a value away.');
/** A day there is, within reach of any plan. */
const day = dayText.refine(
  (text) => readIsoDay(text) !== null && text >= '1900-01-01' && text < '2200-01-01',
);
const revision = z.int().min(1).describe('Of the deal as it was seen; another one is refused.');
const instant = z.number();

export const keptPipelineSchema = z
  .strictObject({
    key: z.string(),
    definition: pipelineSchema,
    position: z.int(),
    archivedAt: instant.nullable(),
    revision: z.int().describe('0: as every business finds it, and not changed yet.'),
    changedBy: z.string().nullable(),
    changedAt: instant.nullable(),
  })
  .meta({ id: 'KeptPipeline' });

export const pipelineChangeSchema = z.strictObject({
  definition: pipelineSchema,
  into: z
    .record(keyText, keyText)
    .optional()
    .describe('For each step that is taken away, by its key, the step its deals go to.'),
  archived: z.boolean().optional(),
  revision: z.int().min(0),
});

const nextStepSchema = z
  .strictObject({
    id: z.int(),
    kind: z.string(),
    about: z.string(),
    dueAt: instant,
    wholeDay: z.boolean(),
    missed: z.boolean(),
  })
  .meta({ id: 'DealNextStep' });

const stalledFor = z.enum(STALL_REASONS).nullable();
const dealState = z.enum(['open', 'won', 'lost']);

export const cardSchema = z
  .strictObject({
    id: z.int(),
    title: z.string(),
    person: z.int(),
    personName: z.string().nullable(),
    pipeline: z.string(),
    step: z.string(),
    state: dealState,
    amount: z.int().nullable(),
    owner: z.string().nullable().describe('The number of a colleague’s account.'),
    expectedClose: z.string().nullable(),
    openedAt: instant,
    stepSince: instant,
    closedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    lostReason: z.string().nullable(),
    chance: z.number().nullable(),
    stalledAt: instant.nullable(),
    stalledFor,
    revision: z.int(),
    next: nextStepSchema.nullable().describe('The follow-up that is due first.'),
  })
  .meta({ id: 'DealCard' });

export const ownerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    gone: z.boolean().describe('They no longer work here.'),
  })
  .meta({ id: 'DealOwner' });

export const dealSchema = z
  .strictObject({
    id: z.int(),
    person: z.int(),
    pipeline: z.string(),
    step: z.string(),
    title: z.string(),
    amount: z.int().nullable().describe('Minor units; null: not known yet.'),
    returned: z.int().describe('What came back of what it was won with: it is worth so much less.'),
    products: z.array(z.string()),
    owner: z.string().nullable(),
    state: dealState,
    expectedClose: z.string().nullable(),
    known: z.record(z.string(), z.union([z.string(), z.number()])),
    openedAt: instant,
    stepSince: instant,
    closedAt: instant.nullable(),
    finishedAt: instant.nullable().describe('Nothing is left to do about it.'),
    lostReason: z.string().nullable(),
    lostNote: z.string().nullable(),
    source: z.string().nullable(),
    campaign: z.string().nullable(),
    referrer: z.int().nullable(),
    lead: z.int().nullable(),
    chance: z.number().nullable(),
    weight: z.int().nullable(),
    stalledAt: instant.nullable(),
    stalledFor,
    revision: z.int(),
    madeBy: z.string(),
    changedBy: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'Deal' });

const lack = z.enum(['not-said', 'not-happened', 'unanswered']);
const missingSchema = z.strictObject({ step: z.string(), ask: z.string(), lack });

export const dealPageSchema = z
  .strictObject({
    deal: dealSchema,
    personName: z.string().nullable(),
    referrerName: z.string().nullable(),
    pipeline: keptPipelineSchema,
    step: z.string().describe('The step it stands on now, also where its own was taken away.'),
    dueAt: instant.nullable().describe('When the present step is to be over.'),
    next: nextStepSchema.nullable(),
    proofs: z.array(
      z.strictObject({
        step: z.string(),
        proofs: z.array(
          z.strictObject({
            ask: z.string(),
            met: z.boolean(),
            optional: z.boolean(),
            lack: lack.nullable(),
            at: instant.nullable(),
            open: z.int(),
          }),
        ),
      }),
    ),
    stays: z.array(
      z.strictObject({
        step: z.string(),
        enteredAt: instant,
        leftAt: instant.nullable(),
        by: z.string(),
        leftBy: z.string().nullable(),
        reason: z.string().nullable(),
        missing: z.array(missingSchema),
      }),
    ),
    changes: z.array(
      z.strictObject({
        what: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        note: z.string().nullable(),
        by: z.string(),
        at: instant,
      }),
    ),
    owners: z.array(ownerSchema),
  })
  .meta({ id: 'DealPage' });

export const columnSchema = z
  .strictObject({
    step: z.string(),
    deals: z.int(),
    amount: z.int(),
    weight: z.int().describe('Each deal counted by its chance.'),
    stalled: z.int(),
    cards: z.array(cardSchema),
    next: z.string().nullable(),
  })
  .meta({ id: 'BoardColumn' });

const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

/** The filters of the board and the list. */
export const filters = {
  owner: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('The number of a colleague’s account, `me`, or `none`: nobody’s.'),
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Part of the title, or of the name of whom it is with.'),
  stalled: flag,
  withoutNext: flag,
  closeFrom: day.optional(),
  closeTo: day.optional(),
};

export const newDealSchema = z.strictObject({
  person: z.int().min(1),
  title,
  pipeline: keyText.optional(),
  step: keyText.optional(),
  amount,
  products,
  owner: ownerId.nullable(),
  expectedClose: day.nullable(),
  source: z.string().trim().max(200).optional(),
  campaign: z.string().trim().max(200).optional(),
  referrer: z.int().min(1).optional(),
  lead: z.int().min(1).optional(),
});

export const dealChangeSchema = z.strictObject({
  title: title.optional(),
  amount: amount.optional(),
  products: products.optional(),
  owner: ownerId.nullable().optional(),
  expectedClose: day.nullable().optional(),
  known: known.optional(),
  revision,
});

const leaving = {
  known: known.optional(),
  changes: z
    .strictObject({
      amount: amount.optional(),
      products: products.optional(),
      expectedClose: day.nullable().optional(),
    })
    .optional()
    .describe('What is said of the deal itself on the way.'),
  reason: reason.optional().describe('Why it goes on although something is missing.'),
  revision,
};
export const moveSchema = z.strictObject({ to: keyText, ...leaving });
export const winSchema = z.strictObject({ amount, ...leaving });
export const finishSchema = z.strictObject(leaving);
export const loseSchema = z.strictObject({ reason: keyText, note: reason.optional(), revision });
export const reopenSchema = z.strictObject({ reason: reason.optional(), revision });

export const dealParams = z.strictObject({ id: idText });
