import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import type { Place } from './server.ts';

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** The whole HTTP server on a port of this machine. */
export async function serve({ database }: Place, folder: string): Promise<Served> {
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder: folder };
  const log = createLog('warn');
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: join(folder, 'web') });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { port, close: () => app.close() };
}
