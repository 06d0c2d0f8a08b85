import { describe, expect, test } from 'vitest';
import { baseVocabulary } from '../facts/index.ts';
import { readDraft } from './draft.ts';
import { definitionFaults } from './faults.ts';
import type { Definition } from './ladder.ts';
import { presets } from './presets/index.ts';
import { validateDefinition } from './validate.ts';

const unfinished: Definition = {
  kind: 'ladder',
  key: 'mine',
  name: { fa: '', en: 'Mine' },
  rungs: [
    { key: 'a', name: { fa: 'الف', en: 'A' } },
    {
      key: 'b',
      name: { fa: '', en: '' },
      enter: {
        all: [
          { measure: 'count', of: '' },
          { not: { any: [] } },
          { measure: 'sum', of: 'order.paid', field: 'amount', within: { days: 0 }, atLeast: 5 },
        ],
      },
      grace: { months: 0 },
    },
  ],
};

describe('a draft', () => {
  test('is read as it is while it is incomplete', () => {
    expect(readDraft(unfinished)).toEqual({ ok: true, value: unfinished });
  });

  test.each(presets.map(({ definition }) => [definition.key, definition] as const))(
    'is read when it is whole: %s',
    (_, definition) => {
      expect(readDraft(definition)).toEqual({ ok: true, value: definition });
    },
  );

  test.each([
    [null, 'definition'],
    [{ ...unfinished, key: 'Not A Key' }, 'definition.key'],
    [{ ...unfinished, colour: 'red' }, 'definition'],
    [{ ...unfinished, rungs: [{ key: 'a', name: 'الف' }] }, 'definition.rungs[0].name'],
    [
      { ...unfinished, rungs: [{ key: 'a', name: { fa: '', en: '' }, enter: { all: 3 } }] },
      'definition.rungs[0].enter',
    ],
    [
      { ...unfinished, rungs: [{ key: 'a', name: { fa: '', en: '' }, enter: { measure: 'guess' } }] },
      'definition.rungs[0].enter',
    ],
  ])('that has not the shape is refused with the part: %#', (draft, field) => {
    const read = readDraft(draft);
    expect(read).toMatchObject({ ok: false, refusal: { code: 'draft_unreadable' } });
    if (!read.ok) expect(read.refusal.field?.startsWith(field)).toBe(true);
  });

  test('nested without end is refused and not walked', () => {
    let deep: unknown = { measure: 'tag', tag: 'x' };
    for (let depth = 0; depth < 5000; depth++) deep = { not: deep };
    const draft = { ...unfinished, rungs: [{ key: 'a', name: { fa: '', en: '' }, enter: deep }] };
    expect(readDraft(draft)).toMatchObject({ ok: false, refusal: { code: 'draft_unreadable' } });
  });

  test('longer than anybody writes is refused', () => {
    const rungs = Array.from({ length: 12 }, (_, index) => ({
      key: `r${index}`,
      name: { fa: '', en: '' },
      enter: {
        any: Array.from({ length: 30 }, () => ({
          measure: 'latest',
          of: 'order.paid',
          field: 'channel',
          oneOf: Array.from({ length: 100 }, () => 'یک مقدار بلند'),
        })),
      },
    }));
    expect(readDraft({ ...unfinished, rungs })).toMatchObject({
      ok: false,
      refusal: { code: 'draft_too_large' },
    });
  });
});

describe('what keeps a draft from being published', () => {
  test('is told all at once, each with its place', () => {
    expect(definitionFaults(unfinished, baseVocabulary).map(({ code, field }) => [field, code])).toEqual([
      ['name.fa', 'name_missing_in_language'],
      ['rungs[1].name.fa', 'name_missing_in_language'],
      ['rungs[1].name.en', 'name_missing_in_language'],
      ['rungs[1].enter.all[0].of', 'criteria_part_unreadable'],
      ['rungs[1].enter.all[1].not.any', 'criteria_group_empty'],
      ['rungs[1].enter.all[2].within.days', 'criteria_part_unreadable'],
      ['rungs[1].grace', 'whole_number_expected'],
    ]);
  });

  test('is nothing exactly when it would be accepted', () => {
    for (const { definition } of presets) {
      expect(definitionFaults(definition, baseVocabulary)).toEqual([]);
      expect(validateDefinition(definition, baseVocabulary).ok).toBe(true);
    }
  });

  test('is told of the whole when every part is right', () => {
    const twice: Definition = {
      ...unfinished,
      name: { fa: 'من', en: 'Mine' },
      rungs: [
        { key: 'a', name: { fa: 'الف', en: 'A' } },
        { key: 'b', name: { fa: 'ب', en: 'B' }, enter: { measure: 'count', of: 'order.paid', atLeast: 2 } },
        { key: 'c', name: { fa: 'پ', en: 'C' }, enter: { measure: 'count', of: 'order.paid', atLeast: 1 } },
      ],
    };
    expect(definitionFaults(twice, baseVocabulary)).toMatchObject([
      { code: 'rung_never_stood_on', field: 'rungs[1].enter' },
    ]);
  });
});
