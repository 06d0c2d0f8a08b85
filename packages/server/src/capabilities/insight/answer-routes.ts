import { z } from 'zod';
import { askerOf, idText, named, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { classKinds, peopleInClass } from './people-lists.ts';
import { isKnown, scoresOf, scoresSchema } from './person-scores.ts';
import { type Question, questionSchemas } from './questions.ts';
import { resultOf } from './results.ts';

const tags = ['insight'];
const reading = { scope: 'insight:read' } as const;

/** Each question by its address: what it is called in the contract, and what it answers. */
const QUESTIONS = {
  rfm: [
    'insightRfm',
    'Rfm',
    'Recency, frequency and value: ten segments, with the thresholds they were cut at.',
  ],
  types: [
    'insightTypes',
    'CustomerTypes',
    'The five types of customers, with the shares of people and of revenue.',
  ],
  cadence: ['insightCadence', 'Cadence', 'Who is late by their own rhythm.'],
  cohorts: [
    'insightCohorts',
    'Cohorts',
    'Who stayed, and what they are worth by now, by the month of the first order.',
  ],
  seasons: ['insightSeasons', 'Seasons', 'Months, weekdays, hours, and feasts whose day moves.'],
  baskets: ['insightBaskets', 'Baskets', 'What is bought together, and what next.'],
  channels: ['insightChannels', 'Channels', 'Where it is bought, of all time.'],
  'channels-year': ['insightChannelsYear', 'Channels', 'Where it is bought, of the last 365 days.'],
} as const satisfies Record<Question, readonly [operation: string, schema: string, description: string]>;

/** What a run found: an answer to each question, who stands in a class, and what it says of one person. */
export const insightAnswerRoutes: Routes = (app, { database }) => {
  for (const [question, [operationId, id, description]] of Object.entries(QUESTIONS)) {
    const schema = questionSchemas[question as Question] as z.ZodType;
    named(schema, id);
    app.get(
      `/v1/insight/${question}`,
      {
        config: reading,
        schema: {
          operationId,
          tags,
          description,
          response: {
            200: z.strictObject({
              answer: z
                .strictObject({ run: z.int(), asOf: z.int(), result: schema })
                .nullable()
                .describe('Null until a run came to its end.'),
            }),
            ...refusals,
          },
        },
      },
      async (request) => ({
        answer: await database.withBusiness(
          askerOf(request).business.id,
          (tx) => resultOf(tx, question as Question),
          { readOnly: true },
        ),
      }),
    );
  }

  app.get(
    '/v1/insight/people',
    {
      config: reading,
      schema: {
        operationId: 'insightPeople',
        tags,
        description:
          'The people of a class: a band by what is at risk, a segment, type or rhythm, or everybody (`class` all), by what ' +
          'they are worth in a year; the most first. So are those of a `cohort` (months from their first order to the last day ' +
          'of the run, and after a dot, if so asked, in which month after it they ordered again: `14.2`), and those who ordered ' +
          'in a `month` of the year, on a `weekday` (Saturday 0) or in an `hour`.',
        querystring: z.strictObject({
          kind: z.enum(classKinds).optional(),
          class: z.string().min(1).max(50).optional(),
          after: z.string().max(30).optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: {
          200: z.strictObject({
            run: z.int(),
            asOf: z.int(),
            people: z.array(scoresSchema),
            next: z.string().nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { kind = 'band', class: name = 'leaving', after, limit = 50 } = request.query;
      const page = await database.withBusiness(
        askerOf(request).business.id,
        (tx) => peopleInClass(tx, { kind, class: name, limit, ...(after === undefined ? {} : { after }) }),
        { readOnly: true },
      );
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      return reply.send({ ...page.value, people: [...page.value.people] });
    },
  );

  app.get(
    '/v1/people/:id/scores',
    {
      // Whoever sees where a person stands sees why they may leave: that is what they act on.
      config: { scope: 'ladder:read' },
      schema: {
        operationId: 'personScores',
        tags,
        description: 'What the run that is read says of a person, with what it was decided by.',
        params: z.strictObject({ id: idText }),
        response: {
          200: z.strictObject({
            scores: scoresSchema.nullable().describe('Null: they kept no order, or there was no run yet.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const scores = await database.withBusiness(
        askerOf(request).business.id,
        async (tx) => (await scoresOf(tx, id)) ?? ((await isKnown(tx, id)) ? null : undefined),
        { readOnly: true },
      );
      if (scores === undefined)
        return refuseWith(request, reply, { code: 'person_unknown', field: 'id', detail: { id } });
      return reply.send({ scores });
    },
  );
};
