import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/**
 * Scripts come from our own files and nowhere else. Styles may stand in the page, because the workplace's components
 * write theirs there as they are shown; a style can change how a page looks, not what it does.
 */
export function sendSecurityHeaders(app: FastifyInstance, https: boolean): void {
  const headers = headersOf({
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
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
  });
}

/**
 * They are the same for every answer, and the library works them out anew for each: it is asked once, about an answer that is
 * sent to nobody. Its plugin for the server would hang a function of its own on every reply besides, which keeps the whole
 * request from the quick collection of memory (see docs/decisions/0036-quote-cost.md).
 */
function headersOf(
  options: Parameters<typeof helmet>[0],
): readonly (readonly [name: string, value: string])[] {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(answer.req, answer, (error) => {
    if (error !== undefined) throw error;
  });
  return answer.getHeaderNames().map((name) => [name, String(answer.getHeader(name))]);
}
