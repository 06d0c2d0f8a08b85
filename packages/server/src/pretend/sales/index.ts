import type { Instant } from '@nardeban/core/values';
import { colleagues, learnBusiness } from '../../capabilities/sales/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { pretendAgreements } from './agreements.ts';
import { pretendCapture } from './capture.ts';
import { pretendDeals } from './deals.ts';
import { pretendFollowUps } from './follow-ups.ts';
import { pretendLeads } from './leads.ts';
import { pretendMemory } from './memory.ts';
import { pretendWords } from './words.ts';

/**
 * Gives a shop whose staff are there the sales of its last two months: what every seller has under way, what was said,
 * promised, sold and lost, and what is learnt of it. Each part is made by the code that makes it every day; one that is
 * there is not touched.
 */
export async function makeSales(database: Database, business: Business, now: Instant): Promise<void> {
  await database.withBusiness(business.id, async (tx) => {
    const sellers = (await colleagues(tx)).filter(({ role }) => role === 'sales' || role === 'owner');
    const owners = sellers.map(({ id }) => id);
    await pretendDeals(tx, business, { now, owners });
    await pretendLeads(tx, business, { now, owners });
    await pretendCapture(tx, business, { now });
    await pretendMemory(tx, business, { now, sellers });
    await pretendWords(tx, business, { now, owners });
    await pretendAgreements(tx, business, { now });
    await pretendFollowUps(tx, business, { now });
  });
  await learnBusiness(database, business, now);
}
