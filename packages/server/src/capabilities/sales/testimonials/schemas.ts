import { z } from 'zod';
import { languageText } from '../../../platform/http/index.ts';
import type { SimilarTestimonial } from './similar.ts';
import { recordKinds, type Testimonial, type TestimonialRecord } from './testimonial.ts';

const instant = z.number();
export const testimonialStates = ['asked', 'given', 'published', 'hidden', 'withdrawn'] as const;

export const testimonialSchema: z.ZodType<Testimonial> = z
  .strictObject({
    id: z.int(),
    person: z.int(),
    name: z.string().nullable(),
    deal: z.int().nullable(),
    state: z.enum(testimonialStates),
    language: languageText,
    words: z.string().nullable(),
    score: z.int().nullable().describe('1 to 5.'),
    shownName: z.string().nullable(),
    consent: z.boolean().describe('May it be published?'),
    products: z.array(z.string()),
    categories: z.array(z.string()),
    askedBy: z.string(),
    askedAt: instant,
    givenAt: instant.nullable(),
    publishedAt: instant.nullable(),
    reason: z.string().nullable(),
    revision: z.int(),
    changedBy: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'Testimonial' });

export const recordSchema: z.ZodType<TestimonialRecord> = z.strictObject({
  place: z.int(),
  kind: z.enum(recordKinds),
  wording: z.string().nullable().describe('The sentence beside the tick as it stood there.'),
  version: z.string().nullable(),
  words: z.string().nullable().describe('Of a message that did not go out: the code of why.'),
  by: z.string().describe('`customer`: whoever holds the link.'),
  at: instant,
});

export const similarSchema: z.ZodType<SimilarTestimonial> = z
  .strictObject({
    testimonial: testimonialSchema,
    points: z.int(),
    because: z.array(
      z.strictObject({
        kind: z.enum(['product', 'category', 'trade', 'city', 'trait', 'tag', 'segment']),
        name: z.string().nullable().describe('Which trait; null for the others.'),
        value: z.string().describe('Of a segment: `ladder:place`.'),
        points: z.int(),
      }),
    ),
  })
  .meta({ id: 'SimilarTestimonial' });
