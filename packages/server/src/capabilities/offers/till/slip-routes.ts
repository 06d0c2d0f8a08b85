import { accept, type Language, sayRefusal } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  lineRefusal,
  named,
  readerLanguage,
  refusals,
  refusalSchema,
  type Routes,
} from '../../../platform/http/index.ts';
import { askingOf } from './quote-routes.ts';
import { listSlips, reviewSlip, type SlipKept, slipOutcomes } from './slip-store.ts';
import { slipOrderSchema, takeSlip } from './slips.ts';

named(slipOrderSchema, 'SlipOrder');

const MOST_SLIPS = 100;
const PAGE = 50;
const device = z.int().min(1).max(2_147_483_647);
const sequence = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const keptSchema = z
  .strictObject({
    device: z.int(),
    sequence: z.int(),
    body: z.string().describe('As it was sent.'),
    outcome: z.enum(slipOutcomes),
    order: z.string().nullable().describe('The order it became; null: none yet.'),
    reasons: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
    receivedAt: z.number(),
    reviewedBy: z.string().nullable(),
    reviewedAt: z.number().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'TillSlip' });

/** What tills sold while the network was away. */
export const slipRoutes: Routes = (app, { database, writes, clock }) => {
  const tags = ['club'];

  app.post(
    '/v1/till/slips',
    {
      config: { scope: 'till:write' },
      schema: {
        operationId: 'sendSlips',
        tags,
        description:
          'Orders a till has taken while the network was away, each signed (HMAC-SHA256 over `<device>.<sequence>.<body>`, base64url; the body is a SlipOrder as text). Each is posted once however often it is sent; what cannot be honoured any more waits for review, and nothing is lost.',
        body: z.strictObject({
          device,
          slips: z
            .array(
              z.strictObject({
                sequence,
                body: z.string().min(2).max(500_000),
                signature: z.string().min(1).max(100),
              }),
            )
            .min(1)
            .max(MOST_SLIPS),
        }),
        response: {
          200: z.strictObject({
            slips: z.array(
              z.strictObject({
                sequence: z.int(),
                status: z.enum(['posted', 'review', 'refused']),
                order: z.string().nullable(),
                repeated: z.boolean(),
                reasons: z.array(refusalSchema),
              }),
            ),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const language = readerLanguage(request);
      const { device: from, slips } = request.body;
      const answers = [];
      for (const slip of slips) {
        const taken = await takeSlip(database, askingOf(request, clock.now()), { device: from, ...slip });
        answers.push(
          taken.status === 'refused'
            ? {
                sequence: slip.sequence,
                status: taken.status,
                order: null,
                repeated: false,
                reasons: [lineRefusal(taken.refusal, language)],
              }
            : {
                sequence: slip.sequence,
                status: taken.status,
                order: taken.order,
                repeated: taken.isRepeated,
                reasons: taken.reasons.map((reason) => lineRefusal(reason, language)),
              },
        );
      }
      return { slips: answers };
    },
  );

  app.get(
    '/v1/till/slips',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'listSlips',
        tags,
        querystring: z.strictObject({
          outcome: z.enum(slipOutcomes).optional(),
          after: z
            .string()
            .regex(/^[0-9]{1,10}\.[0-9]{1,16}$/)
            .optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: {
          200: z.strictObject({ slips: z.array(keptSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { outcome, after, limit = PAGE } = request.query;
      const [till, number] = after?.split('.').map(Number) ?? [];
      const place =
        till === undefined || number === undefined ? undefined : { device: till, sequence: number };
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listSlips(tx, { outcome, after: place, limit }),
      );
      const language = readerLanguage(request);
      return {
        slips: page.slips.map((slip) => shown(slip, language)),
        next: page.next && `${page.next.device}.${page.next.sequence}`,
      };
    },
  );

  app.post(
    '/v1/till/slips/:device/:sequence/review',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'reviewSlip',
        tags,
        description:
          'Somebody has looked at what could not be honoured, and done about it what there was to do.',
        params: z.strictObject({
          device: z.coerce.number().int().min(1).max(2_147_483_647),
          sequence: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
        }),
        body: z.strictObject({ note: z.string().trim().min(1).max(500) }),
        response: { 200: keptSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof keptSchema>>(request, reply, async (tx) => {
        const { note } = request.body;
        const reviewed = await reviewSlip(tx, request.params, { note, by: asker.name, now: clock.now() });
        if (!reviewed.ok) return reviewed;
        const { device: till, sequence: number } = reviewed.value;
        await recordDeed(tx, {
          by: asker,
          deed: 'slip.reviewed',
          about: { kind: 'slip', id: `${till}.${number}` },
          detail: { name: `${till}.${number}` },
        });
        return accept({ status: 200, body: shown(reviewed.value, readerLanguage(request)) });
      });
      return reply;
    },
  );
};

function shown(slip: SlipKept, language: Language): z.infer<typeof keptSchema> {
  return {
    ...slip,
    reasons: slip.reasons.map((reason) => ({ code: reason.code, sentence: sayRefusal(reason, language) })),
  };
}
