import { defaultAskRule } from '@nardeban/core/sales';
import { expect, test } from 'vitest';
import type { AskRule } from './queries.ts';
import { formOf, readDays, ruleOf } from './rule-form.ts';

test('a rule that is not touched is saved as it was, in whichever digits', () => {
  const rule = defaultAskRule as AskRule;
  expect(ruleOf(formOf(rule, String))).toEqual(rule);
  expect(ruleOf(formOf(rule, (days) => days.toLocaleString('fa-IR')))).toEqual(rule);
});

test('days that are none, and words that are missing, are not saved', () => {
  expect(['۱۴', ' 180 ', '3650'].map(readDays)).toEqual([14, 180, 3650]);
  expect(['', '0', '-1', '3651', '1.5', 'ده', '99999'].map(readDays)).toEqual(Array(7).fill(null));
  const form = formOf(defaultAskRule as AskRule, String);
  expect(ruleOf({ ...form, laterDays: '' })).toBeNull();
  const [first, ...rest] = form.templates;
  if (first === undefined) throw new Error('No template');
  expect(ruleOf({ ...form, templates: [{ ...first, text: { fa: ' ', en: 'x' } }, ...rest] })).toBeNull();
});
