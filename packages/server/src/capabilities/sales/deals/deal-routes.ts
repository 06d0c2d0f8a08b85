import { accept, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  idText,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../../platform/http/index.ts';
import { membersOf } from '../../people/index.ts';
import { changeDeal, type DealChanges } from './changing.ts';
import { ownersNamed } from './colleagues.ts';
import { canonical, type Deal, dealById } from './deal.ts';
import { DEAL_ORDERS, DEAL_STATES, listDeals } from './listing.ts';
import { loseDeal, reopenDeal } from './losing.ts';
import { finishDeal, moveDeal, winDeal } from './moving.ts';
import { openDeal } from './opening.ts';
import {
  cardSchema,
  dealChangeSchema,
  dealPageSchema,
  dealParams,
  dealSchema,
  filters,
  finishSchema,
  keyText,
  loseSchema,
  moveSchema,
  newDealSchema,
  ownerSchema,
  reopenSchema,
  winSchema,
} from './schemas.ts';
import { dealPage } from './viewing.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;

/** The owner that is asked for: `me` is whoever asks. */
export function ownerAsked(request: FastifyRequest, owner: string | undefined): string | undefined {
  if (owner !== 'me') return owner;
  return askerOf(request).user?.id ?? 'none';
}

/** Deals one by one: opened, changed, moved, won, lost and opened again. */
export const dealRoutes: Routes = (app, parts) => {
  const { database, writes, clock } = parts;

  app.get(
    '/v1/sales/deals',
    {
      config: reading,
      schema: {
        operationId: 'listDeals',
        tags,
        description:
          'Deals in one order, a page at a time; without a state those under way: open, or won and still to be looked after.',
        querystring: z.strictObject({
          ...filters,
          pipeline: keyText.optional(),
          state: z.enum(DEAL_STATES).optional(),
          order: z.enum(DEAL_ORDERS).optional(),
          person: idText.optional(),
          after: z.string().max(40).optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: {
          200: z.strictObject({
            deals: z.array(cardSchema),
            owners: z.array(ownerSchema),
            next: z.string().nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { person, state = 'under-way', order = 'newest', limit = PAGE, owner, ...asked } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const root = person === undefined ? null : await canonical(tx, person, 'person');
        if (root !== null && !root.ok) return root;
        const people =
          root === null ? undefined : ((await membersOf(tx, [root.value])).get(root.value) ?? [root.value]);
        const page = await listDeals(tx, {
          ...asked,
          owner: ownerAsked(request, owner),
          people,
          state,
          order,
          limit,
        });
        if (!page.ok) return page;
        const owners = await ownersNamed(
          tx,
          page.value.deals.map((deal) => deal.owner),
        );
        return accept({ deals: [...page.value.deals], owners: [...owners], next: page.value.next });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.get(
    '/v1/sales/deals/:id',
    {
      config: reading,
      schema: {
        operationId: 'deal',
        tags,
        description:
          'A deal with its pipeline, what each step asks for and whether it is there, and what became of it.',
        params: dealParams,
        response: { 200: dealPageSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, (tx) =>
        dealPage(tx, business, request.params.id),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const page = found.value;
      return reply.send({
        ...page,
        deal: shown(page.deal),
        proofs: page.proofs.map(({ step, proofs }) => ({ step, proofs: [...proofs] })),
        stays: page.stays.map((stay) => ({ ...stay, missing: [...stay.missing] })),
        changes: [...page.changes],
        owners: [...page.owners],
      });
    },
  );

  app.post(
    '/v1/sales/deals',
    {
      config: writing,
      schema: {
        operationId: 'openDeal',
        tags,
        description:
          'Opens a deal with a person, on the first step of the pipeline where nothing else is said.',
        body: newDealSchema,
        response: { 201: dealSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const opened = await openDeal(tx, business, { ...request.body, by: name, at: clock.now() });
        if (!opened.ok) return opened;
        const deal = await dealById(tx, opened.value.id);
        if (deal === null) throw new Error('A deal was opened and is not there');
        return accept({ status: 201, body: shown(deal) });
      });
      return reply;
    },
  );

  app.patch(
    '/v1/sales/deals/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeDeal',
        tags,
        description: 'What is left out stays as it is.',
        params: dealParams,
        body: dealChangeSchema,
        response: { 200: dealSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { name } = askerOf(request);
      const asked = { ...request.body, deal: request.params.id, by: name, at: clock.now() };
      return answer(request, reply, parts, (tx) => changeDeal(tx, asked));
    },
  );

  app.post(
    '/v1/sales/deals/:id/move',
    {
      config: writing,
      schema: {
        operationId: 'moveDeal',
        tags,
        description:
          'Takes a deal to another step. Forward, what the steps left behind ask for has to be there, or a reason is given. Onto a step after the sale an open deal is won.',
        params: dealParams,
        body: moveSchema,
        response: { 200: dealSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      const asked = { ...request.body, deal: request.params.id, by: name, at: clock.now() };
      return answer(request, reply, parts, (tx) => saying(tx, asked, (said) => moveDeal(tx, business, said)));
    },
  );

  app.post(
    '/v1/sales/deals/:id/win',
    {
      config: writing,
      schema: {
        operationId: 'winDeal',
        tags,
        description:
          'Wins a deal; it goes on to the steps after the sale. The payment itself is told where it is taken.',
        params: dealParams,
        body: winSchema,
        response: { 200: dealSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      const asked = { ...request.body, deal: request.params.id, by: name, at: clock.now() };
      return answer(request, reply, parts, (tx) => saying(tx, asked, (said) => winDeal(tx, business, said)));
    },
  );

  app.post(
    '/v1/sales/deals/:id/lose',
    {
      config: writing,
      schema: {
        operationId: 'loseDeal',
        tags,
        description:
          'With one of the reasons of the pipeline. What was still to be done about it is cancelled.',
        params: dealParams,
        body: loseSchema,
        response: { 200: dealSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      const asked = { ...request.body, deal: request.params.id, by: name, at: clock.now() };
      return answer(request, reply, parts, (tx) => loseDeal(tx, business, asked));
    },
  );

  app.post(
    '/v1/sales/deals/:id/reopen',
    {
      config: writing,
      schema: {
        operationId: 'reopenDeal',
        tags,
        description: 'Opens a deal again that was won or lost.',
        params: dealParams,
        body: reopenSchema,
        response: { 200: dealSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      const asked = { ...request.body, deal: request.params.id, by: name, at: clock.now() };
      return answer(request, reply, parts, (tx) => reopenDeal(tx, business, asked));
    },
  );

  app.post(
    '/v1/sales/deals/:id/finish',
    {
      config: writing,
      schema: {
        operationId: 'finishDeal',
        tags,
        description: 'Ends what was to be done after the sale.',
        params: dealParams,
        body: finishSchema,
        response: { 200: dealSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { name } = askerOf(request);
      const asked = { ...request.body, deal: request.params.id, by: name, at: clock.now() };
      return answer(request, reply, parts, (tx) => saying(tx, asked, (said) => finishDeal(tx, said)));
    },
  );
};

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { writes }: Pick<RouteParts, 'writes'>,
  deed: (tx: Tx) => Promise<Result<Deal>>,
): Promise<FastifyReply> {
  await writes.inBusiness(request, reply, async (tx) => {
    const done = await deed(tx);
    return done.ok ? accept({ status: 200, body: shown(done.value) }) : done;
  });
  return reply;
}

interface Saying {
  readonly deal: number;
  readonly revision: number;
  readonly by: string;
  readonly at: number;
  readonly changes?: Pick<DealChanges, 'amount' | 'products' | 'expectedClose'> | undefined;
}

/** First what is said of the deal itself, then the deed, both or neither. */
async function saying<Asked extends Saying>(
  tx: Tx,
  asked: Asked,
  deed: (asked: Asked) => Promise<Result<Deal>>,
): Promise<Result<Deal>> {
  const { changes, deal, revision, by, at } = asked;
  if (changes === undefined) return deed(asked);
  const changed = await changeDeal(tx, { ...changes, deal, revision, by, at });
  return changed.ok ? deed({ ...asked, revision: changed.value.revision }) : changed;
}

function shown(deal: Deal) {
  return { ...deal, products: [...deal.products], known: { ...deal.known } };
}
