import { z } from 'zod';
import { type Assumptions, assumptionsSchema, worthOf } from './assumptions.ts';
import { daysOfRecency, NEVER, RECENCIES, recencyOf } from './cells.ts';
import { type Evidence, evidenceSchema, type Group } from './evidence.ts';
import { averaged, type CellGain, type Common, type Gain, gainsOf } from './gains.ts';
import { addedBy, MOST_ROUNDS, planFor, planSchema, type Segment } from './plan.ts';

/** What one step up is worth for some people, and what to do about it. */
export const worthSchema = z.strictObject({
  people: z.int().describe('Who stand there today.'),
  gain: z
    .int()
    .describe('What one of them would leave more, one rung higher, under the assumptions; minor units.'),
  low: z.int(),
  high: z.int().describe('95 in 100, for the past differing by chance alone.'),
  verdict: z
    .enum(['worth', 'unsure', 'not_worth'])
    .describe('`unsure`: probably, and nought is within the interval. `not_worth`: no gain was seen.'),
  anyway: z.number().describe('The share that climbs within the window without anything being spent.'),
  mostPerClimb: z.int().describe('The most it is sensible to spend for one climb; minor units.'),
  mostPerPerson: z.int().describe('And on one of them once, since few climb because of it.'),
  rounds: z
    .int()
    .nullable()
    .describe(
      'So many times it is sensible to spend on the same person, a window apart. Null: no cost for one was said.',
    ),
});
export type Worth = z.infer<typeof worthSchema>;

const byRecencySchema = worthSchema.extend({
  recency: z.int(),
  overDays: z.int().nullable(),
  upToDays: z
    .int()
    .nullable()
    .describe('The last order over and up to so many days ago; both null: never ordered.'),
});

const stepSchema = z.strictObject({
  rung: z.int(),
  climbed: z.int(),
  stayed: z.int().describe('People of the past whom this rests on.'),
  enough: z.boolean().describe('False: fewer than 30 climbed or stayed, and nothing is said.'),
  overall: worthSchema.nullable(),
  stopAfterDays: z
    .int()
    .nullable()
    .describe('So many days after the last order it is no longer worth it. Null: no such day was found.'),
  byType: z.array(worthSchema.extend({ type: z.int() })),
  byRecency: z.array(byRecencySchema),
});
export type StepAdvice = z.infer<typeof stepSchema>;

export const adviceSchema = z.strictObject({
  asOf: z.int(),
  assumptions: assumptionsSchema,
  basis: evidenceSchema
    .omit({ groups: true })
    .describe('What was compared: when, over how long, at which margin, who.'),
  caution: z
    .literal('people_who_climb_differ')
    .describe('Only an experiment tells what climbing itself does; `causalShare` is taken off for it.'),
  steps: z.array(stepSchema),
  plan: planSchema.nullable(),
});
export type Advice = z.infer<typeof adviceSchema>;

const NINETY_FIVE = 1.959963984540054;

/** The answer under these assumptions. Pure and quick: moved assumptions are answered anew from the same evidence. */
export function adviceFrom(evidence: Evidence, assumed: Assumptions, budget: number | null): Advice {
  const worth = worthOf(evidence, assumed);
  const steps: StepAdvice[] = [];
  const segments: Segment[] = [];
  for (let rung = 0; rung < evidence.rungs - 1; rung++) {
    const { climbed, stayed, gains, common } = gainsOf(evidence, rung);
    if (gains === null || common === null) {
      steps.push({
        rung,
        climbed,
        stayed,
        enough: false,
        overall: null,
        stopAfterDays: null,
        byType: [],
        byRecency: [],
      });
      continue;
    }
    const told = (which: (group: Group) => boolean): Worth | null => {
      const some = [...gains].filter(([group]) => which(group));
      return someWorth(some, common, worth, assumed);
    };
    const byRecency = Array.from({ length: RECENCIES }, (_, recency) => {
      const found = told(({ cell }) => recencyOf(cell) === recency);
      if (found === null) return [];
      const { over, upTo } = daysOfRecency(recency);
      return [{ ...found, recency, overDays: over, upToDays: upTo }];
    }).flat();
    steps.push({
      rung,
      climbed,
      stayed,
      enough: true,
      overall: told(() => true),
      stopAfterDays: lastWorth(byRecency),
      byType: evidence.types.flatMap((_, type) => {
        const found = told((group) => group.type === type);
        return found === null ? [] : [{ ...found, type }];
      }),
      byRecency,
    });
    for (const [type] of evidence.types.entries()) {
      for (let recency = 0; recency < RECENCIES; recency++) {
        const found = told((group) => group.type === type && recencyOf(group.cell) === recency);
        if (found === null || found.people === 0) continue;
        segments.push({
          rung,
          type,
          recency,
          people: found.people,
          gain: found.mostPerClimb,
          anyway: found.anyway,
        });
      }
    }
  }
  const { groups: _, ...basis } = evidence;
  return {
    asOf: evidence.asOf,
    assumptions: assumed,
    basis,
    caution: 'people_who_climb_differ',
    steps,
    plan: budget === null ? null : planFor(segments, assumed, budget),
  };
}

