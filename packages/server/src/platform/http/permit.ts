import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asker, Askers } from './asker.ts';
import { fromOurPages } from './origin.ts';
import type { Scope } from './permissions.ts';
import { refuseWith } from './problem.ts';

/** The paths that belong to programs; everything else is the workplace in the browser. */
export const PROGRAM_PATHS = /^\/(?:v1|api|health|metrics)(?:\/|$)/;

/** What a route asks of who asks: one scope, or only that they are known, or nothing at all (and then why). */
type Access = Scope | 'anyone known' | { readonly public: string };

declare module 'fastify' {
  interface FastifyContextConfig {
    scope?: Access;
    /** Answers members of several businesses who name none. */
    anyBusiness?: boolean;
  }
  interface FastifyRequest {
    asker: Asker | null;
  }
}

/**
 * Lets nobody through by default: a route without `config.scope` stops the program from starting, so a forgotten one
 * cannot be open. Runs before the body is read, so that a stranger cannot make us read five megabytes.
 */
export function permitByScope(app: FastifyInstance, askers: Askers, publicUrl: string | undefined): void {
  app.decorateRequest('asker', null);
  app.addHook('onRoute', (route) => {
    if (route.config?.scope !== undefined) return;
    if (PROGRAM_PATHS.test(route.url)) throw new Error(`${String(route.method)} ${route.url} names no scope`);
    // Elsewhere there are only the files of the workplace, which hold nobody's data.
    route.config = { ...route.config, scope: { public: 'a file of the workplace' } };
  });
  app.addHook('onRequest', async (request, reply): Promise<FastifyReply | undefined> => {
    const access = request.routeOptions.config.scope;
    if (access === undefined || typeof access === 'object') return undefined;
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
