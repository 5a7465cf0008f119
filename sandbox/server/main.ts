/** The sandbox as a program: `npx tsx sandbox/server/main.ts`, set up by `SANDBOX_…` variables. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startSandbox, type World } from './index.js';
import { DEFAULT_BOT } from './options.js';

const DEFAULT_PORT = 4_600;
const { SANDBOX_PORT, SANDBOX_TOKEN, SANDBOX_BOT_NAME, SANDBOX_WORLD, SANDBOX_STATE } = process.env;

const sandbox = await startSandbox({
  port: SANDBOX_PORT ? Number(SANDBOX_PORT) : DEFAULT_PORT,
  bots: [{ token: SANDBOX_TOKEN || DEFAULT_BOT.token, name: SANDBOX_BOT_NAME || DEFAULT_BOT.name }],
  ...(SANDBOX_WORLD && { world: JSON.parse(await readFile(SANDBOX_WORLD, 'utf8')) as World }),
  page: fileURLToPath(new URL('../dist', import.meta.url)),
  ...(SANDBOX_STATE && { stateFile: SANDBOX_STATE }),
});
console.log(`The sandbox listens at ${sandbox.url} (a bot's API base: ${sandbox.apiUrl}).`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void sandbox.close().then(() => process.exit(0));
  });
