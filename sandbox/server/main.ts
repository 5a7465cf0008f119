/** The sandbox as a program: `npm run sandbox -- --help`. */
import { readFile } from 'node:fs/promises';
import { GapError, startSandbox, type World } from './index.js';
import { builtPage } from './page-build.js';
import { HELP, type ProgramOptions, programOptions } from './program-options.js';

const options = optionsOrExit();
if (options.isHelp) {
  console.log(HELP);
  process.exit(0);
}
const page = options.hasPage ? await builtPage() : undefined;
const sandbox = await startSandbox({
  port: options.port,
  bots: [options.bot],
  ...(options.worldFile && { world: JSON.parse(await readFile(options.worldFile, 'utf8')) as World }),
  ...(page && { page }),
  ...(options.stateFile && { stateFile: options.stateFile }),
  strict: options.strict,
}).catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${options.port} is taken: choose another one with --port.` : error.message);
  process.exit(1);
});
const [application] = sandbox.parts.state.applications.values();
console.log(`A Discord on this machine: ${page ? sandbox.url : sandbox.apiUrl}
  API base        ${sandbox.apiUrl} (v10)
  Bot token       ${application?.token}
  Application id  ${application?.id}`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof GapError ? error.message : error);
        process.exit(1);
      },
    );
  });

function optionsOrExit(): ProgramOptions {
  try {
    return programOptions(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(2);
  }
}
