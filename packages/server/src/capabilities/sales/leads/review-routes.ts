import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { agreementInForce, agreementVersion } from './agreement-store.ts';
import { closeReview, drawReview, listReviews, reviewPage, vote } from './reviews.ts';
import { reviewPageSchema, reviewSchema, voteSchema } from './schemas.ts';

const tags = ['sales'];
const reads = { scope: 'sales:read' } as const;
const changes = { scope: 'sales:write' } as const;
const PAGE = 20;
const params = z.strictObject({ review: idText });

/** Lists of leads that marketing and sales look at together. */
export const leadReviewRoutes: Routes = (app, { database, clock, writes }) => {
  app.get(
    '/v1/sales/lead-reviews',
    {
      config: reads,
      schema: {
        operationId: 'leadReviews',
        tags,
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ reviews: z.array(reviewSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    (request) => {
      const { after, limit = PAGE } = request.query;
      return database.withBusiness(askerOf(request).business.id, (tx) => listReviews(tx, { after, limit }));
    },
  );

  app.post(
    '/v1/sales/lead-reviews',
    {
      config: { scope: 'sales:manage' },
      schema: {
        operationId: 'drawLeadReview',
        tags,
        description:
          'Draws leads to look at together: what sales accepted and refused last, and the warmest that it was never given.',
        body: z.strictObject({ note: z.string().trim().max(2000).optional() }),
        response: { 201: z.strictObject({ review: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const drawn = await drawReview(tx, business, {
          note: request.body.note ?? null,
          by: name,
          now: clock.now(),
        });
        return drawn.ok ? accept({ status: 201 as const, body: { review: drawn.value } }) : drawn;
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/lead-reviews/:review',
    {
      config: reads,
      schema: {
        operationId: 'leadReview',
        tags,
        description:
          'The leads of a review, what each team says of them, where they differ, and which rules speak for what both call good.',
        params,
        response: { 200: reviewPageSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const page = await reviewPage(tx, request.params.review);
        if (!page.ok) return page;
        const { definition } =
          (await agreementVersion(tx, page.value.review.version)) ?? (await agreementInForce(tx));
        return accept({ ...page.value, definition });
      });
      return found.ok
        ? reply.send(found.value as z.infer<typeof reviewPageSchema>)
        : refuseWith(request, reply, found.refusal);
    },
  );

  app.put(
    '/v1/sales/lead-reviews/:review/leads/:lead',
    {
      config: changes,
      schema: {
        operationId: 'voteOnLead',
        tags,
        description: 'Says for a team whether a lead is a good one.',
        params: params.extend({ lead: idText }),
        body: voteSchema,
        response: { 200: z.strictObject({ said: z.boolean().nullable() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { name } = askerOf(request);
      const { review, lead } = request.params;
      const { team, good, note } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const said = await vote(tx, {
          review,
          lead,
          team,
          good,
          note: note === undefined || note === '' ? null : note,
          voter: name,
          now: clock.now(),
        });
        return said.ok ? accept({ status: 200 as const, body: { said: good } }) : said;
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/lead-reviews/:review/close',
    {
      config: { scope: 'sales:manage' },
      schema: {
        operationId: 'closeLeadReview',
        tags,
        params,
        response: { 200: z.strictObject({ closed: z.boolean() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { name } = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const closed = await closeReview(tx, request.params.review, { by: name, now: clock.now() });
        return closed.ok ? accept({ status: 200 as const, body: { closed: true } }) : closed;
      });
      return reply;
    },
  );
};
