/** `npm run say -- '/search docker'`: a member of a running sandbox, on the command line. */
import { join } from 'node:path';
import { config } from 'dotenv';
import { SandboxClient, SandboxError } from '../sandbox/client.js';
import { PlainError } from './plain-error.js';
import { readArguments } from './say/arguments.js';
import { help } from './say/help.js';
import { recall, remember } from './say/memory.js';
import { Talk } from './say/talk.js';

config({ quiet: true });
const port = process.env['SANDBOX_PORT'] || '4600';

try {
  const said = readArguments(process.argv.slice(2));
  if (said.action.verb === 'help') console.log(help);
  else {
    const file = join(process.env['NEXUS_DATA_DIR'] || '.nexus', 'say.json');
    const client = new SandboxClient(`http://127.0.0.1:${port}`);
    const talk = await Talk.begin(client, await recall(file), said);
    const answer = await talk.answer();
    await remember(file, answer.memory);
    console.log(said.json ? JSON.stringify(answer.raw, null, 2) : answer.text);
    if (!answer.ok) process.exitCode = 1;
  }
} catch (error) {
  console.error(plainly(error));
  process.exitCode = 1;
}

function plainly(error: unknown): string {
  if (error instanceof PlainError || error instanceof SandboxError) return error.message;
  if (error instanceof SyntaxError)
    return `What listens on port ${port} is no sandbox: set SANDBOX_PORT to the sandbox's.`;
  const { cause } = error as { cause?: { code?: unknown } };
  if (error instanceof TypeError && cause !== undefined)
    return `No sandbox runs on port ${port}. Start it first with \`npm start\`.`;
  return error instanceof Error ? error.message : String(error);
}
