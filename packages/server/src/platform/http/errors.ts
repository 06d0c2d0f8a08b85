import type { Refusal } from '@nardeban/core/values';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Refused } from '../refused.ts';
import { refusalOfIssue } from './input-refusal.ts';
import { problemOf, readerLanguage, refuseWith } from './problem.ts';

/** What Fastify and its plug-ins refuse on their own, in our words. */
const fastifyCodes: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'request_unreadable',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_missing',
  FST_ERR_CTP_EMPTY_TYPE: 'media_type_unknown',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request_unreadable',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_unreadable',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unknown',
  FST_ERR_CTP_INVALID_TYPE: 'media_type_unknown',
  FST_ERR_HANDLER_TIMEOUT: 'try_again',
  FST_ERR_MAX_PARAM_LENGTH: 'url_too_long',
  FST_FILES_LIMIT: 'input_unexpected',
  FST_FIELDS_LIMIT: 'input_unexpected',
  FST_PARTS_LIMIT: 'input_unexpected',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'media_type_unknown',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
};

/** The database is going down, is not there, or gave this transaction up for another: asking again will do. */
const OUTAGE = /^(?:08|53|57P0)/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
const RACED = new Set(['40001', '40P01', '55P03', '57014']);
/** The server's word for a value no column can hold. Our checks come first; what slips by is still bad input. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

/** Turns every failure of a request into a refusal; what nobody foresaw is logged and told as no more than a number. */
export function tellErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal !== null) {
      if (refusal.code === 'try_again' || refusal.code === 'database_unavailable') {
        request.log.warn({ err: error }, 'could not be answered now');
        void reply.header('retry-after', '1');
      }
      return refuseWith(request, reply, refusal);
    }
    request.log.error({ err: error }, 'a request failed');
    return tellInternal(request, reply);
  });
}

function tellInternal(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(500)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({ ...problemOf({ code: 'internal' }, readerLanguage(request)), requestId: request.id });
}

/** Null: nobody foresaw it. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  if (hasZodFastifySchemaValidationErrors(error)) return refusalOfInput(error);
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (statusCode === 429) return { code: 'too_many_requests' };
  if (typeof code !== 'string') return null;
  const known = fastifyCodes[code];
  if (known !== undefined) return { code: known };
  if (RACED.has(code)) return { code: 'try_again' };
  if (OUTAGE.test(code) || SOCKET.has(code)) return { code: 'database_unavailable' };
  if (DATA_EXCEPTION.test(code)) return { code: 'request_unreadable' };
  return null;
}

interface Fault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params?: Record<string, unknown>;
}

/** The first fault a route's schema found, back from the form Fastify carries it in. */
function refusalOfInput(error: { readonly validation: readonly Fault[] }): Refusal {
  const fault = error.validation[0];
  if (fault === undefined) return { code: 'request_unreadable' };
  const { keys, origin, maximum } = fault.params ?? {};
  return refusalOfIssue({
    code: fault.keyword,
    path: fault.instancePath.split('/').filter((part) => part !== ''),
    message: fault.message ?? '',
    ...(Array.isArray(keys) ? { keys: keys.map(String) } : {}),
    ...(typeof origin === 'string' ? { origin } : {}),
    ...(typeof maximum === 'number' ? { maximum } : {}),
  });
}
