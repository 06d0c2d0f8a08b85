/**
 * How heavy the page is, how soon it is seen, and how smoothly it scrolls: a real Chromium over the built page of a
 * running server. Prints the kilobytes of script before the ladder can be used, Largest Contentful Paint on a first
 * visit with the processor slowed four times, and the longest frame while the list of people is scrolled.
 *
 *   node benchmarks/page.ts <address> <email> <password> [--rounds=5]
 *
 * The server must serve a production build (`npm run build:web`). Nothing is kept between the rounds but who is signed in.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openChromium } from '../tests/chromium.ts';

const SLOWED = 4;
const SCROLLED_MS = 6_000;

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const [address = 'http://127.0.0.1:4321', email = '', password = ''] = positionals;

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

async function signIn(browser: Browser): Promise<SignedIn> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/ladders\//);
  const state = await page.context().storageState();
  await page.context().close();
  return { ...state, origins: [] };
}

async function firstVisit(browser: Browser, signedIn: SignedIn) {
  const context = await browser.newContext({
    storageState: signedIn,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const scripts = new Map<string, Buffer>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    void response.body().then(
      (body) => scripts.set(response.url(), body),
      () => undefined,
    );
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      Object.assign(globalThis, { largest: list.getEntries().at(-1)?.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('main a[href*="/rungs/"]').first().waitFor();
  const usable = await page.evaluate(() => performance.now());
  const before = [...scripts.values()];
  await page.waitForTimeout(1_500);
  const largest = await page.evaluate(() => (globalThis as { largest?: number }).largest ?? Number.NaN);
  await context.close();
  return {
    kilobytes: before.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000,
    scripts: before.length,
    usable,
    largest,
  };
}

/** The longest time between two frames while the wheel turns, and how many took longer than 50 ms. */
async function scroll(page: Page) {
  await page.goto(new URL('/people', address).href);
  await page.locator('main a[href*="/people/"]').first().waitFor();
  await page.waitForTimeout(1_000);
  const frames = page.evaluate(
    (lasting) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const begun = performance.now();
        let before = begun;
        const next = (now: number) => {
          gaps.push(now - before);
          before = now;
          if (now - begun < lasting) requestAnimationFrame(next);
          else resolve(gaps);
        };
        requestAnimationFrame(next);
      }),
    SCROLLED_MS,
  );
  await page.mouse.move(600, 500);
  const begun = performance.now();
  while (performance.now() - begun < SCROLLED_MS) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(30);
  }
  const gaps = (await frames).slice(1);
  return { longest: Math.max(...gaps), over50: gaps.filter((gap) => gap > 50).length, frames: gaps.length };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const browser = await openChromium();
try {
  const signedIn = await signIn(browser);
  const visits = [];
  for (let round = 0; round < Number(values.rounds); round++)
    visits.push(await firstVisit(browser, signedIn));
  console.log(
    `script before the ladder is usable: ${visits[0]?.kilobytes.toFixed(0)} kB gzip in ${visits[0]?.scripts} files (aim 300)`,
  );
  console.log(
    `first visit, processor slowed ${SLOWED} times, ${visits.length} rounds: Largest Contentful Paint ` +
      `${median(visits.map((one) => one.largest)).toFixed(0)} ms (aim 2500), ` +
      `usable after ${median(visits.map((one) => one.usable)).toFixed(0)} ms; ` +
      `all: ${visits.map((one) => one.largest.toFixed(0)).join(', ')}`,
  );
  const page = await (await browser.newContext({ storageState: signedIn })).newPage();
  const { longest, over50, frames } = await scroll(page);
  console.log(
    `scrolling the people: longest frame ${longest.toFixed(0)} ms (aim 50), ${over50} of ${frames} frames over it`,
  );
} finally {
  await browser.close();
}
