/** A whole sandbox in one terminal: the stand-in for Discord, the built bot connected to it, and the sample cohort. */
import { fileURLToPath } from 'node:url';
import {
  type RunningSandbox,
  type SandboxOptions,
  startSandbox,
  type World,
} from '../sandbox/server/index.js';
import { DISCORD_TIME_LIMITS } from '../sandbox/server/options.js';
import { EmbeddedPostgresError } from '../src/platform/embedded-postgres/error.js';
import { cohortWorld, guildId } from './cohort/world.js';
import { PlainError } from './plain-error.js';
import { storyStart } from './seed/calendar.js';
import { fillCohort } from './seed/fill.js';
import { type BotProcess, startBot } from './session/bot-process.js';
import { databaseSwitch } from './session/database-switch.js';
import { instructions } from './session/instructions.js';
import { ResetRequests } from './session/reset-requests.js';
import { SessionData } from './session/session-data.js';
import { Terminal } from './session/terminal.js';

const defaultPort = 4_600;
/** How long the bot may take to answer while the cohort is filled in (ms): long enough for a busy machine. */
const answerTimeoutMs = 60_000;
const bot = { id: '812004417280901190', name: 'Nexus', token: 'sandbox-token-without-any-secret' };

const terminal = new Terminal();
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort(new PlainError('Stopped.')));
}

/** What is open, closed in reverse order: the bot with its database before the sandbox. */
const closing: (() => Promise<void>)[] = [];
let code = 0;
try {
  await runSession();
} catch (error) {
  if (!stopping.signal.aborted) {
    const isPlain = error instanceof PlainError || error instanceof EmbeddedPostgresError;
    terminal.say(isPlain ? error.message : String(error instanceof Error ? (error.stack ?? error) : error));
    code = 1;
  }
}
if (stopping.signal.aborted && closing.length > 1) terminal.say('Stopping …');
for (const close of closing.reverse()) await close();
process.exit(code);

/** Runs until it is asked to stop; rejects if something ends it. */
async function runSession(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  const data = await SessionData.open(process.env['NEXUS_DATA_DIR'] || '.nexus', databaseUrl);
  closing.push(() => data.release());
  const isNew = await prepare(data);

  const start = storyStart(new Date());
  const resets = new ResetRequests();
  const cluster = databaseUrl === undefined ? data.cluster : undefined;
  const sandbox = await openSandbox({
    stateFile: data.stateFile,
    world: worldAt(start),
    switches: [databaseSwitch(cluster)],
    reset: (steps) => resets.ask(steps),
  });
  closing.push(() => sandbox.close());
  terminal.say(`Open ${sandbox.url} in a browser.`);
  if (isNew) await goBack(sandbox, start);

  terminal.progress(isNew ? 'Making the database …' : 'Starting the bot …');
  const launch = () =>
    startBot({
      environment: environmentOf(sandbox, data, databaseUrl),
      logLevel: process.env['LOG_LEVEL'] || 'warn',
      logFormat: process.env['LOG_FORMAT'] === 'json' ? 'json' : 'pretty',
      write: (text) => terminal.write(text),
    });
  let child = launch();
  closing.push(() => child.stop());
  // When the bot is stopped, it finds its database in its usual state.
  closing.push(() => sandbox.parts.switches.allOff().catch((error) => terminal.say(String(error))));
  await until(child, child.ready);
  if (isNew) await fill(child, { sandbox, data, start, tell: (progress) => sandbox.tellProgress(progress) });
  if (isNew) sandbox.tellProgress({ text: '', isDone: true });
  terminal.say(...instructions(sandbox.url, sandbox.port, defaultPort));
  for (;;) {
    const request = await until(child, resets.next());
    await request.answerWith(async ({ begin, tell }) => {
      terminal.say('Starting over, as the page asked.');
      tell({ text: 'Stopping the bot …' });
      await sandbox.parts.switches.allOff();
      await child.stop();
      const from = storyStart(new Date());
      await sandbox.setClock(from.getTime() - Date.now());
      begin(worldAt(from));
      tell({ text: 'Making the database …' });
      await data.erase(true);
      await goBack(sandbox, from);
      child = launch();
      await until(child, child.ready);
      await fill(child, { sandbox, data, start: from, tell });
    });
  }
}

