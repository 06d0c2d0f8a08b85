import { z } from 'zod';
import type { Hook } from './hook-store.ts';
import { type Message, type MessageOpened, messageStates } from './message-store.ts';

export const hookSchema = z
  .strictObject({
    id: z.int(),
    url: z.string(),
    description: z.string(),
    events: z
      .array(z.string())
      .describe('Types of facts, `person.moved`, `person.segment_changed`; families (`order.*`); or `*`.'),
    enabled: z.boolean(),
    offBecause: z
      .enum(['staff', 'gone', 'failing'])
      .nullable()
      .describe('`gone`: its address answered 410. `failing`: nothing arrived for five days.'),
    offAt: z.int().nullable(),
    oldSecretUntil: z
      .int()
      .nullable()
      .describe('Until then messages bear a signature by the secret before as well.'),
    failingSince: z
      .int()
      .nullable()
      .describe('Since when nothing has arrived. Null: what was sent last has.'),
    deliveredAt: z.int().nullable().describe('When something arrived last, to the minute.'),
    waiting: z.int().describe('Messages still to be delivered; 1,000 means that many or more.'),
    failed: z.int().describe('Messages given up, in the last thirty days; 1,000 means that many or more.'),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.int(),
    changedBy: z.string(),
    changedAt: z.int(),
  })
  .meta({ id: 'Hook' });

const said = {
  url: z.string().min(1).max(2000),
  description: z.string().max(400),
  events: z.array(z.string().min(1).max(80)).max(100),
  enabled: z.boolean(),
};

export const newHookSchema = z.strictObject({
  ...said,
  description: said.description.optional(),
  enabled: said.enabled.optional(),
});

export const hookChangeSchema = z.strictObject({ ...said, revision: z.int().min(1) });

export const toldHookSchema = z.strictObject({
  hook: hookSchema,
  secret: z
    .string()
    .nullable()
    .describe('Told once. Null when the request is a repetition: change the secret to get another.'),
});

const messageFields = {
  id: z.int(),
  token: z.string().describe('The `webhook-id`: the same with each attempt, by which a repetition is known.'),
  event: z.string(),
  personId: z.int().nullable(),
  state: z.enum(messageStates),
  attempts: z.int(),
  nextAt: z.int().nullable(),
  status: z.int().nullable().describe('What the last attempt was answered with.'),
  error: z
    .string()
    .nullable()
    .describe(
      'Why there is no status: `timeout`, `connection_failed`, `name_unknown`, `tls_failed`, `address_refused`, `hook_off`.',
    ),
  madeAt: z.int(),
  doneAt: z.int().nullable(),
};

export const messageSchema = z.strictObject(messageFields).meta({ id: 'HookMessage' });

export const openedSchema = z
  .strictObject({
    ...messageFields,
    body: z.string().describe('The text that is signed and sent.'),
    tried: z
      .array(
        z.strictObject({
          attempt: z.int(),
          at: z.int(),
          tookMs: z.int(),
          status: z.int().nullable(),
          error: z.string().nullable(),
          response: z.string().nullable().describe('The first kilobyte of the answer.'),
        }),
      )
      .describe('The attempts, the latest first.'),
  })
  .meta({ id: 'HookMessageOpened' });

export function shownHook(hook: Hook): z.infer<typeof hookSchema> {
  return { ...hook, events: [...hook.events] };
}

export function shownMessage(message: Message): z.infer<typeof messageSchema> {
  return message;
}

export function shownOpened(message: MessageOpened): z.infer<typeof openedSchema> {
  return { ...message, tried: [...message.tried] };
}
