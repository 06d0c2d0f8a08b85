import type { FastifyInstance } from 'fastify';
import { Refused } from '../refused.ts';
import { checkBounds } from './text-bounds.ts';

/**
 * Reads JSON bodies: UTF-8 or refused (not replaced by question marks), no `__proto__` or `constructor` tricks, no
 * NUL, no bottomless nesting. An empty body is no body.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser(
    /^application\/(?:[a-z0-9.+-]+\+)?json(?:;|$)/,
    { parseAs: 'buffer' },
    (request, body, done) => {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      if (bytes.length === 0) return done(null, undefined);
      let text = '';
      try {
        text = utf8.decode(bytes);
      } catch {
        return done(new Refused('text_unreadable'));
      }
      // The parser calls back at once; its errors name the fault and are told as one refusal.
      return parse(request, text, (error: Error | null, value?: unknown) => {
        if (error) return done(new Refused('body_unreadable'));
        const bounds = checkBounds(value);
        if (!bounds.ok) return done(new Refused(bounds.refusal.code, bounds.refusal.detail));
        return done(null, value);
      });
    },
  );
}
