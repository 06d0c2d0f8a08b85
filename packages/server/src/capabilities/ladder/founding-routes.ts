import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { authorNamed, recordDeed } from '../../platform/audit/index.ts';
import {
  accountOf,
  emailText,
  languageText,
  newPasswordText,
  refuseForeign,
  refusals,
  refuseWith,
  type Routes,
} from '../../platform/http/index.ts';
import {
  isSetupOpen,
  joinStaff,
  prepareAccount,
  takeSetupToken,
  writeAccount,
} from '../../platform/sign-in/index.ts';
import { type Business, businessKinds } from '../../platform/tenancy/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { foundBusiness } from './founding.ts';

const newBusinessSchema = z.strictObject({
  slug: z.string().min(1).max(63),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(businessKinds).optional(),
  currency: z.string().length(3).optional(),
  unit: z.enum(['rial', 'toman', 'major']).optional(),
  zone: z.string().min(1).max(64).optional(),
  calendar: z.enum(['jalali', 'gregorian']).optional(),
  language: languageText.optional(),
  fiscalYearStart: z.string().max(5).optional().describe('MM-DD in the calendar of the business.'),
  weekend: z.array(z.int()).max(7).optional().describe('Days off, Saturday 0 to Friday 6.'),
});

const foundedSchema = z.strictObject({
  business: z.strictObject({ slug: z.string(), name: z.string() }),
});

/** The first business of an installation with its owner, and further ones of somebody who owns one. */
export const foundingRoutes: Routes = (app, { database, clock, doors }) => {
  const tags = ['founding'];

  app.get(
    '/v1/setup',
    {
      config: { scope: { public: 'asked before there is anybody' } },
      schema: {
        operationId: 'setup',
        tags,
        description:
          'Whether nobody is here yet, and the first business is founded with the token the program prints.',
        response: { 200: z.strictObject({ open: z.boolean() }), ...refusals },
      },
    },
    async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ open: await isSetupOpen(database) }),
  );

  app.post(
    '/v1/setup',
    {
      config: { scope: { public: 'whoever holds the token the program printed' } },
      schema: {
        operationId: 'foundFirst',
        tags,
        description: 'The first business and its owner in one go; signs the owner in.',
        body: z.strictObject({
          token: z.string().trim().min(1).max(100),
          business: newBusinessSchema,
          owner: z.strictObject({
            name: z.string().trim().min(1).max(200),
            email: emailText,
            password: newPasswordText,
            language: languageText.optional(),
          }),
        }),
        response: { 201: foundedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      if (doors.foreign(request)) return refuseForeign(request, reply);
      const { token, business, owner } = request.body;
      // Nobody gets a password hashed for them without the token.
      if (!(await isSetupOpen(database, token))) {
        return refuseWith(request, reply, { code: 'setup_token_wrong', field: 'token' });
      }
      const prepared = await prepareAccount(owner);
      if (!prepared.ok) return refuseWith(request, reply, prepared.refusal);
      const { email } = prepared.value;
      const founded = await foundBusiness(database, clock, business, async (tx, made) => {
        if (!(await takeSetupToken(tx, token, made.id))) return refuse('setup_token_wrong', 'token');
        const { userId } = await writeAccount(tx, prepared.value);
        await settleOwner(tx, made, { userId, email });
        return accept(true);
      });
      if (!founded.ok) return refuseWith(request, reply, founded.refusal);
      await doors.enter(request, reply, email, owner.password);
      return reply.code(201).send(shown(founded.value));
    },
  );

  app.post(
    '/v1/businesses',
    {
      config: { scope: 'own account' },
      schema: {
        operationId: 'foundBusiness',
        tags,
        description: 'Another business, for somebody who owns one already.',
        body: newBusinessSchema,
        response: { 201: foundedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { userId, email } = accountOf(request);
      const founded = await foundBusiness(database, clock, request.body, async (tx, made) => {
        const { rowCount } = await tx.query(
          `SELECT FROM sign_in.memberships WHERE user_id = $1 AND role = 'owner' LIMIT 1`,
          [userId],
        );
        // The machine the program runs on is somebody's: only who owns something here founds more.
        if (rowCount === 0) return refuse('owners_only');
        await settleOwner(tx, made, { userId, email });
        return accept(true);
      });
      if (!founded.ok) return refuseWith(request, reply, founded.refusal);
      return reply.code(201).send(shown(founded.value));
    },
  );
};

async function settleOwner(
  tx: Tx,
  business: Business,
  owner: { readonly userId: string; readonly email: string },
): Promise<void> {
  await joinStaff(tx, business.id, owner.userId, 'owner');
  await recordDeed(tx, {
    by: authorNamed(owner.email),
    deed: 'business.founded',
    about: { kind: 'business', id: business.slug },
    detail: { name: business.name },
  });
}

function shown({ slug, name }: Business): z.infer<typeof foundedSchema> {
  return { business: { slug, name } };
}
