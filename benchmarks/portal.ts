/**
 * How heavy a customer's first page is and how soon it can be used on a cheap phone: a real Chromium over the built pages of
 * the whole server, with the processor slowed four times and a slow 4G line (1.6 Mbit/s down, 750 kbit/s up, 150 ms there
 * and back). Usable: the field for the mobile takes what is typed, and for somebody signed in, the points stand there.
 *
 *   node benchmarks/portal.ts [--rounds=5]
 *
 * Needs a production build (`npm run build:web`). It starts its own server on a database folder of its own.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildApp } from '../packages/server/src/app.ts';
import { foundBusiness } from '../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import { makeApiKey, scopes } from '../packages/server/src/platform/http/index.ts';
import { createLog } from '../packages/server/src/platform/log/index.ts';
import { openChromium } from '../tests/chromium.ts';
import { withServer } from './support/server.ts';

const SLOWED = 4;
const LINE = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

interface Visit {
  readonly usable: number;
  readonly kilobytes: number;
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A first visit: nothing kept, no worker; the page itself notes when what is waited for is there. */
async function visit(
  browser: Browser,
  address: string,
  awaited: string,
  storageState: SignedIn | undefined,
): Promise<Visit> {
  const context = await browser.newContext({
    ...PHONE,
    serviceWorkers: 'block',
    ...(storageState === undefined ? {} : { storageState }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.addInitScript((selector) => {
    new MutationObserver((_, watching) => {
      if (document.querySelector(selector) === null) return;
      watching.disconnect();
      requestAnimationFrame(() => Object.assign(globalThis, { usableAt: performance.now() }));
    }).observe(document, { childList: true, subtree: true });
  }, awaited);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'usableAt' in globalThis, undefined, { polling: 250 });
  const usable = await page.evaluate(() => (globalThis as unknown as { usableAt: number }).usableAt);
  const kilobytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0) / 1000;
  await context.close();
  return { usable, kilobytes };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

await withServer(async (server) => {
  const { database } = await server.place('portal');
  const dataFolder = join(server.folder, 'data');
  await mkdir(dataFolder, { recursive: true });
  const log = createLog('warn');
  const sms = { provider: 'recording' as const };
  const webFolder = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../packages/web/dist');
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder, sms, development: true };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder });
  const browser = await openChromium();
  try {
    const founded = await foundBusiness(database, systemClock, { slug: 'portal', name: 'کافه بامداد' });
    if (!founded.ok) throw new Error(founded.refusal.code);
    const key = await makeApiKey(database, founded.value, { name: 'benchmark', scopes, madeBy: 'benchmark' });
    if (!key.ok) throw new Error(key.refusal.code);
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    await fetch(`${address}/v1/club/portal`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key.value.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ open: true, joining: true, welcome: '', rungs: {}, revision: 0 }),
    });
    const pages = `${address}/p/portal/`;
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.goto(pages);
    await page.locator('input[name=mobile]').fill('09121234567');
    await page.locator('button[type=submit]').click();
    await page.locator('input[name=code]').waitFor();
    const mailbox = await (await fetch(`${address}/dev/mailbox?business=portal`)).text();
    await page
      .locator('input[name=code]')
      .fill(/\b[0-9]{6}\b/.exec(mailbox.split('+989121234567')[1] ?? '')?.[0] ?? '');
    await page.locator('.hero').waitFor();
    const { cookies } = await context.storageState();
    await context.close();
    for (const [what, awaited, state] of [
      ['the way in', 'input[name=mobile]', undefined],
      ['home of somebody signed in', '.hero', { cookies, origins: [] }],
    ] satisfies readonly [string, string, SignedIn | undefined][]) {
      const visits: Visit[] = [];
      for (let round = 0; round < Number(values.rounds); round += 1)
        visits.push(await visit(browser, pages, awaited, state));
      const usable = visits.map((one) => one.usable);
      console.log(
        `${what}: ${visits[0]?.kilobytes.toFixed(1)} kB of script, gzip (aim 100); usable after ${median(usable).toFixed(0)} ms ` +
          `(aim 3000; processor slowed ${SLOWED} times, slow 4G); all: ${usable.map((one) => one.toFixed(0)).join(', ')}`,
      );
    }
  } finally {
    await browser.close();
    await app.close();
  }
});
