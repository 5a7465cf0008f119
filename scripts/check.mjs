/** `npm run check`: runs every `check:…` script of package.json, two at a time, and doesn't stop at the first failure. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
let failed = 0;

/** @param {string} name */
async function run(name) {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', name], {
    cwd: new URL('../', import.meta.url),
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    failed += 1;
    process.stdout.write(Buffer.concat(output));
  }
  console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
}

async function takeTurns() {
  for (let name = waiting.shift(); name; name = waiting.shift()) await run(name);
}

const count = waiting.length;
await Promise.all([takeTurns(), takeTurns()]);
console.log(failed === 0 ? `All ${count} checks pass.` : `${failed} of ${count} checks fail.`);
process.exit(failed === 0 ? 0 : 1);
