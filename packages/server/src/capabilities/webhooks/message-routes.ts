import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { hookById } from './hook-store.ts';
import {
  addMessages,
  listMessages,
  messageStates,
  MOST_REPLAYED,
  mustBeOn,
  openMessage,
  replayFailed,
  replayMessage,
} from './message-store.ts';
import { messageSchema, openedSchema, shownMessage, shownOpened } from './schemas.ts';
import { tellTest } from './telling.ts';

const PAGE = 50;

/** The log of what was sent, and sending it again. */
export const messageRoutes: Routes = (app, { database, writes, clock }) => {
  const needed = { scope: 'hooks:write' } as const;
  const tags = ['hooks'];
  const hook = z.strictObject({ id: idText });
  const one = z.strictObject({ id: idText, message: idText });

  app.get(
    '/v1/hooks/:id/messages',
    {
      config: needed,
      schema: {
        operationId: 'listHookMessages',
        tags,
        description: 'What was sent to it in the last thirty days, the latest first.',
        params: hook,
        querystring: z.strictObject({ ...paging, state: z.enum(messageStates).optional() }),
        response: {
          200: z.strictObject({ messages: z.array(messageSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { state, after, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, async (tx) =>
        (await hookById(tx, id, clock.now())) === null ? null : listMessages(tx, id, { state, after, limit }),
      );
      if (page === null)
        return refuseWith(request, reply, { code: 'hook_unknown', field: 'id', detail: { id } });
      return reply.send({ messages: page.messages.map(shownMessage), next: page.next });
    },
  );

  app.get(
    '/v1/hooks/:id/messages/:message',
    {
      config: needed,
      schema: {
        operationId: 'hookMessage',
        tags,
        description: 'One message: the text that was sent, and what each attempt was answered with.',
        params: one,
        response: { 200: openedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id, message } = request.params;
      const opened = await database.withBusiness(askerOf(request).business.id, (tx) =>
        openMessage(tx, id, message),
      );
      if (!opened.ok) return refuseWith(request, reply, opened.refusal);
      return reply.send(shownOpened(opened.value));
    },
  );

  app.post(
    '/v1/hooks/:id/messages/:message/replay',
    {
      config: needed,
      schema: {
        operationId: 'replayHookMessage',
        tags,
        description: 'Sends a message once more, under the same `webhook-id`.',
        params: one,
        response: { 202: openedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id, message } = request.params;
      await writes.inBusiness<z.infer<typeof openedSchema>>(request, reply, async (tx) => {
        const replayed = await replayMessage(tx, id, message, clock.now());
        if (!replayed.ok) return replayed;
        await recordDeed(tx, {
          by: asker,
          deed: 'hook.replayed',
          about: { kind: 'hook', id },
          detail: { name: replayed.value.token },
        });
        return accept({ status: 202, body: shownOpened(replayed.value) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/hooks/:id/replay',
    {
      config: needed,
      schema: {
        operationId: 'replayFailedHookMessages',
        tags,
        description: `Sends everything once more that was given up since then, the oldest ${MOST_REPLAYED.toLocaleString('en')} of it; ask again for the rest.`,
        params: hook,
        body: z.strictObject({ since: z.int().describe('From messages of this instant on.') }),
        response: { 202: z.strictObject({ replayed: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<{ replayed: number }>(request, reply, async (tx) => {
        const present = await hookById(tx, id, clock.now());
        if (present === null) return refuse('hook_unknown', 'id', { id });
        const replayed = await replayFailed(tx, id, request.body.since, clock.now());
        if (!replayed.ok) return replayed;
        await recordDeed(tx, {
          by: asker,
          deed: 'hook.replayed',
          about: { kind: 'hook', id },
          detail: {
            name: present.description === '' ? present.url : present.description,
            messages: replayed.value,
          },
        });
        return accept({ status: 202, body: { replayed: replayed.value } });
      });
      return reply;
    },
  );

  app.post(
    '/v1/hooks/:id/test',
    {
      config: needed,
      schema: {
        operationId: 'testHook',
        tags,
        description: 'Sends a `webhook.test`, whatever the hook listens to.',
        params: hook,
        response: { 202: openedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<z.infer<typeof openedSchema>>(request, reply, async (tx) => {
        const on = await mustBeOn(tx, id);
        if (!on.ok) return on;
        const now = clock.now();
        const [message = 0] = await addMessages(tx, [{ ...tellTest(business, id, now), hookId: id }], now);
        const opened = await openMessage(tx, id, message);
        return opened.ok ? accept({ status: 202, body: shownOpened(opened.value) }) : opened;
      });
      return reply;
    },
  );
};
