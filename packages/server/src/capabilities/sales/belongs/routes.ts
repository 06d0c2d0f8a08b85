import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { whomOf } from '../memory/index.ts';
import { answerSuggestion } from './answering.ts';
import { listedPairs } from './listing.ts';
import { removePair, savePair } from './pairs.ts';
import { addedSchema, answerBody, keptPair, listedPair, pairBody, suggestionsSchema } from './schemas.ts';
import { suggestionsFor } from './suggesting.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const managing = { scope: 'sales:manage' } as const;
const one = z.strictObject({ id: idText });

/** What belongs with what somebody buys, what they said to it, and the sentences to say. */
export const belongsRoutes: Routes = (app, parts) => {
  suggestingRoutes(app, parts);
  pairRoutes(app, parts);
};

const suggestingRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/people/:id/belongs',
    {
      config: reading,
      schema: {
        operationId: 'salesBelongs',
        tags,
        description:
          "What belongs with a deal's products and with what was bought lately, the most telling first.",
        params: one,
        querystring: z.strictObject({ deal: idText.optional() }),
        response: { 200: suggestionsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, async (tx) => {
        const whom = await whomOf(tx, { person: request.params.id, deal: request.query.deal });
        return whom.ok ? accept(await suggestionsFor(tx, business, whom.value, clock.now())) : whom;
      });
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send(suggestionsSchema.parse(found.value));
    },
  );

  app.post(
    '/v1/sales/belongs/answers',
    {
      config: writing,
      schema: {
        operationId: 'answerSuggestion',
        tags,
        description: 'What somebody said when something was suggested to them beside what they buy.',
        body: answerBody,
        response: {
          201: z.strictObject({
            id: z.int(),
            followUp: z.int().nullable(),
            added: addedSchema.nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business, name: by, user } = askerOf(request);
      const { person, deal, due = null, ...asked } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const whom = await whomOf(tx, { person, deal });
        if (!whom.ok) return whom;
        const who = { owner: user?.id ?? null, by, at: clock.now() };
        const kept = await answerSuggestion(tx, business, whom.value, { ...asked, due }, who);
        return kept.ok ? accept({ status: 201 as const, body: kept.value }) : kept;
      });
      return reply;
    },
  );
};

const pairRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/belongs/pairs',
    {
      config: reading,
      schema: {
        operationId: 'salesPairs',
        tags,
        description:
          'Pairs that are bought together and those the business wrote itself, with how they fared and the sentences to say.',
        querystring: z.strictObject({
          ...paging,
          search: z.string().trim().max(200).default(''),
        }),
        response: {
          200: z.strictObject({
            pairs: z.array(listedPair),
            next: z.int().nullable(),
            counted: z.boolean().describe('Whether insight has counted what is bought together.'),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { search, after = 0, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listedPairs(tx, { search, after, limit }),
      );
      return { ...page, pairs: [...page.pairs] };
    },
  );

  app.put(
    '/v1/sales/belongs/pairs',
    {
      config: managing,
      schema: {
        operationId: 'savePair',
        tags,
        description: 'Says what belongs together, and the sentence to say; a pair goes by its two names.',
        body: pairBody,
        response: { 200: keptPair, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { revision, sentenceFa = null, sentenceEn = null, ...asked } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const who = { by: asker.name, at: clock.now() };
        const saved = await savePair(tx, { ...asked, sentenceFa, sentenceEn }, revision, who);
        if (!saved.ok) return saved;
        const { id, item, other } = saved.value;
        await recordDeed(tx, {
          by: asker,
          deed: 'sales.pair_saved',
          about: { kind: 'pair', id: String(id) },
          detail: { name: `${item} + ${other}` },
        });
        return accept({ status: 200 as const, body: saved.value });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/sales/belongs/pairs/:id',
    {
      config: managing,
      schema: {
        operationId: 'removePair',
        tags,
        description: 'Takes back what the business says of a pair; what was answered stays.',
        params: one,
        querystring: z.strictObject({ revision: z.coerce.number().int().min(1) }),
        response: { 200: z.strictObject({ done: z.literal(true) }), ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const removed = await removePair(tx, id, request.query.revision);
        if (!removed.ok) return removed;
        await recordDeed(tx, {
          by: asker,
          deed: 'sales.pair_removed',
          about: { kind: 'pair', id: String(id) },
          detail: { name: `${removed.value.item} + ${removed.value.other}` },
        });
        return accept({ status: 200 as const, body: { done: true as const } });
      });
      return reply;
    },
  );
};
