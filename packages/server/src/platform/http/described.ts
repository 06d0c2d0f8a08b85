import { z } from 'zod';

/**
 * An input that the contract describes by a schema, and that is not checked by it: whoever reads it refuses it in
 * better words, or answers line by line. The schema gets its name in the contract here.
 */
export function described(schema: z.ZodType, id: string): z.ZodUnknown {
  named(schema, id);
  return z.unknown().meta({ $ref: `#/components/schemas/${id}Input` });
}

/** Gives a schema of `core`, which knows no contract, its name in it. */
export function named(schema: z.ZodType, id: string): void {
  if (z.globalRegistry.get(schema)?.id === undefined) z.globalRegistry.add(schema, { id });
}

/** A day as `YYYY-MM-DD`; whether there is such a day is seen by who reads it. */
export const dayText = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);

/** The number of a stored thing, in an address or a query. */
export const idText = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** A page of a list: what the last page told as `next`, and how many at most. */
export const paging = {
  after: idText.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};
