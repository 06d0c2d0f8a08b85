import type { WorkingCalendar } from '@nardeban/core/sales';
import type { Database } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { workingCalendarOf } from '../follow-ups/working-hours.ts';
import { type AgreementVersion, agreementInForce, readingForLeads } from './agreement-store.ts';
import { LIFE_TYPES } from './living.ts';

/** What a new lead is scored by, and by which time its answer is reckoned. */
export interface Terms {
  readonly agreement: AgreementVersion;
  readonly calendar: WorkingCalendar;
  /** The types of facts that are scored, or decide what becomes of a lead. */
  readonly types: ReadonlySet<string>;
}

/**
 * Answers, as columns of a statement about a business, which terms are in force: what `termsOf` asks for. Published versions
 * never change, so their numbers say whether those that are remembered still hold.
 */
export const TERMS_IN_FORCE = `
  coalesce((SELECT max(version) FROM qualification_versions WHERE business_id = this_business()), 0) AS agreement,
  coalesce((SELECT max(version) FROM working_calendars WHERE business_id = this_business()), 0) AS hours`;

const MOST_REMEMBERED = 200;
const remembered = new WeakMap<Database, Map<number, { readonly name: string; readonly terms: Terms }>>();

/** The terms of these versions; read anew when others are remembered. */
export async function termsOf(
  database: Database,
  business: Business,
  inForce: { readonly agreement: number; readonly hours: number },
): Promise<Terms> {
  const known = remembered.get(database) ?? new Map<number, { name: string; terms: Terms }>();
  remembered.set(database, known);
  const name = [inForce.agreement, inForce.hours, business.revision].join(' ');
  const found = known.get(business.id);
  if (found?.name === name) return found.terms;
  const terms = await database.withBusiness(business.id, async (tx) => {
    const agreement = await agreementInForce(tx);
    const { types } = readingForLeads([agreement.definition], { also: LIFE_TYPES });
    return { agreement, calendar: await workingCalendarOf(tx, business), types: new Set(types) };
  });
  const oldest = known.keys().next();
  if (known.size >= MOST_REMEMBERED && !known.has(business.id) && !oldest.done) known.delete(oldest.value);
  known.set(business.id, { name, terms });
  return terms;
}
