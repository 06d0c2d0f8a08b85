import type { NewCost } from '@nardeban/core/insight';
import { accept, type Day, isoDay, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  dayText,
  idText,
  lineRefusal,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { importCosts, MOST_COST_LINES } from './cost-import.ts';
import { changeCost, type Cost, enterCost, listCosts, removeCost } from './cost-store.ts';
import { dayOf } from './days.ts';
import { costAskedSchema, costChangeSchema, costSchema, costsImportedSchema, shownCost } from './schemas.ts';

const PAGE = 50;
/** As `listCosts` tells where a page ends: the day and the number of its last cost. */
const placeText = z.string().regex(/^-?[0-9]{1,6}\.[0-9]{1,15}$/);

/** Money that was spent: entered, imported, corrected, taken away. */
export const costRoutes: Routes = (app, { database, writes, clock }) => {
  const reading = { scope: 'insight:read' } as const;
  const writing = { scope: 'insight:write' } as const;
  const tags = ['insight'];
  const one = z.strictObject({ id: idText });

  app.get(
    '/v1/insight/costs',
    {
      config: reading,
      schema: {
        operationId: 'listCosts',
        tags,
        description: 'Costs that touch these days, those that began last first.',
        querystring: z.strictObject({
          from: dayText.optional(),
          to: dayText.optional(),
          channel: z.string().max(80).optional(),
          after: placeText.optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: {
          200: z.strictObject({ costs: z.array(costSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { from, to, channel, after, limit = PAGE } = request.query;
      const days = readDays({ from, to });
      if (!days.ok) return refuseWith(request, reply, days.refusal);
      const [day, id] = after?.split('.').map(Number) ?? [];
      const place = day === undefined || id === undefined ? undefined : { day, id };
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listCosts(tx, { ...days.value, channel, after: place, limit }),
      );
      return reply.send({
        costs: page.costs.map(shownCost),
        next: page.next && `${page.next.day}.${page.next.id}`,
      });
    },
  );

  app.post(
    '/v1/insight/costs',
    {
      config: writing,
      schema: {
        operationId: 'enterCost',
        tags,
        body: costAskedSchema,
        response: { 201: costSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof costSchema>>(request, reply, async (tx) => {
        const asked = readCost(request.body);
        if (!asked.ok) return asked;
        const entered = await enterCost(tx, asked.value, { by: asker.name, now: clock.now() });
        if (!entered.ok) return entered;
        await recordDeed(tx, { by: asker, deed: 'cost.entered', ...deedAbout(entered.value) });
        return accept({ status: 201, body: shownCost(entered.value) });
      });
      return reply;
    },
  );

  app.put(
    '/v1/insight/costs/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeCost',
        tags,
        params: one,
        body: costChangeSchema,
        response: { 200: costSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof costSchema>>(request, reply, async (tx) => {
        const { revision, ...body } = request.body;
        const asked = readCost(body);
        if (!asked.ok) return asked;
        const author = { by: asker.name, now: clock.now() };
        const changed = await changeCost(tx, request.params.id, { ...asked.value, revision }, author);
        if (!changed.ok) return changed;
        await recordDeed(tx, { by: asker, deed: 'cost.changed', ...deedAbout(changed.value) });
        return accept({ status: 200, body: shownCost(changed.value) });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/insight/costs/:id',
    {
      config: writing,
      schema: {
        operationId: 'removeCost',
        tags,
        params: one,
        querystring: z.strictObject({ revision: z.coerce.number().int().min(1) }),
        response: { 200: costSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof costSchema>>(request, reply, async (tx) => {
        const removed = await removeCost(tx, request.params.id, request.query.revision, {
          by: asker.name,
          now: clock.now(),
        });
        if (!removed.ok) return removed;
        await recordDeed(tx, { by: asker, deed: 'cost.removed', ...deedAbout(removed.value) });
        return accept({ status: 200, body: shownCost(removed.value) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/insight/costs/import',
    {
      config: writing,
      schema: {
        operationId: 'importCosts',
        tags,
        description: `A list of costs as CSV, up to ${MOST_COST_LINES.toLocaleString('en')} lines, the first naming the columns (\`from\`, \`to\`, \`channel\`, \`campaign\`, \`kind\`, \`amount\`, \`note\`, or their Persian names). The same list again changes nothing, and does not bring back what was taken away.`,
        body: z.strictObject({
          csv: z.string().min(1).max(1_000_000),
          withRemoved: z
            .boolean()
            .optional()
            .describe('Also lines that were imported before and taken away since.'),
        }),
        response: { 200: costsImportedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { business } = asker;
      const language = readerLanguage(request);
      await writes.inBusiness<z.infer<typeof costsImportedSchema>>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const { csv, withRemoved = false } = request.body;
        const imported = await importCosts(tx, business, { csv, withRemoved }, author);
        if (!imported.ok) return imported;
        const { added, known, removed, faults, faulty } = imported.value;
        if (added > 0) await recordDeed(tx, { by: asker, deed: 'cost.imported', detail: { name: added } });
        return accept({
          status: 200,
          body: {
            added,
            known,
            removed,
            faulty,
            faults: faults.map(({ line, refusal }) => {
              const { code, field, sentence } = lineRefusal(refusal, language);
              return { line, code, field: field ?? null, sentence };
            }),
          },
        });
      });
      return reply;
    },
  );
};

function readDays(asked: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): Result<{ readonly from: Day | undefined; readonly to: Day | undefined }> {
  const from = asked.from === undefined ? accept(undefined) : dayOf(asked.from, 'from');
  if (!from.ok) return from;
  const to = asked.to === undefined ? accept(undefined) : dayOf(asked.to, 'to');
  return to.ok ? accept({ from: from.value, to: to.value }) : to;
}

function readCost({ from, to, note, ...rest }: z.infer<typeof costAskedSchema>): Result<NewCost> {
  const first = dayOf(from, 'from');
  if (!first.ok) return first;
  const last = dayOf(to, 'to');
  return last.ok ? accept({ ...rest, from: first.value, to: last.value, note: note ?? '' }) : last;
}

function deedAbout({ id, channel, campaign, from, amount }: Cost) {
  const name = [channel, campaign, isoDay(from), amount].filter((one) => one !== null).join(' · ');
  return { about: { kind: 'cost', id }, detail: { name } };
}
