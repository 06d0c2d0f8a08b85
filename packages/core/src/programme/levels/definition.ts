import { z } from 'zod';
import { windowSchema } from '../../criteria/index.ts';
import { wordsSchema } from '../../ladder/index.ts';
import { clubKey } from '../wallet.ts';

const levelSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  /** What has to be reached; the lowest level asks for nothing (0). */
  from: z.int().min(0).max(1e15),
  /** What it brings, in words for the customer. */
  brings: wordsSchema.optional(),
});
export type Level = z.infer<typeof levelSchema>;

/** Over which stretch orders count. */
export const levelSpanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ever') }),
  /** The last so many days, months or years before each day. */
  z.strictObject({ kind: z.literal('rolling'), window: windowSchema }),
  /**
   * The month, quarter or year of the business's calendar. `keeps`: how many further periods a level that was reached
   * in one stays at least; 1 is usual: what this year made holds to the end of the next.
   */
  z.strictObject({
    kind: z.literal('calendar'),
    unit: z.enum(['month', 'quarter', 'year']),
    keeps: z.int().min(0).max(12),
  }),
]);

/**
 * Status inside the club, lowest level first. It is no ladder: it is reached by what was bought or earned alone, and it
 * says what a person may expect, not where the relation stands. Up at once; down with grace.
 */
export const levelsSchema = z.strictObject({
  name: wordsSchema,
  levels: z.array(levelSchema).min(2).max(20),
  /** What is counted: money of orders, orders, points earned, or the largest single invoice. */
  by: z.enum(['amount', 'orders', 'points', 'invoice']),
  /** The wallet whose points count; only with `points`. */
  wallet: clubKey.optional(),
  span: levelSpanSchema,
  /** How long too little may be there before the fall. */
  grace: windowSchema.optional(),
  /** A fall goes one level down and waits again, or to the level that is reached; or nobody ever falls. */
  down: z.enum(['step', 'reached', 'never']),
  /** Down one level when two purchases are farther apart than this, and again for each further such stretch. */
  gap: windowSchema.optional(),
});
export type Levels = z.infer<typeof levelsSchema>;
