import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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

/** A page of a browser of its own, and what it complained of: scripts refused, errors nobody caught. */
export async function openPage(
  browser: Browser,
  address: string,
  complaints: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    // The browser tells of every refused request; that they are refused is what is looked at.
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) complaints.push(line.text());
  });
  await page.goto(address);
  return page;
}

export const PHONE = { viewport: { width: 390, height: 844 } };

/** How far the page can be pushed sideways: it should not. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}
