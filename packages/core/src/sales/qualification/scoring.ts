import { inOrder, Machine, NEVER, type Question } from '../../criteria/index.ts';
import type { Fact, History } from '../../facts/index.ts';
import {
  type BusinessCalendar,
  type Day,
  type Instant,
  MS_PER_DAY,
  type Zone,
  zoneOf,
} from '../../values/index.ts';
import type { FitRule, Qualification, Threshold } from './definition.ts';
import { Engagement } from './engagement.ts';

/** A definition made ready: it serves any number of people, one after the other. */
export interface Scorer {
  readonly definition: Qualification;
  readonly zone: Zone;
  readonly engagement: Engagement;
  /** Plays what fit asks; hands have a machine of their own, for they may look at less of the history. */
  readonly fitting: Machine;
  readonly fit: readonly { readonly rule: FitRule; readonly question: Question }[];
  readonly raising: Machine;
  readonly hands: readonly { readonly key: string; readonly question: Question }[];
}

export function scorerOf(definition: Qualification, calendar: BusinessCalendar): Scorer {
  const fitting = new Machine(calendar.calendar);
  const raising = new Machine(calendar.calendar);
  return {
    definition,
    zone: zoneOf(calendar.zone),
    engagement: new Engagement(definition),
    fitting,
    fit: definition.fit.rules.map((rule) => ({ rule, question: fitting.ask(rule.when) })),
    raising,
    hands: definition.hands.map(({ key, when }) => ({ key, question: raising.ask(when) })),
  };
}

/** What is known of a lead beyond the history of its person. */
export interface Standing {
  /** Sales has it: then the lower threshold holds. */
  readonly inside: boolean;
  /** Hands raised up to then were answered and count no more; null: all count. */
  readonly handsSince: Instant | null;
  /** When whoever captured it told of a hand; null: nobody did. */
  readonly handAt: Instant | null;
}

export const NEW_LEAD: Standing = { inside: false, handsSince: null, handAt: null };

export interface Score {
  readonly fit: number;
  readonly engagement: number;
  /** Whether it belongs with sales, and why; a hand goes before the scores. */
  readonly inside: boolean;
  readonly why: 'hand' | 'score' | null;
  /** The earliest later instant at which `inside` or `why` could change with no new fact; null: never. May be early. */
  readonly until: Instant | null;
  /** What made the most of it, the most first: rules with their points, and before them the hands that are up. */
  readonly because: readonly { readonly key: string; readonly points: number | null }[];
}

/** So many reasons stand beside a lead in a list. */
const MOST_REASONS = 3;

/**
 * The scores of one person at an instant. Pure: the same facts give the same answer in whatever order they arrived. Facts
 * later than `at` are not looked at, but the first of them ends the time for which the answer is sure.
 */
export function scoreLead(
  scorer: Scorer,
  history: History,
  at: Instant,
  standing: Standing = NEW_LEAD,
): Score {
  const { next, day } = playUpTo(scorer, history, at, standing);
  const { definition, engagement } = scorer;
  const fit = fitOf(scorer);
  const score = engagement.at(at);
  const told = handTold(scorer, at, standing);
  const asked = standing.inside ? definition.stay : definition.enter;
  const raised = told !== null || scorer.hands.some(({ question }) => question.holds);
  const fits = reaches(fit, asked.fit);
  const engages = reaches(score, asked.engagement);
  const why = raised ? 'hand' : fits && engages ? 'score' : null;
  const ends: Instant[] = [];
  if (next !== null) ends.push(next);
  ends.push(...flipsOf(scorer, day, { raised, told, fits, engages }));
  if (!raised && fits) {
    const crosses = crossing(engagement, at, asked.engagement, engages);
    if (crosses !== null) ends.push(crosses);
  }
  return {
    fit,
    engagement: score,
    inside: why !== null,
    why,
    until: ends.length === 0 ? null : Math.max(at + 1, Math.min(...ends)),
    because: reasonsOf(scorer, at),
  };
}

function reasonsOf({ fit, engagement, hands }: Scorer, at: Instant): Score['because'] {
  const raised = hands.filter(({ question }) => question.holds).map(({ key }) => ({ key, points: null }));
  const rules = [
    ...fit.filter(({ question }) => question.holds).map(({ rule: { key, points } }) => ({ key, points })),
    ...engagement.rules.map((sum) => ({
      key: sum.rule.key,
      points: Math.sign(sum.rule.points) * Math.round(sum.counted(at)),
    })),
  ].filter(({ points }) => points !== 0);
  rules.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.key < b.key ? -1 : 1));
  return [...raised, ...rules].slice(0, MOST_REASONS);
}

