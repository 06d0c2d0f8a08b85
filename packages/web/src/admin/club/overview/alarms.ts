import type { Budget, Programme } from '@nardeban/core/programme';
import { boundOf } from '../programme/bounds.ts';

/** Where nobody said at which share to be told. */
const NEAR = 80;

interface Used {
  readonly key: string;
  readonly used: number;
  readonly held: number;
  readonly limit: number;
}

/** Whether a budget asks for a look: what is used and kept aside of it has come to the first share to be told at. */
export function alarmOf(programme: Programme, { key, used, held, limit }: Used): 'none' | 'near' | 'over' {
  const share = (100 * (used + held)) / limit;
  if (share >= 100) return 'over';
  const told = budgetOf(programme, key)?.alarms ?? [NEAR];
  return share >= Math.min(...told) ? 'near' : 'none';
}

function budgetOf(programme: Programme, key: string): Budget | undefined {
  const bound = boundOf(key);
  if (bound === null || bound.kind !== 'budget') return undefined;
  if (bound.of === 'club') return programme.budget;
  const list = bound.of === 'rule' ? programme.rules : (programme.campaigns ?? []);
  return list.find((one) => one.key === bound.name)?.budget;
}
