import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  dayText,
  lineRefusal,
  readerLanguage,
  refusals,
  refusalSchema,
  type Routes,
} from '../../../platform/http/index.ts';
import { programmeInForce } from '../studio/programme-store.ts';
import { adjustAll } from './adjusting.ts';

const MOST_LINES = 1000;

const lineSchema = z.strictObject({
  key: z.string().trim().min(1).max(200).describe('By which a line that is sent again is known.'),
  person: z
    .union([z.int().min(1), z.string().trim().min(1).max(200)])
    .describe('A number, or any identifier: a mobile …'),
  wallet: z.string().min(1).max(63),
  units: z
    .int()
    .min(-1e12)
    .max(1e12)
    .refine((units) => units !== 0),
  reason: z.string().trim().min(1).max(300),
  lastDay: dayText
    .nullable()
    .optional()
    .describe('The last day it is good for; null: it never ends; absent: as the wallet says.'),
});

const answerSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.enum(['posted', 'unchanged']), person: z.int(), transaction: z.int() }),
  z.strictObject({ status: z.literal('refused'), refusal: refusalSchema }),
]);

/** Corrections by hand and opening balances, many at once, each with its reason. */
export const adjustmentRoutes: Routes = (app, { clock, writes }) => {
  app.post(
    '/v1/club/adjustments',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'adjustClub',
        tags: ['club'],
        description:
          'Gives or takes units by hand, each line with its reason, and is answered line by line: opening balances, goodwill, corrections. A line that is sent again changes nothing.',
        body: z.strictObject({ lines: z.array(lineSchema).min(1).max(MOST_LINES) }),
        response: { 200: z.strictObject({ lines: z.array(answerSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const language = readerLanguage(request);
      const { lines } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const programme = await programmeInForce(tx);
        if (programme === null) return refuse('club_unknown');
        const answers = await adjustAll(tx, by.business, programme.definition, lines, {
          by: by.name,
          now: clock.now(),
        });
        const posted = answers.filter(({ status }) => status === 'posted').length;
        if (posted > 0) await recordDeed(tx, { by, deed: 'club.adjusted', detail: { lines: posted } });
        return accept({
          status: 200 as const,
          body: {
            lines: answers.map((answer) =>
              answer.status === 'refused'
                ? { status: answer.status, refusal: lineRefusal(answer.refusal, language) }
                : answer,
            ),
          },
        });
      });
      return reply;
    },
  );
};
