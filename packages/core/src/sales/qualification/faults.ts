import { criteriaFaults } from '../../criteria/index.ts';
import type { Vocabulary } from '../../facts/index.ts';
import type { Refusal } from '../../values/index.ts';
import type { Qualification } from './definition.ts';

/**
 * Everything that keeps a definition from being agreed on: criteria that could not be meant, keys that stand twice, rules
 * that bring nothing, and thresholds that nobody could reach or that would throw out who just came in.
 */
export function qualificationFaults(definition: Qualification, words: Vocabulary): Refusal[] {
  return [...repeatedKeys(definition), ...ruleFaults(definition, words), ...thresholdFaults(definition)];
}

function repeatedKeys({ fit, engagement, hands, reasons }: Qualification): Refusal[] {
  const faults: Refusal[] = [];
  const seen = new Set<string>();
  const check = (list: readonly { readonly key: string }[], path: string, among: Set<string>): void => {
    for (const [index, { key }] of list.entries()) {
      if (among.has(key))
        faults.push({ code: 'rule_key_repeated', field: `${path}[${index}].key`, detail: { key } });
      among.add(key);
    }
  };
  check(fit.rules, 'fit.rules', seen);
  check(engagement.rules, 'engagement.rules', seen);
  check(hands, 'hands', seen);
  check(engagement.groups ?? [], 'engagement.groups', new Set());
  check(reasons, 'reasons', new Set());
  return faults;
}

function ruleFaults({ fit, engagement, hands }: Qualification, words: Vocabulary): Refusal[] {
  const faults: Refusal[] = [];
  for (const [index, { when, points }] of fit.rules.entries()) {
    const path = `fit.rules[${index}]`;
    faults.push(...criteriaFaults(when, words, `${path}.when`));
    if (points === 0) faults.push({ code: 'points_missing', field: `${path}.points` });
  }
  for (const [index, { when }] of hands.entries())
    faults.push(...criteriaFaults(when, words, `hands[${index}].when`));
  const groups = new Set((engagement.groups ?? []).map(({ key }) => key));
  for (const [index, { of, where, points, group }] of engagement.rules.entries()) {
    const path = `engagement.rules[${index}]`;
    // What a rule counts is what a condition over as many facts counts.
    const counted = { measure: 'count' as const, of, ...(where === undefined ? {} : { where }), atLeast: 1 };
    faults.push(...criteriaFaults(counted, words, path));
    if (points === 0) faults.push({ code: 'points_missing', field: `${path}.points` });
    if (group !== undefined && !groups.has(group))
      faults.push({ code: 'lead_group_unknown', field: `${path}.group`, detail: { group } });
  }
  return faults;
}

function thresholdFaults({ fit, engagement, enter, stay }: Qualification): Refusal[] {
  const faults: Refusal[] = [];
  for (const side of ['fit', 'engagement'] as const) {
    if (stay[side] > enter[side])
      faults.push({ code: 'stay_above_enter', field: `stay.${side}`, detail: { enter: enter[side] } });
    const most = side === 'fit' ? mostFit(fit) : mostEngagement(engagement);
    if (enter[side] > most)
      faults.push({ code: 'threshold_unreachable', field: `enter.${side}`, detail: { most } });
  }
  return faults;
}

function mostFit({ rules, cap }: Qualification['fit']): number {
  return Math.min(
    cap,
    rules.reduce((sum, { points }) => sum + Math.max(0, points), 0),
  );
}

function mostEngagement({ rules, groups = [], cap }: Qualification['engagement']): number {
  const inGroup = new Map<string, number>();
  let most = 0;
  for (const { points, cap: ofRule, group } of rules) {
    if (points <= 0) continue;
    const highest = ofRule ?? cap;
    if (group === undefined) most += highest;
    else inGroup.set(group, (inGroup.get(group) ?? 0) + highest);
  }
  for (const { key, cap: ofGroup } of groups) most += Math.min(ofGroup, inGroup.get(key) ?? 0);
  return Math.min(cap, most);
}
