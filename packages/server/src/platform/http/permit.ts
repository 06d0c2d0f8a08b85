import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account, Asker, Askers } from './asker.ts';
import { fromOurPages } from './origin.ts';
import type { Scope } from './permissions.ts';
import { refuseWith } from './problem.ts';

/** The paths that belong to programs; everything else is the workplace in the browser. */
export const PROGRAM_PATHS = /^\/(?:v1|api|health|metrics)(?:\/|$)/;

/**
 * What a route asks of who asks: one scope; only that they are known; that they are signed in, for what is about their
 * own account and no business; or nothing at all (and then why).
 */
type Access = Scope | 'anyone known' | 'own account' | { readonly public: string };

declare module 'fastify' {
  interface FastifyContextConfig {
    scope?: Access;
    /** Answers members of several businesses who name none. */
    anyBusiness?: boolean;
  }
  interface FastifyRequest {
    asker: Asker | null;
    account: Account | null;
  }
}

/**
 * Lets nobody through by default: a route without `config.scope` stops the program from starting, so a forgotten one
 * cannot be open. Runs before the body is read, so that a stranger cannot make us read five megabytes.
 */
export function permitByScope(app: FastifyInstance, askers: Askers, publicUrl: string | undefined): void {
  app.decorateRequest('asker', null);
  app.decorateRequest('account', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.scope !== undefined) return;
    if (PROGRAM_PATHS.test(route.url)) throw new Error(`${String(route.method)} ${route.url} names no scope`);
    // Elsewhere there are only the files of the workplace, which hold nobody's data.
    route.config = { ...route.config, scope: { public: 'a file of the workplace' } };
  });
  app.addHook('onRequest', async (request, reply): Promise<FastifyReply | undefined> => {
    const access = request.routeOptions.config.scope;
    if (access === undefined || typeof access === 'object') return undefined;
    if (access === 'own account') {
      const account = await askers.account(request);
      if (!account.ok) return refuseWith(request, reply, account.refusal);
      if (account.value === null) return refuseWith(request, reply, { code: 'sign_in_needed' });
      request.account = account.value;
      return fromOurPages(request, publicUrl)
        ? undefined
        : refuseWith(request, reply, { code: 'origin_refused' });
    }
    const known = await askers.identify(request);
    if (!known.ok) return refuseWith(request, reply, known.refusal);
    if (known.value === null) return refuseWith(request, reply, { code: 'sign_in_needed' });
    request.asker = known.value;
    if (known.value.kind === 'staff' && !fromOurPages(request, publicUrl)) {
      return refuseWith(request, reply, { code: 'origin_refused' });
    }
    if (access !== 'anyone known' && !known.value.scopes.has(access)) {
      return refuseWith(request, reply, { code: 'scope_missing', detail: { scope: access } });
    }
    return undefined;
  });
}

/** Who asks. A route with a scope always has somebody; asking elsewhere is a bug. */
export function askerOf(request: FastifyRequest): Asker {
  if (request.asker === null) throw new Error('A public route asked who asks');
  return request.asker;
}

/** Whose account it is. A route of `own account` always has somebody; asking elsewhere is a bug. */
export function accountOf(request: FastifyRequest): Account {
  if (request.account === null) throw new Error('A route that is not of an account asked whose it is');
  return request.account;
}
