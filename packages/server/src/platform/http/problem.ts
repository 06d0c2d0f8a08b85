import { STATUS_CODES } from 'node:http';
import { type Language, type Refusal, sayRefusal } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { languageOf } from './language.ts';
import { statusOfRefusal } from './refusal-status.ts';

/** A refusal as it stands inside an answer: one line of a batch, or what became of an import. */
export const refusalSchema = z
  .strictObject({
    code: z.string().describe('Stable; docs/reference/refusals.md has a line for each.'),
    sentence: z.string().describe('Why, in the language of the reader.'),
    field: z.string().optional().describe('The input it is about, as a path.'),
  })
  .meta({ id: 'Refusal' });

/** RFC 9457. `detail` is always English, for the developer; `sentence` is in the reader's language. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    sentence: z.string(),
    detail: z.string(),
    field: z.string().optional(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    requestId: z.string().optional().describe('Given with status 500: the same number stands in the log.'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

export function problemOf(refusal: Refusal, language: Language): Problem {
  const status = statusOfRefusal(refusal.code);
  return {
    type: `urn:nardeban:refusal:${refusal.code}`,
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    code: refusal.code,
    sentence: sayRefusal(refusal, language),
    detail: sayRefusal(refusal, 'en'),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.detail === undefined ? {} : { values: { ...refusal.detail } }),
  };
}

/** The refusal of one line of a batch, in the reader's language. */
export function lineRefusal(refusal: Refusal, language: Language): z.infer<typeof refusalSchema> {
  return {
    code: refusal.code,
    sentence: sayRefusal(refusal, language),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  };
}

/** `Accept-Language` first; else the language of whoever signed in, else of their business; else Persian. */
export function readerLanguage(request: FastifyRequest): Language {
  const header = request.headers['accept-language'];
  const own = request.asker?.user?.language ?? request.account?.language;
  return languageOf(header, own ?? request.asker?.business.language ?? 'fa');
}

/** Answers with a refusal and nothing else. The caller returns what this returns. */
export function refuseWith(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const language = readerLanguage(request);
  const problem = problemOf(refusal, language);
  // A browser that is offered Basic asks for a name and a password in a box of its own; customers have neither.
  if (problem.status === 401)
    void reply.header(
      'www-authenticate',
      refusal.code === 'member_sign_in_needed'
        ? 'Cookie realm="nardeban"'
        : 'Bearer realm="nardeban", Basic realm="nardeban"',
    );
  return reply
    .code(problem.status)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(problem);
}
