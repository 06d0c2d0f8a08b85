import { accept, type Result } from '@nardeban/core/values';
import { z } from 'zod';

export const doneSchema = z.strictObject({ done: z.literal(true) });

/** What a write answers, or its refusal. */
export function answered<Status extends 200 | 201, Body>(status: Status, result: Result<Body>) {
  return result.ok ? accept({ status, body: result.value }) : result;
}

/** The same for a write of which there is nothing to tell. */
export function done(result: Result<unknown>) {
  return result.ok ? accept({ status: 200 as const, body: { done: true as const } }) : result;
}
