import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  idText,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { callClimber } from '../../people/index.ts';
import {
  askCode,
  checkCode,
  type CodeProof,
  guesserOf,
  noteWrongCodes,
  release,
} from '../../programme/index.ts';
import { asItIs } from './as-it-is.ts';
import { commitQuote, commitStatements } from './committing.ts';
import { sayBalances, sayPrice, say, type Speech } from './hints.ts';
import { orderSchema, type ShownOrder, shownOrder } from './order-shown.ts';
import { orderByNumber } from './order-store.ts';
import { type Quote, quoteById, quoteNumber, quoteStateStatement, quoteStatement } from './quote-store.ts';
import { type Asking, makeQuote, type PricedNow, priceNow, proofFor, quoteStatements } from './quoting.ts';
import { commitBodySchema, type QuoteBody, quoteBodySchema, quoteSchema } from './schemas.ts';

type Shown = z.infer<typeof quoteSchema>;
const proofSchema = z
  .strictObject({
    challenge: z.string(),
    to: z.string().describe('The mobile it was sent to, all but its ends hidden.'),
    expiresAt: z.number(),
  })
  .meta({ id: 'TillProofAsked' });

/** Prices for the till: asked, kept, proven, paid, let go. */
export const quoteRoutes: Routes = (app, parts) => {
  const { database, writes, clock } = parts;
  const config = { scope: 'till:write' } as const;
  const tags = ['club'];
  const one = z.strictObject({ id: idText });

  app.post(
    '/v1/till/quotes',
    {
      config,
      serializerCompiler: asItIs,
      schema: {
        operationId: 'makeQuote',
        tags,
        description:
          'Prices a basket: discounts, vouchers, rewards, what pays and what is earned, each with why and why not, and keeps it all aside until it is committed, released or over. With `dry_run` nothing is kept, and `now` may be any instant.',
        body: quoteBodySchema,
        response: { 200: quoteSchema, 201: quoteSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const asking = askingOf(request, clock.now());
      const { business } = asking;
      const speech = { language: readerLanguage(request), business };
      let wrong = 0;
      if (body.dry_run === true) {
        const { dry_run: _dry, now, until: _until, ...asked } = body;
        const priced = await database.withBusiness(business.id, async (tx) => {
          const answer = await priceNow(tx, asked, { ...asking, now: now ?? asking.now }, { written: false });
          return answer;
        });
        if (!priced.ok) return refuseWith(request, reply, priced.refusal);
        await noteWrongCodes(
          database,
          business.id,
          asking.guesser,
          priced.value.loaded.wrongCodes,
          asking.now,
        );
        return reply.code(200).send(shownPrice(priced.value, now ?? asking.now, speech, null));
      }
      const ahead = quoteStatements(body, asking, await quoteNumber(database));
      let attempts = 0;
      await writes.inBusiness<Shown, KeptQuote>(
        request,
        reply,
        async (tx, read) => {
          attempts += 1;
          const made = await quoteFrom(body, () =>
            makeQuote(tx, body, asking, ahead?.readOf(read), { atOnce: attempts === 1 }),
          );
          if (!made.ok) return made;
          wrong = made.value.loaded.wrongCodes;
          const { id, quote, last = [] } = made.value;
          const shown = shownPrice(made.value, asking.now, speech, { id, quote });
          return accept({ status: 201, body: shown, kept: { quote: id, say: shown.say }, last });
        },
        // Whoever has to be entered first is not to be lost with the price.
        {
          first: ahead?.statements ?? [],
          again: quoteAsMade,
          mayBeLost: ahead !== null,
          ...(ahead === null
            ? {}
            : { shared: { kind: 'quote', about: `${body.person ?? `nobody ${ahead.id}`}`, atOnce: 1 } }),
        },
      );
      await noteWrongCodes(database, business.id, asking.guesser, wrong, asking.now);
      return reply;
    },
  );

  app.get(
    '/v1/till/quotes/:id',
    {
      config,
      schema: { operationId: 'quote', tags, params: one, response: { 200: quoteSchema, ...refusals } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const quote = await database.withBusiness(askerOf(request).business.id, (tx) => quoteById(tx, id));
      if (quote === null)
        return refuseWith(request, reply, { code: 'quote_unknown', field: 'id', detail: { id } });
      return reply.send(shownQuote(quote, clock.now()));
    },
  );

  app.delete(
    '/v1/till/quotes/:id',
    {
      config,
      schema: {
        operationId: 'releaseQuote',
        tags,
        description: 'Lets everything go that a quote keeps aside. Letting go again changes nothing.',
        params: one,
        response: { 200: quoteSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await writes.inBusiness<Shown>(request, reply, async (tx) => {
        const { rows } = await tx.query<Quote>(quoteStatement(id, 'wait'));
        const [quote] = rows;
        if (quote === undefined) return refuse('quote_unknown', 'id', { id });
        if (quote.state === 'committed') return refuse('quote_committed', 'id', { id });
        if (quote.state === 'open') {
          if (quote.hold !== null) await release(tx, quote.hold);
          await tx.query(quoteStateStatement(id, 'released'));
        }
        return accept({ status: 200, body: shownQuote({ ...quote, state: 'released' }, clock.now()) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/till/quotes/:id/again',
    {
      config,
      schema: {
        operationId: 'quoteAgain',
        tags,
        description:
          'The same basket priced anew, as a quote of its own, and the old one let go: for a quote that is over or whose prices have changed.',
        params: one,
        response: { 201: quoteSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asking = askingOf(request, clock.now());
      const speech = { language: readerLanguage(request), business: asking.business };
      const work = async (tx: Tx) => {
        const { rows } = await tx.query<Quote>(quoteStatement(id, 'wait'));
        const [quote] = rows;
        if (quote === undefined) return refuse('quote_unknown', 'id', { id });
        if (quote.state === 'committed') return refuse('quote_committed', 'id', { id });
        if (quote.hold !== null) await release(tx, quote.hold);
        await tx.query(quoteStateStatement(id, 'released'));
        const made = await makeQuote(tx, { ...quote.asked }, asking);
        if (!made.ok) return made;
        const shown = shownPrice(made.value, asking.now, speech, {
          id: made.value.id,
          quote: made.value.quote,
        });
        return accept({ status: 201, body: shown, kept: { quote: made.value.id, say: shown.say } } as const);
      };
      await writes.inBusiness<Shown, KeptQuote>(request, reply, work, { again: quoteAsMade });
      return reply;
    },
  );

  app.post(
    '/v1/till/quotes/:id/proof',
    {
      config,
      schema: {
        operationId: 'askProof',
        tags,
        description: 'Sends the customer a one-time code, which the commit then names.',
        params: one,
        response: { 201: proofSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { business } = askerOf(request);
      const quote = await database.withBusiness(business.id, (tx) => quoteById(tx, id));
      if (quote === null)
        return refuseWith(request, reply, { code: 'quote_unknown', field: 'id', detail: { id } });
      if (quote.person === null) return refuseWith(request, reply, { code: 'person_needed', field: 'id' });
      const sent = await askCode(parts, business, {
        purpose: 'spend',
        to: { person: quote.person },
        about: aboutQuote(id),
      });
      if (!sent.ok) return refuseWith(request, reply, sent.refusal);
      return reply.code(201).send({ ...sent.value });
    },
  );

  app.post(
    '/v1/till/quotes/:id/commit',
    {
      config,
      serializerCompiler: asItIs,
      schema: {
        operationId: 'commitQuote',
        tags,
        description:
          'Makes the order: spends, uses, earns and tells it, all or nothing. The same commit again answers the same order. A quote that is over, or whose prices have changed, is refused with what it would come to now.',
        params: one,
        body: commitBodySchema,
        response: { 201: orderSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { proof, ...told } = request.body;
      const asking = askingOf(request, clock.now());
      const checked = await checkProof(id, proof);
      if (!checked.ok) return refuseWith(request, reply, checked.refusal);
      let posted = false;
      let attempts = 0;
      await writes.inBusiness<ShownOrder, KeptOrder>(
        request,
        reply,
        async (tx, read) => {
          attempts += 1;
          const committing = { ...asking, quote: id, told, proof: checked.value, atOnce: attempts === 1 };
          const made = await commitQuote(tx, committing, read);
          if (!made.ok) return made;
          posted = made.value.last !== undefined;
          const { order, ...rest } = made.value;
          const shown = shownOrder(order);
          // Of one that was made before only the answer says what had become of it by then.
          const kept = rest.last === undefined ? shown : { made: order.number };
          return accept({ status: 201, body: shown, kept, ...rest });
        },
        {
          first: commitStatements(id),
          again: orderAsMade,
          // Each holds whoever buys until its end.
          shared: { kind: 'commit', about: `${id}`, atOnce: 1 },
        },
      );
      if (posted) callClimber(database, asking.business.id);
      return reply;

      /** Counts the attempt before anything else: a wrong code is one, whatever becomes of the commit. */
      async function checkProof(
        quote: number,
        shown: { readonly challenge?: string | undefined; readonly code: string } | undefined,
      ): Promise<Result<CodeProof | null>> {
        if (shown === undefined) return accept(null);
        const { business } = asking;
        const kept = await database.withBusiness(business.id, (tx) => quoteById(tx, quote));
        if (kept === null) return refuse('quote_unknown', 'id', { id: quote });
        if (shown.challenge === undefined && kept.person === null) return refuse('person_needed', 'proof');
        const by =
          shown.challenge === undefined
            ? ({ person: kept.person ?? 0 } as const)
            : ({ challenge: shown.challenge } as const);
        return checkCode(parts, business, {
          purpose: 'spend',
          code: shown.code,
          by,
          about: aboutQuote(quote),
        });
      }
    },
  );
};

/** By what a repetition finds its answer: the quote itself is kept for longer. */
interface KeptQuote {
  readonly quote: number;
  readonly say: Shown['say'];
}

/** A quote as it was told when it was made, whatever has become of it. */
async function quoteAsMade(tx: Tx, { quote: id, say: said }: KeptQuote): Promise<Shown> {
  const quote = await quoteById(tx, id);
  if (quote === null) throw new Error(`Quote ${id} is not there any more`);
  return { ...shownQuote({ ...quote, state: 'open' }, quote.madeAt), say: said };
}

type KeptOrder = ShownOrder | { readonly made: string };

/** An order as it was told when it was made, whatever has come back of it. */
async function orderAsMade(tx: Tx, kept: KeptOrder): Promise<ShownOrder> {
  if (!('made' in kept)) return kept;
  const order = await orderByNumber(tx, kept.made);
  if (order === null) throw new Error(`Order ${kept.made} is not there any more`);
  return shownOrder({ ...order, state: 'closed', returned: order.basket.lines.map(() => 0) });
}

const aboutQuote = (id: number): string => `quote:${id}`;

export function askingOf(request: FastifyRequest, now: Instant): Asking {
  const asker = askerOf(request);
  return { business: asker.business, now, by: asker.name, guesser: guesserOf(asker) };
}

/** `now` is for a look alone: a promise is always made now. */
async function quoteFrom<T>(body: QuoteBody, make: () => Promise<Result<T>>): Promise<Result<T>> {
  return body.now === undefined ? make() : refuse('now_needs_dry_run', 'now');
}

function shownPrice(
  { priced, loaded }: PricedNow,
  now: Instant,
  speech: Speech,
  kept: {
    readonly id: number;
    readonly quote: Pick<Quote, 'number' | 'until' | 'isProven'>;
  } | null,
): Shown {
  const { club, person, balances, input } = loaded;
  const programme = club.programme?.definition ?? null;
  const asked = proofFor(loaded, priced);
  return {
    id: kept?.id ?? null,
    state: 'open',
    order: kept?.quote.number ?? null,
    until: kept?.quote.until ?? null,
    person,
    priced,
    proof: asked.length === 0 || kept?.quote.isProven === true ? null : { of: asked },
    say: [
      ...sayPrice(priced, programme, speech),
      ...sayThanks(loaded, priced, speech),
      ...sayBalances(balances, programme, now, speech),
      ...(programme !== null && input.buyer?.member === false ? [say('join', {}, speech)] : []),
    ],
  };
}

/** The words that go with what is given: thanks, not the price. */
function sayThanks({ club }: PricedNow['loaded'], priced: PricedNow['priced'], speech: Speech): Shown['say'] {
  return priced.decisions.flatMap(({ offer, outcome }) => {
    const given = club.offers.find((one) => one.offer.key === offer?.key)?.offer;
    return outcome === 'skipped' || given?.thanks === undefined
      ? []
      : [say('thanks', { text: given.thanks[speech.language] }, speech)];
  });
}

function shownQuote(quote: Quote, now: Instant): Shown {
  return {
    id: quote.id,
    state: quote.state === 'open' && quote.until <= now ? 'expired' : quote.state,
    order: quote.number,
    until: quote.until,
    person: quote.person,
    priced: quote.priced,
    proof: quote.proofFor.length === 0 || quote.isProven ? null : { of: [...quote.proofFor] },
    say: [],
  };
}
