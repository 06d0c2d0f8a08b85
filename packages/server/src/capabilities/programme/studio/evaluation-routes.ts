import { isoDay } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, dayText, refusals, type Routes } from '../../../platform/http/index.ts';
import { evaluations } from './evaluation-store.ts';
import { figuresSchema, goalProgressSchema } from './schemas.ts';

const PAGE = 31;
const group = z.strictObject({ people: z.int(), buyers: z.int(), orders: z.int(), revenue: z.int() });

const evaluationSchema = z
  .strictObject({
    day: dayText,
    version: z.int(),
    since: z.number().describe('The stretch the figures are of: from here to the day.'),
    figures: figuresSchema,
    goals: z.array(goalProgressSchema),
    campaigns: z
      .array(z.strictObject({ campaign: z.string(), given: group, held: group }))
      .describe(
        'Each campaign with a control group: those it was for, and those who were held out of it by lot.',
      ),
  })
  .meta({ id: 'ClubEvaluation' });

/** How the club does against its goals, day by day. */
export const evaluationRoutes: Routes = (app, { database }) => {
  app.get(
    '/v1/club/evaluations',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'clubEvaluations',
        tags: ['club'],
        description:
          'The goals as they stood at the end of each day, the newest first; only where there are goals.',
        querystring: z.strictObject({
          before: z.coerce.number().int().optional().describe('The `next` of the page before.'),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: {
          200: z.strictObject({ evaluations: z.array(evaluationSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { before, limit = PAGE } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        evaluations(tx, { before, limit }),
      );
      return {
        evaluations: found.map(({ day, figures, goals, campaigns, ...rest }) => ({
          ...rest,
          day: isoDay(day),
          figures,
          goals: [...goals],
          campaigns: [...campaigns],
        })),
        next: found.length === limit ? (found.at(-1)?.day ?? null) : null,
      };
    },
  );
};
