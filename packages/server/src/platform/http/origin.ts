import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that would change something comes from our own pages. A browser sends the cookie of whoever
 * signed in with requests of other sites too (SameSite=Lax holds off most of them); it also always says in `Origin`
 * whose page asked, and pages cannot lie about it. Behind a proxy that ends TLS the scheme differs, so hosts are
 * compared, or the whole with the public address.
 */
export function fromOurPages(request: FastifyRequest, publicUrl: string | undefined): boolean {
  if (SAFE.has(request.method)) return true;
  const { origin } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host, origin: exact } = new URL(origin);
  if (publicUrl !== undefined && exact === new URL(publicUrl).origin) return true;
  return host === request.headers.host;
}
