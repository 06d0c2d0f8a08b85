import { openDatabase, type Database } from '../database/index.ts';
import { type FreshDatabase, freshDatabase } from '../database/testing.ts';
import { type Business, createBusiness } from './business.ts';
import type { BusinessDetails } from './details.ts';

/** Two businesses in a database of their own: what one does, the other must not see. */
export interface TestBusinesses {
  readonly database: Database;
  readonly fresh: FreshDatabase;
  readonly business: Business;
  readonly stranger: Business;
  /** One more business, for a test that wants to be alone. */
  another(details?: Partial<BusinessDetails>): Promise<Business>;
  close(): Promise<void>;
}

export async function businessesForTest(): Promise<TestBusinesses> {
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 12 });
  let made = 0;
  const another = async (details: Partial<BusinessDetails> = {}): Promise<Business> => {
    made += 1;
    const result = await createBusiness(database, { slug: `shop-${made}`, name: 'فروشگاه', ...details });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
  return {
    database,
    fresh,
    business: await another(),
    stranger: await another(),
    another,
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}
