import { type Bound, boundsOfGuard, boundsOfOffer } from '@nardeban/core/offers';
import { countersOf as countersOfRule } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { calendarOf } from '../ladder/index.ts';
import { countersOf, programmeInForce } from '../programme/index.ts';
import { listOffers, MOST_OFFERS } from './offer-store.ts';
import { offerSettings } from './settings-store.ts';

export const budgetUseSchema = z
  .strictObject({
    key: z.string().describe('The counter: what entries and claims name it by.'),
    of: z.enum(['offer', 'month', 'club']),
    offer: z.string().nullable().describe('The offer it bounds; null: all offers, or rules of the club.'),
    name: z.strictObject({ fa: z.string(), en: z.string() }).nullable(),
    counts: z.enum(['money', 'uses', 'units']),
    limit: z.int().nullable().describe('Null: it is counted and has no limit.'),
    used: z.int(),
    held: z.int().describe('Kept aside by open quotes.'),
  })
  .meta({ id: 'BudgetUse' });
export type BudgetUse = z.infer<typeof budgetUseSchema>;

/** Every budget that bounds offers and rules at this instant, with how far it is used. */
export async function budgetsNow(tx: Tx, business: Business, now: Instant): Promise<readonly BudgetUse[]> {
  const calendar = calendarOf(business);
  const { settings } = await offerSettings(tx);
  const { offers } = await listOffers(tx, { state: 'active', limit: MOST_OFFERS });
  const programme = await programmeInForce(tx);
  const budgets: Omit<BudgetUse, 'used' | 'held'>[] = [];
  const add = (bound: Bound, rest: Pick<BudgetUse, 'of' | 'offer' | 'name'>): void => {
    if (bound.of === 'all')
      budgets.push({ key: bound.key, ...rest, counts: bound.counts, limit: bound.limit });
  };
  for (const bound of boundsOfGuard(settings.guard, now, calendar))
    add(bound, { of: 'month', offer: null, name: null });
  for (const { offer } of offers)
    for (const bound of boundsOfOffer(offer, now))
      add(bound, { of: 'offer', offer: offer.key, name: offer.name });
  if (programme !== null) {
    const { definition } = programme;
    const found = new Map(
      definition.rules
        .flatMap((rule) => countersOfRule(definition, rule, now, calendar))
        .filter(({ kind, of }) => kind === 'budget' && of === 'all')
        .map((counter) => [counter.key, counter]),
    );
    for (const { key, counted, limit } of found.values())
      budgets.push({
        key,
        of: 'club',
        offer: null,
        name: null,
        counts: counted === 'times' ? 'uses' : counted,
        limit,
      });
  }
  const counters = await countersOf(
    tx,
    budgets.map(({ key }) => ({ key, of: 'all' as const })),
  );
  return budgets.map((budget, place) => ({
    ...budget,
    used: counters[place]?.used ?? 0,
    held: counters[place]?.held ?? 0,
  }));
}
