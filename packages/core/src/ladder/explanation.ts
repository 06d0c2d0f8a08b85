import { evaluate, type Because, type Gap } from '../criteria/index.ts';
import type { History } from '../facts/index.ts';
import type { Instant } from '../values/index.ts';
import { climb, type Climb, type Compiled, type MoveCause } from './climb.ts';

/** A climb with everything a person asks about it. */
export interface Explanation {
  readonly climb: Climb;
  /** Why they stand where they stand: the criteria that hold them there. Null at the bottom and under a pin. */
  readonly because: Because | null;
  /** The rung above that is nearest in reach, what is met and unmet of it, and what would bring them there. */
  readonly next: { readonly place: number; readonly because: Because; readonly gap: Gap | null } | null;
  /** Where time alone takes them, and when: the first step they would make if nothing happened any more. Null: none. */
  readonly ahead: {
    readonly at: Instant;
    readonly place: number;
    readonly cause: MoveCause;
    readonly because: Because | null;
  } | null;
}

/** How far ahead is looked: nothing that fades more slowly is news to anybody. */
const AHEAD_MS = 5 * 366 * 86_400_000;

export function explain(compiled: Compiled, history: History, asOf: Instant): Explanation {
  const result = climb(compiled, history, asOf, { reasons: true });
  if (result.place === null) return { climb: result, because: null, next: null, ahead: null };
  const { definition, calendar } = compiled;
  const holding = result.pin ? null : holdingCriteria(compiled, result.place);
  const because = holding ? evaluate(holding, history, asOf, calendar).because : null;
  const ahead = aheadOf(compiled, history, asOf);
  if (definition.kind === 'typology') return { climb: result, because, next: null, ahead };

  let nearest: Explanation['next'] = null;
  for (let place = result.place + 1; place < definition.rungs.length; place++) {
    const enter = definition.rungs[place]?.enter;
    if (!enter) continue;
    const answer = evaluate(enter, history, asOf, calendar);
    if (answer.gap !== null)
      return { climb: result, because, next: { place, because: answer.because, gap: answer.gap }, ahead };
    nearest ??= { place, because: answer.because, gap: null };
  }
  return { climb: result, because, next: nearest, ahead };
}

/** The same climb, led on into a time in which nothing new happens. */
function aheadOf(compiled: Compiled, history: History, asOf: Instant): Explanation['ahead'] {
  const known: History = { ...history, facts: history.facts.filter((fact) => fact.at <= asOf) };
  const { moves } = climb(compiled, known, asOf + AHEAD_MS, { reasons: true });
  const step = moves.find((move) => move.at > asOf);
  return step === undefined
    ? null
    : { at: step.at, place: step.to, cause: step.cause, because: step.because ?? null };
}

function holdingCriteria({ definition }: Compiled, place: number) {
  if (definition.kind === 'typology') return definition.classes[place]?.when ?? null;
  const rung = definition.rungs[place];
  if (!rung?.enter) return null;
  return rung.stay ? { any: [rung.stay, rung.enter] } : rung.enter;
}
