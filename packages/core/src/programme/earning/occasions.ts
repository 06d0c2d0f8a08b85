import type { Fact } from '../../facts/index.ts';
import { type BusinessCalendar, type Instant, zoneOf } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import { type ToldOrder, orderOfFacts } from './told-order.ts';
import { anniversariesOf, dayOfTrait } from './anniversaries.ts';
import { factMatches } from './gains.ts';
import { type EarningOccasion } from './keys.ts';
import type { EarningRule } from './rule.ts';

/** A fact with what makes it one of its kind. */
export interface TracedFact extends Fact {
  readonly source: string;
  readonly key: string;
}

/** A programme and since when it has been in force. */
export interface InForceSince {
  readonly version: number;
  readonly definition: Programme;
  readonly publishedAt: Instant;
}

/** Something that earns by a rule, under the version that was in force when it happened. */
export interface GainDue {
  readonly rule: EarningRule;
  readonly programme: InForceSince;
  readonly at: Instant;
  readonly occasion: EarningOccasion;
  readonly fact: TracedFact | null;
}

/** An order that did not come through the till. */
export interface OrderDue {
  readonly programme: InForceSince;
  readonly at: Instant;
  readonly told: ToldOrder;
  readonly fact: TracedFact;
}

/** A step up to a rung of a ladder (`part`: `ladder/rung`) or to a level of the club (`part`: its key). */
export interface StepUp {
  readonly at: Instant;
  readonly ladder: string | null;
  readonly place: string;
}

export interface OccasionsAsk {
  /** Everything ever published, the oldest first. */
  readonly versions: readonly InForceSince[];
  /** In order of time, those of everybody the person is one with. */
  readonly facts: readonly TracedFact[];
  readonly person: number;
  readonly steps: readonly StepUp[];
  readonly now: Instant;
  readonly business: BusinessCalendar;
  /** Sources whose orders earn where they are made. */
  readonly ownSources: ReadonlySet<string>;
}

/** The version in force at an instant; null: there was no club. */
export function inForceAt(versions: readonly InForceSince[], at: Instant): InForceSince | null {
  return versions.findLast(({ publishedAt }) => publishedAt <= at) ?? null;
}

/** Every order of other sources since there is a club. */
export function ordersDue(ask: OccasionsAsk): OrderDue[] {
  const products = Map.groupBy(
    ask.facts.filter(({ type }) => type === 'product.bought'),
    ({ source, data }) => `${source} ${String(data['order'])}`,
  );
  const found: OrderDue[] = [];
  const seen = new Set<string>();
  for (const fact of ask.facts) {
    const { type, at, source, data } = fact;
    if (type !== 'order.paid' || ask.ownSources.has(source) || at > ask.now) continue;
    const order = String(data['order'] ?? '');
    const programme = inForceAt(ask.versions, at);
    if (order === '' || programme === null || seen.has(order)) continue;
    seen.add(order);
    const lines = products.get(`${source} ${order}`) ?? [];
    found.push({ programme, at, told: orderOfFacts(fact, lines), fact });
  }
  return found;
}

/** Everything else that earns: facts, birthdays, profiles, rungs and levels that were reached. */
export function gainsDue(ask: OccasionsAsk): GainDue[] {
  return [...factGains(ask), ...anniversaryGains(ask), ...profileGains(ask), ...stepGains(ask)].sort(
    (a, b) => a.at - b.at,
  );
}

function factGains({ versions, facts, person, now }: OccasionsAsk): GainDue[] {
  const found: GainDue[] = [];
  for (const fact of facts) {
    const programme = fact.at > now ? null : inForceAt(versions, fact.at);
    for (const rule of programme?.definition.rules ?? []) {
      if (programme === null || rule.on.kind !== 'fact' || !factMatches(rule, fact)) continue;
      const value = rule.on.oncePer === undefined ? undefined : fact.data[rule.on.oncePer];
      const occasion: EarningOccasion =
        value === undefined
          ? { kind: 'fact', source: fact.source, key: fact.key }
          : { kind: 'value', person, value };
      found.push({ rule, programme, at: fact.at, occasion, fact });
    }
  }
  return found;
}

