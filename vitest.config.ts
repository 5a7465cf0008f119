/** How the tests run: one database server for all (see test/support), two files at a time, the longest first. */
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';

/** What needs the built bot, servers of its own or several processes, and matrices of everything: `npm run test:whole`. */
const whole = [
  'test/commands/{forgeries,permissions,right-to-left}.test.ts',
  'test/deploy/**/*.test.ts',
  'test/discord/refused-calls.test.ts',
  'test/e2e/**/*.test.ts',
  'test/fuzz/**/*.test.ts',
  'test/platform/{backup,embedded-postgres,embedded-postgres-identity,half-open,migrations,shard-ownership,shutdown,watchdog}.test.ts',
];

/** Those that measure time or memory of their own process, or fake its clock: each has a process to itself. */
const alone = [
  'test/features/buddies/buddies-worker-matcher.test.ts',
  'test/features/code/code-blocks.test.ts',
  'test/features/guard/worker-inspector.test.ts',
  'test/features/readme/{attachments,readme-reader}.test.ts',
  'test/platform/request-budget.test.ts',
];
const wholeAlone = ['test/readme/heavy.test.ts', 'test/scripts/start.test.ts'];

/** Those of the browser need one: `npm run test:browser`. */
const ofBrowser = ['test/browser/**'];

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

/** Loading the modules takes longer than most tests: files share them, and mock none. */
const shared = { isolate: false } as const;

export default defineConfig({
  test: {
    ...running,
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...running, name: 'quick-alone', include: alone } },
      {
        test: {
          ...running,
          ...shared,
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...ofBrowser, ...alone, ...whole, ...wholeAlone],
        },
      },
      { test: { ...running, name: 'whole-alone', include: wholeAlone } },
      { test: { ...running, ...shared, name: 'whole', include: whole } },
    ],
  },
});
