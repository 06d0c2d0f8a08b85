import { pipelineSchema, SEVEN_STEPS } from '@nardeban/core/sales';
import { describe, expect, test } from 'vitest';
import { ASK_KINDS, faultsIn, freshKey, goneFrom, keysOf, newAsk, sent, shifted } from './pipeline-form.ts';
import type { PipelineInput } from './queries.ts';

const form = SEVEN_STEPS as PipelineInput;
const words = { fa: 'نام', en: 'Name' };

describe('the form of a pipeline', () => {
  test('sends what the server reads, whatever is asked and in one language alone', () => {
    const asks = ASK_KINDS.map((kind) => {
      const ask = newAsk(kind, `ask-${kind}`, { fa: 'نام', en: '' });
      return ask.kind === 'choice'
        ? { ...ask, choices: ask.choices.map((one) => ({ ...one, name: words })) }
        : ask;
    });
    const written: PipelineInput = {
      ...form,
      steps: [{ key: 'one', name: { fa: '', en: 'One' }, guidance: { fa: ' ', en: '' }, asks }],
    };
    expect(faultsIn(written)).toEqual([]);
    const parsed = pipelineSchema.parse(sent(written));
    expect(parsed.steps[0]?.name).toEqual({ fa: 'One', en: 'One' });
    expect(parsed.steps[0]).not.toHaveProperty('guidance');
    expect(pipelineSchema.parse(sent(form))).toEqual(SEVEN_STEPS);
  });

  test('says what has to be mended', () => {
    expect(faultsIn(form)).toEqual([]);
    expect(faultsIn({ ...form, steps: [] })).toEqual(['steps']);
    expect(faultsIn({ ...form, lostReasons: [] })).toEqual(['reasons']);
    expect(faultsIn({ ...form, steps: form.steps.toReversed() })).toEqual(['steps']);
    const choice = newAsk('choice', 'c', words);
    expect(faultsIn({ ...form, steps: [{ key: 'a', name: words, asks: [choice] }] })).toEqual(['choices']);
    expect(faultsIn({ ...form, name: { fa: ' ', en: '' } })).toEqual(['unnamed']);
  });

  test('gives keys that are not taken', () => {
    expect(freshKey({ fa: '', en: 'Second look!' }, 'step', new Set())).toBe('second-look');
    expect(freshKey({ fa: '', en: 'contact' }, 'step', keysOf(form))).toBe('contact-1');
    expect(freshKey({ fa: 'نام', en: '' }, 'step', new Set(['step-1']))).toBe('step-2');
    expect(freshKey({ fa: '', en: '2nd' }, 'step', new Set())).toBe('step-1');
  });

  test('moves a step and no further than the edge, and knows which are gone', () => {
    expect(shifted(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(shifted(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    const shorter = { ...form, steps: form.steps.filter(({ key }) => key !== 'fears') };
    expect(goneFrom(form, shorter).map(({ key }) => key)).toEqual(['fears']);
  });
});
