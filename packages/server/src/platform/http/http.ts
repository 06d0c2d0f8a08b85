import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problemSchema } from './problem.ts';

/** The server as routes see it: inputs and answers have the types of their schemas. */
export type Http = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What any route may answer besides its own: a refusal. Spread into `response`. */
export const refusals = { '4xx': problemSchema, '5xx': problemSchema } as const;
