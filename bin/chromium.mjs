import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from './run.mjs';

// Debian's shell without windows first: a journey costs it a quarter less of the processor.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the journeys: the one in CHROME, an installed one (Playwright's own among them), or Debian's package where
 * we may install it. Nothing is fetched from elsewhere. Undefined when none can be had; then it has said what to do.
 */
export async function findChromium() {
  if (process.env.CHROME) {
    if (isProgram(process.env.CHROME)) return process.env.CHROME;
    throw new Error(`CHROME names no program: ${process.env.CHROME}`);
  }
  const found = onPath() ?? usual.find(isProgram) ?? (await playwrights());
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write("Installing Debian's Chromium for the journeys\n");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await attempt('apt-get', ['update', '-qq'], env);
    await attempt(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'],
      env,
    );
    const installed = onPath();
    if (installed !== undefined) return installed;
  }
  process.stderr.write(
    'There is no Chromium, and none could be installed: the journeys (tests/journeys) will fail. Install Chromium or Google Chrome, or name one in the variable CHROME, and run again.\n',
  );
  return undefined;
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (folder !== '' && isProgram(path)) return path;
    }
  }
  return undefined;
}

/** The one Playwright would start, if it has been fetched and can be run here. */
async function playwrights() {
  const index = join(root, 'node_modules', 'playwright-core', 'index.mjs');
  const { chromium } = await import(pathToFileURL(index).href);
  const path = chromium.executablePath();
  return path && isProgram(path) ? path : undefined;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function attempt(program, args, env) {
  try {
    await run(program, args, { env, quiet: true });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
  }
}
