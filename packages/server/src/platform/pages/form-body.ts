import type { FastifyInstance } from 'fastify';
import { PROGRAM_PATHS } from '../http/permit.ts';
import { checkBounds } from '../http/text-bounds.ts';
import { Refused } from '../refused.ts';

const MOST_FIELDS = 200;
const LONGEST_BODY = 128 * 1024;

/**
 * Reads what a form without a script posts to a page of ours: a record of texts, a list where a name came several times. Bounded like JSON:
 * no NUL, no half a character, no name that means something to JavaScript.
 */
export function readFormBodies(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: LONGEST_BODY },
    (request, body, done) => {
      // A form of another site may be sent to any address without asking; programs speak JSON.
      if (PROGRAM_PATHS.test(request.url)) return done(new Refused('media_type_unknown'));
      const fields = new Map<string, string | string[]>();
      const told = [...new URLSearchParams(body.toString())];
      if (told.length > MOST_FIELDS) return done(new Refused('body_unreadable'));
      for (const [name, value] of told) {
        if (name === '__proto__' || name === 'constructor') return done(new Refused('body_unreadable'));
        const before = fields.get(name);
        fields.set(name, before === undefined ? value : [before, value].flat());
      }
      const read = Object.fromEntries(fields);
      const bounds = checkBounds(read);
      if (!bounds.ok) return done(new Refused(bounds.refusal.code, bounds.refusal.detail));
      return done(null, read);
    },
  );
}
