import {
  ALL_OUTCOMES,
  cadenceSchema,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_ORIGINS,
  FOLLOW_UP_STATES,
  workingHoursSchema,
} from '@nardeban/core/sales';
import { z } from 'zod';
import { named } from '../../../platform/http/index.ts';
import { LINK_SHOWS } from './calendar-links.ts';

named(cadenceSchema, 'TouchSeries');
named(workingHoursSchema, 'WorkingHours');

const instant = z.number();
const id = z.int().min(1);
export const kind = z.enum(FOLLOW_UP_KINDS);
export const owner = z
  .string()
  .min(1)
  .max(100)
  .nullable()
  .describe('The number of a member of staff; null: nobody.');
export const revision = z.int().min(1).describe('Of what was seen; another one is refused.');
export const outcome = z.enum(ALL_OUTCOMES);
export const cadenceKey = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const due = z
  .int()
  .min(0)
  .max(253_402_300_799_999)
  .describe('Milliseconds since 1970; of a whole day any of its instants.');
const note = z.string().trim().max(1000).nullable();

export const followUpSchema = z
  .strictObject({
    id,
    person: id,
    personName: z.string().nullable(),
    deal: id.nullable(),
    lead: id.nullable(),
    kind,
    about: z.string(),
    owner: z.string().nullable(),
    ownerName: z.string().nullable(),
    plannedAt: instant.describe('What was planned.'),
    dueAt: instant.describe(
      'When it is due, on a day on which somebody works; of a whole day its first instant.',
    ),
    wholeDay: z.boolean(),
    fixed: z.boolean().describe('Agreed with somebody: it stays where it is, also on a day off.'),
    closed: z.boolean().describe('Nobody works on the day on which it is due.'),
    minutes: z.int(),
    missAt: instant.describe('From when on it counts as missed.'),
    state: z.enum(FOLLOW_UP_STATES),
    outcome: outcome.nullable(),
    note: z.string().nullable(),
    origin: z.enum(FOLLOW_UP_ORIGINS),
    originRef: z.string().nullable(),
    moves: z.int().describe('How often it was given another time.'),
    dones: z.int().describe('How often it was done: it can be opened again.'),
    doneAt: instant.nullable(),
    madeBy: z.string(),
    madeAt: instant,
    revision: z.int(),
    changedBy: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'FollowUp' });

export const followUpHistorySchema = z.strictObject({
  followUp: followUpSchema,
  changes: z.array(
    z.strictObject({
      deed: z.enum(['moved', 'shifted', 'done', 'reopened', 'missed', 'cancelled', 'changed']),
      from: instant.nullable(),
      to: instant.nullable(),
      reason: z.string().nullable(),
      by: z.string(),
      at: instant,
    }),
  ),
});

const planned = {
  kind,
  about: z.string().trim().min(1).max(1000),
  due,
  wholeDay: z.boolean(),
  fixed: z.boolean().optional(),
  agreed: z.boolean().optional().describe('The person asked for this day.'),
  minutes: z.int().min(5).max(1440).optional(),
};
const next = z.strictObject({ ...planned, owner: owner.optional() });

export const planSchema = z.strictObject({
  ...planned,
  person: id.optional().describe('May be left out with a deal or a lead, of which it is then the person.'),
  deal: id.nullable().optional(),
  lead: id.nullable().optional(),
  owner: owner.optional().describe('Left out: whoever asks.'),
});
export const doneSchema = z.strictObject({
  revision,
  outcome,
  note: note.optional(),
  next: next.optional().describe('What is to be done after it, with the same person.'),
});
export const moveSchema = z.strictObject({
  revision,
  due,
  wholeDay: z.boolean(),
  fixed: z.boolean().optional(),
  agreed: z.boolean().optional().describe('The person asked for this day.'),
  reason: note.optional(),
});
export const changeSchema = z.strictObject({
  revision,
  about: z.string().trim().min(1).max(1000).optional(),
  kind: kind.optional(),
  owner: owner.optional(),
  minutes: z.int().min(5).max(1440).optional(),
});
export const cancelSchema = z.strictObject({ revision, reason: note.optional() });
export const reopenSchema = z.strictObject({ revision });

