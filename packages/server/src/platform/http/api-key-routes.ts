import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { type ApiKey, insertApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import type { Askers } from './asker.ts';
import { type Http, refusals } from './http.ts';
import type { BusinessWrites } from './idempotency.ts';
import { askerOf } from './permit.ts';
import { scopes } from './permissions.ts';

const keySchema = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    scopes: z.array(z.string()),
    madeBy: z.string(),
    madeAt: z.int(),
    lastUsedAt: z.int().nullable().describe('To the minute.'),
    revokedAt: z.int().nullable(),
  })
  .meta({ id: 'ApiKey' });

const newKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
});

const toldKeySchema = z.strictObject({
  key: z
    .string()
    .nullable()
    .describe('Told once. Null when the request is a repetition: revoke the key and make another.'),
  record: keySchema,
});

/** The keys programs use to reach a business: making, listing, revoking. */
export function serveApiKeys(app: Http, database: Database, writes: BusinessWrites, askers: Askers): void {
  const needed = { scope: 'keys:write' } as const;
  const tags = ['keys'];

  app.get(
    '/v1/api-keys',
    {
      config: needed,
      schema: {
        operationId: 'listApiKeys',
        tags,
        response: { 200: z.strictObject({ keys: z.array(keySchema) }), ...refusals },
      },
    },
    async (request) => ({ keys: (await listApiKeys(database, askerOf(request).business)).map(shown) }),
  );

  app.post(
    '/v1/api-keys',
    {
      config: needed,
      schema: {
        operationId: 'makeApiKey',
        tags,
        body: newKeySchema,
        response: { 201: toldKeySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { business, name: madeBy } = asker;
      // Nobody hands on more than they may do themselves, and to a key neither.
      const above = request.body.scopes.find((scope) => !asker.scopes.has(scope));
      await writes.inBusiness<z.infer<typeof toldKeySchema>>(request, reply, async (tx) => {
        if (above !== undefined) return refuse('scope_above_own', 'scopes', { scope: above });
        const made = await insertApiKey(tx, business, { ...request.body, madeBy });
        if (!made.ok) return made;
        const record = shown(made.value.record);
        await recordDeed(tx, {
          by: asker,
          deed: 'key.made',
          about: { kind: 'key', id: record.id },
          detail: { name: record.name, scopes: record.scopes.join(' ') },
        });
        // The key itself must not be kept, not even for a repetition.
        return accept({ status: 201, body: { key: made.value.key, record }, kept: { key: null, record } });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/api-keys/:id',
    {
      config: needed,
      schema: {
        operationId: 'revokeApiKey',
        tags,
        params: z.strictObject({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
        response: { 200: keySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { business } = asker;
      await writes.inBusiness<z.infer<typeof keySchema>>(request, reply, async (tx) => {
        const revoked = await revokeApiKey(tx, business, request.params.id);
        if (!revoked.ok) return revoked;
        const { key, now } = revoked.value;
        if (now) {
          await recordDeed(tx, {
            by: asker,
            deed: 'key.revoked',
            about: { kind: 'key', id: key.id },
            detail: { name: key.name },
          });
        }
        return accept({ status: 200, body: shown(key) });
      });
      askers.forgetKey(business.id, request.params.id);
      return reply;
    },
  );
}

function shown(key: ApiKey): z.infer<typeof keySchema> {
  return { ...key, scopes: [...key.scopes] };
}
