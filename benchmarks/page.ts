/**
 * How heavy the page is, how soon it is seen, and how smoothly it scrolls: a real Chromium over the built page of a
 * running server. Prints the kilobytes of script before the ladder can be used; the first and the Largest Contentful
 * Paint and what jumped on a first visit with the processor slowed four times; and the longest frame while the list of
 * people is scrolled, with the processor as it is (which the aim is about) and slowed. Beside times on the wall, which
 * are those of everything that runs on the machine, stand the processor's time of the page itself, that of the longest
 * piece of work, and the same scroll over a page of the same rows that has no script: frames that are long there, too,
 * are the machine's and the browser's own.
 *
 *   node benchmarks/page.ts <address> <email> <password> [--rounds=5]
 *
 * The server must serve a production build (`npm run build:web`). Nothing is kept between the rounds but who is signed in.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { openChromium } from '../tests/chromium.ts';

const SLOWED = 4;
const SCROLLED_MS = 6_000;
/** As many as the wheel can pass in that time. */
const STILL_ROWS = 2_500;
/** So long nobody asks the page anything: its first view is its own. */
const FIRST_LOOK_MS = 3_000;

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
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  // The page watches itself: asking it from outside again and again would be work that no visitor brings.
  await page.addInitScript(() => {
    const seen: Seen = { first: Number.NaN, largest: Number.NaN, usable: Number.NaN, jumped: 0 };
    Object.assign(globalThis, { seen });
    const watch = (type: string, each: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => {
      seen.largest = entry.startTime;
    });
    watch('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') seen.first = entry.startTime;
    });
    watch('layout-shift', (entry) => {
      seen.jumped += (entry as PerformanceEntry & { readonly value: number }).value;
    });
    new MutationObserver((_, watching) => {
      if (document.querySelector('main a[href*="/rungs/"]') === null) return;
      watching.disconnect();
      requestAnimationFrame(() => {
        seen.usable = performance.now();
      });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  await sleep(FIRST_LOOK_MS);
  await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.usable > 0, undefined, {
    polling: 500,
  });
  const busy = await busyOf(session);
  await page.waitForTimeout(1_500);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  const early = await page.evaluate((until) => {
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return files.filter(({ responseEnd }) => responseEnd < until).map(({ name }) => name);
  }, seen.usable);
  const before = [...scripts].flatMap(([name, script]) => (early.includes(name) ? [script] : []));
  await context.close();
  return {
    kilobytes: before.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000,
    scripts: before.length,
    busy,
    ...seen,
  };
}

/** Milliseconds after the navigation, and how far things jumped (CLS). */
interface Seen {
  first: number;
  largest: number;
  usable: number;
  jumped: number;
}

/** Milliseconds of the processor that the page's own thread has taken. */
async function busyOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** Puts in the page's place what it looks like: no script, and the rows it has, repeated down to the end of the scroll. */
async function standStill(page: Page): Promise<void> {
  const html = await page.evaluate(() => {
    for (const script of document.querySelectorAll('script')) script.remove();
    for (const style of document.querySelectorAll('style'))
      style.textContent = [...(style.sheet?.cssRules ?? [])].map(({ cssText }) => cssText).join('\n');
    return `<!doctype html>${document.documentElement.outerHTML}`;
  });
  await page.route('**/people?still', (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  await page.goto(new URL('/people?still', address).href);
  await page.evaluate((count) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[role=row][data-index]')];
    const body = rows[0]?.parentElement;
    const height = rows[0]?.offsetHeight ?? 0;
    for (let index = rows.length; index < count; index++) {
      const row = rows[index % rows.length]?.cloneNode(true) as HTMLElement;
      row.style.insetBlockStart = `${index * height}px`;
      body?.append(row);
    }
    body?.style.setProperty('block-size', `${count * height}px`);
  }, STILL_ROWS);
}

/**
 * The longest time between two frames while the wheel turns, how many took longer than 50 ms, and the processor's time of
 * the longest piece of work that the page's thread did at once.
 */
async function scroll(browser: Browser, signedIn: SignedIn, slowed: number, isStill: boolean) {
  const context = await browser.newContext({ storageState: signedIn, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(new URL('/people', address).href);
  await page.locator('[role=row][data-index] a').first().waitFor();
  await page.waitForTimeout(1_000);
  if (isStill) await standStill(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.waitForTimeout(1_000);
  await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
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
  const busyBefore = await busyOf(session);
  await page.mouse.move(600, 500);
  const begun = performance.now();
  while (performance.now() - begun < SCROLLED_MS) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(30);
  }
  const gaps = (await frames).slice(1);
  const busy = (await busyOf(session)) - busyBefore;
  const pixels = await page.evaluate(() => window.scrollY);
  const longestWork = longestWorkIn(await browser.stopTracing());
  await context.close();
  return {
    longestWork,
    longest: Math.max(...gaps),
    over50: gaps.filter((gap) => gap > 50).length,
    frames: gaps.length,
    busyPerScreen: (busy / pixels) * 1000,
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Microseconds of the processor. */
  readonly tdur?: number;
}

/** Milliseconds of the processor that the longest task took on the pages' own threads. */
function longestWorkIn(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const threads = Map.groupBy(traceEvents, ({ pid, tid }) => `${pid} ${tid}`);
  const pages = [...threads.values()].filter((events) =>
    events.some(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'),
  );
  const tasks = pages.flat().filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const browser = await openChromium();
try {
  const signedIn = await signIn(browser);
  const visits: Awaited<ReturnType<typeof firstVisit>>[] = [];
  for (let round = 0; round < Number(values.rounds); round++)
    visits.push(await firstVisit(browser, signedIn));
  console.log(
    `script before the ladder is usable: ${visits[0]?.kilobytes.toFixed(0)} kB gzip in ${visits[0]?.scripts} files (aim 300)`,
  );
  const of = (what: 'first' | 'largest' | 'usable' | 'busy') =>
    median(visits.map((one) => one[what])).toFixed(0);
  console.log(
    `first visit, processor slowed ${SLOWED} times, ${visits.length} rounds: something seen after ${of('first')} ms, ` +
      `Largest Contentful Paint ${of('largest')} ms (aim 2500), usable after ${of('usable')} ms; ` +
      `jumped ${Math.max(...visits.map((one) => one.jumped)).toFixed(4)}; the page's thread was busy for ` +
      `${of('busy')} ms; all: ${visits.map((one) => one.largest.toFixed(0)).join(', ')}`,
  );
  for (const slowed of [1, SLOWED])
    for (const isStill of [false, true]) {
      const seen = await scroll(browser, signedIn, slowed, isStill);
      console.log(
        `scrolling ${isStill ? 'the same rows without a script' : 'the people'}, processor ` +
          `${slowed === 1 ? 'as it is' : `slowed ${slowed} times`}: longest frame ${seen.longest.toFixed(0)} ms` +
          `${slowed === 1 && !isStill ? ' (aim 50)' : ''}, ${seen.over50} of ${seen.frames} frames over 50; ` +
          `the page's thread was busy for ${seen.busyPerScreen.toFixed(1)} ms per 1,000 pixels, ` +
          `at most ${seen.longestWork.toFixed(1)} ms of them at once`,
      );
    }
} finally {
  await browser.close();
}
