// npm test: installs what is missing, then types, lint and tests, each told. What stands after -- goes to Vitest:
// `npm test -- packages/core`.
import { findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { run, withBinaries } from './run.mjs';
import { ensureWeb } from './web.mjs';

async function step(name, program, args, env) {
  process.stderr.write(`\n── ${name}\n`);
  const began = performance.now();
  const code = await run(program, args, { env });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (code !== 0) throw new Error(`── ${name}: failed (${seconds} s)`);
  process.stderr.write(`── ${name}: passed (${seconds} s)\n`);
}

try {
  await ensureInstalled();
  const chrome = await findChromium();
  const env = withBinaries(chrome === undefined ? {} : { CHROME: chrome });
  await step('types', 'npm', ['run', '--silent', 'types'], env);
  await step('lint', 'npm', ['run', '--silent', 'lint'], env);
  await ensureWeb();
  await step('tests', 'vitest', ['run', ...process.argv.slice(2)], env);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
