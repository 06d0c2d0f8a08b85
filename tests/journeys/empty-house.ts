import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { makeSetupToken } from '../../packages/server/src/platform/sign-in/index.ts';
import { startWork } from '../../packages/server/src/work.ts';

export interface EmptyHouse {
  readonly address: string;
  /** What `nardeban serve` prints while there is nobody. */
  readonly setupLink: string;
  close(): Promise<void>;
}

/** The whole program on an empty database, as `nardeban serve` leaves it on the first day. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-journey-'));
  const log = createLog('silent');
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const webFolder = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const work = await startWork({ database, clock: systemClock, log, ownerUrl: fresh.ownerUrl });
  const token = await makeSetupToken(database);
  return {
    address,
    setupLink: `${address}/welcome#${token}`,
    async close() {
      await work.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
