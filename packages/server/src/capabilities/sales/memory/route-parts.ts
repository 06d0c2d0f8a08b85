import type { Instant } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askerOf, idText } from '../../../platform/http/index.ts';
import type { Teller } from './talks.ts';

export const tags = ['sales'];
export const reading = { scope: 'sales:read' } as const;
export const writing = { scope: 'sales:write' } as const;
export const one = z.strictObject({ id: idText });
export const doneSchema = z.strictObject({ done: z.literal(true) });
export const done = { status: 200 as const, body: { done: true as const } };
export const madeSchema = z.strictObject({ id: z.int() });

export function tellerOf(request: FastifyRequest, now: Instant): Teller {
  const { user, name } = askerOf(request);
  return { user, by: name, now };
}
