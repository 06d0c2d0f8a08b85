import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, refusals, type Routes } from '../../platform/http/index.ts';
import { recordDeed } from '../../platform/audit/index.ts';
import { changePortal, portalSettings, rungWordsSchema } from './settings.ts';

const shape = {
  open: z.boolean().describe('Whether customers see anything at all.'),
  joining: z.boolean().describe('Whether somebody whom the business does not know yet may join.'),
  welcome: z.string().trim().max(300).describe('A sentence on the first page; empty: none.'),
  rungs: rungWordsSchema.describe('What customers are told a rung is called, by its key.'),
};
const settingsSchema = z.strictObject({ ...shape, revision: z.int().min(0) }).meta({ id: 'PortalSettings' });

/** The customer's own pages, as staff set them. */
export const portalSettingsRoutes: Routes = (app, { database, writes, clock }) => {
  const tags = ['club'];

  app.get(
    '/v1/club/portal',
    {
      config: { scope: 'club:read' },
      schema: { operationId: 'readPortalSettings', tags, response: { 200: settingsSchema, ...refusals } },
    },
    (request) => database.withBusiness(askerOf(request).business.id, portalSettings),
  );

  app.put(
    '/v1/club/portal',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'changePortalSettings',
        tags,
        body: z.strictObject({ ...shape, revision: z.int().min(0) }),
        response: { 200: settingsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof settingsSchema>>(request, reply, async (tx) => {
        const changed = await changePortal(tx, request.body, { by: asker.name, now: clock.now() });
        if (!changed.ok) return changed;
        const name = changed.value.open ? 'open' : 'closed';
        await recordDeed(tx, { by: asker, deed: 'portal.changed', detail: { name } });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );
};
