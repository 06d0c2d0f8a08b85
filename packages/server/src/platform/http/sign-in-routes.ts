import { z } from 'zod';
import type { Database } from '../database/index.ts';
import { PASSWORD_LENGTH } from '../sign-in/index.ts';
import { type Doors, refuseForeign, type Tried, withCookies, wordOf } from './doors.ts';
import { type Http, refusals } from './http.ts';
import { fromOurPages } from './origin.ts';
import { refuseWith } from './problem.ts';

export const passwordText = z.string().min(1).max(PASSWORD_LENGTH.most);
export const newPasswordText = passwordText.min(PASSWORD_LENGTH.least);
export const emailText = z.string().trim().min(3).max(254);
export const codeText = z.string().trim().min(6).max(20);
export const doneSchema = z.strictObject({ done: z.literal(true) });

const signedInSchema = z.strictObject({
  user: z.strictObject({ name: z.string(), email: z.string() }).nullable(),
  secondFactor: z
    .boolean()
    .describe('True: the password was right, and a code is asked for by /api/auth/sign-in/code.'),
});

const userFrom = z.object({ user: z.object({ name: z.string(), email: z.string() }) });
const redirectFrom = z.object({ twoFactorRedirect: z.literal(true) });

/**
 * Signing in, by password and where it is asked for by a code, and out. Nobody can sign up over HTTP. Whether there is
 * an account behind an address is told neither by the words nor by the time they take.
 */
export function serveSignIn(
  app: Http,
  doors: Doors,
  database: Database,
  publicUrl: string | undefined,
): void {
  const config = { scope: { public: 'this is how a stranger becomes known' } };
  const tags = ['sign-in'];

  app.post(
    '/api/auth/sign-in/email',
    {
      config,
      schema: {
        operationId: 'signIn',
        tags,
        body: z.strictObject({
          email: emailText,
          password: passwordText,
          rememberMe: z.boolean().optional(),
        }),
        response: { 200: signedInSchema, ...refusals },
      },
    },
    async (request, reply) => {
      if (doors.foreign(request)) return refuseForeign(request, reply);
      const { email } = request.body;
      const tried = await doors.guarded<Response>(request, reply, { subject: email, email }, async () => {
        const answer = await doors.ask(request, '/sign-in/email', request.body);
        if (answer.ok) return { right: true, value: answer };
        return { right: false, refusal: { code: answer.status < 500 ? 'sign_in_failed' : 'internal' } };
      });
      if (!tried.right) return refuseWith(request, reply, tried.refusal);
      const said: unknown = await tried.value.json();
      void withCookies(reply, tried.value);
      if (redirectFrom.safeParse(said).success) return reply.send({ user: null, secondFactor: true });
      const { user } = userFrom.parse(said);
      return reply.send({ user: { name: user.name, email: user.email }, secondFactor: false });
    },
  );

  app.post(
    '/api/auth/sign-in/code',
    {
      config,
      schema: {
        operationId: 'signInWithCode',
        tags,
        description:
          'The second step for who has a second factor: a code of the app, or a recovery code, once.',
        body: z.strictObject({ code: codeText }),
        response: { 200: signedInSchema, ...refusals },
      },
    },
    async (request, reply) => {
      if (doors.foreign(request)) return refuseForeign(request, reply);
      const userId = await userOfChallenge(database, request.headers.cookie);
      if (userId === null) return refuseWith(request, reply, { code: 'sign_in_over' });
      const { code } = request.body;
      const tried = await doors.guarded<Response>(request, reply, { subject: `code ${userId}`, userId }, () =>
        tryCode(doors, request, code),
      );
      if (!tried.right) return refuseWith(request, reply, tried.refusal);
      const { user } = userFrom.parse(await tried.value.json());
      void withCookies(reply, tried.value);
      return reply.send({ user: { name: user.name, email: user.email }, secondFactor: false });
    },
  );

  app.post(
    '/api/auth/sign-out',
    { config, schema: { operationId: 'signOut', tags, response: { 200: doneSchema, ...refusals } } },
    async (request, reply) => {
      if (!fromOurPages(request, publicUrl)) return refuseForeign(request, reply);
      // Signing out twice, or with a session that is over, is signing out.
      const answer = await doors.ask(request, '/sign-out', {});
      return withCookies(reply, answer).send({ done: true });
    },
  );
}

/** Six digits, in any script, are a code of the app; anything else is a recovery code. */
export async function tryCode(
  doors: Doors,
  request: Parameters<Doors['ask']>[0],
  code: string,
): Promise<Tried<Response>> {
  const digits = latinDigits(code).replaceAll(/[\s-]/g, '');
  const answer = /^[0-9]{6}$/.test(digits)
    ? await doors.ask(request, '/two-factor/verify-totp', { code: digits })
    : await doors.ask(request, '/two-factor/verify-backup-code', { code });
  if (answer.ok) return { right: true, value: answer };
  if (answer.status >= 500) return { right: false, refusal: { code: 'internal' } };
  // A challenge takes five tries and ten minutes; after that it begins again with the password.
  const word = await wordOf(answer);
  const isOver = word === 'INVALID_TWO_FACTOR_COOKIE' || word === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE';
  return { right: false, refusal: isOver ? { code: 'sign_in_over' } : { code: 'code_wrong', field: 'code' } };
}

function latinDigits(text: string): string {
  return text.replaceAll(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * Whose code is asked for: the library keeps it under the chance its cookie carries. The cookie's signature is the
 * library's to check; this only says for whom a failure is counted.
 */
async function userOfChallenge(database: Database, cookies: string | undefined): Promise<string | null> {
  const cookie = /(?:^|;\s*)(?:__Secure-)?nardeban\.two_factor=([^;]+)/.exec(cookies ?? '')?.[1];
  if (cookie === undefined) return null;
  const identifier = decoded(cookie).split('.')[0] ?? '';
  const { rows } = await database.pool.query<{ value: string }>(
    'SELECT value FROM sign_in.verification WHERE identifier = $1 AND "expiresAt" > now()',
    [identifier.slice(0, 200)],
  );
  return rows[0]?.value ?? null;
}

function decoded(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return '';
  }
}
