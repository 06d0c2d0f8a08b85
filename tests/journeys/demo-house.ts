import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { businessBySlug } from '../../packages/server/src/platform/tenancy/index.ts';
import { DEMO_COLLEAGUES, DEMO_EMAIL, prepareDemo } from '../../packages/server/src/pretend/index.ts';
import { startWork } from '../../packages/server/src/work.ts';

/** The whole demo shop is made each night; before every change one that has people on every rung and is made in seconds. */
const FEW = 1_500;

interface Account {
  readonly email: string;
  readonly password: string;
}

export type DemoRole = 'owner' | 'sales' | 'analyst';

export interface DemoHouse {
  readonly address: string;
  readonly staff: Readonly<Record<DemoRole, Account>>;
  /** Somebody with orders, an identifier and moves of their own, who stands below the top rung. */
  readonly buyer: { readonly id: number; readonly name: string; readonly mobile: string };
  /** An open deal. */
  readonly deal: number;
  close(): Promise<void>;
}

/** The demo shops as `npm start` makes them, served with their jobs; `whole` with all their people. */
export async function openDemoHouse(whole: boolean): Promise<DemoHouse> {
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-demo-'));
  const log = createLog('silent');
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const lines = await prepareDemo({
    database,
    clock: systemClock,
    config,
    signal: new AbortController().signal,
    progress: () => {},
    ...(whole ? {} : { people: FEW }),
  });
  // The password is the one that is shown to whoever starts it.
  const password = /with the password (\S+)/.exec(lines.join('\n'))?.[1];
  const business = await businessBySlug(database, 'demo');
  if (password === undefined || business === null) throw new Error(lines.join('\n'));
  const { rows } = await database.withBusiness(business.id, (tx) =>
    tx.query<DemoHouse['buyer']>(
      `SELECT p.person_id AS id, p.name, i.value AS mobile
       FROM people p
       JOIN identifiers i ON i.business_id = p.business_id AND i.person_id = p.person_id AND i.kind = 'mobile'
       JOIN standings s ON s.business_id = p.business_id AND s.person_id = p.person_id AND s.rung = 4
       JOIN ladders l ON l.business_id = s.business_id AND l.ladder_id = s.ladder_id AND l.key = 'loyalty'
       WHERE p.name IS NOT NULL AND p.kind = 'person' AND p.merged_into IS NULL
         AND NOT EXISTS (SELECT FROM deals d WHERE d.business_id = p.business_id AND d.person_id = p.person_id)
       ORDER BY p.person_id LIMIT 1`,
    ),
  );
  const deals = await database.withBusiness(business.id, (tx) =>
    tx.query<{ id: number }>(
      `SELECT deal_id AS id FROM deals WHERE business_id = this_business() AND state = 'open' ORDER BY deal_id LIMIT 1`,
    ),
  );
  const [buyer] = rows;
  if (buyer === undefined) throw new Error('Nobody in the demo shop has bought twice.');
  const webFolder = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');
  const work = await startWork({ database, clock: systemClock, log, ownerUrl: fresh.ownerUrl });
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const [seller, analyst] = DEMO_COLLEAGUES;
  return {
    address,
    staff: {
      owner: { email: DEMO_EMAIL, password },
      sales: { email: seller.email, password },
      analyst: { email: analyst.email, password },
    },
    buyer,
    deal: deals.rows[0]?.id ?? 0,
    async close() {
      await work.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
