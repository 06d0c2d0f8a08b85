import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, refusals, type Routes } from '../../../platform/http/index.ts';
import {
  moneySettingsChangeSchema,
  moneySettingsSchema,
  unitCostsChangeSchema,
  unitCostSchema,
} from './schemas.ts';
import { changeMoneySettings, changeUnitCosts, listUnitCosts, moneySettings } from './settings-store.ts';

const PAGE = 100;

/** What margins and advice rest on: the rate of the business, what goods cost, and assumptions that are kept. */
export const moneySettingsRoutes: Routes = (app, { database, writes, clock }) => {
  const reading = { scope: 'insight:read' } as const;
  const writing = { scope: 'insight:write' } as const;
  const tags = ['insight'];

  app.get(
    '/v1/insight/money/settings',
    {
      config: reading,
      schema: { operationId: 'moneySettings', tags, response: { 200: moneySettingsSchema, ...refusals } },
    },
    async (request) => database.withBusiness(askerOf(request).business.id, moneySettings),
  );

  app.put(
    '/v1/insight/money/settings',
    {
      config: writing,
      schema: {
        operationId: 'changeMoneySettings',
        tags,
        description: 'What has been counted keeps the margin it was counted with until the next run.',
        body: moneySettingsChangeSchema,
        response: { 200: moneySettingsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof moneySettingsSchema>>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const changed = await changeMoneySettings(tx, request.body, author);
        if (!changed.ok) return changed;
        await recordDeed(tx, {
          by: asker,
          deed: 'margin.changed',
          detail: { name: changed.value.marginRate },
        });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );

  app.get(
    '/v1/insight/unit-costs',
    {
      config: reading,
      schema: {
        operationId: 'listUnitCosts',
        tags,
        querystring: z.strictObject({
          after: z.string().max(200).optional(),
          limit: z.coerce.number().int().min(1).max(500).optional(),
        }),
        response: {
          200: z.strictObject({ items: z.array(unitCostSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { after, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listUnitCosts(tx, after, limit),
      );
      return { items: [...page.items], next: page.next };
    },
  );

  app.put(
    '/v1/insight/unit-costs',
    {
      config: writing,
      schema: {
        operationId: 'changeUnitCosts',
        tags,
        description: 'Says what one piece of each of these items costs; the others stay as they are.',
        body: unitCostsChangeSchema,
        response: { 200: z.strictObject({ unitCosts: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<{ unitCosts: number }>(request, reply, async (tx) => {
        const { items } = request.body;
        const unitCosts = await changeUnitCosts(tx, items, { by: asker.name, now: clock.now() });
        const name = items
          .slice(0, 3)
          .map(({ item }) => item)
          .join(' · ');
        await recordDeed(tx, {
          by: asker,
          deed: 'unit_costs.changed',
          detail: { name, items: items.length },
        });
        return accept({ status: 200, body: { unitCosts } });
      });
      return reply;
    },
  );
};
