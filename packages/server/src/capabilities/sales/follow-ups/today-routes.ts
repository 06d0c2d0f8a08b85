import { accept, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { todaySchema } from './schemas.ts';
import { listStepless } from './stepless.ts';
import { todayOf } from './today.ts';

const SHOWN = 100;
const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;

/** What each seller has before them, and what has no next step. */
export const todayRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/sales/today',
    {
      config: reading,
      schema: {
        operationId: 'salesToday',
        tags,
        description:
          'What a seller should do first: open matters by what is lost otherwise, with the reasons. Without `seller` those of whoever asks; those of a colleague need `sales:manage`.',
        querystring: z.strictObject({
          seller: z
            .string()
            .min(1)
            .max(100)
            .optional()
            .describe('The number of a member of staff; `nobody`: what is nobody’s.'),
          limit: z.coerce.number().int().min(1).max(SHOWN).optional(),
        }),
        response: { 200: todaySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { seller, limit = SHOWN } = request.query;
      const whose = sellerAsked(askerOf(request), seller);
      if (!whose.ok) return refuseWith(request, reply, whose.refusal);
      const now = clock.now();
      const today = await database.withBusiness(
        business.id,
        (tx) => todayOf(tx, business, { owner: whose.value, now, limit }),
        { readOnly: true, plannedOnce: true },
      );
      return reply.send({
        ...today,
        seller: whose.value,
        items: today.items.map(({ matter, worth, risk, loss }) => ({
          ...matter,
          reasons: [...matter.reasons],
          followUps: [...matter.followUps],
          worth,
          risk,
          loss,
        })),
      });
    },
  );

  app.get(
    '/v1/sales/without-next-step',
    {
      config: reading,
      schema: {
        operationId: 'withoutNextStep',
        tags,
        description:
          'Open deals, or leads that sales has taken, of which nobody has said what is to be done next.',
        querystring: z.strictObject({
          ...paging,
          of: z.enum(['deals', 'leads']),
          owner: z.string().min(1).max(100).optional().describe('A member of staff; `me`: whoever asks.'),
        }),
        response: {
          200: z.strictObject({
            matters: z.array(
              z.strictObject({
                id: z.int(),
                person: z.int(),
                name: z.string().nullable(),
                title: z.string().nullable(),
                amount: z.number().nullable(),
                owner: z.string().nullable(),
              }),
            ),
            next: z.int().nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business, user } = askerOf(request);
      const { owner, limit = PAGE, ...asked } = request.query;
      const page = await database.withBusiness(business.id, (tx) =>
        listStepless(tx, { ...asked, owner: owner === 'me' ? (user?.id ?? '') : owner, limit }),
      );
      return { matters: [...page.matters], next: page.next };
    },
  );
};

/** Whose day is asked for; null: nobody's. Refusals: `scope_missing`, `input_missing` (a key has no day of its own). */
function sellerAsked(asker: ReturnType<typeof askerOf>, seller: string | undefined): Result<string | null> {
  const own = asker.user?.id;
  if (seller === undefined) return own === undefined ? refuse('input_missing', 'seller') : accept(own);
  if (seller === own) return accept(own);
  if (seller === 'nobody') return accept(null);
  if (!asker.scopes.has('sales:manage')) return refuse('scope_missing', 'seller', { scope: 'sales:manage' });
  return accept(seller);
}
