import {
  checkMapping,
  guessCustoms,
  type Mapping,
  type PartialMapping,
  type Proposal,
  proposeMapping,
  withStated,
} from '@nardeban/core/imports';
import { accept, type BusinessMoney, refuse, type Result } from '@nardeban/core/values';
import type { Database } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { savedMapping } from './mappings.ts';
import type { Table } from './table.ts';

export interface Plan {
  /** What was proposed, before anything stated or saved was laid over it. */
  readonly proposal: Proposal;
  readonly mapping: Mapping;
  /** Whether a mapping saved for these headers was used. */
  readonly saved: boolean;
}

/**
 * How a file will be read: proposed from its headers and cells, corrected by the mapping the business saved for such
 * a file, corrected by what is stated now. `business` is null when it is still to be founded; then `money` may state
 * its currency. Refusals: those of `checkMapping`.
 */
export async function planImport(
  database: Database,
  table: Table,
  business: Business | null,
  given: { readonly stated?: PartialMapping; readonly money?: BusinessMoney } = {},
): Promise<Result<Plan>> {
  const proposal = proposeMapping(table.headers, table.sample, business ?? given.money ?? null);
  const saved =
    business === null
      ? null
      : await database.withBusiness(business.id, (tx) => savedMapping(tx, table.headers));
  const corrected = saved === null ? proposal.mapping : withStated(proposal.mapping, saved);
  const mapping = given.stated === undefined ? corrected : withStated(corrected, given.stated);
  const checked = checkMapping(mapping, table.headers);
  return checked.ok ? accept({ proposal, mapping, saved: saved !== null }) : checked;
}

/** What a business founded for this file would be like; what is stated wins. */
export function customsOf(table: Table): ReturnType<typeof guessCustoms> {
  return guessCustoms(table.headers, table.sample);
}

/**
 * Whether a business can read a file with these headers by this mapping. Refusals: those of `checkMapping`, and
 * `currency_differs` where its amounts are of another currency.
 */
export function checkFor(business: Business, mapping: Mapping, headers: readonly string[]): Result<true> {
  if (mapping.kind !== 'people' && mapping.currency !== business.currency) {
    return refuse('currency_differs', 'mapping.currency', {
      currency: mapping.currency,
      own: business.currency,
    });
  }
  return checkMapping(mapping, headers);
}
