import type { FastifyInstance } from 'fastify';
import { Refused } from '../refused.ts';
import { checkBounds } from './text-bounds.ts';

/**
 * Reads JSON bodies: UTF-8 or refused (not replaced by question marks), no `__proto__` or `constructor` tricks, no
 * NUL, no bottomless nesting. An empty body is no body.
 *
 * Neither NUL nor half a character can stand in JSON but by an escape, nor can either of those names hide but in one: a body
 * of a hundred facts that has none of it is told so by three searches, where looking at every text of it took as long as
 * parsing it.
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
      const isPlain = !SUSPECT.some((part) => text.includes(part));
      const bounded = (value: unknown): void => {
        const bounds = checkBounds(value, { texts: !isPlain });
        if (bounds.ok) done(null, value);
        else done(new Refused(bounds.refusal.code, bounds.refusal.detail));
      };
      if (!isPlain) {
        // The parser calls back at once; its errors name the fault and are told as one refusal.
        return parse(request, text, (error: Error | null, value?: unknown) =>
          error ? done(new Refused('body_unreadable')) : bounded(value),
        );
      }
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return done(new Refused('body_unreadable'));
      }
      return bounded(value);
    },
  );
}

const SUSPECT = ['\\u', '__proto__', 'constructor'];
