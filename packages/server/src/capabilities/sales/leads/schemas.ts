import { leadAnswersSchema, qualificationSchema } from '@nardeban/core/sales';
import { z } from 'zod';
import { idText, named, refusalSchema } from '../../../platform/http/index.ts';
import { becauseSchema } from '../../ladder/index.ts';
import { ownerSchema } from '../deals/schemas.ts';
import { LEAD_VIEWS } from './listing.ts';

/** What the routes of leads take and answer, as the contract tells it. Instants are epoch milliseconds. */

named(qualificationSchema, 'Qualification');
named(leadAnswersSchema, 'LeadAnswers');

const instant = z.number();
const state = z.enum(['nurture', 'handed', 'accepted', 'qualified', 'refused', 'closed']);
const why = z.enum(['score', 'hand', 'staff']);
const text = z.string().trim().max(200);
const ownerId = z.string().min(1).max(64);
export const revision = z.int().min(1).describe('Of the lead as it was seen; another one is refused.');
export const leadParams = z.strictObject({ lead: idText });

const nextStep = z
  .strictObject({
    id: z.int(),
    kind: z.string(),
    about: z.string(),
    dueAt: instant,
    wholeDay: z.boolean(),
    state: z.enum(['open', 'missed']),
  })
  .meta({ id: 'LeadNextStep' });

export const leadSchema = z
  .strictObject({
    id: z.int(),
    person: z.int().describe('Whom it is of, by the number they go by now.'),
    state,
    owner: z.string().nullable(),
    source: z.string().nullable(),
    campaign: z.string().nullable(),
    medium: z.string().nullable(),
    form: z.string().nullable(),
    referrer: z.int().nullable(),
    capturedAt: instant,
    handedAt: instant.nullable(),
    handedFor: why.nullable(),
    answerBy: instant.nullable().describe('Until when sales is to answer, in working time.'),
    answeredAt: instant.nullable(),
    reason: z
      .string()
      .nullable()
      .describe('Of a refusal its key; of a closed lead `bought`, `deal` or `staff`.'),
    pausedUntil: instant.nullable(),
    cooledAt: instant.nullable(),
    fit: z.number(),
    engagement: z.number(),
    because: z
      .array(z.strictObject({ key: z.string(), points: z.number().nullable() }))
      .describe('What made the most of it: rules with their points; of a raised hand null.'),
    version: z.int(),
    scoredAt: instant,
    answers: leadAnswersSchema,
    behind: z.int().nullable().describe('Another open lead of the same person goes before it.'),
    revision: z.int(),
    changedBy: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'Lead' });

export const listedLeadSchema = leadSchema
  .extend({ name: z.string().nullable(), next: nextStep.nullable() })
  .meta({ id: 'ListedLead' });

export const leadQuery = {
  view: z.enum(LEAD_VIEWS).optional(),
  owner: z.string().min(1).max(64).optional().describe('Whose; `me` is whoever asks.'),
  source: text.min(1).optional(),
};

export const leadPageSchema = z.strictObject({
  leads: z.array(listedLeadSchema),
  owners: z.array(ownerSchema),
  next: z.string().nullable(),
  now: instant.describe('What is late is late by this clock.'),
});

export const countsSchema = z.strictObject({
  views: z.array(
    z.strictObject({
      view: z.enum(LEAD_VIEWS),
      count: z.int(),
      more: z.boolean().describe('There are more than were counted.'),
    }),
  ),
});

const countedFact = z.strictObject({
  id: z.int().nullable(),
  type: z.string(),
  at: instant,
  points: z.number(),
});

export const explanationSchema = z
  .strictObject({
    fit: z.number(),
    engagement: z.number(),
    inside: z.boolean(),
    why: z.enum(['hand', 'score']).nullable(),
    until: instant
      .nullable()
      .describe('The earliest time at which this can change though nothing new happens.'),
    handTold: instant.nullable(),
    fitRows: z.array(z.strictObject({ key: z.string(), points: z.number(), because: becauseSchema })),
    engagementRows: z.array(
      z.strictObject({
        key: z.string(),
        points: z.number(),
        uncapped: z.number(),
        facts: z.array(countedFact),
        factCount: z.int(),
      }),
    ),
    handRows: z.array(z.strictObject({ key: z.string(), holds: z.boolean(), because: becauseSchema })),
  })
  .meta({ id: 'LeadExplanation' });

