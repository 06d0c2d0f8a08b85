import { z } from 'zod';

/**
 * An event as tracking libraries send it: https://segment.com/docs/connections/spec/common/. What we do not read may
 * be there in any form.
 */
const properties = z.record(z.string(), z.unknown());

const id = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => (value === null || value === '' ? undefined : value));

const instant = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => value ?? undefined);

export const trackedEventSchema = z.looseObject({
  type: z.string().optional(),
  event: z.string().optional(),
  name: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  userId: id,
  anonymousId: id,
  previousId: id,
  messageId: id,
  properties: properties.nullish().transform((value) => value ?? undefined),
  traits: properties.nullish().transform((value) => value ?? undefined),
  context: z
    .looseObject({ traits: properties.nullish().transform((value) => value ?? undefined) })
    .nullish()
    .transform((value) => value ?? undefined),
  timestamp: instant,
  originalTimestamp: instant,
});
export type TrackedEvent = z.infer<typeof trackedEventSchema>;
