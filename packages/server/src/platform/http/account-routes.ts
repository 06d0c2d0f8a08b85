import { accept, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { authorNamed, type DeedCode, recordDeed } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import {
  changeAccount,
  digitChoices,
  endSession,
  endSessions,
  membershipsOf,
  sessionsOf,
} from '../sign-in/index.ts';
import type { Account } from './asker.ts';
import { type Doors, languageText, type Tried, withCookies, wordOf } from './doors.ts';
import { type Http, refusals } from './http.ts';
import { accountOf } from './permit.ts';
import { refuseWith } from './problem.ts';
import { codeText, doneSchema, newPasswordText, passwordText, tryCode } from './sign-in-routes.ts';

const accountSchema = z
  .strictObject({
    name: z.string(),
    email: z.string(),
    language: languageText,
    digits: z.enum(digitChoices),
    secondFactor: z.boolean(),
  })
  .meta({ id: 'Account' });

const sessionSchema = z.strictObject({
  id: z.string(),
  userAgent: z.string().nullable(),
  since: z.int(),
  seenAt: z.int().describe('To the day.'),
  until: z.int(),
  current: z.boolean().describe('The one that asks.'),
});

const recoverySchema = z.strictObject({ recoveryCodes: z.array(z.string()) });

/** What somebody does with their own account, whatever business they work for. */
export function serveAccount(app: Http, doors: Doors, database: Database, clock: Clock): void {
  const config = { scope: 'own account' } as const;
  const tags = ['account'];

  app.get(
    '/v1/account',
    { config, schema: { operationId: 'account', tags, response: { 200: accountSchema, ...refusals } } },
    async (request) => shown(accountOf(request)),
  );

  app.patch(
    '/v1/account',
    {
      config,
      schema: {
        operationId: 'changeAccount',
        tags,
        body: z.strictObject({
          name: z.string().trim().min(1).max(200).optional(),
          language: languageText.optional(),
          digits: z.enum(digitChoices).optional(),
        }),
        response: { 200: accountSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      const { name, language, digits } = request.body;
      const changed = await database.withoutBusiness((tx) =>
        changeAccount(tx, account.userId, { name, language, digits }),
      );
      if (!changed.ok) return refuseWith(request, reply, changed.refusal);
      return reply.send(
        shown({
          ...account,
          name: name ?? account.name,
          language: language ?? account.language,
          digits: digits ?? account.digits,
        }),
      );
    },
  );

  app.get(
    '/v1/account/sessions',
    {
      config,
      schema: {
        operationId: 'accountSessions',
        tags,
        response: { 200: z.strictObject({ sessions: z.array(sessionSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { userId, sessionId } = accountOf(request);
      const sessions = await database.withoutBusiness((tx) => sessionsOf(tx, userId, clock.now()));
      return { sessions: sessions.map((one) => ({ ...one, current: one.id === sessionId })) };
    },
  );

  app.delete(
    '/v1/account/sessions/:session',
    {
      config,
      schema: {
        operationId: 'endSession',
        tags,
        params: z.strictObject({ session: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { userId } = accountOf(request);
      const ended = await database.withoutBusiness((tx) => endSession(tx, userId, request.params.session));
      return ended.ok ? reply.send({ done: true }) : refuseWith(request, reply, ended.refusal);
    },
  );

  app.post(
    '/v1/account/sign-out-everywhere',
    {
      config,
      schema: {
        operationId: 'signOutEverywhere',
        tags,
        body: z.strictObject({ here: z.boolean().describe('Also the browser that asks.') }),
        response: { 200: z.strictObject({ ended: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { userId, sessionId } = accountOf(request);
      const ended = await database.withoutBusiness((tx) =>
        endSessions(tx, userId, request.body.here ? null : sessionId),
      );
      // The cookie of a session that is no more is taken away with it.
      if (request.body.here) withCookies(reply, await doors.ask(request, '/sign-out', {}));
      return reply.send({ ended });
    },
  );

  app.post(
    '/v1/account/password',
    {
      config,
      schema: {
        operationId: 'changePassword',
        tags,
        description: 'Ends all other sessions: whoever knew the old password may be signed in somewhere.',
        body: z.strictObject({ currentPassword: passwordText, newPassword: newPasswordText }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const answer = await withPassword(request, reply, 'currentPassword', () =>
        doors.ask(request, '/change-password', { ...request.body, revokeOtherSessions: true }),
      );
      if (!answer.ok) return refuseWith(request, reply, answer.refusal);
      return withCookies(reply, answer.value).send({ done: true });
    },
  );

  app.post(
    '/v1/account/second-factor',
    {
      config,
      schema: {
        operationId: 'beginSecondFactor',
        tags,
        description: 'Begins: the app reads `uri`, and the first code it shows turns the second factor on.',
        body: z.strictObject({ password: passwordText }),
        response: { 200: recoverySchema.extend({ uri: z.string() }), ...refusals },
      },
    },
    async (request, reply) => {
      if (accountOf(request).secondFactor)
        return refuseWith(request, reply, { code: 'second_factor_already' });
      const answer = await withPassword(request, reply, 'password', () =>
        doors.ask(request, '/two-factor/enable', request.body),
      );
      if (!answer.ok) return refuseWith(request, reply, answer.refusal);
      const begun = z
        .object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
        .parse(await answer.value.json());
      return withCookies(reply, answer.value).send({ uri: begun.totpURI, recoveryCodes: begun.backupCodes });
    },
  );

  app.post(
    '/v1/account/second-factor/confirm',
    {
      config,
      schema: {
        operationId: 'confirmSecondFactor',
        tags,
        body: z.strictObject({ code: codeText }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      if (account.secondFactor) return refuseWith(request, reply, { code: 'second_factor_already' });
      const { userId } = account;
      const tried = await doors.guarded<Response>(request, reply, { subject: `code ${userId}`, userId }, () =>
        tryCode(doors, request, request.body.code),
      );
      if (!tried.right) return refuseWith(request, reply, tried.refusal);
      await tell(account, 'second_factor.on');
      return withCookies(reply, tried.value).send({ done: true });
    },
  );

  app.post(
    '/v1/account/second-factor/recovery-codes',
    {
      config,
      schema: {
        operationId: 'makeRecoveryCodes',
        tags,
        description: 'New ones; the old ones are good no longer.',
        body: z.strictObject({ password: passwordText }),
        response: { 200: recoverySchema, ...refusals },
      },
    },
    async (request, reply) => {
      if (!accountOf(request).secondFactor) return refuseWith(request, reply, { code: 'second_factor_off' });
      const answer = await withPassword(request, reply, 'password', () =>
        doors.ask(request, '/two-factor/generate-backup-codes', request.body),
      );
      if (!answer.ok) return refuseWith(request, reply, answer.refusal);
      const made = z.object({ backupCodes: z.array(z.string()) }).parse(await answer.value.json());
      return withCookies(reply, answer.value).send({ recoveryCodes: made.backupCodes });
    },
  );

  app.post(
    '/v1/account/second-factor/off',
    {
      config,
      schema: {
        operationId: 'endSecondFactor',
        tags,
        body: z.strictObject({ password: passwordText }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const account = accountOf(request);
      if (!account.secondFactor) return refuseWith(request, reply, { code: 'second_factor_off' });
      const answer = await withPassword(request, reply, 'password', () =>
        doors.ask(request, '/two-factor/disable', request.body),
      );
      if (!answer.ok) return refuseWith(request, reply, answer.refusal);
      await tell(account, 'second_factor.off');
      return withCookies(reply, answer.value).send({ done: true });
    },
  );

  /** A stolen session must not be a way to guess the password: tries are counted like those of a sign-in. */
  async function withPassword(
    request: FastifyRequest,
    reply: FastifyReply,
    field: string,
    attempt: () => Promise<Response>,
  ): Promise<Result<Response>> {
    const { email } = accountOf(request);
    const tried = await doors.guarded<Response>(request, reply, { subject: email, email }, async () => {
      const answer = await attempt();
      return answer.ok ? { right: true, value: answer } : wrong(answer, field);
    });
    return tried.right ? accept(tried.value) : { ok: false, refusal: tried.refusal };
  }

  /** Owners see in the audit of their business who signs in with what. */
  async function tell(account: Account, deed: DeedCode): Promise<void> {
    for (const { businessId } of await membershipsOf(database, account.userId)) {
      await database.withBusiness(businessId, (tx) =>
        recordDeed(tx, {
          by: authorNamed(account.email),
          deed,
          about: { kind: 'staff', id: account.userId },
        }),
      );
    }
  }
}

async function wrong(answer: Response, field: string): Promise<Tried<Response>> {
  if (answer.status >= 500) return { right: false, refusal: { code: 'internal' } };
  const word = await wordOf(answer);
  // The session ended while the page was open.
  if (word === 'UNAUTHORIZED') return { right: false, refusal: { code: 'sign_in_needed' } };
  return { right: false, refusal: { code: 'password_wrong', field } };
}

function shown({ name, email, language, digits, secondFactor }: Account): z.infer<typeof accountSchema> {
  return { name, email, language, digits, secondFactor };
}
