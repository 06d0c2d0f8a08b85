import { z } from 'zod';
import { askerOf, readerLanguage, refusals, type Routes } from '../../../platform/http/index.ts';
import { searchPeople } from '../../people/index.ts';
import { peopleAtTill, type TillPerson } from './finding.ts';
import { personOfMemberCode } from './member-code.ts';
import { hintSchema, tillPersonSchema } from './schemas.ts';

const MOST = 10;

/** Who stands at the till: by mobile, name, customer number or the code on their phone. */
export const findRoutes: Routes = (app, { database, clock }) => {
  app.post(
    '/v1/till/find',
    {
      config: { scope: 'till:write' },
      schema: {
        operationId: 'findAtTill',
        tags: ['club'],
        description: 'People with rung, level, balances and what to say to them; ten at most.',
        body: z.strictObject({ text: z.string().trim().min(1).max(254) }),
        response: {
          200: z.strictObject({
            people: z.array(z.strictObject({ ...tillPersonSchema.shape, say: z.array(hintSchema) })),
            proven: z.boolean().describe('The text was the code on their phone: it is them.'),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { text } = request.body;
      const now = clock.now();
      const speech = { language: readerLanguage(request), business };
      const shownBy = await database.withBusiness(business.id, (tx) => personOfMemberCode(tx, text, now));
      const ids =
        shownBy === null
          ? (await searchPeople(database, business, text, MOST)).map(({ id }) => id)
          : [shownBy];
      const people = await database.withBusiness(business.id, (tx) =>
        peopleAtTill(tx, business, ids, now, speech),
      );
      return { people: people.map(shown), proven: shownBy !== null && people.length > 0 };
    },
  );
};

function shown({ id, name, mobile, member, stands, level, balances, say }: TillPerson) {
  return {
    id,
    name,
    mobile,
    member,
    places: stands.map(({ ladder, kind, rung, name: words, place, top, since }) => ({
      ladder,
      kind,
      rung,
      name: { ...words },
      place,
      top,
      since,
    })),
    level,
    balances: balances.map(({ wallet, available, held, pending, debt, worth }) => ({
      wallet,
      available,
      held,
      pending,
      debt,
      worth,
    })),
    say: [...say],
  };
}
