import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Started for the projects that need it, and only when a test of theirs is run.
const withPostgres = { globalSetup: ['packages/server/src/platform/database/testing-server.ts'] };

// What Node makes of the packages that the processes of a run all load is kept beside them.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.vitest/compiled');

// The nightly run tries every property on thousands of cases.
const nightly = process.env['NARDEBAN_NIGHTLY'] === '1';

export default defineConfig({
  cacheDir: '.vitest',
  test: {
    // Only what hangs shall end here: these machines have other work as well.
    testTimeout: nightly ? 600_000 : 90_000,
    hookTimeout: 120_000,
    // Vitest leaves one core to itself, which on two cores is one file at a time; much of a test is waiting for the
    // database and the browser.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Files leave nothing behind (each has a database of its own), and loading the program anew for each of them costs a
    // quarter of the run.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['packages/core/src/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['packages/web/src/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts', 'tests/**/*.test.ts'],
          sequence: { groupOrder: 0 },
          ...withPostgres,
        },
      },
    ],
  },
});
