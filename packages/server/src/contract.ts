import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildApp } from './app.ts';
import { systemClock } from './platform/clock/index.ts';
import type { Database } from './platform/database/index.ts';
import { contractText } from './platform/http/index.ts';
import { createLog } from './platform/log/index.ts';

/** The text of contract/openapi.json, from the routes as they stand. Needs no database: no route is asked anything. */
export async function contractOfApp(): Promise<string> {
  const unasked = (): Promise<never> =>
    Promise.reject(new Error('The contract is written without a database'));
  const database: Database = {
    withBusiness: unasked,
    withoutBusiness: unasked,
    pool: new pg.Pool(),
    close: async () => {},
  };
  const nowhere = join(tmpdir(), 'nardeban-contract');
  const app = await buildApp({
    database,
    clock: systemClock,
    config: {
      publicUrl: undefined,
      sessionSecret: 'signs nothing: no session is ever made',
      dataFolder: nowhere,
    },
    log: createLog('silent'),
    webFolder: nowhere,
  });
  const text = contractText(app);
  await app.close();
  return text;
}
