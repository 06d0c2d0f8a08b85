import type { Refusal } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import type { Levels } from '../levels/definition.ts';

export function levelsFaults(levels: Levels, programme: Programme): Refusal[] {
  const faults: Refusal[] = [];
  for (const [index, { from }] of levels.levels.entries()) {
    const before = levels.levels[index - 1];
    const field = `levels.levels[${index}].from`;
    if (before === undefined && from !== 0) faults.push({ code: 'lowest_level_asks', field });
    if (before !== undefined && from <= before.from)
      faults.push({ code: 'levels_not_rising', field, detail: { before: before.from } });
  }
  const field = 'levels.wallet';
  if (levels.by === 'points' && levels.wallet === undefined)
    faults.push({ code: 'level_wallet_missing', field });
  if (levels.by !== 'points' && levels.wallet !== undefined)
    faults.push({ code: 'level_wallet_misplaced', field });
  const { wallet } = levels;
  if (wallet !== undefined && programme.wallets.every(({ key }) => key !== wallet))
    faults.push({ code: 'wallet_unknown', field, detail: { wallet } });
  // Without grace and without periods a fall by steps would go on every day and be no fall by steps.
  if (levels.down === 'step' && levels.grace === undefined && levels.span.kind === 'rolling')
    faults.push({ code: 'steps_need_grace', field: 'levels.grace' });
  return faults;
}
