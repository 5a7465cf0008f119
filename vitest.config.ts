/** How the tests run: one database server for all (see test/support), two files at a time, the longest first. */
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';

/** Those that measure time or memory of their own process, or fake its clock: each has a process to itself. */
const alone = [
  'test/features/readme/{attachments,readme-reader}.test.ts',
  'test/platform/request-budget.test.ts',
  'test/scripts/start.test.ts',
];

const running = {
  // A test fails when the bot uses what the sandbox doesn't do.
  env: { SANDBOX_STRICT: '1' },
  pool: 'forks',
  maxWorkers: 2,
  // For what hangs. A machine that is busy with other things takes several times as long as usual.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000, interval: 20 } },
} as const;

export default defineConfig({
  test: {
    ...running,
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...running, name: 'alone', include: alone } },
      {
        test: {
          ...running,
          name: 'together',
          include: ['test/**/*.test.ts'],
          // Those of the browser need one: `npm run test:browser`.
          exclude: ['test/browser/**', ...alone],
          // Loading the modules takes longer than most tests: files share them, and mock none.
          isolate: false,
        },
      },
    ],
  },
});
