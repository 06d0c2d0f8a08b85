import { z } from 'zod';
import { digitChoices } from '../sign-in/index.ts';
import { businessKinds } from '../tenancy/index.ts';
import { type Http, refusals } from './http.ts';
import { askerOf } from './permit.ts';
import { roles, scopes } from './permissions.ts';

const language = z.enum(['fa', 'en']);

const sessionSchema = z
  .strictObject({
    user: z
      .strictObject({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        language,
        digits: z.enum(digitChoices).describe('The digits they read; `language`: those of the language.'),
      })
      .nullable()
      .describe('Null: a key asks.'),
    role: z.enum(roles).nullable(),
    scopes: z.array(z.enum(scopes)),
    business: z.strictObject({
      slug: z.string(),
      name: z.string(),
      currency: z.string(),
      unit: z.enum(['rial', 'toman', 'major']),
      calendar: z.enum(['jalali', 'gregorian']),
      zone: z.string(),
      language,
      kind: z.enum(businessKinds),
      fiscalYearStart: z.string().describe('MM-DD in the calendar of the business.'),
      weekend: z.array(z.int()).describe('Days off, Saturday 0 to Friday 6.'),
    }),
    businesses: z.array(z.strictObject({ slug: z.string(), name: z.string(), role: z.enum(roles) })),
  })
  .meta({ id: 'Session' });

/** Who asks, for which business, and what they may do: what a page needs before it can show anything. */
export function serveSession(app: Http): void {
  app.get(
    '/v1/session',
    {
      config: { scope: 'anyone known', anyBusiness: true },
      schema: { operationId: 'session', tags: ['session'], response: { 200: sessionSchema, ...refusals } },
    },
    async (request) => {
      const { user, role, business, businesses, scopes: held } = askerOf(request);
      const {
        slug,
        name,
        currency,
        unit,
        calendar,
        zone,
        language: spoken,
        kind,
        fiscalYearStart,
      } = business;
      return {
        user:
          user === null
            ? null
            : {
                id: user.id,
                name: user.name,
                email: user.email,
                language: user.language,
                digits: user.digits,
              },
        role,
        scopes: [...held].sort(),
        business: {
          slug,
          name,
          currency,
          unit,
          calendar,
          zone,
          language: spoken,
          kind,
          fiscalYearStart,
          weekend: [...business.weekend],
        },
        businesses: [...businesses],
      };
    },
  );
}
