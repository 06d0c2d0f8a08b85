import { accept, refuse, type Result } from '../../values/index.ts';
import { type Pipeline, presentStep, type Step } from './definition.ts';

export interface Edited {
  readonly pipeline: Pipeline;
  /** For each step that was taken away, where its deals go. */
  readonly moves: ReadonlyMap<string, string>;
}

/**
 * What a change of a definition does to the deals that stand on it. A step is known by its key: a new name or place changes
 * nothing for them. A step that is gone says where its deals go (`into`, by its key), and is kept by name; where none stand on it
 * (`standing`), it need not say, and counts as gone into the step before it.
 * Refusals: `pipeline_key_fixed`, `step_deals_go_nowhere` {step, deals}, `step_target_wrong` {step}, `step_key_retired` {key}.
 */
export function editPipeline(
  before: Pipeline,
  after: Pipeline,
  into: Readonly<Record<string, string>>,
  standing: ReadonlyMap<string, number>,
): Result<Edited> {
  if (before.key !== after.key) return refuse('pipeline_key_fixed', 'definition.key');
  const there = new Map(after.steps.map((step) => [step.key, step]));
  const retired = before.retired ?? [];
  const again = after.steps.find(({ key }) => retired.some((one) => one.key === key));
  if (again !== undefined) return refuse('step_key_retired', 'definition.steps', { key: again.key });
  const moves = new Map<string, string>();
  for (const [place, step] of before.steps.entries()) {
    const next = there.get(step.key);
    const deals = standing.get(step.key) ?? 0;
    if (next !== undefined) {
      // A won deal cannot stand before the sale, nor an open one after it.
      if (next.after !== step.after && deals > 0)
        return refuse('step_crosses_sale', 'definition.steps', { step: step.key, deals });
      continue;
    }
    const target = Object.hasOwn(into, step.key) ? into[step.key] : undefined;
    if (target === undefined && deals > 0)
      return refuse('step_deals_go_nowhere', 'into', { step: step.name.fa, deals });
    const goes = target === undefined ? nearest(before.steps, place, there) : there.get(target);
    if (goes === undefined || (target !== undefined && deals > 0 && goes.after !== step.after))
      return refuse('step_target_wrong', 'into', { step: step.name.fa });
    moves.set(step.key, goes.key);
  }
  const gone = before.steps
    .filter(({ key }) => moves.has(key))
    .map(({ key, name }) => ({ key, name, into: moves.get(key) ?? key }));
  const { retired: _, ...rest } = after;
  const kept = [...retired, ...gone].slice(-100);
  const pipeline: Pipeline = kept.length === 0 ? rest : { ...rest, retired: kept };
  return accept({ pipeline, moves });
}

/** The last step before this place that is still there, else the first of all. */
function nearest(steps: readonly Step[], place: number, there: ReadonlyMap<string, Step>): Step | undefined {
  const before = steps.slice(0, place).findLast(({ key }) => there.has(key));
  return before === undefined ? [...there.values()][0] : there.get(before.key);
}

/** Where a deal that comes back stands: where it stood, or where that step's deals went; never after the sale. */
export function stepToReturnTo(pipeline: Pipeline, step: string): Step {
  const found = presentStep(pipeline, step);
  const first = pipeline.steps[0];
  if (first === undefined) throw new Error('A pipeline has at least one step');
  if (found === null) return first;
  return found.after === true ? (pipeline.steps.findLast(({ after }) => after !== true) ?? first) : found;
}
