import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { openChromium } from '../chromium.ts';
import { OWNER } from './small-shop.ts';

/** Whoever sits in front of the page: one browser for a file, and for every visit a fresh one as far as pages can tell. */

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

/** How long a step may take on a machine that has other work. */
const PATIENCE = 30_000;

/** Whether everything is looked at, in every language, on every screen: each night, and not before every change. */
export const nightly = process.env['NARDEBAN_NIGHTLY'] === '1';

/** Where the pages of a failed test are pictured; pictures that were asked for go to the folder in `SHOTS`. */
const failures = join(import.meta.dirname, '../../.vitest/journeys');

/** The browser tells of every stranger whom the server refused. */
const STRANGER_REFUSED = /status of 401/;

interface House {
  readonly address: string;
  close(): Promise<void>;
}

interface Account {
  readonly email: string;
  readonly password: string;
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface Coming extends BrowserContextOptions {
  /** Who comes, signed in already: the owner unless told, nobody when null. */
  readonly as?: Account | null;
  /** Whether the page stays for the tests that follow; else it is closed after its test. */
  readonly stays?: boolean;
}

export interface VisitorOptions {
  /** What the browser may complain of, beside strangers being refused, because it is tried on purpose. */
  readonly expected?: RegExp;
}

export interface Visitor<H extends House> {
  /** What is visited; there from the first test on. */
  readonly house: H;
  readonly browser: Browser;
  /** What the browser complained of: scripts refused or run, errors nobody caught, answers of a broken server. */
  readonly complaints: string[];
  /** A page at this path of the house, or at this whole address, in a context of its own. */
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
  { expected }: VisitorOptions = {},
): Visitor<H> {
  // A whole path takes its seconds, and many times that on a machine with other work; a step that hangs ends before.
  vi.setConfig({ testTimeout: 240_000 });
  let house: H | undefined;
  let browser: Browser | undefined;
  const complaints: string[] = [];
  const states = new Map<string, SignedIn>();
  const staying = new Set<BrowserContext>();
  const complain = (line: string): void => {
    if (!STRANGER_REFUSED.test(line) && expected?.test(line) !== true) complaints.push(line);
  };

  beforeAll(async () => {
    browser = await openChromium();
    house = await openHouse();
  }, 120_000);

  afterEach(async ({ task }) => {
    const contexts = browser?.contexts() ?? [];
    if (task.result?.state === 'fail') await pictureAll(contexts, task.name);
    await Promise.all(contexts.filter((one) => !staying.has(one)).map((one) => one.close()));
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
    async open(path, { as = OWNER, stays = false, ...options } = {}) {
      const signedIn = as === null ? {} : { storageState: await stateOf(as) };
      const page = await newPage(here().browser, { ...signedIn, ...options }, complain);
      if (stays) staying.add(page.context());
      await page.goto(new URL(path, here().house.address).href);
      return page;
    },
    async picture(page, name) {
      const folder = process.env['SHOTS'];
      if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
  };
}

async function newPage(
  browser: Browser,
  options: BrowserContextOptions,
  complain: (line: string) => void,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    ...options,
  });
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
    complain(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return page;
}

/** How far the page can be pushed sideways: it should not. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
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
