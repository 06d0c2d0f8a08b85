import { presets } from '@nardeban/core/ladder';
import type { Result } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { createBusiness, type Business, type BusinessDetails } from '../../platform/tenancy/index.ts';
import { beginPublishing, publishEverybody, saveDraft } from './publishing.ts';

/** The presets a new business starts with: its ladder and the typologies beside it. */
const STARTING_KEYS = new Set(['loyalty', 'sales-stages', 'customer-types']);

/** Makes a business with its ladder and typologies published, so that the first fact already moves somebody. */
export async function foundBusiness(
  database: Database,
  clock: Clock,
  details: BusinessDetails,
): Promise<Result<Business>> {
  const made = await createBusiness(database, details);
  if (!made.ok) return made;
  const { id } = made.value;
  for (const { definition } of presets) {
    if (!STARTING_KEYS.has(definition.key)) continue;
    const begun = await database.withBusiness(id, async (tx) => {
      const saved = await saveDraft(tx, definition, 'nardeban', null);
      return saved.ok ? beginPublishing(tx, definition.key, 'nardeban') : saved;
    });
    if (!begun.ok) return begun;
  }
  await publishEverybody(database, clock, id);
  return made;
}
