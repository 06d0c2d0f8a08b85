import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Scripts come from our own files and nowhere else. Styles may stand in the page, because the workplace's components
 * write theirs there as they are shown; a style can change how a page looks, not what it does.
 */
export async function sendSecurityHeaders(app: FastifyInstance, https: boolean): Promise<void> {
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Over plain HTTP these would make promises that are not kept, and browsers would lock the address up.
    hsts: https ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  // They are the same for every answer, and the library works them out anew for each: it is asked once.
  let known: readonly (readonly [name: string, value: string])[] | null = null;
  app.addHook('onRequest', (_request, reply, done) => {
    if (known === null) {
      reply.helmet();
      known = reply.raw.getHeaderNames().map((name) => [name, String(reply.raw.getHeader(name))]);
    } else for (const [name, value] of known) reply.raw.setHeader(name, value);
    done();
  });
}
