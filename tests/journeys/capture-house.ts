import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { startWork } from '../../packages/server/src/work.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');

export interface CaptureHouse {
  readonly address: string;
  /** Somebody else's site; what its one page holds is put there by the test. */
  readonly site: string;
  readonly put: (body: string) => void;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  close(): Promise<void>;
}

/** A furniture shop that has no form yet, and beside it the shop's own site, made by somebody else's program. */
export async function openCaptureHouse(): Promise<CaptureHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-capture-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'chub', name: 'مبل چوب' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  for (const [who, role, name] of [
    [OWNER, 'owner', 'مینا احمدی'],
    [ANALYST, 'analyst', 'سامان'],
  ] as const) {
    const added = await addStaff(database, { ...who, name, businessSlug: shop.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  const made = await makeApiKey(database, shop, { name: 'test', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  const mail = { host: '127.0.0.1', port: 0, domain: 'leads.chub.example', certificate: undefined };
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder, mail };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: built });
  const work = await startWork({ database, ownerUrl: fresh.ownerUrl, clock: systemClock, log });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  let held = '';
  const site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(
      `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>مبل چوب</title><h1>مبل راحتی</h1>${held}`,
    );
  });
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  const ask = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await fetch(address + path, {
      method,
      headers: {
        authorization: `Bearer ${made.value.key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
    return said as Body;
  };
  return {
    address,
    site: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    put: (body) => void (held = body),
    ask,
    async close() {
      site.closeAllConnections();
      await new Promise<void>((resolve) => {
        site.close(() => resolve());
      });
      await work.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
