import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import {
  askerOf,
  described,
  type Http,
  idText,
  lineRefusal,
  readerLanguage,
  refusals,
  refusalSchema,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../platform/http/index.ts';
import { membersOf, personById } from '../people/index.ts';
import { factsByNumber, historyPage, MOST_FACTS_BY_NUMBER } from './history.ts';
import { MOST_FACTS_RECEIVED, receiveFacts } from './receive.ts';
import { trackingRoutes } from './tracking-routes.ts';
import { wordRoutes } from './word-routes.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const dataSchema = z.record(z.string(), scalar);

/** Describes a line in the contract; capabilities/facts reads it, so that one bad line does not refuse the others. */
const incomingSchema = z.strictObject({
  person: z
    .strictObject({
      mobile: z.string().optional().describe('In any spelling, Persian digits too.'),
      email: z.string().optional(),
      external: z.string().optional().describe('The customer number of your own system.'),
      anonymous: z.string().optional(),
      id: z.int().optional().describe('The number of a person known here; then nothing else.'),
      name: z.string().optional(),
      kind: z.enum(['person', 'organisation']).optional(),
    })
    .optional(),
  type: z.string().describe('A word of the vocabulary, or custom.<name>.'),
  at: z.union([z.string(), z.int()]).describe('ISO 8601 with its offset, or epoch milliseconds.'),
  source: z.string().max(100).optional(),
  key: z.string().max(200).describe('Unique in the source: sending it again changes nothing.'),
  data: dataSchema.optional().describe('Money is an integer in the minor unit of the currency.'),
});

const answersSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      status: z.enum(['stored', 'unchanged', 'refused']),
      factId: z.int().optional(),
      personId: z.int().nullable().optional().describe('Null when nobody is known, or a conflict waits.'),
      conflictId: z.int().nullable().optional(),
      refusal: refusalSchema.optional(),
    }),
  ),
  stored: z.int(),
  unchanged: z.int(),
  refused: z.int(),
});

const historySchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: z.int(),
      type: z.string(),
      at: z.number(),
      learntAt: z.number(),
      source: z.string(),
      key: z.string(),
      data: dataSchema,
    }),
  ),
  next: z.string().nullable(),
});

const factNumbers = z
  .string()
  .max(16 * MOST_FACTS_BY_NUMBER)
  .regex(new RegExp(`^[0-9]{1,15}(,[0-9]{1,15}){0,${MOST_FACTS_BY_NUMBER - 1}}$`))
  .describe(`Those facts and no others, at most ${MOST_FACTS_BY_NUMBER}: numbers with commas between them.`);

/** Telling facts, reading somebody's history, and the words facts are told in. */
export const factRoutes: Routes = (app, parts) => {
  tellingRoutes(app, parts);
  readingRoutes(app, parts);
  wordRoutes(app, parts);
  trackingRoutes(app, parts);
};

function tellingRoutes(app: Http, { database, clock }: RouteParts): void {
  app.post(
    '/v1/facts',
    {
      config: { scope: 'facts:write' },
      // Up to a thousand lines, made below out of what was stored: the compiler has checked their shape.
      serializerCompiler: () => JSON.stringify,
      schema: {
        operationId: 'tellFacts',
        tags: ['facts'],
        body: z.strictObject({
          facts: z.array(described(incomingSchema, 'IncomingFact')).min(1).max(MOST_FACTS_RECEIVED),
        }),
        response: { 200: answersSchema, ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const answers = await receiveFacts(database, clock, business, request.body.facts);
      const language = readerLanguage(request);
      const counts = { stored: 0, unchanged: 0, refused: 0 };
      for (const { status } of answers) counts[status] += 1;
      return {
        results: answers.map((answer) =>
          answer.status === 'refused'
            ? { status: answer.status, refusal: lineRefusal(answer.refusal, language) }
            : answer,
        ),
        ...counts,
      };
    },
  );
}

function readingRoutes(app: Http, { database }: RouteParts): void {
  app.get(
    '/v1/people/:id/facts',
    {
      config: { scope: 'people:read' },
      schema: {
        operationId: 'historyOf',
        tags: ['facts'],
        params: z.strictObject({ id: idText }),
        querystring: z.strictObject({
          after: z.string().max(40).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(50),
          type: z.string().max(100).optional(),
          ids: factNumbers.optional(),
        }),
        response: { 200: historySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { after, limit, type, ids } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const person = await personById(tx, id);
        if (person === null) return null;
        const members = (await membersOf(tx, [person.id])).get(person.id) ?? [person.id];
        if (ids !== undefined) {
          return accept({
            facts: await factsByNumber(tx, members, ids.split(',').map(Number)),
            next: null,
          });
        }
        return historyPage(tx, members, {
          limit,
          ...(after === undefined ? {} : { after }),
          ...(type === undefined ? {} : { types: [type] }),
        });
      });
      if (page === null)
        return refuseWith(request, reply, { code: 'person_unknown', field: 'id', detail: { id } });
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      return reply.send({ facts: page.value.facts.map((fact) => ({ ...fact })), next: page.value.next });
    },
  );
}
