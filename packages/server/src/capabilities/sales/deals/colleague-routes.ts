import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, refusals, roles, type Routes } from '../../../platform/http/index.ts';
import { colleagues, ownersNamed } from './colleagues.ts';
import { handOver, loads } from './handing-over.ts';
import { ownerSchema } from './schemas.ts';

const tags = ['sales'];
const counts = { deals: z.int(), leads: z.int(), followUps: z.int() };

/** Who works here, what is open with whom, and everything of one seller given to another. */
export const colleagueRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/colleagues',
    {
      config: { scope: 'sales:read' },
      schema: {
        operationId: 'salesColleagues',
        tags,
        description: 'Who works here: whose a deal, a lead or a follow-up may be.',
        response: {
          200: z.strictObject({
            colleagues: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(roles) })),
            me: z.string().nullable().describe('Whoever asks; null: a key.'),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business, user } = askerOf(request);
      const all = await database.withBusiness(business.id, (tx) => colleagues(tx));
      return { colleagues: [...all], me: user?.id ?? null };
    },
  );

  app.get(
    '/v1/sales/loads',
    {
      config: { scope: 'sales:read' },
      schema: {
        operationId: 'salesLoads',
        tags,
        description:
          'How much is open with whom: with those who work here, with those who no longer do, and with nobody (null).',
        response: {
          200: z.strictObject({
            loads: z.array(z.strictObject({ owner: ownerSchema.nullable(), ...counts })),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { open, owners } = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const all = await loads(tx);
        return {
          open: all,
          owners: await ownersNamed(
            tx,
            all.map(({ owner }) => owner),
          ),
        };
      });
      const named = new Map(owners.map((owner) => [owner.id, owner]));
      return {
        loads: open.map(({ owner, ...load }) => ({
          owner: owner === null ? null : (named.get(owner) ?? { id: owner, name: '', gone: true }),
          ...load,
        })),
      };
    },
  );

  app.post(
    '/v1/sales/hand-over',
    {
      config: { scope: 'sales:manage' },
      schema: {
        operationId: 'handOverSales',
        tags,
        description:
          'Gives everything open of one seller to another: deals under way, leads, follow-ups that are still to be done.',
        body: z.strictObject({ from: z.string().min(1).max(100), to: z.string().min(1).max(100) }),
        response: { 200: z.strictObject(counts), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { from, to } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const given = await handOver(tx, by.business, { from, to, by: by.name, at: clock.now() });
        if (!given.ok) return given;
        const names = new Map((await ownersNamed(tx, [from, to])).map(({ id, name }) => [id, name]));
        const detail = { from: names.get(from) ?? from, to: names.get(to) ?? to, ...given.value };
        await recordDeed(tx, { by, deed: 'sales.handed_over', about: { kind: 'colleague', id: to }, detail });
        return accept({ status: 200, body: given.value });
      });
      return reply;
    },
  );
};
