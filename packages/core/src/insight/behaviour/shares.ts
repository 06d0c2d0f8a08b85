import { z } from 'zod';

/** A part of a whole; null where the whole is nothing. */
export const shareSchema = z.number().min(0).max(1).nullable();

export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.min(1, part / whole) : null;
}

/** People of a class, and what they paid and did not give back, in minor units. */
export const partSchema = z.strictObject({
  people: z.int().min(0),
  share: shareSchema,
  revenue: z.number().min(0),
  revenueShare: shareSchema,
});
type Part = z.infer<typeof partSchema>;

export function partOf(people: number, everybody: number, revenue: number, all: number): Part {
  return { people, share: shareOf(people, everybody), revenue, revenueShare: shareOf(revenue, all) };
}
