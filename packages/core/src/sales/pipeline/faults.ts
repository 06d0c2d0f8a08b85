import type { Vocabulary } from '../../facts/index.ts';
import { accept, refuse, type Result } from '../../values/index.ts';
import { type Ask, isField, type Pipeline } from './definition.ts';

/**
 * Whether a definition can be worked with. Refusals: `pipeline_without_sale`, `pipeline_steps_misplaced`, `pipeline_key_twice` {key},
 * `evidence_fact_unknown` {type}, `evidence_field_unknown` {type, field}.
 */
export function checkPipeline(pipeline: Pipeline, vocabulary: Vocabulary): Result<Pipeline> {
  const { steps, lostReasons } = pipeline;
  const first = steps.findIndex(({ after }) => after === true);
  if (first === 0) return refuse('pipeline_without_sale', 'steps');
  if (first > 0 && steps.slice(first).some(({ after }) => after !== true))
    return refuse('pipeline_steps_misplaced', 'steps');
  const twice =
    repeated(steps.map(({ key }) => key)) ??
    repeated(steps.flatMap(({ asks }) => asks.map(({ key }) => key))) ??
    repeated(lostReasons.map(({ key }) => key));
  if (twice !== null) return refuse('pipeline_key_twice', 'steps', { key: twice });
  for (const [place, { asks }] of steps.entries()) {
    for (const [index, ask] of asks.entries()) {
      const fit = checkAsk(ask, vocabulary, `steps.${place}.asks.${index}`);
      if (!fit.ok) return fit;
    }
  }
  return accept(pipeline);
}

function checkAsk(ask: Ask, vocabulary: Vocabulary, field: string): Result<true> {
  if (isField(ask)) {
    const twice = ask.kind === 'choice' ? repeated(ask.choices.map(({ key }) => key)) : null;
    return twice === null ? accept(true) : refuse('pipeline_key_twice', `${field}.choices`, { key: twice });
  }
  if (ask.kind !== 'fact') return accept(true);
  for (const { type, where } of ask.facts) {
    const declared = Object.hasOwn(vocabulary, type) ? vocabulary[type] : undefined;
    if (declared === undefined) return refuse('evidence_fact_unknown', `${field}.facts`, { type });
    if (where !== undefined && !Object.hasOwn(declared.fields, where.field))
      return refuse('evidence_field_unknown', `${field}.facts`, { type, field: where.field });
  }
  return accept(true);
}

function repeated(keys: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return null;
}
