import { z } from 'zod';
import { quotationSchema } from './quotation.ts';
import { wantsSchema } from './wants.ts';

const text = z.string();

/** Whose paper it is, as it was when the paper was sent. */
export const letterheadSchema = z.strictObject({
  name: text,
  address: text,
  phones: text,
  /** Tax number, registration …: a line as the business wrote it. */
  legal: text,
  footer: text,
  /** The hash of the logo, in hexadecimal; null: none. */
  logo: text.nullable(),
});
export type Letterhead = z.infer<typeof letterheadSchema>;

const sides = {
  number: z.int().min(1),
  version: z.int().min(1),
  /** Milliseconds since 1970. */
  sentAt: z.number(),
  language: z.enum(['fa', 'en']),
  from: letterheadSchema,
  to: text,
};

/** What a customer is sent, whole: what it is drawn from, and what is hashed. */
export const agreementDocumentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quotation'),
    ...sides,
    money: z.strictObject({ currency: text, unit: z.enum(['rial', 'toman', 'major']) }),
    calendar: z.enum(['jalali', 'gregorian']),
    zone: text,
    content: quotationSchema,
    total: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('wants'),
    ...sides,
    calendar: z.enum(['jalali', 'gregorian']),
    zone: text,
    content: wantsSchema,
  }),
]);
export type AgreementDocument = z.infer<typeof agreementDocumentSchema>;
export type QuotationDocument = Extract<AgreementDocument, { kind: 'quotation' }>;
export type WantsDocument = Extract<AgreementDocument, { kind: 'wants' }>;

/**
 * One text for one document: names in alphabetical order, so that whoever holds a copy comes to the same hash
 * (SHA-256 of it in UTF-8).
 */
export function documentText(document: AgreementDocument): string {
  return written(agreementDocumentSchema.parse(document));
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${written(one)}`);
  return `{${inner.join(',')}}`;
}
