import { describe, expect, it } from 'vitest';
import type { Criteria } from '../criteria/index.ts';
import { baseVocabulary } from '../facts/index.ts';
import { refusalSentences, sayRefusal } from '../values/index.ts';
import { validateDefinition } from './validate.ts';

const name = { fa: 'نام', en: 'name' };
const orders = (atLeast: number): Criteria => ({
  measure: 'count',
  of: 'order.paid',
  within: { months: 12 },
  atLeast,
});
const family: Criteria = { measure: 'tag', tag: 'family' };

function ladder(...rungs: readonly object[]): object {
  const named = rungs.map((rung, index) => ({ key: `r${index}`, name, ...rung }));
  return { kind: 'ladder', key: 'test', name, rungs: named };
}

function typology(...classes: readonly object[]): unknown {
  const named = classes.map((one, index) => ({ key: `c${index}`, name, ...one }));
  return { kind: 'typology', key: 'test', name, classes: named };
}

let deep: unknown = family;
for (let level = 0; level < 50_000; level++) deep = { not: deep };

const refused: readonly (readonly [what: string, definition: unknown, code: string, field?: string])[] = [
  ['nothing', null, 'definition_unreadable', 'kind'],
  ['another kind', { kind: 'stairs', key: 'a', name, rungs: [] }, 'definition_unreadable', 'kind'],
  ['one rung', ladder({}), 'places_out_of_range', 'rungs'],
  [
    'thirteen rungs',
    ladder({}, ...Array.from({ length: 12 }, (_, n) => ({ enter: orders(n + 1) }))),
    'places_out_of_range',
    'rungs',
  ],
  [
    'a million classes',
    typology(...Array.from({ length: 1000 }, () => ({}))),
    'places_out_of_range',
    'classes',
  ],
  [
    'rungs that are no list',
    { kind: 'ladder', key: 'test', name, rungs: 'many' },
    'definition_part_unreadable',
    'rungs',
  ],
  [
    'a key in capitals',
    ladder({}, { key: 'TOP', enter: orders(1) }),
    'definition_part_unreadable',
    'rungs[1].key',
  ],
  [
    'a name in one language',
    ladder({}, { name: { fa: 'بالا' }, enter: orders(1) }),
    'definition_part_unreadable',
    'rungs[1].name.en',
  ],
  [
    'a part nobody knows',
    ladder({}, { enter: orders(1), colour: 'red' }),
    'definition_part_unknown',
    'rungs[1].colour',
  ],
  [
    'classes on a ladder',
    { ...ladder({}, { enter: orders(1) }), classes: [] },
    'definition_part_unknown',
    'classes',
  ],
  [
    'a key twice',
    ladder({}, { key: 'a', enter: orders(1) }, { key: 'a', enter: orders(2) }),
    'place_key_repeated',
    'rungs[2].key',
  ],
  ['criteria that are too deep', ladder({}, { enter: deep }), 'criteria_too_deep'],
  [
    'criteria of unknown words',
    ladder(
      {},
      { enter: orders(1) },
      { enter: { all: [{ measure: 'sum', of: 'order.paid', field: 'price', atLeast: 1 }] } },
    ),
    'unknown_field',
    'rungs[2].enter.all[0].field',
  ],
  [
    'criteria that contradict themselves',
    ladder({}, { enter: orders(1), stay: { all: [orders(1), { not: orders(1) }] } }),
    'criteria_contradiction',
    'rungs[1].stay.all[1]',
  ],
  [
    'a bottom rung that asks',
    ladder({ enter: orders(1) }, { enter: orders(2) }),
    'bottom_rung_asks',
    'rungs[0].enter',
  ],
  [
    'a bottom rung with grace',
    ladder({ grace: { days: 3 } }, { enter: orders(2) }),
    'bottom_rung_asks',
    'rungs[0].grace',
  ],
  ['a rung without enter', ladder({}, { stay: orders(1) }), 'rung_without_enter', 'rungs[1].enter'],
  [
    'two rungs that ask the same',
    ladder({}, { enter: orders(1) }, { enter: { all: [{ ...orders(1), within: { years: 1 } }] } }),
    'rungs_identical',
    'rungs[2].enter',
  ],
  [
    'a lower rung that asks more',
    ladder({}, { enter: orders(3) }, { enter: orders(2) }),
    'rung_never_stood_on',
    'rungs[1].enter',
  ],
  [
    'a lower rung that asks something besides',
    ladder({}, { enter: { all: [orders(3), family] } }, { enter: { any: [family, orders(9)] } }),
    'rung_never_stood_on',
    'rungs[1].enter',
  ],
  [
    'staying that contradicts entering',
    ladder(
      {},
      { enter: orders(2), stay: { measure: 'count', of: 'order.paid', within: { months: 12 }, atMost: 1 } },
    ),
    'stay_contradicts_enter',
    'rungs[1].stay',
  ],
  [
    'a class key twice',
    typology({ key: 'a', when: family }, { key: 'a' }),
    'place_key_repeated',
    'classes[1].key',
  ],
  ['a class without when', typology({}, {}), 'class_without_when', 'classes[0].when'],
  [
    'a last class that asks',
    typology({ when: family }, { when: orders(1) }),
    'last_class_asks',
    'classes[1].when',
  ],
  [
    'a class whose people are always taken before',
    typology({ when: orders(1) }, { when: { all: [family, orders(2)] } }, {}),
    'class_never_matched',
    'classes[1].when',
  ],
];

describe('a definition is refused', () => {
  it.each(refused)('for %s', (_what, definition, code, field) => {
    const read = validateDefinition(definition, baseVocabulary);
    if (read.ok) throw new Error('accepted');
    expect(read.refusal.code).toBe(code);
    if (field !== undefined) expect(read.refusal.field).toBe(field);
  });

  it('with a sentence in both languages that leaves no placeholder open', () => {
    for (const [, definition, code] of refused) {
      const read = validateDefinition(definition, baseVocabulary);
      if (read.ok) continue;
      expect(refusalSentences, code).toHaveProperty(code);
      for (const language of ['fa', 'en'] as const)
        expect(sayRefusal(read.refusal, language)).not.toMatch(/\{\w+\}/);
    }
  });
});

describe('a definition is accepted', () => {
  it('as it was written', () => {
    const definition = ladder(
      {},
      { enter: family },
      { enter: orders(1), stay: orders(1), grace: { days: 30 } },
      { enter: orders(2) },
    );
    expect(validateDefinition(definition, baseVocabulary)).toEqual({ ok: true, value: definition });
  });

  it('in the words of the business, and not in those of another', () => {
    const tasting = { fa: 'چشیدن', en: { one: 'tasting', many: 'tastings' }, fields: {} };
    const definition = ladder({}, { enter: { measure: 'count', of: 'custom.tasting', atLeast: 1 } });
    expect(validateDefinition(definition, { ...baseVocabulary, 'custom.tasting': tasting }).ok).toBe(true);
    expect(validateDefinition(definition, baseVocabulary).ok).toBe(false);
  });
});