export const handingSchema = z
  .strictObject({
    place: z.int(),
    why,
    version: z.int(),
    fit: z.number(),
    engagement: z.number(),
    owner: z.string().nullable(),
    handedAt: instant,
    answerBy: instant,
    answeredAt: instant.nullable(),
    answer: z.enum(['accepted', 'refused', 'cooled', 'closed']).nullable(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    by: z.string().nullable(),
  })
  .meta({ id: 'LeadHanding' });

export const leadDetailSchema = z
  .strictObject({
    lead: listedLeadSchema,
    agreement: z.strictObject({ version: z.int(), definition: qualificationSchema }),
    explanation: explanationSchema,
    handings: z.array(handingSchema),
    owners: z.array(ownerSchema),
    now: instant,
  })
  .meta({ id: 'LeadDetail' });

export const captureSchema = z.strictObject({
  person: idText,
  source: text.min(1),
  medium: text.optional(),
  campaign: text.optional(),
  form: text.optional(),
  referrer: idText.optional().describe('Who recommended us to them.'),
  owner: ownerId.optional(),
  hand: z.boolean().optional().describe('They raised a hand: it goes to sales at once.'),
});

export const capturedSchema = z.strictObject({
  lead: z.int(),
  state,
  owner: z.string().nullable(),
});

export const seenSchema = z.strictObject({ revision });
export const ownedSchema = z.strictObject({ revision, owner: ownerId.nullable().optional() });
export const assignSchema = z.strictObject({ revision, owner: ownerId.nullable() });
export const refuseSchema = z.strictObject({
  revision,
  reason: z.string().min(1).max(40),
  note: z.string().trim().max(2000).optional(),
});
export const answersSchema = z.strictObject({ revision, answers: leadAnswersSchema });

const agreement = {
  version: z.int().describe('0: the one that is shipped.'),
  definition: qualificationSchema,
  note: z.string().nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: instant.nullable(),
};

export const draftSchema = z
  .strictObject({
    definition: qualificationSchema,
    revision: z.int().describe('Send it with the next saving.'),
    baseVersion: z.int(),
    note: z.string().nullable(),
    editedBy: z.string(),
    editedAt: instant,
    faults: z.array(refusalSchema).describe('Everything that keeps it from being put in force.'),
  })
  .meta({ id: 'QualificationDraft' });

export const agreementSchema = z.strictObject(agreement).meta({ id: 'QualificationVersion' });

export const qualificationPageSchema = z
  .strictObject({
    inForce: agreementSchema,
    draft: draftSchema.nullable(),
    sellers: z.array(z.string()).describe('Among whom leads are dealt out in turn, by their account.'),
  })
  .meta({ id: 'QualificationPage' });

export const versionsSchema = z.strictObject({
  versions: z.array(agreementSchema.omit({ definition: true }).meta({ id: 'QualificationVersionLine' })),
  next: z.int().nullable(),
});

const rate = z
  .strictObject({
    times: z.int(),
    of: z.int(),
    rate: z.number().nullable(),
    low: z.number().describe('The true rate lies between these in 95 of 100 cases.'),
    high: z.number(),
  })
  .meta({ id: 'TrialRate' });

const side = z
  .strictObject({
    handed: z.int(),
    byHand: z.int(),
    bought: z.int(),
    refused: z.int(),
    precision: rate.describe('Of those handed, who bought.'),
    recall: rate.describe('Of those who bought for the first time, who had been handed before.'),
  })
  .meta({ id: 'TrialSide' });

export const trialSchema = z
  .strictObject({
    id: z.int(),
    revision: z.int().describe('The revision of the draft that is tried.'),
    settings: z.strictObject({ from: instant, to: instant, fruitDays: z.int() }),
    state: z.enum(['waiting', 'running', 'done', 'stopped']),
    done: z.int(),
    total: z.int(),
    result: z
      .strictObject({
        people: z.int(),
        buyers: z.int(),
        present: side,
        draft: side,
        both: z.int(),
        onlyPresent: z.int(),
        onlyDraft: z.int(),
        changes: z.array(
          z.strictObject({
            person: z.int(),
            change: z.enum(['new', 'gone', 'earlier', 'later']),
            before: instant.nullable(),
            after: instant.nullable(),
            outcome: z.enum(['bought', 'refused', 'open']),
          }),
        ),
      })
      .nullable(),
    people: z
      .array(z.strictObject({ id: z.int(), name: z.string().nullable() }))
      .describe('What the people among the changes are called.'),
    madeBy: z.string(),
    madeAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'QualificationTrial' });

const team = z.enum(['marketing', 'sales']);
const says = z.enum(['good', 'bad', 'mixed']).nullable();

export const reviewSchema = z
  .strictObject({
    id: z.int(),
    version: z.int(),
    note: z.string().nullable(),
    madeBy: z.string(),
    madeAt: instant,
    closedBy: z.string().nullable(),
    closedAt: instant.nullable(),
    leads: z.int(),
    votes: z.int(),
  })
  .meta({ id: 'LeadReview' });

export const reviewPageSchema = z
  .strictObject({
    review: reviewSchema,
    definition: qualificationSchema.describe('What was agreed on when it was drawn.'),
    leads: z.array(
      z.strictObject({
        lead: z.int(),
        person: z.int(),
        name: z.string().nullable(),
        drawnAs: z.enum(['accepted', 'refused', 'never']),
        fit: z.number(),
        engagement: z.number(),
        rules: z.array(z.string()),
        state,
        source: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    votes: z.array(
      z.strictObject({
        lead: z.int(),
        team,
        voter: z.string(),
        good: z.boolean(),
        note: z.string().nullable(),
        at: instant,
      }),
    ),
    summary: z.strictObject({
      leads: z.array(
        z.strictObject({
          lead: z.int(),
          marketing: says,
          sales: says,
          disputed: z.boolean(),
          agreed: z.enum(['good', 'bad']).nullable(),
        }),
      ),
      agreed: z.int(),
      disputed: z.int(),
      waiting: z.int(),
      missed: z.array(z.int()).describe('Good by both, and never handed to sales.'),
      false: z.array(z.int()).describe('Not good by both, and handed to sales.'),
      rules: z.array(z.strictObject({ rule: z.string(), good: z.int(), bad: z.int() })),
    }),
  })
  .meta({ id: 'LeadReviewPage' });

export const voteSchema = z.strictObject({
  team,
  good: z.boolean().nullable().describe('Null takes it back.'),
  note: z.string().trim().max(1000).optional(),
});
