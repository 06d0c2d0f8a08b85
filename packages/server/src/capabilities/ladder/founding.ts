import { type Definition, presets } from '@nardeban/core/ladder';
import { accept, type Refusal, type Result } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { beginBusiness, type Business, type BusinessDetails } from '../../platform/tenancy/index.ts';
import { beginPublishing, publishEverybody, saveDraft } from './publishing.ts';

/** The presets a new business starts with: its ladder and the typologies beside it. */
const STARTING_KEYS = new Set(['loyalty', 'sales-stages', 'customer-types']);
const starting: readonly Definition[] = presets
  .map(({ definition }) => definition)
  .filter(({ key }) => STARTING_KEYS.has(key));

/**
 * Makes a business with its ladder and typologies published, so that the first fact already moves somebody. The
 * business, its ladders and what `also` writes (its owner, say) are there together or not at all. Publishing for nobody
 * takes a moment; should the program end in it, the next sweep of the worker finishes it.
 */
export async function foundBusiness(
  database: Database,
  clock: Clock,
  details: BusinessDetails,
  also: (tx: Tx, business: Business) => Promise<Result<unknown>> = async () => accept(true),
): Promise<Result<Business>> {
  const made = await wholeOrNothing(database, async (tx) => {
    const begun = await beginBusiness(tx, details);
    if (!begun.ok) return begun;
    for (const definition of starting) {
      const saved = await saveDraft(tx, definition, 'nardeban', null);
      if (!saved.ok) return saved;
      const publishing = await beginPublishing(tx, definition.key, 'nardeban');
      if (!publishing.ok) return publishing;
    }
    const rest = await also(tx, begun.value);
    return rest.ok ? begun : rest;
  });
  if (made.ok) await publishEverybody(database, clock, made.value.id);
  return made;
}

class Undone extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function wholeOrNothing<T>(
  database: Database,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await database.withoutBusiness(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undone(result.refusal);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
