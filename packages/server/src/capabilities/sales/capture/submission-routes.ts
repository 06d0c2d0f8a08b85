import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, idText, paging, refusals, type Routes } from '../../../platform/http/index.ts';
import { discard, letInWaiting } from './deciding.ts';
import { sourcesBetween } from './report.ts';
import { sourceSchema, submissionSchema, submissionState } from './schemas.ts';
import { shownSubmission } from './shown.ts';
import { listSubmissions } from './submissions.ts';

const PAGE = 50;
const DAY = 86_400_000;
const MOST_AT_ONCE = 200;
const tags = ['sales'];

/** What was sent in; what waits for somebody to look; and where it all comes from. */
export const submissionRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/submissions',
    {
      config: { scope: 'sales:read' },
      schema: {
        operationId: 'listSubmissions',
        tags,
        description: 'What was sent in by forms, letters and lists, the newest first.',
        querystring: z.strictObject({
          ...paging,
          form: idText.optional(),
          batch: idText.optional(),
          state: submissionState.optional(),
        }),
        response: {
          200: z.strictObject({ submissions: z.array(submissionSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { limit = PAGE, ...asked } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listSubmissions(tx, { ...asked, limit }),
      );
      return { submissions: page.submissions.map(shownSubmission), next: page.next };
    },
  );

  app.post(
    '/v1/sales/submissions/:submission/let-in',
    {
      config: { scope: 'sales:write' },
      schema: {
        operationId: 'letSubmissionIn',
        tags,
        description: 'Makes a lead of what waited or was put away, as of when it was sent.',
        params: z.strictObject({ submission: idText }),
        response: { 200: submissionSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { submission: id } = request.params;
      await writes.inBusiness<z.infer<typeof submissionSchema>>(request, reply, async (tx) => {
        const done = await letInWaiting(tx, by.business, id, { by: by.name, now: clock.now() });
        if (!done.ok) return done;
        await recordDeed(tx, { by, deed: 'submission.let_in', about: { kind: 'submission', id } });
        return accept({ status: 200, body: shownSubmission(done.value.submission) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/submissions/discard',
    {
      config: { scope: 'sales:write' },
      schema: {
        operationId: 'discardSubmissions',
        tags,
        description: 'Puts away what waited. It is kept for 30 days and can be let in till then.',
        body: z.strictObject({ submissions: z.array(z.int().min(1)).min(1).max(MOST_AT_ONCE) }),
        response: { 200: z.strictObject({ discarded: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const ids = [...new Set(request.body.submissions)].sort((a, b) => a - b);
      await writes.inBusiness<{ discarded: number }>(request, reply, async (tx) => {
        for (const id of ids) {
          const done = await discard(tx, id, { by: by.name, now: clock.now() });
          if (!done.ok) return refuse(done.refusal.code, 'submissions', { id });
        }
        const detail = { submissions: ids.length };
        await recordDeed(tx, {
          by,
          deed: 'submission.discarded',
          about: { kind: 'submission', id: ids[0] ?? 0 },
          detail,
        });
        return accept({ status: 200, body: { discarded: ids.length } });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/lead-sources',
    {
      config: { scope: 'sales:read' },
      schema: {
        operationId: 'leadSources',
        tags,
        description: 'Where signs of interest came from within so many days, and what sales made of them.',
        querystring: z.strictObject({ days: z.coerce.number().int().min(1).max(400).optional() }),
        response: { 200: z.strictObject({ days: z.int(), sources: z.array(sourceSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { days = 30 } = request.query;
      const now = clock.now();
      const sources = await database.withBusiness(askerOf(request).business.id, (tx) =>
        sourcesBetween(tx, now - days * DAY, now + DAY),
      );
      return { days, sources: [...sources] };
    },
  );
};
