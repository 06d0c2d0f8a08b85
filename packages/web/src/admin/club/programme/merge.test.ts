import type { Programme } from '@nardeban/core/programme';
import { expect, test } from 'vitest';
import { mergeProgrammes } from './merge.ts';
import { newProgramme, newRule } from './shape.ts';

const words = (text: string) => ({ fa: text, en: text });
const base: Programme = {
  ...newProgramme(words('club'), words('points'), { points: 1, amount: 1000 }),
  rules: [
    newRule('order', words('order'), 'points', 100_000),
    newRule('late', words('late'), 'points', 50_000),
  ],
};

test('what each of two people changed stands in what is made of both', () => {
  const mine = { ...base, rules: [{ ...base.rules[0]!, vesting: 20 }, base.rules[1]!] };
  const theirs: Programme = {
    ...base,
    rules: [base.rules[0]!],
    membership: 'joined',
    goals: [{ key: 'more', name: words('more'), measure: 'members', target: 100, by: '2027-01-01' }],
  };
  const { merged, conflicts } = mergeProgrammes(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(merged.rules).toEqual([{ ...base.rules[0]!, vesting: 20 }]);
  expect(merged.membership).toBe('joined');
  expect(merged.goals).toEqual(theirs.goals);
});

test('the same rule changed by both in different ways, or changed by one and taken out by the other, is a conflict', () => {
  const mine = {
    ...base,
    rules: [
      { ...base.rules[0]!, vesting: 20 },
      { ...base.rules[1]!, vesting: 3 },
    ],
  };
  const theirs = { ...base, rules: [{ ...base.rules[0]!, vesting: 30 }] };
  const { merged, conflicts } = mergeProgrammes(base, mine, theirs);
  expect(conflicts).toEqual(['rules.order', 'rules.late']);
  expect(merged.rules).toEqual(mine.rules);
});
