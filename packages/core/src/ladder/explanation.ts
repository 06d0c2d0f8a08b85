import { evaluate, type Because, type Gap } from '../criteria/index.ts';
import type { History } from '../facts/index.ts';
import type { Instant } from '../values/index.ts';
import { climb, type Climb, type Compiled } from './climb.ts';

/** A climb with everything a person asks about it. */
export interface Explanation {
  readonly climb: Climb;
  /** Why they stand where they stand: the criteria that hold them there. Null at the bottom and under a pin. */
  readonly because: Because | null;
  /** The rung above that is nearest in reach, what is met and unmet of it, and what would bring them there. */
  readonly next: { readonly place: number; readonly because: Because; readonly gap: Gap | null } | null;
}

export function explain(compiled: Compiled, history: History, asOf: Instant): Explanation {
  const result = climb(compiled, history, asOf, { reasons: true });
  if (result.place === null) return { climb: result, because: null, next: null };
  const { definition, calendar } = compiled;
  const holding = result.pin ? null : holdingCriteria(compiled, result.place);
  const because = holding ? evaluate(holding, history, asOf, calendar).because : null;
  if (definition.kind === 'typology') return { climb: result, because, next: null };

  let nearest: Explanation['next'] = null;
  for (let place = result.place + 1; place < definition.rungs.length; place++) {
    const enter = definition.rungs[place]?.enter;
    if (!enter) continue;
    const answer = evaluate(enter, history, asOf, calendar);
    if (answer.gap !== null)
      return { climb: result, because, next: { place, because: answer.because, gap: answer.gap } };
    nearest ??= { place, because: answer.because, gap: null };
  }
  return { climb: result, because, next: nearest };
}

function holdingCriteria({ definition }: Compiled, place: number) {
  if (definition.kind === 'typology') return definition.classes[place]?.when ?? null;
  const rung = definition.rungs[place];
  if (!rung?.enter) return null;
  return rung.stay ? { any: [rung.stay, rung.enter] } : rung.enter;
}
