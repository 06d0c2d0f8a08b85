import type { Criteria } from '@nardeban/core/criteria';
import { toLatinDigits } from '@nardeban/core/values';
import type { AskRule } from './queries.ts';

/** The rule as it is typed. */
export interface RuleForm {
  readonly happy: Criteria;
  readonly againDays: string;
  readonly laterDays: string;
  readonly templates: AskRule['templates'];
}

export function formOf(rule: AskRule, show: (days: number) => string): RuleForm {
  return {
    happy: rule.happy,
    againDays: show(rule.againDays),
    laterDays: show(rule.laterDays),
    templates: rule.templates,
  };
}

/** A whole number of days in any digits; null where it is none that can be. */
export function readDays(typed: string): number | null {
  const text = toLatinDigits(typed).replaceAll(/[\s,٬]/gu, '');
  const days = /^[0-9]{1,4}$/u.test(text) ? Number(text) : 0;
  return days >= 1 && days <= 3650 ? days : null;
}

/** Null: something of it cannot be saved. */
export function ruleOf(form: RuleForm): AskRule | null {
  const againDays = readDays(form.againDays);
  const laterDays = readDays(form.laterDays);
  const isEmpty = form.templates.some(({ text }) => text.fa.trim() === '' || text.en.trim() === '');
  if (againDays === null || laterDays === null || isEmpty) return null;
  return { happy: form.happy as AskRule['happy'], againDays, laterDays, templates: form.templates };
}
