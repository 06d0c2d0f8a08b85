import { inOrder, Machine, type Criteria, type Question } from '../../criteria/index.ts';
import type { Fact } from '../../facts/index.ts';
import { climb, compile, placesOf, type Compiled, type Move } from '../../ladder/index.ts';
import { type Instant, type Zone, zoneOf } from '../../values/index.ts';
import { anniversariesOf, dayOfTrait } from '../earning/anniversaries.ts';
import { factMatches } from '../earning/gains.ts';
import type { EarningPerson } from '../earning/person.ts';
import type { EarningRule } from '../earning/rule.ts';
import { OnePerson } from './one-person.ts';
import type { SimulatedReward } from './referral-walk.ts';
import { orderOfFacts } from '../earning/told-order.ts';
import type { SimulatedPerson, SimulationSettings } from './settings.ts';
import type { Tally } from './tally.ts';

/** Something that happens in a person's past and may earn, in order of time. */
type Happening =
  | { readonly at: Instant; readonly kind: 'fact'; readonly fact: Fact }
  | { readonly at: Instant; readonly kind: 'rule'; readonly rule: EarningRule; readonly part: string }
  | { readonly at: Instant; readonly kind: 'reward'; readonly reward: SimulatedReward };

/** Plays one person after the other through a programme; what is compiled once serves all of them. */
export class PersonWalk {
  readonly #settings: SimulationSettings;
  readonly #tally: Tally;
  readonly #zone: Zone;
  readonly #machine: Machine;
  readonly #asked = new Map<Criteria, Question>();
  readonly #ladders: readonly Compiled[];

  constructor(settings: SimulationSettings, tally: Tally) {
    this.#settings = settings;
    this.#tally = tally;
    this.#zone = zoneOf(settings.business.zone);
    this.#machine = new Machine(settings.business.calendar);
    for (const { who } of settings.programme.rules)
      if (who !== undefined) this.#asked.set(who, this.#machine.ask(who));
    this.#ladders = settings.ladders.map((definition) => compile(definition, settings.business));
  }

