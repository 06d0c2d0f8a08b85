import { z } from 'zod';
import { type Criteria, criteriaSchema, fieldsRead, typesRead } from '../criteria/index.ts';
import { type Fact, type History, standingReferrals } from '../facts/index.ts';
import { type Words, wordsSchema } from '../ladder/index.ts';
import { clubKey } from '../programme/index.ts';
import { type BusinessCalendar, type Instant, zoneOf } from '../values/index.ts';
import { answersOf } from './person.ts';

const weight = z.int().min(1).max(100);
const full = z.int().min(1).max(1e15);

/** One part of the score: what is looked at, how it becomes 0 to 100, and how much it weighs. */
export const appreciationPartSchema = z.strictObject({
  key: clubKey,
  name: wordsSchema,
  weight,
  of: z.discriminatedUnion('kind', [
    /** Loyalty: how far up the ladder they stand; the top rung is 100. */
    z.strictObject({ kind: z.literal('rung'), ladder: clubKey }),
    /** Loyalty: whole days since the first paid order. */
    z.strictObject({ kind: z.literal('tenure'), full: z.int().min(1).max(36_600) }),
    /** Purchases or projects: paid orders net of those that came back; `full` of them are 100. */
    z.strictObject({ kind: z.literal('orders'), full }),
    /** What was paid net of returns, in minor units. */
    z.strictObject({ kind: z.literal('spent'), full }),
    /** Of the orders of which it is known, the share paid on time. Fewer than `least` say nothing. */
    z.strictObject({ kind: z.literal('on-time'), least: z.int().min(1).max(1000) }),
    /** Friends who became customers. */
    z.strictObject({ kind: z.literal('referrals'), full }),
    /** Quality of cooperation: what of these holds, each as heavy as said. */
    z.strictObject({
      kind: z.literal('cooperation'),
      signs: z
        .array(z.strictObject({ name: wordsSchema, holds: criteriaSchema, weight }))
        .min(1)
        .max(20),
    }),
  ]),
});
export type AppreciationPart = z.infer<typeof appreciationPartSchema>;

/** How a business weighs what it is thankful for. */
export const appreciationSchema = z.strictObject({
  parts: z
    .array(appreciationPartSchema)
    .min(1)
    .max(20)
    .refine((parts) => new Set(parts.map(({ key }) => key)).size === parts.length),
});
export type AppreciationRule = z.infer<typeof appreciationSchema>;

/** One part as it came out for a person. */
export interface AppreciationOfPart {
  readonly key: string;
  readonly name: Words;
  readonly weight: number;
  /** 0 to 100; null: nothing is known, and the part weighs nothing. */
  readonly score: number | null;
  /** What was measured: days, orders, minor units, hundredths of a percent, friends, or the weight of signs that hold. */
  readonly measured: number | null;
  /** What would be the full score, in the same measure. */
  readonly full: number;
  /** The newest facts it rests on (at most MOST_FACTS), newest first, and how many there are. */
  readonly facts: readonly number[];
  readonly factCount: number;
  /** Of cooperation: which signs hold, in their order. */
  readonly signs?: readonly boolean[];
}

export interface Appreciation {
  /** 0 to 100: the parts by their weights, rounded to the nearest; 0 when nothing is known. */
  readonly score: number;
  readonly parts: readonly AppreciationOfPart[];
}

export const MOST_FACTS = 20;

/** Where a person stands on a ladder: 0 is the bottom, `top` the number of the top rung. */
export interface RungPlace {
  readonly place: number;
  readonly top: number;
}

/**
 * How thankful a business has reason to be to a person at an instant, part by part. `from` leaves out what was earlier: the
 * appreciation of one year. Facts after `at` do not count. Only what the rule names is looked at: nothing of a person's own
 * traits or messages unless a sign of cooperation asks for it.
 */
export function appreciationOf({
  rule,
  history,
  at,
  from,
  rungs,
  calendar,
}: {
  readonly rule: AppreciationRule;
  readonly history: History;
  readonly at: Instant;
  readonly from?: Instant | undefined;
  readonly rungs: Readonly<Record<string, RungPlace>>;
  readonly calendar: BusinessCalendar;
}): Appreciation {
  const facts = history.facts
    .filter((fact) => fact.at <= at && (from === undefined || fact.at >= from))
    .sort((a, b) => a.at - b.at);
  const within: History = { knownSince: history.knownSince, facts };
  const parts = rule.parts.map((part): AppreciationOfPart => {
    const { key, name, weight: heavy } = part;
    return { key, name, weight: heavy, ...partOf(part, within, { at, rungs, calendar }) };
  });
  let [sum, weights] = [0, 0];
  for (const { score, weight: heavy } of parts) {
    if (score === null) continue;
    sum += score * heavy;
    weights += heavy;
  }
  return { score: weights === 0 ? 0 : Math.floor((2 * sum + weights) / (2 * weights)), parts };
}

