import { validateCriteria } from '@nardeban/core/criteria';
import { type AskRule, askRuleSchema, defaultAskRule } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { vocabularyOf } from '../../facts/index.ts';

export interface AskSettings {
  /** False: nobody was looked for yet, and the rule is the one to begin with. */
  readonly on: boolean;
  readonly rule: AskRule;
  /** 0 before it was saved first. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

export async function settingsOf(tx: Tx): Promise<AskSettings> {
  const { rows } = await tx.query<{ rule: unknown; revision: number; changedBy: string; changedAt: Instant }>(
    {
      name: 'recommendation-settings',
      text: `SELECT definition AS rule, revision, changed_by AS "changedBy", changed_at AS "changedAt" FROM recommendation_settings
           WHERE business_id = this_business()`,
      values: [],
    },
  );
  const [row] = rows;
  return row === undefined
    ? { on: false, rule: defaultAskRule, revision: 0, changedBy: null, changedAt: null }
    : { ...row, on: true, rule: askRuleSchema.parse(row.rule) };
}

/**
 * Keeps the rule `revision` showed, and has everybody looked at by it. Refusals: `changed_meanwhile`, those of the criteria.
 */
export async function saveSettings(
  tx: Tx,
  asked: { readonly rule: AskRule; readonly revision: number },
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<AskSettings>> {
  const fit = validateCriteria(asked.rule.happy, await vocabularyOf(tx), 'rule.happy');
  if (!fit.ok) return fit;
  const { rowCount } = await tx.query(
    `INSERT INTO recommendation_settings AS s (business_id, definition, changed_by, changed_at)
     SELECT this_business(), $1, $3, $4 WHERE $2 = 0 OR EXISTS (
       SELECT FROM recommendation_settings WHERE business_id = this_business())
     ON CONFLICT (business_id) DO UPDATE SET definition = excluded.definition, revision = s.revision + 1,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at
     WHERE s.revision = $2`,
    [JSON.stringify(asked.rule), asked.revision, by, timestamptz(now)],
  );
  const saved = await settingsOf(tx);
  if (rowCount === 0) return changedMeanwhile(saved.changedBy, saved.changedAt ?? now);
  // From the first of them on, also where a look at everybody is under way.
  await tx.query(
    `INSERT INTO recommendation_rounds (business_id, reached) VALUES (this_business(), 0)
     ON CONFLICT (business_id) DO UPDATE SET reached = 0`,
  );
  return accept(saved);
}