  /** `rewards`: what referrals gave this person, in any order. */
  play({ person, history }: SimulatedPerson, rewards: readonly SimulatedReward[] = []): void {
    const { programme, from, to } = this.#settings;
    const facts = inOrder(history).filter(({ at }) => at < to);
    const climbs = this.#ladders.map((compiled) => ({
      key: compiled.definition.key,
      keys: placesOf(compiled.definition).map(({ key }) => key),
      moves: climb(compiled, { ...history, facts }, to - 1).moves,
    }));
    const walk = new OnePerson(person, this.#settings, this.#tally);
    const productsOf = Map.groupBy(
      facts.filter(({ type }) => type === 'product.bought'),
      ({ data }) => data['order'],
    );
    const joined = programme.membership === 'everybody' ? -Infinity : Infinity;
    let member = joined;
    const done = new Set<string>();
    this.#machine.reset();
    const standing = (at: Instant): EarningPerson => {
      this.#machine.settle(this.#zone.dayOf(at));
      return {
        number: person,
        member: member <= at,
        ordersBefore: walk.kept,
        rungs: Object.fromEntries(climbs.map(({ key, keys, moves }) => [key, rungAt(keys, moves, at)])),
        level: walk.levelAt(at),
        holds: (criteria) => this.#asked.get(criteria)?.holds ?? false,
      };
    };
    for (const happening of this.#happenings(facts, climbs, rewards)) {
      const { at } = happening;
      const inside = at >= from;
      if (happening.kind === 'reward') {
        walk.reward(happening.reward);
        continue;
      }
      if (happening.kind === 'rule') {
        const once = `${happening.rule.key} ${happening.part}`;
        if (inside && !done.has(once)) walk.gain(happening.rule, at, standing(at));
        done.add(once);
        continue;
      }
      const { fact } = happening;
      if (fact.type === 'club.joined') member = Math.min(member, at);
      if (fact.type === 'order.paid') {
        const told = orderOfFacts(fact, productsOf.get(fact.data['order']) ?? []);
        if (inside) walk.order(told, at, standing(at));
        const reached = walk.keep(fact, told.amount);
        if (inside && reached !== null) {
          for (const rule of programme.rules)
            if (rule.on.kind === 'level' && rule.on.levels.includes(reached))
              walk.gain(rule, at, standing(at));
        }
      } else if (fact.type === 'order.returned') walk.returned(fact, inside);
      else if (inside) {
        for (const rule of programme.rules) {
          if (!factMatches(rule, fact)) continue;
          const once = onceOf(rule, fact);
          if (once !== null && done.has(once)) continue;
          if (once !== null) done.add(once);
          walk.gain(rule, at, standing(at));
        }
      }
      this.#machine.add(fact, this.#zone.dayOf(at));
      if (inside) this.#profiles(fact, facts, done, (rule) => walk.gain(rule, at, standing(at)));
    }
    walk.end(member < to);
  }

  /** Facts, what rules give for without a fact (birthdays, rungs), and referrals. Levels come with the orders that reach them. */
  #happenings(
    facts: readonly Fact[],
    climbs: readonly {
      readonly key: string;
      readonly keys: readonly string[];
      readonly moves: readonly Move[];
    }[],
    rewards: readonly SimulatedReward[],
  ): Happening[] {
    const { programme, from, to, business } = this.#settings;
    const found: Happening[] = facts.map((fact) => ({ at: fact.at, kind: 'fact', fact }));
    for (const rule of programme.rules) {
      const { on } = rule;
      if (on.kind === 'anniversary') {
        const told = facts.findLast(
          ({ type, data }) => type === 'trait.changed' && data['trait'] === on.trait,
        );
        const birth = dayOfTrait(told?.data['value']);
        if (birth === null || told === undefined) continue;
        const first = Math.max(this.#zone.dayOf(from), this.#zone.dayOf(told.at));
        const last = this.#zone.dayOf(to - 1);
        for (const { day, year } of anniversariesOf(birth, first, last, business.calendar))
          found.push({ at: Math.max(from, this.#zone.startOf(day)), kind: 'rule', rule, part: String(year) });
      }
      if (on.kind === 'rung') {
        const { keys = [], moves = [] } = climbs.find(({ key }) => key === on.ladder) ?? {};
        for (const { at, from: before, to: after } of moves) {
          const rung = keys[after] ?? '';
          if (after > before && on.rungs.includes(rung)) found.push({ at, kind: 'rule', rule, part: rung });
        }
      }
    }
    for (const reward of rewards) found.push({ at: reward.at, kind: 'reward', reward });
    return found.sort((a, b) => a.at - b.at);
  }

  #profiles(fact: Fact, facts: readonly Fact[], done: Set<string>, gain: (rule: EarningRule) => void): void {
    if (fact.type !== 'trait.changed') return;
    for (const rule of this.#settings.programme.rules) {
      if (rule.on.kind !== 'profile' || done.has(`${rule.key} profile`)) continue;
      const known = (trait: string): boolean =>
        facts.some((one) => one.at <= fact.at && one.type === 'trait.changed' && one.data['trait'] === trait);
      if (!rule.on.traits.every(known)) continue;
      done.add(`${rule.key} profile`);
      gain(rule);
    }
  }
}

function onceOf(rule: EarningRule, fact: Fact): string | null {
  if (rule.on.kind !== 'fact' || rule.on.oncePer === undefined) return null;
  return `${rule.key} value ${String(fact.data[rule.on.oncePer])}`;
}

function rungAt(keys: readonly string[], moves: readonly Move[], at: Instant): string {
  const place = moves.findLast((move) => move.at <= at)?.to ?? moves[0]?.from ?? 0;
  return keys[place] ?? '';
}
