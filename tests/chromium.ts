import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Debian's shell without windows first: a journey costs it a quarter less of the processor. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Quiet: no request of the browser's own, nothing that a container lacks. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The installed browser, of which the journeys need one: `CHROME` when it is set, else the first that is found. */
function chromiumPath(): string {
  const named = process.env['CHROME'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) => [
    join('/usr/bin', name),
    ...folders.map((folder) => join(folder, name)),
  ]);
  const found = (named === undefined || named === '' ? places : [named]).find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    named === undefined || named === ''
      ? 'The journeys need Chrome or Chromium and found none: install one, or set CHROME to where it is.'
      : `The journeys need a browser, and CHROME names none: there is no program at ${named}.`,
  );
}

export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
