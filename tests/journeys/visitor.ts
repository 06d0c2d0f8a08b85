import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openChromium } from '../chromium.ts';
import { OWNER } from './small-shop.ts';

/**
 * Whoever sits in front of the page: one browser for a file, and for every visit a fresh one as far as pages can tell.
 * Opening the page in a new context costs three times what it costs in one that has read its scripts, so a page that a
 * test is done with is emptied of all that it kept, and serves the next test that asks for the same device.
 */

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

/** How long a step may take on a machine that has other work. */
const PATIENCE = 60_000;

/** Whether everything is looked at, in every language, on every screen: each night, and not before every change. */
export const nightly = process.env['NARDEBAN_NIGHTLY'] === '1';

/**
 * A journey of each night, or of whoever asks for pictures. By day every page is opened, its main deed is done and what
 * must never be lost is tried; other languages and widths, second ways to a thing, and refusals that the tests of the
 * server try as well, wait for the night.
 */
export const atNight = test.runIf(nightly || process.env['SHOTS'] !== undefined);

/** Where the pages of a failed test are pictured; pictures that were asked for go to the folder in `SHOTS`. */
const failures = join(import.meta.dirname, '../../.vitest/journeys');

/** The browser tells of every stranger whom the server refused, and asks a picture by itself for its own picture. */
const NO_COMPLAINT = /status of 401|\/favicon\.ico$/;

interface House {
  readonly address: string;
  close(): Promise<void>;
}

interface Account {
  readonly email: string;
  readonly password: string;
}

/** What a page is opened on; without a worker between page and server unless it is allowed. */
type Device = BrowserContextOptions;

/**
 * A desk, by day. What moves is at rest at once: a colour on its way would have neither of its contrasts. A browser
 * without windows says nothing of its language unless it is told to, and one with windows does.
 */
const DESK: Device = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-US',
  colorScheme: 'light',
  reducedMotion: 'reduce',
  serviceWorkers: 'block',
};

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface Coming extends BrowserContextOptions {
  /** Who comes, signed in already: the owner unless told, nobody when null. */
  readonly as?: Account | null;
  /** Whether the page stays for the tests that follow; else it is closed after its test. */
  readonly stays?: boolean;
  /** Comes with a browser that has read nothing of the page before. */
  readonly unread?: boolean;
}

export interface VisitorOptions {
  /** What the browser may complain of, beside strangers being refused, because it is tried on purpose. */
  readonly expected?: RegExp;
  /** How long the house may take to open, where there is much in it. */
  readonly openingMs?: number;
}

export interface Visitor<H extends House> {
  /** What is visited; there from the first test on. */
  readonly house: H;
  readonly browser: Browser;
  /** What the browser complained of: scripts refused or run, errors nobody caught, answers of a broken server. */
  readonly complaints: string[];
  /** A page at this path of the house, or at this whole address, that shares nothing with any other open one. */
  readonly open: (path: string, coming?: Coming) => Promise<Page>;
  /** Keeps a picture of the page when pictures are asked for. */
  readonly picture: (page: Page, name: string) => Promise<void>;
}

/**
 * Prepares the visits of one file: opens the browser and the house before the first test and closes them after the
 * last. Signing in happens without the page, once for each who comes: that it works is the journey of other files.
 */