/** The fact types and fields a rule looks at, sorted: others need not be fetched. */
export function factsAppreciationReads(rule: AppreciationRule): {
  readonly types: string[];
  readonly fields: string[];
} {
  const types = new Set(['order.paid', 'order.returned']);
  const fields = new Set(['order', 'amount']);
  for (const { of } of rule.parts) {
    if (of.kind === 'on-time') fields.add('onTime');
    if (of.kind === 'referrals') {
      for (const type of ['referral.converted', 'referral.undone']) types.add(type);
      fields.add('friend');
    }
    for (const { holds } of of.kind === 'cooperation' ? of.signs : []) {
      for (const type of typesRead(holds)) types.add(type);
      for (const field of fieldsRead(holds)) fields.add(field);
    }
  }
  return { types: [...types].sort(), fields: [...fields].sort() };
}

type Came = Omit<AppreciationOfPart, 'key' | 'name' | 'weight'>;

function partOf(
  { of }: AppreciationPart,
  history: History,
  {
    at,
    rungs,
    calendar,
  }: {
    readonly at: Instant;
    readonly rungs: Readonly<Record<string, RungPlace>>;
    readonly calendar: BusinessCalendar;
  },
): Came {
  const paid = history.facts.filter(({ type }) => type === 'order.paid');
  const measure = (asked: Criteria): number =>
    Math.max(0, answersOf({ history }, [asked], at, calendar).measured(asked));
  switch (of.kind) {
    case 'rung': {
      const stands = rungs[of.ladder];
      if (stands === undefined || stands.top === 0) return unknown(1);
      return came(stands.place, stands.top, []);
    }
    case 'tenure': {
      const [first] = paid;
      if (first === undefined) return came(0, of.full, []);
      const zone = zoneOf(calendar.zone);
      return came(zone.dayOf(at) - zone.dayOf(first.at), of.full, [first]);
    }
    case 'orders':
      return came(measure({ measure: 'count', of: 'order.paid', kept: true }), of.full, paid);
    case 'spent':
      return came(measure({ measure: 'sum', of: 'order.paid', field: 'amount', kept: true }), of.full, paid);
    case 'on-time': {
      const stated = paid.filter(({ data }) => typeof data['onTime'] === 'boolean');
      if (stated.length < of.least) return { ...unknown(10_000), ...evidence(stated) };
      const onTime = stated.filter(({ data }) => data['onTime'] === true).length;
      return came(Math.floor((onTime * 10_000) / stated.length), 10_000, stated);
    }
    case 'referrals': {
      const friends = standingReferrals(history.facts);
      return came(friends.length, of.full, friends);
    }
    case 'cooperation': {
      const criteria = of.signs.map(({ holds }) => holds);
      const answers = answersOf({ history }, criteria, at, calendar);
      const signs = criteria.map((one) => answers.holds(one));
      const all = of.signs.reduce((sum, sign) => sum + sign.weight, 0);
      const held = of.signs.reduce((sum, sign, index) => sum + (signs[index] === true ? sign.weight : 0), 0);
      return {
        ...came(
          held,
          all,
          [...new Set(criteria.flatMap((one) => answers.factsOf(one)))].sort((a, b) => a - b),
        ),
        signs,
      };
    }
  }
}

function came(measured: number, most: number, facts: readonly (Fact | number)[]): Came {
  const score = Math.floor((Math.min(measured, most) * 100) / most);
  return { score, measured, full: most, ...evidence(facts) };
}

function unknown(most: number): Came {
  return { score: null, measured: null, full: most, facts: [], factCount: 0 };
}

/** The newest facts first; facts without a number cannot be pointed at. */
function evidence(facts: readonly (Fact | number)[]): Pick<Came, 'facts' | 'factCount'> {
  const numbers = facts.flatMap((fact) => {
    const id = typeof fact === 'number' ? fact : fact.id;
    return id === undefined ? [] : [id];
  });
  return { facts: numbers.slice(-MOST_FACTS).reverse(), factCount: facts.length };
}
