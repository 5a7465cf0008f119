/**
 * `npm run fuzz [runs] [seed]`: everything that is tried at random, for longer than `npm test` does it and from another
 * seed each time, which is printed first so that a failure can be repeated.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [runs = '20000', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
const properties = [
  'test/fuzz',
  'test/features/guard/inspection',
  'test/platform/text',
  'test/platform/shortening',
];

console.log(`FUZZ_RUNS=${runs} FUZZ_SEED=${seed}`);
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
spawn(process.execPath, [vitest, 'run', '--testTimeout', '3600000', ...properties], {
  cwd: fileURLToPath(new URL('../', import.meta.url)),
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed },
}).once('close', (code) => {
  process.exitCode = code ?? 1;
});