const reason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('overdue'), followUp: id, days: z.int() }),
  z.strictObject({ code: z.literal('promise-overdue'), followUp: id, days: z.int() }),
  z.strictObject({ code: z.literal('promise-due'), followUp: id, at: instant }),
  z.strictObject({ code: z.literal('at-time'), followUp: id, at: instant, minutes: z.int() }),
  z.strictObject({ code: z.literal('due-today'), followUp: id }),
  z.strictObject({ code: z.literal('answer-due'), at: instant, minutes: z.int() }),
  z.strictObject({ code: z.literal('answer-late'), at: instant, minutes: z.int() }),
  z.strictObject({ code: z.literal('stalled'), days: z.int() }),
  z.strictObject({ code: z.literal('no-next-step') }),
  z.strictObject({ code: z.literal('leaving'), band: z.enum(['leaving', 'gone']) }),
]);

export const todaySchema = z
  .strictObject({
    day: z.string(),
    now: instant,
    seller: z.string().nullable(),
    items: z.array(
      z.strictObject({
        person: id,
        name: z.string().nullable(),
        mobile: z.string().nullable(),
        deal: id.nullable(),
        lead: id.nullable(),
        title: z.string().nullable(),
        amount: z.number().nullable(),
        chance: z.number().nullable(),
        worth: z.number().describe('What it is taken to be worth, in minor units.'),
        risk: z.number().describe('How likely it is lost if nothing is done today, from 0 to 1.'),
        loss: z.number().describe('Worth × risk: the order of the list.'),
        reasons: z.array(reason),
        followUps: z.array(
          z.strictObject({
            id,
            kind,
            about: z.string(),
            dueAt: instant,
            wholeDay: z.boolean(),
            state: z.enum(['open', 'missed']),
            revision: z.int(),
          }),
        ),
      }),
    ),
    counts: z
      .strictObject({
        overdue: z.int(),
        today: z.int(),
        later: z.int(),
        leads: z.int(),
        stalled: z.int(),
        dealsWithoutStep: z.int(),
        leadsWithoutStep: z.int(),
      })
      .describe('How much there is of each kind; counted as far as 1000.'),
    typical: z
      .number()
      .nullable()
      .describe('What an open deal of theirs brings as a rule; null: none has an amount.'),
  })
  .meta({ id: 'SalesToday' });

export const workingHoursKeptSchema = z.strictObject({
  hours: workingHoursSchema,
  version: z.int().describe('0: the business has not said so, and works as a new one does.'),
  changedBy: z.string().nullable(),
  changedAt: instant.nullable(),
});

export const cadenceKeptSchema = z
  .strictObject({
    key: z.string(),
    definition: cadenceSchema,
    archived: z.boolean(),
    running: z.int(),
    revision: z.int(),
    changedBy: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'KeptTouchSeries' });

export const runSchema = z
  .strictObject({
    id,
    cadence: z.string(),
    name: z.string().describe('What the series was called when it began.'),
    person: id,
    deal: id.nullable(),
    lead: id.nullable(),
    owner: z.string().nullable(),
    state: z.enum(['running', 'finished', 'stopped']),
    startedAt: instant,
    startedBy: z.string(),
    touch: z.int().describe('How many touches are planned.'),
    touches: z.int().describe('How many there are.'),
    nextAt: instant,
    calendarVersion: z.int().describe('The working hours by which its touches fall.'),
    stopped: z.string().nullable().describe('What ended it, such as `answered`, or `staff`.'),
    stopFact: z.int().nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'TouchSeriesRun' });

export const linkSchema = z.strictObject({
  id,
  shows: z.enum(LINK_SHOWS),
  language: z.enum(['fa', 'en']),
  madeAt: instant,
  seenAt: instant.nullable(),
});
