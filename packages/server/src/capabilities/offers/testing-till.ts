// A program for the tests to kill: the till's routes over HTTP on the database it is given, telling its port on standard
// output once it listens.
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../platform/clock/index.ts';
import { openDatabase } from '../../platform/database/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { offersRoutes } from './routes.ts';

const [, , appUrl = '', dataFolder = ''] = process.argv;
const database = await openDatabase(appUrl, { max: 8 });
const app = await buildServer(
  {
    database,
    clock: systemClock,
    config: { publicUrl: undefined, sessionSecret: undefined, dataFolder },
    log: createLog('fatal'),
    webFolder: dataFolder,
  },
  [offersRoutes],
);
await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`);
