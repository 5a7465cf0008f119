/** How the tests run: one database server for all (see test/support), two files at a time. */
import { defineConfig } from 'vitest/config';

/** Values in, values out: these share their modules, which take longer to load than the tests to run. */
const pure = ['test/views/**', 'test/services/readme/**', 'test/sandbox/{validation,web}/**'];

const running = { pool: 'forks', maxWorkers: 2, testTimeout: 20_000, hookTimeout: 20_000 } as const;

export default defineConfig({
  test: {
    ...running,
    projects: [
      {
        test: {
          ...running,
          name: 'whole',
          include: ['test/**/*.test.ts'],
          // Those of the browser need one: `npm run test:browser`.
          exclude: ['test/browser/**', ...pure],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
      {
        test: {
          ...running,
          name: 'pure',
          include: pure.map((folder) => `${folder}/*.test.ts`),
          isolate: false,
        },
      },
    ],
  },
});
