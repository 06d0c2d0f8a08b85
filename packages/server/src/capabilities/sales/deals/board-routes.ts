import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { board, boardStep } from './board.ts';
import { ownersNamed } from './colleagues.ts';
import { ownerAsked } from './deal-routes.ts';
import { firstPipeline, pipelineByKey } from './pipelines.ts';
import { cardSchema, columnSchema, filters, keptPipelineSchema, keyText, ownerSchema } from './schemas.ts';

const CARDS = 25;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const cards = z.coerce.number().int().min(1).max(100).optional();

/** The board of a pipeline: the sums of each step with its first cards, then more of one step at a time. */
export const boardRoutes: Routes = (app, { database }) => {
  app.get(
    '/v1/sales/board',
    {
      config: reading,
      schema: {
        operationId: 'dealBoard',
        tags,
        description:
          'Deals under way, by step; the sums are of all of them, the cards are the first. Without a pipeline the first one.',
        querystring: z.strictObject({ ...filters, pipeline: keyText.optional(), cards }),
        response: {
          200: z.strictObject({
            pipeline: keptPipelineSchema,
            columns: z.array(columnSchema),
            owners: z.array(ownerSchema),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { cards: most = CARDS, pipeline: key, owner, ...asked } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const kept = key === undefined ? accept(await firstPipeline(tx)) : await pipelineByKey(tx, key);
        if (!kept.ok) return kept;
        const pipeline = kept.value;
        const columns = await board(tx, {
          ...asked,
          owner: ownerAsked(request, owner),
          pipeline: pipeline.key,
          steps: pipeline.definition.steps.map((step) => step.key),
          cards: most,
        });
        const owners = await ownersNamed(
          tx,
          columns.flatMap((column) => column.cards.map((card) => card.owner)),
        );
        return accept({
          pipeline,
          columns: columns.map((column) => ({ ...column, cards: [...column.cards] })),
          owners: [...owners],
        });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.get(
    '/v1/sales/board/:pipeline/:step',
    {
      config: reading,
      schema: {
        operationId: 'dealBoardStep',
        tags,
        description: 'More cards of one step.',
        params: z.strictObject({ pipeline: keyText, step: keyText }),
        querystring: z.strictObject({ ...filters, after: z.string().max(40), cards }),
        response: {
          200: z.strictObject({
            cards: z.array(cardSchema),
            owners: z.array(ownerSchema),
            next: z.string().nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { cards: most = CARDS, owner, ...asked } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const page = await boardStep(tx, {
          ...asked,
          ...request.params,
          owner: ownerAsked(request, owner),
          cards: most,
        });
        if (!page.ok) return page;
        const owners = await ownersNamed(
          tx,
          page.value.cards.map((card) => card.owner),
        );
        return accept({ cards: [...page.value.cards], owners: [...owners], next: page.value.next });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );
};
