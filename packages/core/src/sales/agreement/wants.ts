import { z } from 'zod';
import { shownText } from '../shown-text.ts';

/** What the customer wants, as we understood it: read back to them, to be confirmed want by want. */
export const wantsSchema = z.strictObject({
  /** A few words before the list. */
  intro: shownText.max(1000),
  wants: z
    .array(
      z.strictObject({
        text: shownText.min(1).max(500),
        /** What belongs to it: for whom, until when, how much. */
        note: shownText.max(500),
      }),
    )
    .min(1)
    .max(50),
});
export type Wants = z.infer<typeof wantsSchema>;

/** What the customer said to each of them, in their order. */
export const wantsAnswerSchema = z.strictObject({
  wants: z.array(z.strictObject({ right: z.boolean(), comment: z.string().max(1000) })),
  comment: z.string().max(1000),
});
export type WantsAnswer = z.infer<typeof wantsAnswerSchema>;

/** Whether every want was understood; a comment alone takes nothing back. */
export function areConfirmed({ wants }: { readonly wants: readonly { readonly right: boolean }[] }): boolean {
  return wants.length > 0 && wants.every(({ right }) => right);
}