/** Only what comes after the date was told: nobody is paid for a birthday that they name when it is over. */
function anniversaryGains({ versions, facts, person, now, business }: OccasionsAsk): GainDue[] {
  const zone = zoneOf(business.zone);
  const found: GainDue[] = [];
  for (const [index, programme] of versions.entries()) {
    const until = Math.min(now, (versions[index + 1]?.publishedAt ?? Infinity) - 1);
    for (const rule of programme.definition.rules) {
      if (rule.on.kind !== 'anniversary') continue;
      const told = toldTrait(facts, rule.on.trait);
      const origin = dayOfTrait(told?.data['value']);
      if (told === undefined || origin === null) continue;
      const from = zone.dayOf(Math.max(programme.publishedAt, told.at));
      for (const { day, year } of anniversariesOf(origin, from, zone.dayOf(until), business.calendar)) {
        const at = Math.max(zone.startOf(day), programme.publishedAt, told.at);
        if (at <= until)
          found.push({
            rule,
            programme,
            at,
            occasion: { kind: 'person', person, part: String(year) },
            fact: told,
          });
      }
    }
  }
  return found;
}

/** The next instant at which a birthday comes by the programme in force; null: none is known. */
export function nextAnniversary({ versions, facts, now, business }: OccasionsAsk): Instant | null {
  const zone = zoneOf(business.zone);
  let next: Instant | null = null;
  for (const { on } of versions.at(-1)?.definition.rules ?? []) {
    if (on.kind !== 'anniversary') continue;
    const origin = dayOfTrait(toldTrait(facts, on.trait)?.data['value']);
    if (origin === null) continue;
    const tomorrow = zone.dayOf(now) + 1;
    const [first] = anniversariesOf(origin, tomorrow, tomorrow + 370, business.calendar);
    const at = first === undefined ? null : zone.startOf(first.day);
    if (at !== null && (next === null || at < next)) next = at;
  }
  return next;
}

/** A profile that is complete is thanked once, also where it was complete before the rule was. */
function profileGains({ versions, facts, person, now }: OccasionsAsk): GainDue[] {
  const programme = versions.at(-1);
  if (programme === undefined) return [];
  const { definition, publishedAt } = programme;
  const joined =
    definition.membership === 'everybody'
      ? publishedAt
      : (facts.find(({ type }) => type === 'club.joined')?.at ?? Infinity);
  const found: GainDue[] = [];
  for (const rule of definition.rules) {
    if (rule.on.kind !== 'profile') continue;
    const first = rule.on.traits.map((trait) =>
      facts.find(({ type, data }) => type === 'trait.changed' && data['trait'] === trait),
    );
    const last = first.reduce((latest, fact) => Math.max(latest, fact?.at ?? Infinity), publishedAt);
    const at = Math.max(last, joined);
    if (at > now) continue;
    const fact = first.findLast((one) => one?.at === last) ?? null;
    found.push({ rule, programme, at, occasion: { kind: 'person', person }, fact });
  }
  return found;
}

function stepGains({ versions, steps, person, now }: OccasionsAsk): GainDue[] {
  const found: GainDue[] = [];
  for (const { at, ladder, place } of steps) {
    const programme = at > now ? null : inForceAt(versions, at);
    for (const rule of programme?.definition.rules ?? []) {
      if (programme === null || !isOf(rule, ladder, place)) continue;
      const part = ladder === null ? place : `${ladder}/${place}`;
      found.push({ rule, programme, at, occasion: { kind: 'person', person, part }, fact: null });
    }
  }
  return found;
}

function isOf({ on }: EarningRule, ladder: string | null, place: string): boolean {
  if (on.kind === 'rung') return on.ladder === ladder && on.rungs.includes(place);
  return on.kind === 'level' && ladder === null && on.levels.includes(place);
}

function toldTrait(facts: readonly TracedFact[], trait: string): TracedFact | undefined {
  return facts.findLast(({ type, data }) => type === 'trait.changed' && data['trait'] === trait);
}
