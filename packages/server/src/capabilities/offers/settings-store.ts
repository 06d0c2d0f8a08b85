import {
  appreciationSchema,
  type BaseStability,
  baseStability,
  DEFAULT_APPRECIATION,
  DEFAULT_GUARD,
  guardSchema,
} from '@nardeban/core/offers';
import { clubKey } from '@nardeban/core/programme';
import { accept, changedMeanwhile, type Instant, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { type Statement, timestamptz, type Tx } from '../../platform/database/index.ts';
import type { Author } from './offer-store.ts';

/** What a month should bring, and who of the customers counts as loyal: only a base of them bears public offers. */
export const baseSettingsSchema = z.strictObject({
  target: z.int().min(1).max(1e15).describe('What a month is to bring, in minor units.'),
  ladder: clubKey,
  rungs: z.array(clubKey).min(1).max(12).describe('Who stands on one of these is a loyal customer.'),
});

export const offerSettingsSchema = z.strictObject({
  guard: guardSchema,
  appreciation: appreciationSchema,
  base: baseSettingsSchema.nullable(),
});
export type OfferSettings = z.infer<typeof offerSettingsSchema>;

export const DEFAULT_SETTINGS: OfferSettings = {
  guard: DEFAULT_GUARD,
  appreciation: DEFAULT_APPRECIATION,
  base: null,
};

export interface KeptSettings {
  readonly settings: OfferSettings;
  /** 0: nobody has said anything yet, and these are what a business starts with. */
  readonly revision: number;
  /** Rises with everything that prices rest on. */
  readonly stamp: number;
  readonly fromLoyal: readonly number[] | null;
  readonly countedAt: Instant | null;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

export interface SettingsRow extends Omit<KeptSettings, 'settings'> {
  readonly definition: unknown;
}

export const settingsStatement: Statement = {
  name: 'offer-settings',
  text: `SELECT definition, revision, stamp, from_loyal AS "fromLoyal", counted_at AS "countedAt", changed_by AS "changedBy",
           changed_at AS "changedAt" FROM offer_settings WHERE business_id = this_business()`,
};

export function settingsOf(row: SettingsRow | undefined): KeptSettings {
  if (row === undefined) {
    return {
      settings: DEFAULT_SETTINGS,
      revision: 0,
      stamp: 0,
      fromLoyal: null,
      countedAt: null,
      changedBy: null,
      changedAt: null,
    };
  }
  const { definition, ...rest } = row;
  // Before anybody says anything there may be a row for the sake of its stamp.
  return {
    ...rest,
    settings: rest.revision === 0 ? DEFAULT_SETTINGS : offerSettingsSchema.parse(definition),
  };
}

export async function offerSettings(tx: Tx): Promise<KeptSettings> {
  const { rows } = await tx.query<SettingsRow>(settingsStatement);
  return settingsOf(rows[0]);
}

/** Changes what `revision` showed; 0 says that nothing had been said. Refusal: `changed_meanwhile`. */
export async function changeOfferSettings(
  tx: Tx,
  settings: OfferSettings,
  revision: number,
  { by, now }: Author,
): Promise<Result<KeptSettings>> {
  const { rowCount } = await tx.query(
    `INSERT INTO offer_settings AS s (business_id, definition, revision, stamp, changed_by, changed_at)
     SELECT this_business(), $1, 1, 1, $2, $3 WHERE $4 = 0 OR EXISTS (
       SELECT FROM offer_settings WHERE business_id = this_business())
     ON CONFLICT (business_id) DO UPDATE SET definition = $1, revision = s.revision + 1, stamp = s.stamp + 1,
       changed_by = $2, changed_at = $3 WHERE s.revision = $4`,
    [JSON.stringify(settings), by, timestamptz(now), revision],
  );
  const kept = await offerSettings(tx);
  if (rowCount === 1) return accept(kept);
  return changedMeanwhile(kept.changedBy, kept.changedAt);
}

/** Whether there is a base of loyal customers that bears public offers. */
export function baseOf({ settings, fromLoyal }: Pick<KeptSettings, 'settings' | 'fromLoyal'>): BaseStability {
  return baseStability({ target: settings.base?.target ?? null, fromLoyal: fromLoyal ?? [] });
}