/** A score is shown as a whole number, and what is shown is what counts. */
export function reaches(score: number, asked: number): boolean {
  return score >= asked - HALF;
}

const HALF = 0.5;
/** Below what anybody could see, and above what adding up in another order could make. */
const SLACK = 1e-6;
const FAR = 36_500 * MS_PER_DAY;

export interface PlayedUpTo {
  /** The instant of the first fact after `at`; null: there is none. */
  readonly next: Instant | null;
  readonly day: Day;
}

/** Plays a history into the machines of the scorer, and calls back for each fact that engagement counts. */
export function playUpTo(
  scorer: Scorer,
  history: History,
  at: Instant,
  { handsSince }: Pick<Standing, 'handsSince'>,
  onCounted?: (fact: Fact, counting: ReturnType<Engagement['add']>) => void,
): PlayedUpTo {
  const { zone, engagement, fitting, raising } = scorer;
  engagement.reset();
  fitting.reset();
  raising.reset();
  let next: Instant | null = null;
  for (const fact of inOrder(history)) {
    if (fact.at > at) {
      next = fact.at;
      break;
    }
    const day = zone.dayOf(fact.at);
    fitting.add(fact, day);
    if (isHeard(fact, handsSince)) raising.add(fact, day);
    const counting = engagement.add(fact);
    if (counting.length > 0) onCounted?.(fact, counting);
  }
  const day = zone.dayOf(at);
  fitting.settle(day);
  raising.settle(day);
  return { next, day };
}

/** What somebody is stays so; what they did before their hand was answered is not asked for again. */
function isHeard({ at, type }: Fact, since: Instant | null): boolean {
  return since === null || at > since || type === 'trait.changed' || type.startsWith('tag.');
}

/** The sum of what holds, within 0 and the cap. */
export function fitOf({ fit, definition }: Pick<Scorer, 'fit' | 'definition'>): number {
  let points = 0;
  for (const { rule, question } of fit) if (question.holds) points += rule.points;
  return Math.min(definition.fit.cap, Math.max(0, points));
}

/** Until when a hand counts that was told of with the lead; null: it does not. */
export function handTold(
  { definition }: Scorer,
  at: Instant,
  { handAt, handsSince }: Standing,
): Instant | null {
  if (handAt === null || handAt > at || (handsSince !== null && handAt <= handsSince)) return null;
  const ends = handAt + definition.handDays * MS_PER_DAY;
  return ends > at ? ends : null;
}

/** When criteria could come out otherwise so that it matters. */
function flipsOf(
  { zone, fit, hands }: Scorer,
  day: Day,
  now: {
    readonly raised: boolean;
    readonly told: Instant | null;
    readonly fits: boolean;
    readonly engages: boolean;
  },
): Instant[] {
  const ends: Instant[] = [];
  const flip = (question: Question): void => {
    const flips = question.flip();
    if (flips < NEVER && flips > day) ends.push(zone.startOf(flips));
  };
  if (now.raised) {
    // As long as one of them is up the others do not matter; when it could end, somebody looks again.
    if (now.told !== null) ends.push(now.told);
    else for (const { question } of hands) if (question.holds) flip(question);
    return ends;
  }
  for (const { question } of hands) flip(question);
  for (const { question } of fit) flip(question);
  return ends;
}

/** The first instant at which the engagement could be on the other side of what is asked; null: never. */
function crossing(
  engagement: Engagement,
  at: Instant,
  asked: Threshold['engagement'],
  above: boolean,
): Instant | null {
  const bound = asked - HALF;
  const isSure = (to: Instant): boolean => {
    const { least, most } = engagement.between(at, to);
    return above ? least >= bound + SLACK : most < bound - SLACK;
  };
  if (isSure(Number.POSITIVE_INFINITY)) return null;
  let sure = at;
  let unsure = at + FAR;
  if (isSure(unsure)) return unsure;
  while (unsure - sure > 1) {
    const middle = Math.floor((sure + unsure) / 2);
    if (isSure(middle)) sure = middle;
    else unsure = middle;
  }
  return unsure;
}
