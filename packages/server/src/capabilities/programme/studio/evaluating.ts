import { type ClubFigures, goalProgress, isHeldOut, type Programme, worthOf } from '@nardeban/core/programme';
import { type Instant, readIsoDay, zoneOf } from '@nardeban/core/values';
import type { Database } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { readingOfTypes, readPeopleAfter } from '../../ladder/index.ts';
import { type CampaignGroup, keepEvaluation, postedSince } from './evaluation-store.ts';
import { programmeVersions } from './programme-store.ts';

const AT_A_TIME = 2000;
/** Goals look a year back, or to the day the club began. */
const DAYS_BACK = 365;

type Group = { -readonly [part in keyof CampaignGroup]: CampaignGroup[part] };
const nobody = (): Group => ({ people: 0, buyers: 0, orders: 0, revenue: 0 });

/**
 * Measures the goals of the club as they stand at this instant, and each campaign with a control group against it, over
 * everybody's orders; keeps the answer under the day. Nothing where there is neither goal nor control group.
 */
export async function evaluateClub(
  database: Database,
  business: Business,
  now: Instant,
  signal?: AbortSignal,
): Promise<void> {
  const versions = await database.withBusiness(business.id, programmeVersions);
  const [first] = versions;
  const inForce = versions.at(-1);
  if (first === undefined || inForce === undefined) return;
  const { definition, version } = inForce;
  const compared = (definition.campaigns ?? []).filter(({ control }) => control !== undefined);
  if ((definition.goals ?? []).length === 0 && compared.length === 0) return;
  const zone = zoneOf(business.zone);
  const today = zone.dayOf(now);
  const since = Math.max(zone.startOf(today - DAYS_BACK), first.publishedAt);
  const campaigns = compared.map((campaign) => ({
    key: campaign.key,
    control: campaign.control ?? 0,
    from: startOf(campaign.dates?.from, business, since),
    given: nobody(),
    held: nobody(),
  }));
  const figures = {
    members: 0,
    buyers: 0,
    repeaters: 0,
    orders: 0,
    revenue: 0,
    cost: 0,
    earned: 0,
    spent: 0,
  };
  const reading = readingOfTypes(new Set(['club.joined', 'order.paid', 'order.returned']));
  for (let after: number | null = 0; after !== null; ) {
    if (signal?.aborted === true) return;
    const from: number = after;
    after = await database.withBusiness(
      business.id,
      (tx) =>
        readPeopleAfter(tx, from, AT_A_TIME, reading, ({ personId, history: { facts } }) => {
          const joined = facts.some(({ type, at }) => type === 'club.joined' && at <= now);
          if (definition.membership === 'joined' && !joined) return;
          const bought = boughtSince(facts, since, now);
          figures.members += 1;
          if (bought.orders > 0) figures.buyers += 1;
          if (bought.orders > 1) figures.repeaters += 1;
          figures.orders += bought.orders;
          figures.revenue += bought.revenue;
          for (const campaign of campaigns) {
            const group = isHeldOut(personId, campaign) ? campaign.held : campaign.given;
            const during = boughtSince(facts, campaign.from, now);
            group.people += 1;
            if (during.orders > 0) group.buyers += 1;
            group.orders += during.orders;
            group.revenue += during.revenue;
          }
        }),
      { readOnly: true },
    );
  }
  await database.withBusiness(business.id, async (tx) => {
    for (const { wallet, earned, spent } of await postedSince(tx, since))
      addWorth(figures, definition, wallet, earned, spent);
    await keepEvaluation(tx, {
      day: today,
      version,
      since,
      figures,
      goals: goalProgress(definition.goals ?? [], figures),
      campaigns: campaigns.map(({ key, given, held }) => ({ campaign: key, given, held })),
    });
  });
}

function addWorth(
  figures: { -readonly [part in keyof ClubFigures]: ClubFigures[part] },
  programme: Programme,
  wallet: string,
  earned: number,
  spent: number,
): void {
  const held = programme.wallets.find(({ key }) => key === wallet);
  if (held === undefined) return;
  figures.earned += worthOf(held, Math.max(0, earned));
  figures.spent += worthOf(held, Math.max(0, spent));
  figures.cost += worthOf(held, Math.max(0, spent));
}

function startOf(day: string | undefined, business: Business, since: Instant): Instant {
  if (day === undefined) return since;
  const first = readIsoDay(day);
  return first === null ? since : zoneOf(business.zone).startOf(first);
}

/** Orders and what was kept of them. A return lessens the money, and takes an order away when nothing is left of it. */
function boughtSince(
  facts: readonly {
    readonly type: string;
    readonly at: Instant;
    readonly data: Readonly<Record<string, unknown>>;
  }[],
  since: Instant,
  now: Instant,
): { readonly orders: number; readonly revenue: number } {
  const left = new Map<unknown, number>();
  for (const { type, at, data } of facts) {
    if (at < since || at > now) continue;
    const { order } = data;
    const amount = Number(data['amount'] ?? 0);
    if (type === 'order.paid') left.set(order, (left.get(order) ?? 0) + amount);
    if (type !== 'order.returned' || !left.has(order)) continue;
    const rest = (left.get(order) ?? 0) - amount;
    if (rest > 0) left.set(order, rest);
    else left.delete(order);
  }
  let revenue = 0;
  for (const amount of left.values()) revenue += amount;
  return { orders: left.size, revenue };
}
