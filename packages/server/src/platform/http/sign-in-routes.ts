import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Auth } from '../sign-in/index.ts';
import { PASSWORD_LENGTH } from '../sign-in/index.ts';
import { type Http, refusals } from './http.ts';
import { fromOurPages } from './origin.ts';
import { refuseWith } from './problem.ts';

const SIGN_INS_PER_MINUTE = 10;

const password = z.string().min(1).max(PASSWORD_LENGTH.most);

const signedInSchema = z.strictObject({ user: z.strictObject({ name: z.string(), email: z.string() }) });
const doneSchema = z.strictObject({ done: z.literal(true) });

/**
 * Signing in, out, and changing one's password: the few doors of the sign-in library that are open, each with a
 * schema and refusals like any other route. Nobody can sign up over HTTP.
 */
export function serveSignIn(app: Http, auth: Auth, publicUrl: string | undefined): void {
  const config = { scope: { public: 'this is how a stranger becomes known' } };
  const hasty = { ...config, rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: 60_000 } };
  const tags = ['sign-in'];

  app.post(
    '/api/auth/sign-in/email',
    {
      config: hasty,
      schema: {
        operationId: 'signIn',
        tags,
        body: z.strictObject({
          email: z.string().trim().min(3).max(254),
          password,
          rememberMe: z.boolean().optional(),
        }),
        response: { 200: signedInSchema, ...refusals },
      },
    },
    async (request, reply) => {
      if (foreign(request, publicUrl)) return refuseWith(request, reply, { code: 'origin_refused' });
      const answer = await ask(auth, request, '/sign-in/email', request.body);
      if (!answer.ok)
        return refuseWith(request, reply, { code: answer.status < 500 ? 'sign_in_failed' : 'internal' });
      const { user } = signedInFrom.parse(await answer.json());
      return withCookies(reply, answer).send({ user: { name: user.name, email: user.email } });
    },
  );

  app.post(
    '/api/auth/sign-out',
    { config, schema: { operationId: 'signOut', tags, response: { 200: doneSchema, ...refusals } } },
    async (request, reply) => {
      if (!fromOurPages(request, publicUrl)) return refuseWith(request, reply, { code: 'origin_refused' });
      // Signing out twice, or with a session that is over, is signing out.
      const answer = await ask(auth, request, '/sign-out', {});
      return withCookies(reply, answer).send({ done: true });
    },
  );

  app.post(
    '/api/auth/change-password',
    {
      config: hasty,
      schema: {
        operationId: 'changePassword',
        tags,
        body: z.strictObject({
          currentPassword: password,
          newPassword: password.min(PASSWORD_LENGTH.least),
        }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      if (!fromOurPages(request, publicUrl)) return refuseWith(request, reply, { code: 'origin_refused' });
      // Whoever knew the old password may still be signed in somewhere: all other sessions end.
      const answer = await ask(auth, request, '/change-password', {
        ...request.body,
        revokeOtherSessions: true,
      });
      if (answer.status === 401) return refuseWith(request, reply, { code: 'sign_in_needed' });
      if (!answer.ok) return refuseWith(request, reply, { code: 'password_wrong', field: 'currentPassword' });
      return withCookies(reply, answer).send({ done: true });
    },
  );
}

const signedInFrom = z.object({ user: z.object({ name: z.string(), email: z.string() }) });

/** A sign-in carries no cookie yet; a page of another site could still sign its visitor in as somebody else. */
function foreign(request: FastifyRequest, publicUrl: string | undefined): boolean {
  return request.headers.origin !== undefined && !fromOurPages(request, publicUrl);
}

function ask(auth: Auth, request: FastifyRequest, path: string, body: unknown): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json' });
  const { cookie, 'user-agent': agent } = request.headers;
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (agent !== undefined) headers.set('user-agent', agent.slice(0, 300));
  const url = new URL(`/api/auth${path}`, auth.options.baseURL);
  return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

function withCookies(reply: FastifyReply, answer: Response): FastifyReply {
  void reply.header('cache-control', 'no-store');
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  return reply;
}
