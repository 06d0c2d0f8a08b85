import { z } from 'zod';
import { chiSquareAbove } from './distributions.ts';

export const sampleRatioSchema = z.strictObject({
  held: z.int(),
  treated: z.int(),
  expectedHeld: z.number(),
  chiSquare: z.number(),
  p: z.number(),
  alarm: z
    .boolean()
    .describe('The arms are not as large as the draw makes them: nothing else here can be believed.'),
});
export type SampleRatio = z.infer<typeof sampleRatioSchema>;

/** A fault so grave is not looked for at one in twenty, or every twentieth experiment would be thrown away. */
const ALARM = 0.001;

/** Whether as many are in each arm as the draw promises (χ², one degree of freedom). `share` is that of those held. */
export function sampleRatioOf(held: number, treated: number, share: number): SampleRatio {
  const all = held + treated;
  const expectedHeld = all * share;
  const chiSquare =
    all === 0 || share <= 0 || share >= 1 ? 0 : (held - expectedHeld) ** 2 / (all * share * (1 - share));
  const p = chiSquareAbove(chiSquare);
  return { held, treated, expectedHeld, chiSquare, p, alarm: p < ALARM };
}
