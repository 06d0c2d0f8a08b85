import { z } from 'zod';
import { becomings, fieldKinds } from './kinds.ts';

const text = (most: number) => z.string().trim().max(most);
/** The same in both languages; what is shown in one of them needs both. */
const words = (most: number) =>
  z
    .strictObject({ fa: text(most).min(1), en: text(most).min(1) })
    .meta({ description: 'In both languages.' });
const origin = text(100).min(1);

const fieldSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  kind: z.enum(fieldKinds),
  label: words(200),
  help: words(300).optional(),
  required: z.boolean(),
  becomes: z.enum(becomings),
  trait: z
    .string()
    .regex(/^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_]{0,62}$/u)
    .optional()
    .describe('Of which trait the answer is the value.'),
  choices: z
    .array(z.strictObject({ value: text(100).min(1), label: words(200) }))
    .min(1)
    .max(50)
    .optional(),
  value: text(300)
    .optional()
    .describe('Of a hidden field: what it says, unless the address says something else.'),
});
export type FormField = z.infer<typeof fieldSchema>;

const consentSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  purpose: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  channel: z.enum(['sms', 'email', 'phone', 'messenger', 'post']),
  words: words(1000).describe('The sentence they agree to. It is kept with their answer, as it stood.'),
  required: z.boolean(),
});
export type FormConsent = z.infer<typeof consentSchema>;

/** A form as a business has laid it out. */
export const formSchema = z
  .strictObject({
    title: words(200),
    intro: words(1000).optional(),
    button: words(60),
    fields: z.array(fieldSchema).min(1).max(30),
    consents: z.array(consentSchema).max(6),
    after: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('thanks'), words: words(1000) }),
      z.strictObject({ kind: z.literal('redirect'), to: z.url({ protocol: /^https?$/ }).max(1000) }),
    ]),
    lead: z.strictObject({
      source: origin.nullable().describe('Where leads come from when their address does not say.'),
      medium: origin.nullable(),
      campaign: origin.nullable(),
      owner: text(100)
        .min(1)
        .nullable()
        .describe('The member of staff who gets them; null: as the rules assign.'),
      hand: z.boolean().describe('Sending it is a raised hand: straight to sales.'),
    }),
    windowHours: z
      .int()
      .min(1)
      .max(24 * 90)
      .describe('Sent again by the same person within this time it is the same sign of interest.'),
    leastSeconds: z.int().min(0).max(60).describe('Filled in quicker it is doubtful.'),
  })
  .meta({ id: 'CaptureForm' });
export type Form = z.infer<typeof formSchema>;
