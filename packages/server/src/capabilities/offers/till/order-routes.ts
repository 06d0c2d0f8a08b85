import { accept } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { rolledBack } from '../rolled-back.ts';
import { CARDS_AT_ONCE, issueCardsSold, recodeCardSold } from './card-sales.ts';
import {
  orderSchema,
  returnedSchema,
  type ShownOrder,
  shownOrder,
  type ShownReturned,
  shownReturned,
} from './order-shown.ts';
import { listOrders, type Order, orderByNumber, returnsOf } from './order-store.ts';
import { openQuoteOf, type Quote } from './quote-store.ts';
import { returnOrder } from './returning.ts';
import { cancelBodySchema, instant, orderNumber, orderStates, returnBodySchema } from './schemas.ts';
import { sourcesOf } from './telling.ts';

const PAGE = 50;
const closedStates = orderStates.filter((state) => state !== 'open');
const cardsSoldBodySchema = z.strictObject({
  expiresAt: instant.nullable().optional().describe('When the cards end; null or absent: never.'),
});
const cardSold = {
  card: z.int(),
  tail: z.string(),
  amount: z.int(),
  code: z
    .string()
    .nullable()
    .describe(
      'Told this once and kept nowhere. Null in the answer to a repetition: `POST /v1/till/orders/{number}/gift-cards/recode` gives the card a new one.',
    ),
};
const cardRecodedSchema = z.strictObject(cardSold).meta({ id: 'CardRecoded' });
const cardsSoldSchema = z
  .strictObject({
    cards: z.array(z.strictObject({ line: z.int(), ...cardSold })),
    left: z.int().describe('So many pieces have no card yet: ask again.'),
  })
  .meta({ id: 'CardsSold' });
const lineSchema = z.strictObject({
  id: z.int(),
  number: z.string(),
  person: z.int().nullable(),
  state: z.enum(orderStates),
  gross: z.int(),
  net: z.int(),
  due: z.int(),
  at: instant,
  postedAt: instant,
});

interface TakenBack extends z.infer<typeof cancelBodySchema> {
  readonly number: string;
  /** Null: everything that has not come back yet. */
  readonly lines: z.infer<typeof returnBodySchema>['lines'] | null;
}