export const personAdviceSchema = z.strictObject({
  assumptions: assumptionsSchema,
  rung: z.int(),
  worth: worthSchema.nullable().describe('Null: the top rung, or too little is known of the step.'),
  likeThem: z
    .strictObject({ climbed: z.int(), stayed: z.int() })
    .describe(
      'People of the past on the same rung, of the same type and alike in recency, orders and value.',
    ),
});
export type PersonAdvice = z.infer<typeof personAdviceSchema>;

/** The same for one person, from what became of people like them, drawn towards everybody on the rung the fewer they are. */
export function adviceForOne(
  evidence: Evidence,
  assumed: Assumptions,
  person: { readonly rung: number; readonly type: number; readonly cell: number },
): PersonAdvice {
  const { rung } = person;
  const { gains, unknown, common } = gainsOf(evidence, rung);
  const group = evidence.groups.find(
    (one) => one.rung === rung && one.type === person.type && one.cell === person.cell,
  );
  const likeThem = { climbed: group?.climbed.people ?? 0, stayed: group?.stayed.people ?? 0 };
  const found = (group === undefined ? undefined : gains?.get(group)) ?? unknown;
  const worth =
    found === null || common === null || rung >= evidence.rungs - 1
      ? null
      : worthFrom(found.gain, found.anyway, 1, worthOf(evidence, assumed), assumed);
  return { assumptions: assumed, rung, worth, likeThem };
}

function someWorth(
  some: readonly (readonly [Group, CellGain])[],
  common: Common,
  worth: number,
  assumed: Assumptions,
): Worth | null {
  if (some.length === 0) return null;
  const people = some.reduce((sum, [{ now }]) => sum + now, 0);
  // Where nobody stands today, the past is told as it was.
  const weightOf = ({ now, stayed, climbed }: Group): number =>
    people > 0 ? now : stayed.people + climbed.people;
  const gain = averaged(
    some.map(([group, of]) => ({ weight: weightOf(group), of })),
    common,
  );
  if (gain === null) return null;
  const weights = some.reduce((sum, [group]) => sum + weightOf(group), 0);
  const anyway = some.reduce((sum, [group, of]) => sum + weightOf(group) * of.anyway, 0) / weights;
  return worthFrom(gain, anyway, people, worth, assumed);
}

function worthFrom(gain: Gain, anyway: number, people: number, worth: number, assumed: Assumptions): Worth {
  const reach = NINETY_FIVE * Math.sqrt(gain.variance);
  const mean = gain.mean * worth;
  const [low, high] = [(gain.mean - reach) * worth, (gain.mean + reach) * worth];
  const mostPerClimb = Math.max(0, Math.round(mean));
  const onOne = addedBy(anyway, assumed) * mostPerClimb;
  return {
    people,
    gain: whole(mean),
    low: whole(low),
    high: whole(high),
    verdict: low > 0 ? 'worth' : mean > 0 ? 'unsure' : 'not_worth',
    anyway,
    mostPerClimb,
    mostPerPerson: Math.floor(onOne),
    rounds:
      assumed.costPerPerson === null ? null : roundsFor(anyway, mostPerClimb, assumed.costPerPerson, assumed),
  };
}

function roundsFor(anyway: number, most: number, cost: number, assumed: Assumptions): number {
  let rounds = 0;
  while (rounds < MOST_ROUNDS && addedBy(anyway, assumed, rounds + 1) * most > cost) rounds++;
  return rounds;
}

/** The last day after the last order up to which, from the first on, every class brings something; null: all of them do. */
function lastWorth(byRecency: readonly z.infer<typeof byRecencySchema>[]): number | null {
  const ordered = byRecency.filter(({ recency }) => recency !== NEVER);
  const stop = ordered.find(({ verdict }) => verdict === 'not_worth');
  return stop === undefined ? null : (stop.overDays ?? 0);
}

/** Minus nought is nought. */
function whole(amount: number): number {
  return Math.round(amount) + 0;
}
