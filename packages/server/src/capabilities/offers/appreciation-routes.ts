import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { personById } from '../people/index.ts';
import { appreciationsOf } from './appreciating.ts';
import { awardsOf, candidatesFor, giveAward } from './awards.ts';
import { offerSettings } from './settings-store.ts';

const words = z.strictObject({ fa: z.string(), en: z.string() });
const appreciationShown = z
  .strictObject({
    person: z.int(),
    score: z.int().describe('0 to 100.'),
    parts: z.array(
      z.strictObject({
        key: z.string(),
        name: words,
        weight: z.int(),
        score: z.int().nullable().describe('Null: nothing is known, and the part weighs nothing.'),
        measured: z.number().nullable(),
        full: z.number().describe('What would be the full score, in the same measure.'),
        facts: z.array(z.int()).describe('The newest facts it rests on.'),
        factCount: z.int(),
        signs: z.array(z.boolean()).optional(),
      }),
    ),
    orders: z.int().describe('Orders kept.'),
    spent: z.int().describe('What they came to, in minor units.'),
  })
  .meta({ id: 'Appreciation' });

const awardSchema = z
  .strictObject({
    year: z.int(),
    person: z.int(),
    name: z.string().nullable(),
    place: z.int(),
    score: z.int(),
    title: words,
    isPublic: z.boolean(),
    givenBy: z.string(),
    givenAt: z.number(),
  })
  .meta({ id: 'AnnualAward' });

const year = z.coerce.number().int().min(1300).max(2200).describe('A year of the calendar of the business.');
const text = z.string().trim().min(1).max(200);

/** How much thanks people deserve, and who is honoured at the end of a year. */
export const appreciationRoutes: Routes = (app, { database, writes, clock }) => {
  const reading = { scope: 'club:read' } as const;
  const tags = ['club'];

  app.get(
    '/v1/people/:id/appreciation',
    {
      config: reading,
      schema: {
        operationId: 'appreciationOf',
        tags,
        description: 'How thankful the business has reason to be to a person, part by part, with the facts.',
        params: z.strictObject({ id: idText }),
        response: { 200: appreciationShown, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      const found = await database.withBusiness(business.id, async (tx) => {
        const person = await personById(tx, id);
        if (person === null) return null;
        const { settings } = await offerSettings(tx);
        const weighed = await appreciationsOf(tx, business, settings, {
          people: [person.id],
          at: clock.now(),
        });
        const told = weighed.get(person.id);
        return told === undefined ? null : { person: person.id, ...told };
      });
      if (found === null)
        return refuseWith(request, reply, { code: 'person_unknown', field: 'id', detail: { id } });
      return reply.send({
        ...found,
        parts: found.parts.map(({ name, facts, signs, ...part }) => ({
          ...part,
          name: { ...name },
          facts: [...facts],
          ...(signs === undefined ? {} : { signs: [...signs] }),
        })),
      });
    },
  );

  app.get(
    '/v1/club/awards/:year/candidates',
    {
      config: reading,
      schema: {
        operationId: 'awardCandidates',
        tags,
        description:
          'The best customers of a year by appreciation, of the 300 who bought most in it; equals share a place.',
        params: z.strictObject({ year }),
        querystring: z.strictObject({
          count: z.coerce.number().int().min(1).max(100).optional(),
          least: z.coerce.number().int().min(0).max(100).optional(),
        }),
        response: {
          200: z.strictObject({
            candidates: z.array(
              z.strictObject({
                person: z.int(),
                name: z.string().nullable(),
                place: z.int(),
                score: z.int(),
                orders: z.int(),
                spent: z.int(),
              }),
            ),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { count = 5, least = 0 } = request.query;
      const candidates = await database.withBusiness(business.id, (tx) =>
        candidatesFor(tx, business, { year: request.params.year, count, least, now: clock.now() }),
      );
      return { candidates: [...candidates] };
    },
  );

  app.get(
    '/v1/club/awards/:year',
    {
      config: reading,
      schema: {
        operationId: 'awards',
        tags,
        params: z.strictObject({ year }),
        response: { 200: z.strictObject({ awards: z.array(awardSchema) }), ...refusals },
      },
    },
    async (request) => {
      const awards = await database.withBusiness(askerOf(request).business.id, (tx) =>
        awardsOf(tx, request.params.year),
      );
      return { awards: awards.map((award) => ({ ...award, title: { ...award.title } })) };
    },
  );

  app.post(
    '/v1/club/awards/:year',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'giveAward',
        tags,
        description:
          'Honours somebody for a year, in public or between us, and tells it as a fact of theirs.',
        params: z.strictObject({ year }),
        body: z.strictObject({
          person: z.int().min(1),
          place: z.int().min(1).max(100),
          title: z.strictObject({ fa: text, en: text }),
          isPublic: z.boolean(),
        }),
        response: { 201: awardSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof awardSchema>>(request, reply, async (tx) => {
        const asked = { ...request.body, year: request.params.year };
        const given = await giveAward(tx, asker.business, asked, { by: asker.name, now: clock.now() });
        if (!given.ok) return given;
        await recordDeed(tx, {
          by: asker,
          deed: 'award.given',
          about: { kind: 'person', id: given.value.person },
          detail: { name: given.value.name ?? '', year: given.value.year },
        });
        return accept({ status: 201, body: { ...given.value, title: { ...given.value.title } } });
      });
      return reply;
    },
  );
};
