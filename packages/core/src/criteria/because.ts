import type { Because, Measured } from './answer.ts';
import { meets } from './comparison.ts';
import type { Condition, Criteria } from './criteria.ts';

/**
 * The reason again, from a criteria and the values that were measured for its conditions (in the order of conditionsOf):
 * a move keeps only the values. The facts are not among them; to name those, play the history again.
 */
export function becauseOfMeasured(criteria: Criteria, measured: readonly Measured[]): Because {
  let next = 0;
  const read = (part: Criteria): Because => {
    if ('all' in part) {
      const parts = part.all.map(read);
      return { kind: 'all', holds: parts.every((one) => one.holds), parts };
    }
    if ('any' in part) {
      const parts = part.any.map(read);
      return { kind: 'any', holds: parts.some((one) => one.holds), parts };
    }
    if ('not' in part) {
      const inner = read(part.not);
      return { kind: 'not', holds: !inner.holds, part: inner };
    }
    const value = measured[next++] ?? null;
    return {
      kind: 'condition',
      holds: holdsFor(part, value),
      condition: part,
      measured: value,
      facts: [],
      factCount: 0,
    };
  };
  return read(criteria);
}

export function holdsFor(condition: Condition, value: Measured): boolean {
  return meets(condition.measure === 'tag' ? { is: true } : condition, value);
}
