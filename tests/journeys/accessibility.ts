import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { nightly } from './visitor.ts';

/** The rules of WCAG 2.2 A and AA, and what axe calls good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Options {
  /** Only what stands inside this selector: an open dialog, one card. */
  readonly inside?: string;
}

/** What was looked at already, of each file: several of them share a process. */
const seen = new Set<string>();

/**
 * Expects axe to find no fault in the page as it stands. Before every change each place that a file comes to is looked
 * at once: a page, a view of it, a dialog. Every night it is each time, in every language, on every device.
 */
export async function expectAccessible(page: Page, options: Options = {}): Promise<void> {
  const place = `${expect.getState().testPath} ${await placeOf(page)}`;
  if (!nightly && seen.has(place)) return;
  seen.add(place);
  expect(await accessibilityFaults(page, options)).toEqual([]);
}

/** The address, whoever and whichever it is about and in whatever language, and what is open in front of it. */
function placeOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { pathname, searchParams } = new URL(location.href);
    for (const everywhere of ['lang', 'business']) searchParams.delete(everywhere);
    const open = [...document.querySelectorAll('[role=dialog],[role=menu]')].at(-1);
    const label = document.getElementById(open?.getAttribute('aria-labelledby') ?? '');
    const name = open?.getAttribute('aria-label') ?? label?.textContent ?? open?.role ?? '';
    return `${pathname}?${searchParams.toString()} ${name}`.replaceAll(/\d+/g, '0');
  });
}

/**
 * What axe finds wrong with the page as it stands: waits until what moves has come to rest, since half-faded text has
 * half its contrast. A fault is told with its rule, its place and what axe says of it.
 */
export async function accessibilityFaults(page: Page, options: Options = {}): Promise<readonly string[]> {
  await page.evaluate(atRest);
  // Where a page is scrolled, what slides under a bar that stays would count as too small to be hit.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  // What a menu or a dialog shows stands beside the page's landmarks on purpose, and says its own role.
  const isModal = await page.evaluate(() => document.querySelector('[role=menu],[aria-modal=true]') !== null);
  return page.evaluate(
    async ({ rules, inside, region }) => {
      const checker = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await checker.run(inside ?? document, {
        runOnly: { type: 'tag', values: rules },
        resultTypes: ['violations'],
        rules: { region: { enabled: region } },
      });
      return violations.flatMap((violation) =>
        violation.nodes.map(
          (node) =>
            `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary ?? violation.help}\n${node.html}`,
        ),
      );
    },
    { rules: RULES, inside: options.inside, region: !isModal },
  );
}

/** Until nothing that ends by itself moves any more; what has only just changed begins to move with the next frame. */
async function atRest(): Promise<void> {
  const latest = performance.now() + 10_000;
  const within = (ms: number, done: Promise<unknown>) =>
    Promise.race([done, new Promise((resolve) => setTimeout(resolve, ms))]);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (;;) {
    await within(200, frame().then(frame));
    const moving = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
      );
    if (moving.length === 0 || performance.now() > latest) return;
    await within(1_000, Promise.all(moving.map(({ finished }) => finished.catch(() => undefined))));
  }
}