/** What the till has sold, and what comes back. */
export const orderRoutes: Routes = (app, { database, writes, clock }) => {
  const config = { scope: 'till:write' } as const;
  const tags = ['club'];
  const one = z.strictObject({ number: orderNumber });

  /** Takes lines back, all that are left where none are named, or only tells what would come of it. */
  async function takeBack<Reply extends FastifyReply>(
    request: FastifyRequest,
    reply: Reply,
    deed: 'order.returned' | 'order.cancelled',
    { number, lines, reason = '', at, dry_run }: TakenBack,
  ): Promise<Reply> {
    const asker = askerOf(request);
    const { business } = asker;
    const work = async (tx: Tx) => {
      const now = clock.now();
      return returnOrder(tx, business, {
        number,
        lines,
        reason,
        at: Math.min(at ?? now, now),
        now,
        by: asker.name,
        sources: await sourcesOf(tx, business, []),
      });
    };
    if (dry_run === true) {
      const told = await rolledBack(database, business.id, work);
      if (told.ok) void reply.code(200).send(shownReturned(told.value));
      else refuseWith(request, reply, told.refusal);
      return reply;
    }
    await writes.inBusiness<ShownReturned>(request, reply, async (tx) => {
      const done = await work(tx);
      if (!done.ok) return done;
      await recordDeed(tx, { by: asker, deed, ...about(done.value.order) });
      return accept({ status: 201, body: shownReturned(done.value) });
    });
    return reply;
  }

  app.get(
    '/v1/till/orders',
    {
      config,
      schema: {
        operationId: 'listTillOrders',
        tags,
        description: 'Orders of the till, the newest first.',
        querystring: z.strictObject({
          person: idText.optional(),
          state: z.enum(closedStates).optional(),
          ...paging,
        }),
        response: {
          200: z.strictObject({ orders: z.array(lineSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { person, state, after, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listOrders(tx, { person, state, after, limit }),
      );
      return { orders: [...page.orders], next: page.next };
    },
  );

  app.get(
    '/v1/till/orders/:number',
    {
      config,
      schema: {
        operationId: 'tillOrder',
        tags,
        description: 'An order with what has come back of it; `open` while there is only a quote for it.',
        params: one,
        response: { 200: orderSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const order = await orderByNumber(tx, number);
        if (order !== null) return shownOrder(order, await returnsOf(tx, order));
        const quote = await openQuoteOf(tx, number, clock.now());
        return quote === null ? null : openOrder(quote, number);
      });
      if (found === null)
        return refuseWith(request, reply, { code: 'order_unknown', field: 'number', detail: { number } });
      return reply.send(found);
    },
  );

  app.post(
    '/v1/till/orders/:number/returns',
    {
      config,
      schema: {
        operationId: 'returnLines',
        tags,
        description:
          'Takes pieces of lines back: what belongs to them is given back and taken back, proportionally and to the unit. With `dry_run` it tells what would come of it.',
        params: one,
        body: returnBodySchema,
        response: { 200: returnedSchema, 201: returnedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      return takeBack(request, reply, 'order.returned', { number, ...request.body });
    },
  );

  app.post(
    '/v1/till/orders/:number/gift-cards',
    {
      config,
      schema: {
        operationId: 'issueCardsSold',
        tags,
        description: `Makes the gift cards that were sold on this order and tells their codes this once: a card for each piece that has none yet, at most ${CARDS_AT_ONCE} at once.`,
        params: one,
        body: cardsSoldBodySchema,
        response: { 201: cardsSoldSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { number } = request.params;
      const { expiresAt = null } = request.body;
      await writes.inBusiness<z.infer<typeof cardsSoldSchema>>(request, reply, async (tx) => {
        const author = { by: by.name, now: clock.now() };
        const made = await issueCardsSold(tx, by.business, { number, expiresAt }, author);
        if (!made.ok) return made;
        const { cards, left } = made.value;
        for (const { card: id, tail, amount } of cards) {
          const detail = { tail, amount, order: number };
          await recordDeed(tx, { by, deed: 'gift_card.issued', about: { kind: 'gift-card', id }, detail });
        }
        const kept = { cards: cards.map((card) => ({ ...card, code: null })), left };
        return accept({ status: 201, body: { cards: [...cards], left }, kept });
      });
      return reply;
    },
  );

  app.post(
    '/v1/till/orders/:number/gift-cards/recode',
    {
      config,
      schema: {
        operationId: 'recodeCardSold',
        tags,
        description:
          'Gives a gift card that was sold on this order a new code, where the answer that told the first one got lost: within a day of its sale, and only while it is as it was sold. The old code is worth nothing from then on.',
        params: one,
        body: z.strictObject({ card: z.int().min(1) }),
        response: { 201: cardRecodedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { number } = request.params;
      await writes.inBusiness<z.infer<typeof cardRecodedSchema>>(request, reply, async (tx) => {
        const author = { by: by.name, now: clock.now() };
        const told = await recodeCardSold(tx, by.business, { number, ...request.body }, author);
        if (!told.ok) return told;
        const { card: id, tail } = told.value;
        const detail = { tail, order: number };
        await recordDeed(tx, { by, deed: 'gift_card.recoded', about: { kind: 'gift-card', id }, detail });
        return accept({ status: 201, body: told.value, kept: { ...told.value, code: null } });
      });
      return reply;
    },
  );

  app.post(
    '/v1/till/orders/:number/cancel',
    {
      config,
      schema: {
        operationId: 'cancelOrder',
        tags,
        description:
          'Takes everything back that has not come back yet. With `dry_run` it tells what would come of it.',
        params: one,
        body: cancelBodySchema,
        response: { 200: returnedSchema, 201: returnedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      return takeBack(request, reply, 'order.cancelled', { number, lines: null, ...request.body });
    },
  );
};

function about({ number }: Order) {
  return { about: { kind: 'order', id: number }, detail: { name: number } };
}

/** What is to become an order, and is only priced yet. */
function openOrder(quote: Quote, number: string): ShownOrder {
  return {
    number,
    state: 'open',
    person: quote.person,
    quote: quote.id,
    basket: quote.asked.basket,
    priced: quote.priced,
    due: quote.priced.due,
    method: quote.asked.basket.method ?? null,
    at: quote.madeAt,
    postedAt: null,
    returned: quote.asked.basket.lines.map(() => 0),
    returns: [],
    by: quote.madeBy,
    device: null,
    slip: null,
  };
}
