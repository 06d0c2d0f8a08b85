// npm start: installs what is missing, builds the web, and serves, with a demo shop on the first run.
import { nardeban } from './setup.mjs';

try {
  process.exitCode = await nardeban(['start', ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
