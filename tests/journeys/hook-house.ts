import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { foundBusiness, startClimbing } from '../../packages/server/src/capabilities/ladder/index.ts';
import { startHooks } from '../../packages/server/src/capabilities/webhooks/index.ts';
import {
  type Receiver,
  startReceiver,
  THIS_MACHINE,
} from '../../packages/server/src/capabilities/webhooks/testing-receiver.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey } from '../../packages/server/src/platform/http/api-keys.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');

export interface HookHouse {
  readonly address: string;
  /** Another program on this machine, to which webhooks may be sent here. */
  readonly receiver: Receiver;
  /** Tells that somebody paid an order, as a till would. */
  pay(order: string): Promise<void>;
  close(): Promise<void>;
}

/** A shop whose webhooks may reach this machine, and somebody there who receives them. */
export async function openHookHouse(): Promise<HookHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const receiver = await startReceiver();
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-hooks-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'hook-shop', name: 'کافه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const business = founded.value;
  const staff = await addStaff(database, {
    ...OWNER,
    name: 'مینا احمدی',
    businessSlug: business.slug,
    role: 'owner',
  });
  if (!staff.ok) throw new Error(staff.refusal.code);
  const made = await makeApiKey(database, business, {
    name: 'till',
    scopes: ['facts:write'],
    madeBy: 'test',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  await prepareJobs(fresh.ownerUrl);
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder, hookNetworks: THIS_MACHINE };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: built });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const parts = { database, clock: systemClock, log };
  const climbing = await startClimbing(parts);
  const hooks = startHooks({ ...parts, rules: { own: THIS_MACHINE }, everyMs: 200, timeoutMs: 2000 });
  return {
    address,
    receiver,
    async pay(order) {
      const response = await fetch(`${address}/v1/facts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${made.value.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          facts: [
            {
              person: { mobile: '09121234567', name: 'سارا کریمی 🌸 <b>VIP</b>' },
              type: 'order.paid',
              at: Date.now(),
              source: 'till',
              key: order,
              data: { order, amount: 4_500_000 },
            },
          ],
        }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async close() {
      await hooks.stop();
      await climbing.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
      await receiver.close();
    },
  };
}