export function visitorOf<H extends House>(
  openHouse: () => Promise<H>,
  { expected, openingMs = 120_000 }: VisitorOptions = {},
): Visitor<H> {
  // A whole path takes its seconds, and many times that on a machine with other work; a step that hangs ends before.
  vi.setConfig({ testTimeout: 240_000 });
  let house: H | undefined;
  let browser: Browser | undefined;
  const complaints: string[] = [];
  const states = new Map<string, SignedIn>();
  const staying = new Set<BrowserContext>();
  const devices = new Map<BrowserContext, Device>();
  const free: BrowserContext[] = [];
  const complain = (line: string): void => {
    if (!NO_COMPLAINT.test(line) && expected?.test(line) !== true) complaints.push(line);
  };

  beforeAll(async () => {
    browser = await openChromium();
    house = await openHouse();
  }, openingMs);

  afterEach(async ({ task }) => {
    const contexts = browser?.contexts() ?? [];
    const hasFailed = task.result?.state === 'fail';
    if (hasFailed) await pictureAll(contexts, task.name);
    const done = contexts.filter((one) => !staying.has(one) && !free.includes(one));
    await Promise.all(
      done.map(async (context) => {
        const device = devices.get(context);
        // After a failure nobody knows what is left behind.
        if (!hasFailed && device !== undefined && (await isEmptied(context, device, here().house.address)))
          free.push(context);
        else await context.close();
      }),
    );
  }, PATIENCE);

  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const here = (): { house: H; browser: Browser } => {
    if (house === undefined || browser === undefined)
      throw new Error('There is no visit before the first test.');
    return { house, browser };
  };
  const stateOf = async (who: Account): Promise<SignedIn> => {
    const state = states.get(who.email) ?? (await signIn(here().browser, here().house.address, who));
    states.set(who.email, state);
    return state;
  };
  return {
    get house() {
      return here().house;
    },
    get browser() {
      return here().browser;
    },
    complaints,
    async open(path, { as = OWNER, stays = false, unread = false, ...options } = {}) {
      const device: Device = { ...DESK, ...options };
      const isSame = (one: BrowserContext): boolean => isDeepStrictEqual(devices.get(one), device);
      const at = unread ? -1 : free.findIndex(isSame);
      const context = free.splice(at, at < 0 ? 0 : 1)[0] ?? (await here().browser.newContext(device));
      devices.set(context, device);
      if (as !== null) await context.addCookies((await stateOf(as)).cookies);
      if (stays) staying.add(context);
      const page = context.pages()[0] ?? (await newPage(context, complain));
      await page.goto(new URL(path, here().house.address).href);
      return page;
    },
    async picture(page, name) {
      const folder = process.env['SHOTS'];
      if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
  };
}

async function newPage(context: BrowserContext, complain: (line: string) => void): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complain(`${line.text()} ${line.location().url}`.trim());
  });
  page.on('response', (answer) => {
    if (answer.status() < 500) return;
    complain(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  page.on('dialog', (dialog) => {
    // The page asks before it forgets what is not kept yet; whoever tests it leaves on purpose.
    if (dialog.type() === 'beforeunload') return void dialog.accept();
    complain(`a script ran: ${dialog.message()}`);
    return void dialog.dismiss();
  });
  return page;
}

/**
 * Leaves one page in the context, with nobody signed in and nothing kept, where no script of ours runs. Answers
 * whether it could be done.
 */
async function isEmptied(context: BrowserContext, device: Device, address: string): Promise<boolean> {
  const [page, ...others] = context.pages();
  // A worker that answers for the server would do so in the next test as well.
  if (page === undefined || device.serviceWorkers === 'allow') return false;
  try {
    await Promise.all(others.map((one) => one.close()));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto(`${address}/mark.svg`, { timeout: 5_000 });
    await page.evaluate(async () => {
      localStorage.clear();
      sessionStorage.clear();
      for (const { name } of await indexedDB.databases())
        if (name !== undefined) indexedDB.deleteDatabase(name);
    });
    const { colorScheme = 'light', reducedMotion = 'reduce' } = device;
    await page.emulateMedia({ media: null, colorScheme, reducedMotion });
    if (device.viewport) await page.setViewportSize(device.viewport);
    await context.clearCookies();
    return true;
  } catch {
    return false;
  }
}

/** How far the page can be pushed sideways: it should not. A page that was narrowed this moment is given two seconds. */
export async function overflow(page: Page): Promise<number> {
  for (let looks = 0; ; looks += 1) {
    const over = await page.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
    if (over === 0 || looks === 20) return over;
    await page.waitForTimeout(100);
  }
}

/** Looks again until it is as expected: the machine may be busy with other tests. */
export const eventually = <T>(read: () => T | Promise<T>) =>
  expect.poll(read, { timeout: PATIENCE, interval: 100 });

async function signIn(browser: Browser, address: string, { email, password }: Account): Promise<SignedIn> {
  const context = await browser.newContext();
  const answer = await context.request.post(`${address}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: address },
  });
  expect(answer.status()).toBe(200);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function pictureAll(contexts: readonly BrowserContext[], name: string): Promise<void> {
  await mkdir(failures, { recursive: true });
  const pages = contexts.flatMap((context) => context.pages());
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  for (const [at, page] of pages.entries()) {
    // A page that cannot be pictured any more must not hide why the test failed.
    await page.screenshot({ path: join(failures, `${file}-${at}.png`) }).catch(() => undefined);
  }
}
