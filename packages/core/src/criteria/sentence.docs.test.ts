import { describe, expect, it } from 'vitest';
import page from '../../../../docs/reference/criteria.md?raw';
import { baseVocabulary } from '../facts/index.ts';
import { conditionSchema } from './criteria.ts';
import { sayCriteria, type Speech } from './sentence.ts';
import { validateCriteria } from './validate.ts';

const speech: Omit<Speech, 'language'> = {
  vocabulary: baseVocabulary,
  money: { currency: 'IRR', unit: 'toman' },
  calendar: 'jalali',
  zone: 'Asia/Tehran',
};

/** Every block of JSON with the two lines quoted under it. */
const examples = [...page.matchAll(/```json\n([^`]+)```\n\n> (.+)\n> (.+)\n/g)].map(
  ([, json = '', fa = '', en = '']) => ({ json, fa, en }),
);

describe('docs/reference/criteria.md', () => {
  it('has sentences under every example', () => {
    expect(examples).toHaveLength(page.match(/```json/g)?.length ?? 0);
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('reads as stated: $en', ({ json, fa, en }) => {
    const read = validateCriteria(JSON.parse(json), baseVocabulary);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(sayCriteria(read.value, { ...speech, language: 'fa' })).toBe(fa);
    expect(sayCriteria(read.value, { ...speech, language: 'en' })).toBe(en);
  });

  it('speaks of every measure and no other', () => {
    const table = page.slice(page.indexOf('| measure |'), page.indexOf('- **A range**'));
    const told = [...table.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    const measures = conditionSchema.options.map((option) => option.shape.measure.value);
    expect(new Set(told)).toEqual(new Set(measures));
    for (const measure of measures)
      expect(
        examples.some(({ json }) => json.includes(`"measure": "${measure}"`)),
        measure,
      ).toBe(true);
  });
});
