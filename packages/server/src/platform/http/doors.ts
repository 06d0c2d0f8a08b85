import type { Language, Refusal } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { authorNamed, recordDeed } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { type Auth, type Failures, membershipsOf } from '../sign-in/index.ts';
import { fromOurPages } from './origin.ts';
import { refuseWith } from './problem.ts';

/** The doors of the sign-in library, and the guard in front of those that ask for a secret. */
export interface Doors {
  /** Asks the library as if over HTTP. */
  ask(request: FastifyRequest, path: string, body: unknown): Promise<Response>;
  /**
   * Tries a secret of an account at most as often as may be. `attempt` answers whether it was right; where too many
   * were wrong before, it is not called, and the refusal says when to come back.
   */
  guarded<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    account: { readonly subject: string; readonly email?: string; readonly userId?: string },
    attempt: () => Promise<Tried<T>>,
  ): Promise<Tried<T>>;
  /** Whether a request without a session comes from a page of another site. */
  foreign(request: FastifyRequest): boolean;
  /** Signs an account in and sets its cookies on the answer; for whoever has just proved or made it. */
  enter(request: FastifyRequest, reply: FastifyReply, email: string, password: string): Promise<void>;
}

export type Tried<T> =
  | { readonly right: true; readonly value: T }
  | { readonly right: false; readonly refusal: Refusal };

const MINUTE = 60_000;

export function makeDoors(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly auth: Auth;
  readonly failures: Failures;
  readonly publicUrl: string | undefined;
}): Doors {
  const { database, clock, auth, failures, publicUrl } = parts;

  async function ask(request: FastifyRequest, path: string, body: unknown): Promise<Response> {
    const headers = new Headers({ 'content-type': 'application/json' });
    const { cookie, 'user-agent': agent } = request.headers;
    if (cookie !== undefined) headers.set('cookie', cookie);
    if (agent !== undefined) headers.set('user-agent', agent.slice(0, 300));
    const url = new URL(`/api/auth${path}`, auth.options.baseURL);
    return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  /** Where they work, the owners read that somebody was locked out. An address without an account works nowhere. */
  async function tellLocked(
    account: { readonly email?: string; readonly userId?: string },
    address: string,
    minutes: number,
  ): Promise<void> {
    const { rows } = await database.pool.query<{ id: string; email: string }>(
      'SELECT id, email FROM sign_in."user" WHERE id = $1 OR email = lower($2)',
      [account.userId ?? null, account.email?.trim() ?? null],
    );
    const [user] = rows;
    if (user === undefined) return;
    for (const { businessId } of await membershipsOf(database, user.id)) {
      await database.withBusiness(businessId, (tx) =>
        recordDeed(tx, {
          by: authorNamed(user.email),
          deed: 'sign_in.locked',
          about: { kind: 'staff', id: user.id },
          detail: { address, minutes },
        }),
      );
    }
  }

  return {
    ask,
    foreign: (request) => request.headers.origin !== undefined && !fromOurPages(request, publicUrl),
    async guarded(request, reply, account, attempt) {
      const subject = { account: account.subject, address: request.ip };
      const admission = await failures.admit(subject);
      if (admission.kind === 'closed') {
        const wait = admission.until - clock.now();
        void reply.header('retry-after', String(Math.ceil(wait / 1000)));
        return { right: false, refusal: lockedFor(wait) };
      }
      const tried = await attempt();
      if (tried.right) await failures.succeeded(subject);
      else if (admission.lockedNow !== null) {
        const minutes = Math.ceil((admission.lockedNow - clock.now()) / MINUTE);
        // After the answer: how long it takes must not tell whether there is such an account.
        setImmediate(() => {
          tellLocked(account, request.ip, minutes).catch((error: unknown) => {
            request.log.warn({ err: error }, 'a lock-out could not be written down');
          });
        });
      }
      return tried;
    },
    async enter(request, reply, email, password) {
      const answer = await ask(request, '/sign-in/email', { email, password });
      if (!answer.ok) throw new Error(`An account just made could not sign in: ${answer.status}`);
      withCookies(reply, answer);
    },
  };
}

function lockedFor(wait: number): Refusal {
  return {
    code: 'sign_in_locked',
    detail: { minutes: Math.ceil(wait / MINUTE), seconds: Math.ceil(wait / 1000) },
  };
}

export function withCookies(reply: FastifyReply, answer: Response): FastifyReply {
  void reply.header('cache-control', 'no-store');
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  return reply;
}

/** Answers with the refusal of a request that a page of another site has sent. */
export function refuseForeign(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuseWith(request, reply, { code: 'origin_refused' });
}

/** The library's word for what went wrong, where it gives one. */
export async function wordOf(answer: Response): Promise<string> {
  const said: unknown = await answer.json().catch(() => null);
  const read = z.object({ code: z.string() }).safeParse(said);
  return read.success ? read.data.code : '';
}

export const languageText = z.enum(['fa', 'en']) satisfies z.ZodType<Language>;