/** Whether the cohort has to be filled in; removes what an unusable earlier start left. */
async function prepare(data: SessionData): Promise<boolean> {
  const isAsked = process.argv.includes('--reset');
  const found = await data.examine();
  if (found.state === 'kept' && !isAsked) return false;
  if (isAsked) terminal.say('Starting over, as asked.');
  else if (found.state === 'unusable') terminal.say(`${found.why}: starting over.`);
  await data.erase(isAsked);
  return true;
}

async function openSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const port = Number(process.env['SANDBOX_PORT'] || defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new PlainError('SANDBOX_PORT should be a whole number from 0 to 65535.');
  }
  try {
    const page = fileURLToPath(new URL('../sandbox/dist', import.meta.url));
    return await startSandbox({ ...options, port, bots: [bot], page });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PlainError(
      `Port ${port} is taken, perhaps by another \`npm start\`: stop that one, or set SANDBOX_PORT to another port.`,
    );
  }
}

/** The sample cohort's world, with everyone a member from the start; the bot joins once the clock is set. */
function worldAt(start: Date): World {
  return {
    guilds: cohortWorld.guilds.map((guild) => ({
      ...guild,
      bots: false,
      members: guild.members.map((member) => ({ ...member, joinedAt: start.toISOString() })),
    })),
  };
}

/** Sets a new sandbox's clock to the start, before anything gets an id, because ids only grow with time. */
async function goBack(sandbox: RunningSandbox, start: Date): Promise<void> {
  await sandbox.setClock(start.getTime() - Date.now());
  const permissions = cohortWorld.guilds[0]?.botPermissions;
  await sandbox.client.joinBot(guildId, { ...(permissions && { permissions }) });
  // Six weeks in a few seconds are more than Discord would allow, and nobody waits for each answer.
  await sandbox.client.settings({ rateLimits: false, limits: { firstAnswer: answerTimeoutMs } });
}

function environmentOf(
  sandbox: RunningSandbox,
  data: SessionData,
  databaseUrl: string | undefined,
): Record<string, string> {
  return {
    DISCORD_TOKEN: bot.token,
    DISCORD_API_URL: sandbox.apiUrl,
    ATTACHMENT_ORIGINS: sandbox.url,
    NEXUS_CLOCK_URL: `${sandbox.url}/clock`,
    NEXUS_DATA_DIR: data.directory,
    DATABASE_URL: databaseUrl ?? '',
    ALLOWED_GUILDS: '',
  };
}

interface Filling {
  sandbox: RunningSandbox;
  data: SessionData;
  start: Date;
  /** Reports progress to the page. */
  tell(progress: { text: string; done?: number; all?: number }): void;
}

/** Fills in the sample cohort, and marks it as complete. */
async function fill(child: BotProcess, { sandbox, data, start, tell }: Filling): Promise<void> {
  const begun = Date.now();
  const { firstAnswer } = DISCORD_TIME_LIMITS;
  terminal.say('Filling in the sample cohort: six weeks of learnings, challenges and digests …');
  const filling = fillCohort({
    client: sandbox.client,
    start,
    signal: stopping.signal,
    onProgress: (done, all) => {
      terminal.progress(`${done} of ${all}`);
      tell({ text: 'Filling in six weeks of the sample cohort …', done, all });
    },
  });
  await until(child, filling);
  await sandbox.setClock(0);
  await sandbox.client.settings({ rateLimits: true, limits: { firstAnswer } });
  terminal.say(`Done in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
  const filled = Date.now();
  sandbox.parts.state.changed();
  await until(child, data.markFilled(filled));
}

/** Waits for something as long as the bot runs and nobody asks to stop. */
async function until<Value>(child: BotProcess, wanted: Promise<Value>): Promise<Value> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(stopping.signal.reason as Error);
    if (stopping.signal.aborted) stop();
    else stopping.signal.addEventListener('abort', stop, { once: true });
  });
  const died = child.exited.then((how) => {
    throw new PlainError(`The bot exited (${how}); its output is above.`);
  });
  died.catch(() => undefined);
  return Promise.race([wanted, stopped, died]);
}
