import {
  buyingRoles,
  expectationSources,
  noteKinds,
  noteSchema,
  promiseSides,
  promiseStates,
  purposes,
  QUESTIONS,
  shownText,
} from '@nardeban/core/sales';
import { z } from 'zod';
import { dayText, named } from '../../../platform/http/index.ts';
import { relationKinds } from '../../dossier/index.ts';
import { talkChannels } from './talks.ts';
import { wishKinds } from './wants.ts';

named(noteSchema, 'SalesNoteSaid');

export const personNamed = z
  .strictObject({ id: z.int(), name: z.string().nullable(), kind: z.enum(['person', 'organisation']) })
  .meta({ id: 'SalesPersonNamed' });

const noteKept = z
  .strictObject({
    id: z.int(),
    deal: z.int().nullable(),
    talk: z.int().nullable(),
    kind: z.enum(noteKinds),
    text: z.string(),
    product: z.string(),
    low: z.int().nullable().describe('Of a budget, in minor units.'),
    high: z.int().nullable(),
    byDay: z.string().nullable(),
    purpose: z.enum(purposes).nullable(),
    source: z.enum(expectationSources).nullable(),
    met: z.boolean().nullable(),
    player: personNamed.nullable().describe('Who said it; null with no name: the person themselves.'),
    saidBy: z.string().nullable(),
    saidAt: z.number(),
    by: z.string(),
    at: z.number(),
    changes: z.int().describe('How often it was said otherwise before.'),
    until: z.number().nullable().describe('Null: it stands.'),
    untilBy: z.string().nullable(),
    untilWhy: z.enum(['changed', 'withdrawn', 'over']).nullable(),
  })
  .meta({ id: 'SalesNote' });
export const notesBody = z.strictObject({ notes: z.array(noteKept) });

export const promiseKept = z
  .strictObject({
    id: z.int(),
    person: personNamed,
    deal: z.int().nullable(),
    talk: z.int().nullable(),
    replaces: z.int().nullable(),
    side: z.enum(promiseSides).describe('Whether we promised it to them, or they to us.'),
    owner: z.string().nullable(),
    promisedBy: z.string(),
    text: z.string(),
    dueOn: z.string(),
    state: z.enum(promiseStates),
    overdue: z.boolean(),
    brokenAt: z.number().nullable(),
    endedAt: z.number().nullable(),
    endedBy: z.string().nullable(),
    ending: z.string(),
    followUp: z.int().nullable(),
    revision: z.int(),
    by: z.string(),
    at: z.number(),
  })
  .meta({ id: 'SalesPromise' });

const rolePlayed = z
  .strictObject({
    id: z.int(),
    deal: z.int().nullable(),
    role: z.enum(buyingRoles),
    player: personNamed.nullable(),
    name: z.string().nullable(),
    self: z.boolean(),
    note: z.string(),
    by: z.string(),
    at: z.number(),
  })
  .meta({ id: 'SalesRole' });

const talk = z
  .strictObject({
    id: z.int(),
    deal: z.int().nullable(),
    channel: z.enum(talkChannels),
    at: z.number(),
    player: personNamed.nullable(),
    saidBy: z.string().nullable(),
    summary: z.string(),
    by: z.string(),
    madeAt: z.number(),
  })
  .meta({ id: 'SalesTalk' });

export const memorySchema = z
  .strictObject({
    person: z.int(),
    notes: z.array(noteKept),
    roles: z.array(rolePlayed),
    elsewhere: z.array(z.strictObject({ role: z.enum(buyingRoles), customer: personNamed })),
    relations: z.array(
      z.strictObject({
        id: z.int(),
        kind: z.enum(relationKinds),
        outward: z.boolean(),
        other: personNamed,
        role: z.string().nullable(),
        by: z.string(),
        at: z.number(),
      }),
    ),
    promises: z.array(promiseKept),
    talks: z.array(talk),
    customer: z.enum(['trade', 'end']).nullable().describe('Whether they sell on what they buy.'),
    consumerApart: z.boolean().describe('Whether somebody else uses what they buy.'),
    open: z.array(z.enum(QUESTIONS)).describe('What is not known yet, in the order in which one asks.'),
  })
  .meta({ id: 'SalesMemory' });

export const wantingSchema = z
  .strictObject({
    id: z.int(),
    kind: z.enum(wishKinds),
    text: z.string(),
    product: z.string(),
    person: personNamed,
    saidAt: z.number(),
    by: z.string(),
    low: z.int().nullable(),
    high: z.int().nullable(),
    deal: z.strictObject({ id: z.int(), title: z.string(), state: z.string() }).nullable(),
  })
  .meta({ id: 'SalesWant' });

const person = z.int().min(1);
const deal = z.int().min(1).nullish().describe('The deal it is about; without one, in general.');
const text = (most: number) => shownText.max(most);
const owner = z.string().max(100).nullish().describe('A member of staff, by the number of their account.');

/** Who said it or who plays it: somebody the business knows, or a name; neither: the person themselves. */
const playerBody = z.strictObject({
  player: person.nullish(),
  name: text(200).nullish(),
});

export const roleBody = z.strictObject({
  role: z.enum(buyingRoles),
  ...playerBody.shape,
  note: text(500).default(''),
  belonging: z
    .strictObject({
      kind: z.enum(relationKinds),
      outward: z.boolean().describe('Whether it goes out from the customer, who buys for the player.'),
    })
    .nullish()
    .describe('How the player belongs to the customer; stated as a relation if it is not yet.'),
});

export const promiseBody = z.strictObject({
  side: z.enum(promiseSides),
  text: text(1000).min(1),
  dueOn: dayText,
  owner,
});

export const newNoteBody = z.strictObject({
  person,
  deal,
  note: noteSchema,
  saidBy: playerBody.optional(),
  saidAt: z.number().optional().describe('When it was said; without it, now.'),
});

export const noteChangeBody = z.strictObject({
  note: noteSchema,
  saidBy: playerBody.optional().describe('Who says it otherwise now; without it, whoever said it first.'),
});

export const newRoleBody = z.strictObject({ person, deal, ...roleBody.shape });
export const newPromiseBody = z.strictObject({
  person,
  deal,
  ...promiseBody.shape,
  saidBy: playerBody.optional(),
});

export const promiseEndBody = z.strictObject({
  state: z.enum(['kept', 'broken', 'released']),
  ending: text(500).default(''),
  revision: z.int().min(1),
});

export const promiseRenewBody = z.strictObject({
  dueOn: dayText,
  text: text(1000).min(1).optional(),
  ending: text(500).default(''),
  revision: z.int().min(1),
});

export const talkBody = z.strictObject({
  person,
  deal,
  channel: z.enum(talkChannels),
  at: z.number().optional().describe('When it took place; without it, now.'),
  saidBy: playerBody.optional().describe('With whom, where it was not the person themselves.'),
  summary: text(4000).default(''),
  notes: z.array(noteSchema).max(30).default([]),
  roles: z.array(roleBody).max(15).default([]),
  promises: z.array(promiseBody).max(15).default([]),
  next: z
    .strictObject({
      kind: z.enum(['call', 'meeting', 'message', 'visit', 'task', 'reminder']),
      due: z.number(),
      wholeDay: z.boolean().default(false),
      about: text(1000).default(''),
      agreed: z.boolean().default(false).describe('They asked for that day themselves.'),
      owner,
    })
    .nullish()
    .describe('What is to be done next.'),
});
