import { cadenceSchema } from '@nardeban/core/sales';
import { accept, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { membersOf } from '../../people/index.ts';
import { checkOwner } from '../deals/colleagues.ts';
import { type CadenceRun, runsOf, startCadence, stopRun } from './cadence-runs.ts';
import { cadenceByKey, cadenceVersions, listCadences, saveCadence } from './cadences.ts';
import { cadenceKey, cadenceKeptSchema, owner, runSchema } from './schemas.ts';
import { personOfMatter, rootOf } from './whose.ts';

const MOST_RUNS = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const managing = { scope: 'sales:manage' } as const;

/** Series of touches: written, begun with somebody, and ended. */
export const cadenceRoutes: Routes = (app, parts) => {
  writeRoutes(app, parts);
  runRoutes(app, parts);
};

const writeRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/cadences',
    {
      config: reading,
      schema: {
        operationId: 'listCadences',
        tags,
        description: 'The series of touches of the business; those put away come last.',
        response: { 200: z.strictObject({ cadences: z.array(cadenceKeptSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      return { cadences: [...(await database.withBusiness(business.id, (tx) => listCadences(tx)))] };
    },
  );

  app.get(
    '/v1/sales/cadences/:key',
    {
      config: reading,
      schema: {
        operationId: 'cadence',
        tags,
        params: z.strictObject({ key: cadenceKey }),
        response: { 200: cadenceKeptSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, (tx) => cadenceByKey(tx, request.params.key));
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.put(
    '/v1/sales/cadences/:key',
    {
      config: managing,
      schema: {
        operationId: 'saveCadence',
        tags,
        description:
          'Writes a series: a new one with revision 0, else the one that was seen. What runs goes on as it began.',
        params: z.strictObject({ key: cadenceKey }),
        body: z.strictObject({
          definition: cadenceSchema,
          archived: z.boolean().optional().describe('Put away: it cannot be begun any more.'),
          revision: z.int().min(0),
        }),
        response: { 200: cadenceKeptSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const { archived = false, ...asked } = request.body;
        for (const [index, { who }] of asked.definition.touches.entries()) {
          const there = await checkOwner(tx, who, `definition.touches.${index}.who`);
          if (!there.ok) return there;
        }
        const saved = await saveCadence(tx, { key, archived, ...asked }, { by: by.name, now: clock.now() });
        if (!saved.ok) return saved;
        const detail = { name: saved.value.definition.name };
        await recordDeed(tx, {
          by,
          deed: 'sales.cadence_saved',
          about: { kind: 'cadence', id: key },
          detail,
        });
        return accept({ status: 200, body: saved.value });
      });
      return reply;
    },
  );
};

const runRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/cadence-runs',
    {
      config: reading,
      schema: {
        operationId: 'listCadenceRuns',
        tags,
        description: 'The series that run or ran with somebody, the newest first.',
        querystring: z.strictObject({ person: idText }),
        response: { 200: z.strictObject({ runs: z.array(runSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      return database.withBusiness(business.id, async (tx) => {
        const root = await rootOf(tx, request.query.person);
        const members = root === null ? [] : ((await membersOf(tx, [root])).get(root) ?? [root]);
        return { runs: await shownRuns(tx, await runsOf(tx, members, MOST_RUNS)) };
      });
    },
  );

  app.post(
    '/v1/sales/cadence-runs',
    {
      config: writing,
      schema: {
        operationId: 'startCadence',
        tags,
        description:
          'Begins a series with somebody, about a deal or a lead of theirs or neither, and plans its first touch.',
        body: z.strictObject({
          cadence: cadenceKey,
          person: z.int().min(1).optional(),
          deal: z.int().min(1).nullable().optional(),
          lead: z.int().min(1).nullable().optional(),
          owner: owner.optional().describe('Who does what it plans; left out: whoever asks.'),
        }),
        response: { 201: runSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const { cadence, deal, lead } = request.body;
        const person = await personOfMatter(tx, request.body);
        if (!person.ok) return person;
        const whose = request.body.owner === undefined ? (by.user?.id ?? null) : request.body.owner;
        const there = await checkOwner(tx, whose);
        if (!there.ok) return there;
        const asked = { cadence, person: person.value, deal, lead, owner: whose };
        const author = { by: by.name, now: clock.now() };
        return shownAs(tx, 201, await startCadence(tx, by.business, asked, author));
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/cadence-runs/:id/stop',
    {
      config: writing,
      schema: {
        operationId: 'stopCadence',
        tags,
        description: 'Ends a series; what it had planned and was not done is cancelled.',
        params: z.strictObject({ id: idText }),
        response: { 200: runSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const author = { by: by.name, now: clock.now() };
        return shownAs(tx, 200, await stopRun(tx, by.business, request.params.id, author));
      });
      return reply;
    },
  );
};

async function shownAs<Status extends 200 | 201>(tx: Tx, status: Status, run: Result<CadenceRun>) {
  if (!run.ok) return run;
  const [body] = await shownRuns(tx, [run.value]);
  if (body === undefined) throw new Error('A series that is there was not shown');
  return accept({ status, body });
}

async function shownRuns(tx: Tx, runs: readonly CadenceRun[]) {
  const definitions = await cadenceVersions(tx, runs);
  return runs.map((one) => {
    const { revision, calendarVersion, ...run } = one;
    const definition = definitions.get(`${run.cadence} ${revision}`);
    return {
      ...run,
      calendarVersion,
      name: definition?.name ?? run.cadence,
      touches: definition?.touches.length ?? 0,
    };
  });
}
