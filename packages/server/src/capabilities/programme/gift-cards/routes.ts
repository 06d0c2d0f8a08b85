import { accept, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type NewDeed, recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  idText,
  lineRefusal,
  paging,
  readerLanguage,
  refusals,
  refusalSchema,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { membersOf } from '../../people/index.ts';
import type { Author } from '../codes/batches.ts';
import { guesserOf, guessLockStatement, noteWrongCodes, readGuessLock } from '../codes/guesses.ts';
import {
  type CardTold,
  extendCard,
  freezeCard,
  type GiftCard,
  issueCard,
  recodeCard,
  topUpCard,
  transferCard,
} from './cards.ts';
import { cardById, type CardWithMoney, listCards } from './listing.ts';
import { cardsStatement, readCards } from './pricing.ts';
import { refundCard } from './refunding.ts';
import {
  cardDetailsSchema,
  cardSchema,
  cardToldSchema,
  checkSchema,
  extendSchema,
  issueSchema,
  reasonSchema,
  refundedSchema,
  refundSchema,
  topUpSchema,
  transferSchema,
} from './schemas.ts';

const PAGE = 50;
const tags = ['club'];
const reading = { scope: 'club:read' } as const;
const writing = { scope: 'club:write' } as const;
const one = z.strictObject({ id: idText });

/** Gift cards: what is on them, whose they are, and what happens to them besides being spent. */
export const giftCardRoutes: Routes = (app, parts) => {
  readRoutes(app, parts);
  tellRoutes(app, parts);
  changeRoutes(app, parts);
  checkRoute(app, parts);
};

const readRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/club/gift-cards',
    {
      config: reading,
      schema: {
        operationId: 'listGiftCards',
        tags,
        description: 'The newest first.',
        querystring: z.strictObject({
          ...paging,
          person: idText.optional(),
          tail: z.string().length(4).optional(),
          state: z.enum(['active', 'frozen', 'refunded']).optional(),
        }),
        response: {
          200: z.strictObject({ cards: z.array(cardSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { person, limit = PAGE, tail, ...asked } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const people = person === undefined ? undefined : await oneWith(tx, person);
        return listCards(tx, { ...asked, people, tail: tail?.toUpperCase(), limit, now: clock.now() });
      });
      return { cards: [...page.cards], next: page.next };
    },
  );

  app.get(
    '/v1/club/gift-cards/:id',
    {
      config: reading,
      schema: {
        operationId: 'giftCard',
        tags,
        params: one,
        response: { 200: cardDetailsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        cardById(tx, request.params.id, clock.now()),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const { card, loads, changes } = found.value;
      return reply.send({ card, loads: [...loads], changes: [...changes] });
    },
  );
};

/** Routes whose answer tells a code, once. */
const tellRoutes: Routes = (app, { writes, clock }) => {
  const answers = { 201: cardToldSchema, ...refusals };

  async function tell(
    request: FastifyRequest,
    reply: FastifyReply,
    { deed, detail }: Pick<NewDeed, 'deed' | 'detail'>,
    work: (tx: Tx, business: Business, author: Author) => Promise<Result<CardTold>>,
  ): Promise<void> {
    const by = askerOf(request);
    await writes.inBusiness(request, reply, async (tx) => {
      const author = { by: by.name, now: clock.now() };
      const told = await work(tx, by.business, author);
      if (!told.ok) return told;
      const { id, tail } = told.value.card;
      await recordDeed(tx, { by, deed, about: { kind: 'gift-card', id }, detail: { tail, ...detail } });
      return toldOnce(tx, told.value, author);
    });
  }

  app.post(
    '/v1/club/gift-cards',
    {
      config: writing,
      schema: {
        operationId: 'issueGiftCard',
        tags,
        description: 'Makes a card with money on it, and tells its code this once.',
        body: issueSchema,
        response: answers,
      },
    },
    async (request, reply) => {
      const { amount } = request.body;
      await tell(request, reply, { deed: 'gift_card.issued', detail: { amount } }, (tx, business, author) =>
        issueCard(tx, business, request.body, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/club/gift-cards/:id/transfer',
    {
      config: writing,
      schema: {
        operationId: 'transferGiftCard',
        tags,
        description: 'Gives it to a person, with a new code: the old one is worth nothing from then on.',
        params: one,
        body: transferSchema,
        response: answers,
      },
    },
    async (request, reply) => {
      const { person } = request.body;
      await tell(
        request,
        reply,
        { deed: 'gift_card.transferred', detail: { person } },
        (tx, business, author) => transferCard(tx, business, request.params.id, request.body, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/club/gift-cards/:id/recode',
    {
      config: writing,
      schema: {
        operationId: 'recodeGiftCard',
        tags,
        description: 'Gives it a new code, where the old one was lost or seen by others.',
        params: one,
        body: reasonSchema,
        response: answers,
      },
    },
    async (request, reply) => {
      await tell(request, reply, { deed: 'gift_card.recoded' }, (tx, business, author) =>
        recodeCard(tx, business, request.params.id, request.body.reason, author),
      );
      return reply;
    },
  );
};

const changeRoutes: Routes = (app, { writes, clock }) => {
  /** Does something to a card, writes it down as a deed, and answers the card as it is then. */
  async function change(
    request: FastifyRequest,
    reply: FastifyReply,
    { deed, detail, status = 200 }: Pick<NewDeed, 'deed' | 'detail'> & { readonly status?: 200 | 201 },
    work: (tx: Tx, author: Author) => Promise<Result<GiftCard>>,
  ): Promise<void> {
    const by = askerOf(request);
    await writes.inBusiness(request, reply, async (tx) => {
      const author = { by: by.name, now: clock.now() };
      const done = await work(tx, author);
      if (!done.ok) return done;
      const { id, tail } = done.value;
      await recordDeed(tx, { by, deed, about: { kind: 'gift-card', id }, detail: { tail, ...detail } });
      return accept({ status, body: await withMoney(tx, done.value, author) });
    });
  }

  app.post(
    '/v1/club/gift-cards/:id/top-up',
    {
      config: writing,
      schema: {
        operationId: 'topUpGiftCard',
        tags,
        params: one,
        body: topUpSchema,
        response: { 201: cardSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { amount } = request.body;
      await change(
        request,
        reply,
        { deed: 'gift_card.topped_up', detail: { amount }, status: 201 },
        (tx, author) => topUpCard(tx, request.params.id, request.body, author),
      );
      return reply;
    },
  );

  for (const [verb, operationId, to, deed] of [
    ['freeze', 'freezeGiftCard', 'frozen', 'gift_card.frozen'],
    ['unfreeze', 'unfreezeGiftCard', 'active', 'gift_card.unfrozen'],
  ] as const) {
    app.post(
      `/v1/club/gift-cards/:id/${verb}`,
      {
        config: writing,
        schema: {
          operationId,
          tags,
          params: one,
          body: reasonSchema,
          response: { 200: cardSchema, ...refusals },
        },
      },
      async (request, reply) => {
        await change(request, reply, { deed }, (tx, author) =>
          freezeCard(tx, request.params.id, to, request.body.reason, author),
        );
        return reply;
      },
    );
  }

  app.post(
    '/v1/club/gift-cards/:id/extend',
    {
      config: writing,
      schema: {
        operationId: 'extendGiftCard',
        tags,
        description: 'Lets it end later; never earlier.',
        params: one,
        body: extendSchema,
        response: { 200: cardSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await change(request, reply, { deed: 'gift_card.extended' }, (tx, author) =>
        extendCard(tx, request.params.id, request.body.expiresAt, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/club/gift-cards/:id/refund',
    {
      config: writing,
      schema: {
        operationId: 'refundGiftCard',
        tags,
        description:
          'Takes the money of a payment off the card, to be paid back. The purchase of the card itself ends the card: it can never be spent again.',
        params: one,
        body: refundSchema,
        response: { 200: refundedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const author = { by: by.name, now: clock.now() };
        const done = await refundCard(tx, id, request.body, author);
        if (!done.ok) return done;
        const { card, refunded, used } = done.value;
        const detail = { tail: card.tail, amount: refunded };
        await recordDeed(tx, { by, deed: 'gift_card.refunded', about: { kind: 'gift-card', id }, detail });
        return accept({ status: 200, body: { card: await withMoney(tx, card, author), refunded, used } });
      });
      return reply;
    },
  );
};

const checkRoute: Routes = (app, { database, clock }) => {
  app.post(
    '/v1/club/gift-cards/check',
    {
      config: { scope: 'till:write' },
      schema: {
        operationId: 'checkGiftCard',
        tags,
        description: 'What is on the card with this code. Who tries many codes that are none has to wait.',
        body: checkSchema,
        response: {
          200: z.strictObject({
            id: z.int(),
            available: z.int(),
            expiresAt: z.number().nullable(),
            refused: refusalSchema.nullable().describe('Why it cannot be used now.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { code } = request.body;
      const now = clock.now();
      const who = guesserOf(asker);
      const [lock, found] = await database.withBusiness(asker.business.id, (tx) =>
        tx.queryAll<[object, object]>([
          guessLockStatement(who),
          cardsStatement(asker.business, [code], { now, holding: false }),
        ]),
      );
      const closed = readGuessLock(lock, now);
      if (closed !== null) {
        void reply.header('retry-after', String(closed.detail?.['seconds'] ?? 60));
        return refuseWith(request, reply, closed);
      }
      const { cards, wrong } = readCards(found, [code], now);
      await noteWrongCodes(database, asker.business.id, who, wrong, now);
      const [card] = cards;
      if (card === undefined || card.card < 0)
        return refuseWith(request, reply, {
          code: card?.refused?.code ?? 'gift_card_unknown',
          field: 'code',
        });
      const language = readerLanguage(request);
      return reply.send({
        id: card.card,
        available: card.balance,
        expiresAt: card.expiresAt,
        refused: card.refused && lineRefusal(card.refused, language),
      });
    },
  );
};

async function toldOnce(
  tx: Tx,
  { card, code }: CardTold,
  author: Author,
): Promise<
  Result<{
    status: 201;
    body: { card: CardWithMoney; code: string | null };
    kept: { card: CardWithMoney; code: string | null };
  }>
> {
  const shown = await withMoney(tx, card, author);
  return accept({ status: 201, body: { card: shown, code }, kept: { card: shown, code: null } });
}

async function withMoney(tx: Tx, card: GiftCard, { now }: Author): Promise<CardWithMoney> {
  const read = await cardById(tx, card.id, now);
  if (!read.ok) throw new Error('A gift card that was just changed is not there');
  return read.value.card;
}

/** Everybody who is one with this person. */
async function oneWith(tx: Tx, person: number): Promise<readonly number[]> {
  const { rows } = await tx.query<{ root: number }>(
    `SELECT coalesce(merged_into, person_id) AS root FROM people
     WHERE business_id = this_business() AND person_id = $1`,
    [person],
  );
  const root = rows[0]?.root ?? person;
  return (await membersOf(tx, [root])).get(root) ?? [root];
}
