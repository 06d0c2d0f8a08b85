import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, languageText, refusals, type Routes } from '../../platform/http/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { type Business, businessKinds, businessOf, changeBusiness } from '../../platform/tenancy/index.ts';
import { hasAmounts, republishAll } from './republishing.ts';

const settings = {
  name: z.string().trim().min(1).max(200),
  kind: z.enum(businessKinds),
  currency: z.string().length(3),
  unit: z.enum(['rial', 'toman', 'major']),
  zone: z.string().min(1).max(64),
  calendar: z.enum(['jalali', 'gregorian']),
  language: languageText,
  fiscalYearStart: z.string().max(5),
  weekend: z.array(z.int()).max(7),
};

const businessSchema = z
  .strictObject({
    slug: z.string(),
    ...settings,
    fiscalYearStart: z.string().describe('MM-DD in the calendar of the business.'),
    weekend: z.array(z.int()).describe('Days off, Saturday 0 to Friday 6.'),
    revision: z.int(),
    currencyFixed: z
      .boolean()
      .describe('True: amounts were told in it, so that it cannot be changed any more.'),
  })
  .meta({ id: 'BusinessSettings' });

/** Long enough for whoever reckoned in the zone before at the very moment it was changed to be done. */
const AFTER_SECONDS = 60;

/** The settings of a business, and what follows from changing them. */
export const businessRoutes: Routes = (app, { database, writes, clock }) => {
  const tags = ['business'];

  app.get(
    '/v1/business',
    {
      config: { scope: 'anyone known' },
      schema: { operationId: 'business', tags, response: { 200: businessSchema, ...refusals } },
    },
    async (request) => {
      const { business } = askerOf(request);
      // The settings as they stand, not as a remembered key knows them.
      return database.withBusiness(business.id, async (tx) => ({
        ...shown((await businessOf(tx)) ?? business),
        currencyFixed: await hasAmounts(tx),
      }));
    },
  );

  app.patch(
    '/v1/business',
    {
      config: { scope: 'settings:write' },
      schema: {
        operationId: 'changeBusiness',
        tags,
        description:
          'Zone and calendar say where a day and a month begin, and so move people on every ladder: with ' +
          '`confirm: true` each published ladder is computed anew in the background, and until that is done the old ' +
          'answer is read. A currency in which amounts were told stays.',
        body: z.strictObject({
          revision: z.int().min(1).describe('That of the settings the change was made from.'),
          confirm: z.boolean().optional(),
          ...z.strictObject(settings).partial().shape,
        }),
        response: { 200: businessSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { revision, confirm, ...changes } = request.body;
      await writes.inBusiness<z.infer<typeof businessSchema>>(request, reply, async (tx) => {
        const changed = await changeBusiness(tx, changes, revision);
        if (!changed.ok) return changed;
        const { before, after } = changed.value;
        const fixed = await hasAmounts(tx);
        if (fixed && before.currency !== after.currency) {
          return refuse('currency_in_use', 'currency', { currency: before.currency });
        }
        const moves = before.zone !== after.zone || before.calendar !== after.calendar;
        if (moves && confirm !== true) return refuse('change_unconfirmed', 'confirm');
        if (moves) {
          const again = await republishAll(tx, asker.name);
          if (!again.ok) return again;
          if (again.value.length > 0)
            await addJob(tx, 'publish', { business: after.id }, `publish ${after.id}`);
        }
        // Whoever counts in days and hours of work looks again; of two changes each has its own job.
        if (before.zone !== after.zone) {
          const told = { before: before.zone, now: clock.now() };
          await addJob(tx, 'zone-changed', told, `zone-changed ${after.revision}`, AFTER_SECONDS);
        }
        const detail = differences(before, after);
        if (Object.keys(detail).length > 0) {
          await recordDeed(tx, {
            by: asker,
            deed: 'business.changed',
            about: { kind: 'business', id: after.slug },
            detail,
          });
        }
        return accept({ status: 200, body: { ...shown(after), currencyFixed: fixed } });
      });
      return reply;
    },
  );
};

/** What was changed, as `name: 'from → to'`. */
function differences(before: Business, after: Business): Record<string, string> {
  const names = Object.keys(settings) as (keyof typeof settings)[];
  return Object.fromEntries(
    names
      .filter((name) => String(before[name]) !== String(after[name]))
      .map((name) => [name, `${String(before[name])} → ${String(after[name])}`]),
  );
}

function shown(business: Business): Omit<z.infer<typeof businessSchema>, 'currencyFixed'> {
  const { slug, name, kind, currency, unit, zone, calendar, language, fiscalYearStart, weekend, revision } =
    business;
  return {
    slug,
    name,
    kind,
    currency,
    unit,
    zone,
    calendar,
    language,
    fiscalYearStart,
    weekend: [...weekend],
    revision,
  };
}
