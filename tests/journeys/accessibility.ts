import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The rules of WCAG 2.2 A and AA, and what axe calls good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Options {
  /** Only what stands inside this selector: an open dialog, one card. */
  readonly inside?: string;
}

/** Expects axe to find no fault in the page as it stands. */
export async function expectAccessible(page: Page, options: Options = {}): Promise<void> {
  expect(await accessibilityFaults(page, options)).toEqual([]);
}

/**
 * What axe finds wrong with the page as it stands: waits until what moves has come to rest, since half-faded text has
 * half its contrast. A fault is told with its rule, its place and what axe says of it.
 */
export async function accessibilityFaults(page: Page, options: Options = {}): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.race([
      Promise.all(
        document
          .getAnimations()
          .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
          .map((one) => one.finished.catch(() => undefined)),
      ),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]),
  );
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
