import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import type { AddressRules } from './addresses.ts';
import {
  changeHook,
  type Hook,
  hookById,
  listHooks,
  makeHook,
  removeHook,
  rotateSecret,
} from './hook-store.ts';
import { messageRoutes } from './message-routes.ts';
import { hookChangeSchema, hookSchema, newHookSchema, shownHook, toldHookSchema } from './schemas.ts';

/** What happens, told to other programs: the addresses it is sent to, and the log of what was sent. */
export const webhookRoutes: Routes = (app, parts) => {
  hookRoutes(app, parts);
  messageRoutes(app, parts);
};

const hookRoutes: Routes = (app, { database, writes, clock, config }) => {
  const needed = { scope: 'hooks:write' } as const;
  const tags = ['hooks'];
  const one = z.strictObject({ id: idText });
  const rules: AddressRules = { own: config.hookNetworks ?? [] };

  app.get(
    '/v1/hooks',
    {
      config: needed,
      schema: {
        operationId: 'listHooks',
        tags,
        response: { 200: z.strictObject({ hooks: z.array(hookSchema) }), ...refusals },
      },
    },
    async (request) => {
      const hooks = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listHooks(tx, clock.now()),
      );
      return { hooks: hooks.map(shownHook) };
    },
  );

  app.get(
    '/v1/hooks/:id',
    {
      config: needed,
      schema: { operationId: 'hook', tags, params: one, response: { 200: hookSchema, ...refusals } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const hook = await database.withBusiness(askerOf(request).business.id, (tx) =>
        hookById(tx, id, clock.now()),
      );
      if (hook === null)
        return refuseWith(request, reply, { code: 'hook_unknown', field: 'id', detail: { id } });
      return reply.send(shownHook(hook));
    },
  );

  app.post(
    '/v1/hooks',
    {
      config: needed,
      schema: {
        operationId: 'makeHook',
        tags,
        description:
          'From now on what happens is sent to this address, signed as Standard Webhooks says. Imported facts are not sent.',
        body: newHookSchema,
        response: { 201: toldHookSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { url, events, description = '', enabled = true } = request.body;
      await writes.inBusiness<z.infer<typeof toldHookSchema>>(request, reply, async (tx) => {
        const asked = { url, events, description, enabled };
        const made = await makeHook(tx, asked, { by: asker.name, now: clock.now(), rules });
        if (!made.ok) return made;
        const hook = shownHook(made.value.hook);
        await recordDeed(tx, {
          by: asker,
          deed: 'hook.made',
          about: { kind: 'hook', id: hook.id },
          detail: { name: nameOf(hook), events: hook.events.join(' ') },
        });
        // The secret itself must not be kept, not even for a repetition.
        return accept({
          status: 201,
          body: { hook, secret: made.value.secret },
          kept: { hook, secret: null },
        });
      });
      return reply;
    },
  );

  app.put(
    '/v1/hooks/:id',
    {
      config: needed,
      schema: {
        operationId: 'changeHook',
        tags,
        description:
          'Changes what `revision` showed. Switching one off gives up what it has not delivered; it stays in the log, to be replayed.',
        params: one,
        body: hookChangeSchema,
        response: { 200: hookSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<z.infer<typeof hookSchema>>(request, reply, async (tx) => {
        const changed = await changeHook(tx, id, request.body, { by: asker.name, now: clock.now(), rules });
        if (!changed.ok) return changed;
        const { hook, before } = changed.value;
        await recordDeed(tx, {
          by: asker,
          deed: 'hook.changed',
          about: { kind: 'hook', id },
          detail: {
            name: nameOf(hook),
            ...(hook.enabled === before.enabled ? {} : { enabled: hook.enabled }),
            ...(hook.url === before.url ? {} : { from: before.url, to: hook.url }),
          },
        });
        return accept({ status: 200, body: shownHook(hook) });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/hooks/:id',
    {
      config: needed,
      schema: {
        operationId: 'removeHook',
        tags,
        params: one,
        querystring: z.strictObject({ revision: z.coerce.number().int().min(1) }),
        response: { 200: hookSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<z.infer<typeof hookSchema>>(request, reply, async (tx) => {
        const { revision } = request.query;
        const removed = await removeHook(tx, id, revision, { by: asker.name, now: clock.now() });
        if (!removed.ok) return removed;
        await recordDeed(tx, {
          by: asker,
          deed: 'hook.removed',
          about: { kind: 'hook', id },
          detail: { name: nameOf(removed.value) },
        });
        return accept({ status: 200, body: shownHook(removed.value) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/hooks/:id/secret',
    {
      config: needed,
      schema: {
        operationId: 'changeHookSecret',
        tags,
        description:
          'Gives it another secret. For a day messages bear a signature by the one before as well.',
        params: one,
        response: { 201: toldHookSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<z.infer<typeof toldHookSchema>>(request, reply, async (tx) => {
        const changed = await rotateSecret(tx, id, { by: asker.name, now: clock.now() });
        if (!changed.ok) return changed;
        const hook = shownHook(changed.value.hook);
        await recordDeed(tx, {
          by: asker,
          deed: 'hook.rotated',
          about: { kind: 'hook', id },
          detail: { name: nameOf(hook) },
        });
        return accept({
          status: 201,
          body: { hook, secret: changed.value.secret },
          kept: { hook, secret: null },
        });
      });
      return reply;
    },
  );
};

/** What the audit calls it by. */
function nameOf({ description, url }: Pick<Hook, 'description' | 'url'>): string {
  return description === '' ? url : description;
}
