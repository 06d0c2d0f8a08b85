import { appreciationSchema, guardSchema } from '@nardeban/core/offers';
import { accept, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { askerOf, named, refusals, type Routes } from '../../platform/http/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { budgetsNow, budgetUseSchema } from './budgets.ts';
import { checkAppreciation, checkRungs } from './checking.ts';
import { countBase } from './counting-base.ts';
import {
  baseOf,
  changeOfferSettings,
  type KeptSettings,
  type OfferSettings,
  offerSettings,
  offerSettingsSchema,
} from './settings-store.ts';

named(guardSchema, 'OfferGuard');
named(appreciationSchema, 'AppreciationRule');
named(offerSettingsSchema, 'OfferSettings');

const keptSchema = z
  .strictObject({
    settings: offerSettingsSchema,
    revision: z.int().describe('0: nobody has said anything yet, and these are what a business starts with.'),
    base: z
      .strictObject({
        covered: z.int().describe('What loyal customers bought, of the target, in hundredths of a percent.'),
        target: z.int(),
        fromLoyal: z.int().describe('In the weakest of the last whole months.'),
      })
      .nullable()
      .describe('Null: no target is said, or nothing is counted yet. Public offers need a base.'),
    countedAt: z.number().nullable(),
    changedBy: z.string().nullable(),
    changedAt: z.number().nullable(),
  })
  .meta({ id: 'KeptOfferSettings' });
type Shown = z.infer<typeof keptSchema>;

/** What holds discounts in check, what counts as deserving thanks, and how far the budgets are used. */
export const offerSettingsRoutes: Routes = (app, { database, writes, clock }) => {
  const tags = ['club'];

  app.get(
    '/v1/club/offer-settings',
    {
      config: { scope: 'club:read' },
      schema: { operationId: 'offerSettings', tags, response: { 200: keptSchema, ...refusals } },
    },
    async (request) => shown(await database.withBusiness(askerOf(request).business.id, offerSettings)),
  );

  app.put(
    '/v1/club/offer-settings',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'changeOfferSettings',
        tags,
        body: z.strictObject({ settings: offerSettingsSchema, revision: z.int().min(0) }),
        response: { 200: keptSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { settings, revision } = request.body;
      await writes.inBusiness<Shown>(request, reply, async (tx) => {
        const checked = await check(tx, asker.business, settings);
        if (!checked.ok) return checked;
        const now = clock.now();
        const changed = await changeOfferSettings(tx, settings, revision, { by: asker.name, now });
        if (!changed.ok) return changed;
        // Who is loyal may be somebody else from now on.
        await countBase(tx, asker.business, now);
        await recordDeed(tx, { by: asker, deed: 'offer.settings_changed' });
        return accept({ status: 200, body: shown(await offerSettings(tx)) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/club/budgets',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'budgets',
        tags,
        description:
          'Every budget that bounds offers and rules now, with what is used and what open quotes keep aside.',
        response: { 200: z.strictObject({ budgets: z.array(budgetUseSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const budgets = await database.withBusiness(business.id, (tx) => budgetsNow(tx, business, clock.now()));
      return { budgets: [...budgets] };
    },
  );
};

async function check(tx: Tx, business: Business, settings: OfferSettings): Promise<Result<true>> {
  const weighed = await checkAppreciation(tx, business, settings.appreciation, 'settings.appreciation');
  if (!weighed.ok || settings.base === null) return weighed;
  return checkRungs(tx, business, settings.base, 'settings.base');
}

function shown(kept: KeptSettings): Shown {
  const { settings, revision, countedAt, changedBy, changedAt } = kept;
  const base = baseOf(kept);
  return {
    settings,
    revision,
    base:
      base.kind === 'unknown'
        ? null
        : { covered: base.covered, target: base.target, fromLoyal: base.fromLoyal },
    countedAt,
    changedBy,
    changedAt,
  };
}
