import { accept, type Refusal, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { authorNamed, recordDeed } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Database, Tx } from '../database/index.ts';
import {
  acceptInvitation,
  businessOfToken,
  lookAtInvitation,
  prepareAccount,
  writeAccount,
} from '../sign-in/index.ts';
import { businessOf } from '../tenancy/index.ts';
import { type Doors, languageText, refuseForeign } from './doors.ts';
import { type Http, refusals } from './http.ts';
import { accountOf } from './permit.ts';
import { roles } from './permissions.ts';
import { refuseWith } from './problem.ts';
import { emailText, newPasswordText } from './sign-in-routes.ts';

const token = z.string().min(1).max(100);
const joinedSchema = z.strictObject({ business: z.strictObject({ slug: z.string(), name: z.string() }) });

/** What the holder of an invitation does with it. The token comes in the body: addresses are written into logs. */
export function serveInvitations(
  app: Http,
  parts: {
    readonly doors: Doors;
    readonly database: Database;
    readonly clock: Clock;
  },
): void {
  const { doors, database, clock } = parts;
  const config = { scope: { public: 'whoever holds an invitation is a stranger still' } };
  const tags = ['staff'];

  app.post(
    '/v1/invitation',
    {
      config,
      schema: {
        operationId: 'lookAtInvitation',
        tags,
        body: z.strictObject({ token }),
        response: {
          200: z.strictObject({
            business: z.strictObject({ name: z.string(), language: languageText }),
            role: z.enum(roles),
            invitee: z.string().nullable(),
            expiresAt: z.int(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const found = await lookAtInvitation(database, request.body.token, clock.now());
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const { business, invitation } = found.value;
      return reply.header('cache-control', 'no-store').send({
        business: { name: business.name, language: business.language },
        role: invitation.role,
        invitee: invitation.invitee,
        expiresAt: invitation.expiresAt,
      });
    },
  );

  app.post(
    '/v1/invitation/new-account',
    {
      config,
      schema: {
        operationId: 'acceptAsNewAccount',
        tags,
        description: 'Makes the account, makes it a member of staff, and signs it in.',
        body: z.strictObject({
          token,
          name: z.string().trim().min(1).max(200),
          email: emailText,
          password: newPasswordText,
          language: languageText.optional(),
        }),
        response: { 201: joinedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      if (doors.foreign(request)) return refuseForeign(request, reply);
      const { token: given, name, email, password, language } = request.body;
      const now = clock.now();
      // Hashing takes a while: nobody gets it done for them without an invitation.
      const found = await lookAtInvitation(database, given, now);
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const prepared = await prepareAccount({ name, email, password, language });
      if (!prepared.ok) return refuseWith(request, reply, prepared.refusal);
      const joined = await whole(database, found.value.business.id, async (tx) => {
        const account = await writeAccount(tx, prepared.value);
        // Whoever has an account proves that it is theirs by signing in to it.
        if (!account.created) return refuse('account_exists', 'email');
        return join(tx, found.value.business.id, given, { ...account, email: prepared.value.email }, now);
      });
      if (!joined.ok) return refuseWith(request, reply, joined.refusal);
      await doors.enter(request, reply, prepared.value.email, password);
      return reply.code(201).send(joined.value);
    },
  );

  app.post(
    '/v1/account/invitation',
    {
      config: { scope: 'own account' },
      schema: {
        operationId: 'acceptInvitation',
        tags,
        body: z.strictObject({ token }),
        response: { 201: joinedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const businessId = businessOfToken(request.body.token);
      if (businessId === null)
        return refuseWith(request, reply, { code: 'invitation_unknown', field: 'token' });
      const joined = await whole(database, businessId, (tx) =>
        join(tx, businessId, request.body.token, account, clock.now()),
      );
      if (!joined.ok) return refuseWith(request, reply, joined.refusal);
      return reply.code(201).send(joined.value);
    },
  );
}

async function join(
  tx: Tx,
  businessId: number,
  given: string,
  account: { readonly userId: string; readonly email: string },
  now: number,
): Promise<Result<z.infer<typeof joinedSchema>>> {
  const accepted = await acceptInvitation(tx, businessId, given, account, now);
  if (!accepted.ok) return accepted;
  const business = await businessOf(tx);
  if (business === null) throw new Error('A business that invited is not there');
  await recordDeed(tx, {
    by: authorNamed(account.email),
    deed: 'staff.joined',
    about: { kind: 'staff', id: account.userId },
    detail: { role: accepted.value.role, invitedBy: accepted.value.madeBy },
  });
  return accept({ business: { slug: business.slug, name: business.name } });
}

class Undone extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** One transaction of the business; a refusal takes everything in it back. */
async function whole<T>(
  database: Database,
  businessId: number,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await database.withBusiness(businessId, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undone(result.refusal);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
