import { inOrder } from '../../criteria/index.ts';
import type { History } from '../../facts/index.ts';
import { type Day, type Instant, MS_PER_DAY } from '../../values/index.ts';
import { fitOf, reaches, type Scorer } from './scoring.ts';

/** One time for which somebody belonged with sales. */
export interface Handing {
  readonly at: Instant;
  readonly why: 'hand' | 'score';
  /** When it cooled; null: not by the end. */
  readonly cooledAt: Instant | null;
}

/** Between facts, time is looked at in steps of this at least: enough for a question about months. */
const STEP = MS_PER_DAY / 24;

/**
 * When this definition would have handed somebody to sales, by their history up to an instant. People are not asked:
 * nothing is accepted or refused, and a hand counts as long as its criteria does.
 */
export function replayLead(scorer: Scorer, history: History, to: Instant): readonly Handing[] {
  const { zone, engagement, fitting, raising, hands, definition } = scorer;
  engagement.reset();
  fitting.reset();
  raising.reset();
  const facts = inOrder(history);
  const handings: Handing[] = [];
  let open: Handing | null = null;
  let index = 0;
  let now = facts[0]?.at ?? to + 1;
  while (now <= to) {
    const day = zone.dayOf(now);
    for (let fact = facts[index]; fact !== undefined && fact.at <= now; fact = facts[++index]) {
      const told = zone.dayOf(fact.at);
      fitting.add(fact, told);
      raising.add(fact, told);
      engagement.add(fact);
    }
    fitting.settle(day);
    raising.settle(day);
    const raised = hands.some(({ question }) => question.holds);
    const inside: boolean = open !== null;
    const asked = inside ? definition.stay : definition.enter;
    const fits = reaches(fitOf(scorer), asked.fit);
    const engages = reaches(engagement.at(now), asked.engagement);
    const holds = raised || (fits && engages);
    if (holds && open === null) open = { at: now, why: raised ? 'hand' : 'score', cooledAt: null };
    else if (!holds && open !== null) {
      handings.push({ ...open, cooledAt: now });
      open = null;
    }
    const next = facts[index]?.at ?? to + 1;
    const flips = Math.min(dayOrNever(scorer, fitting.due, day), dayOrNever(scorer, raising.due, day));
    const soon = Math.min(next, flips);
    // Nothing but a fading score can matter before then; where it cannot, nobody looks.
    const threshold = (open === null ? definition.enter : definition.stay).engagement;
    now =
      raised || !fits || isSteady(scorer, now, soon, threshold)
        ? soon
        : steadyUntil(scorer, now, soon, threshold);
  }
  if (open !== null) handings.push(open);
  return handings;
}

function dayOrNever({ zone }: Scorer, due: Day, day: Day): Instant {
  return due > day && due < 200_000 ? zone.startOf(due) : Number.POSITIVE_INFINITY;
}

/** Whether the engagement stays on its side of what is asked up to `to`. */
function isSteady({ engagement }: Scorer, from: Instant, to: Instant, asked: number): boolean {
  const { least, most } = engagement.between(from, to);
  return reaches(least, asked) || !reaches(most, asked);
}

/** The furthest step from `from` on up to which it surely stays, one step at least. */
function steadyUntil(scorer: Scorer, from: Instant, to: Instant, asked: number): Instant {
  let sure = from;
  let unsure = Math.min(to, from + 36_500 * MS_PER_DAY);
  while (unsure - sure > STEP) {
    const middle = sure + Math.floor((unsure - sure) / 2);
    if (isSteady(scorer, from, middle, asked)) sure = middle;
    else unsure = middle;
  }
  return Math.max(unsure, Math.min(to, from + STEP));
}
