import { z } from 'zod';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { personById } from '../../people/index.ts';
import { words } from '../studio/schemas.ts';
import { personInClub } from './person-club.ts';

const PAGE = 50;

const causeSchema = z
  .looseObject({ kind: z.string() })
  .describe('Why: the fact, the order, the rule and its version, who and for what reason.');

const personInClubSchema = z
  .strictObject({
    version: z.int(),
    member: z.boolean(),
    wallets: z.array(
      z.strictObject({
        wallet: z.string(),
        name: words,
        unit: z.enum(['points', 'money', 'coin']),
        available: z.int().describe('What can be spent now.'),
        worth: z.int().describe('What that takes off at the till, in minor units.'),
        held: z.int(),
        pending: z.int().describe('Earned and not to be spent yet.'),
        debt: z.int(),
        vestsAt: z.number().nullable(),
        expiring: z.array(z.strictObject({ at: z.number(), units: z.int() })),
      }),
    ),
    level: z
      .strictObject({
        key: z.string(),
        name: words,
        since: z.number().nullable(),
        value: z.int().describe('What was counted for it.'),
        next: z.strictObject({ key: z.string(), name: words, missing: z.int() }).nullable(),
        fallsAt: z.number().nullable().describe('When the next level down comes if nothing more is bought.'),
        moves: z.array(
          z.strictObject({
            at: z.number(),
            from: z.string(),
            to: z.string(),
            cause: z.enum(['reached', 'fell', 'gap', 'returned']),
            value: z.int(),
            asked: z.int(),
          }),
        ),
      })
      .nullable(),
    nextAnniversary: z.number().nullable(),
    entries: z.array(
      z.strictObject({
        transaction: z.int(),
        kind: z.enum(['earn', 'spend', 'give-back', 'take-back', 'expire', 'adjust', 'transfer', 'settle']),
        wallet: z.string(),
        units: z.int(),
        at: z.number(),
        postedAt: z.number(),
        availableFrom: z.number().nullable(),
        expiresAt: z.number().nullable(),
        reverses: z.int().nullable(),
        cause: causeSchema,
        ruleName: words.nullable(),
      }),
    ),
    next: z.int().nullable(),
  })
  .meta({ id: 'PersonInClub' });

/** What one person has in the club, and every entry that made it. */
export const personClubRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/people/:id/club',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'personClub',
        tags: ['club'],
        description:
          'Wallets, level, and the entries of the ledger with the rule and the fact behind each, the newest first.',
        params: z.strictObject({ id: idText }),
        querystring: z.strictObject({
          before: idText.optional().describe('The `next` of the page before.'),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: personInClubSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { before, limit = PAGE } = request.query;
      const found = await database.withBusiness(business.id, async (tx) => {
        const person = await personById(tx, request.params.id);
        if (person === null) return 'person_unknown' as const;
        const inClub = await personInClub(tx, business, person.id, clock.now(), { before, limit });
        return inClub ?? ('club_unknown' as const);
      });
      if (typeof found === 'string') return refuseWith(request, reply, { code: found });
      const last = found.entries.length === limit ? found.entries.at(-1) : undefined;
      return reply.send({
        ...found,
        wallets: found.wallets.map((wallet) => ({ ...wallet, expiring: [...wallet.expiring] })),
        level: found.level === null ? null : { ...found.level, moves: [...found.level.moves] },
        entries: found.entries.map((entry) => ({ ...entry, cause: { ...entry.cause } })),
        next: last?.transaction ?? null,
      });
    },
  );
};
