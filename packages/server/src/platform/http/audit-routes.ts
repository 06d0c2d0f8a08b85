import { type Day, readIsoDay, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import { authorsOfDeeds, deedCodes, listDeeds } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { dayText, paging } from './described.ts';
import { type Http, refusals } from './http.ts';
import { askerOf } from './permit.ts';
import { refuseWith } from './problem.ts';

const by = z.strictObject({ kind: z.enum(['staff', 'key', 'program']), name: z.string() });

const deedSchema = z
  .strictObject({
    id: z.int(),
    at: z.int(),
    by,
    deed: z.string(),
    about: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'Deed' });

const PAGE = 50;

/** Who did what: the page an owner looks things up in. */
export function serveAudit(app: Http, database: Database): void {
  app.get(
    '/v1/deeds',
    {
      config: { scope: 'audit:read' },
      schema: {
        operationId: 'listDeeds',
        tags: ['audit'],
        description: 'The latest first. `from` and `to` are days of the business, both included.',
        querystring: z.strictObject({
          by: z.string().max(300).optional(),
          deed: z.enum(deedCodes).optional(),
          from: dayText.optional(),
          to: dayText.optional(),
          ...paging,
        }),
        response: {
          200: z.strictObject({
            deeds: z.array(deedSchema),
            next: z.int().nullable(),
            authors: z.array(by).describe('Everybody who ever did something; with the first page alone.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { by: author, deed, from, to, after, limit } = request.query;
      const zone = zoneOf(business.zone);
      const [first, last] = [dayOf(from), dayOf(to)];
      if (first === null || last === null) {
        const field = first === null ? 'from' : 'to';
        return refuseWith(request, reply, { code: 'day_expected', field, detail: { field } });
      }
      const answer = await database.withBusiness(business.id, async (tx) => {
        const page = await listDeeds(tx, {
          by: author,
          deed,
          from: first === undefined ? undefined : zone.startOf(first),
          before: last === undefined ? undefined : zone.startOf(last + 1),
          after,
          limit: limit ?? PAGE,
        });
        return {
          deeds: page.deeds.map((one) => ({ ...one, detail: { ...one.detail } })),
          next: page.next,
          authors: after === undefined ? [...(await authorsOfDeeds(tx))] : [],
        };
      });
      return reply.send(answer);
    },
  );
}

/** Null: there is no such day. */
function dayOf(text: string | undefined): Day | null | undefined {
  return text === undefined ? undefined : readIsoDay(text);
}
