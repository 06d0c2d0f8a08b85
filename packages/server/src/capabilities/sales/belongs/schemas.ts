import { LONGEST_SENTENCE, shownText, suggestionAnswers } from '@nardeban/core/sales';
import { z } from 'zod';
import { rateSchema } from '../rate-schema.ts';

const tried = z
  .strictObject({ asked: z.int(), taken: z.int(), refused: z.int(), later: z.int(), rate: rateSchema })
  .meta({ id: 'SalesPairTried' });

const numbers = z
  .strictObject({
    how: z
      .enum(['together', 'next'])
      .describe('`together`: purchases of one day. `next`: people, by what they bought the next time.'),
    of: z.int(),
    both: z.int(),
    lift: z.number(),
  })
  .meta({ id: 'SalesPairNumbers' });

const sentence = z.strictObject({ fa: z.string(), en: z.string() });

const pairSaid = z.strictObject({
  id: z.int(),
  revision: z.int(),
  own: z.boolean(),
  hidden: z.boolean(),
  sentenceFa: z.string().nullable(),
  sentenceEn: z.string().nullable(),
});

const suggestion = z
  .strictObject({
    item: z.string(),
    other: z.string(),
    from: z.enum(['deal', 'bought']),
    numbers: numbers.nullable(),
    later: z.string().nullable().describe('The day on which they said "later".'),
    sentence,
    pair: pairSaid.nullable(),
    tried,
  })
  .meta({ id: 'SalesSuggestion' });

export const suggestionsSchema = z
  .strictObject({
    suggestions: z.array(suggestion),
    leftOut: z.array(
      suggestion.extend({
        why: z.enum(['in_deal', 'owned', 'refused', 'taken', 'hidden']),
        day: z.string().nullable(),
      }),
    ),
    has: z.array(z.strictObject({ item: z.string(), from: z.enum(['deal', 'bought']) })),
    counted: z.boolean().describe('Whether insight has counted what is bought together.'),
  })
  .meta({ id: 'SalesSuggestions' });

export const keptPair = z
  .strictObject({
    ...pairSaid.shape,
    item: z.string(),
    other: z.string(),
    changedBy: z.string(),
    changedAt: z.number(),
  })
  .meta({ id: 'SalesPair' });

export const listedPair = z
  .strictObject({
    item: z.string(),
    other: z.string(),
    numbers: numbers.nullable(),
    pair: keptPair.nullable(),
    sentence,
    tried,
  })
  .meta({ id: 'SalesListedPair' });

const name = shownText.min(1).max(200);
const saying = shownText
  .min(1)
  .max(LONGEST_SENTENCE)
  .nullish()
  .describe('With {item} and {other}; without one, the shipped sentence.');

export const pairBody = z.strictObject({
  item: name,
  other: name,
  own: z.boolean().describe('Written by hand: suggested also where nothing is counted.'),
  hidden: z.boolean().default(false).describe('Never to be suggested.'),
  sentenceFa: saying,
  sentenceEn: saying,
  revision: z.int().min(1).nullable().describe('Null: nothing was said of this pair yet.'),
});

export const addedSchema = z
  .strictObject({
    deal: z.int(),
    title: z.string(),
    how: z
      .enum(['deal', 'other', 'opened'])
      .describe(
        '`deal`: the one that was asked about; `other`: one of theirs under way, since that is over; `opened`: a new one.',
      ),
    quotation: z
      .int()
      .nullable()
      .describe('One that is being written on that deal and has no line of it yet.'),
  })
  .meta({ id: 'SalesSuggestionAdded' });

export const answerBody = z.strictObject({
  person: z.int().min(1),
  deal: z.int().min(1).nullish(),
  item: name,
  other: name,
  answer: z.enum(suggestionAnswers),
  due: z.number().nullish().describe('Of "later": when to ask again; without it, in two weeks.'),
  addToDeal: z
    .boolean()
    .default(false)
    .describe('Of "taken": it joins the products of the deal, or of another where that is over.'),
});
