/** Finds and ends what a killed process left running in a data directory: a server, or an unfinished initdb. */
import { execFile } from 'node:child_process';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { programPath } from './binaries.js';
import { EmbeddedPostgresError, hasCode } from './error.js';

const run = promisify(execFile);
const POLL_MILLISECONDS = 10;

/**
 * How a server is asked to end, and how long each has (milliseconds): fast (roll back and write out), immediate
 * (recover at the next start), kill. Together well under the ten seconds the bot has to stop.
 */
const STOP_STEPS = [
  { signal: 'SIGINT', timeoutMs: 5_000 },
  { signal: 'SIGQUIT', timeoutMs: 1_500 },
  { signal: 'SIGKILL', timeoutMs: 1_500 },
] as const;

type StopSignal = (typeof STOP_STEPS)[number]['signal'];

/** The server's own lock files: they name a process id, which after a crash may have gone to another program. */
const LOCK_FILES = ['postmaster.pid', '.s.PGSQL.5432.lock'];

/**
 * Ends the server that runs in a data directory although no process owns it, and removes its lock files.
 * Only for the holder of the owner lock.
 *
 * @returns whether there was one.
 */
export async function stopLeftoverServer(dataDirectory: string, binaries: string): Promise<boolean> {
  const found = await serverProcesses(dataDirectory);
  if (found.length > 0) await endServer(dataDirectory, found, binaries);
  await Promise.all(LOCK_FILES.map((file) => rm(join(dataDirectory, file), { force: true })));
  return found.length > 0;
}

async function endServer(dataDirectory: string, found: number[], binaries: string): Promise<void> {
  const postmaster = await postmasterId(dataDirectory);
  for (const { signal, timeoutMs } of STOP_STEPS) {
    const targets = signal !== 'SIGKILL' && found.includes(postmaster ?? -1) ? [postmaster ?? -1] : found;
    await Promise.all(targets.map((id) => signalProcess(id, signal, binaries)));
    const deadline = Date.now() + timeoutMs;
    do {
      if ((await serverProcesses(dataDirectory)).length === 0) return;
      await sleep(POLL_MILLISECONDS);
    } while (Date.now() < deadline);
  }
  throw new EmbeddedPostgresError(
    `A Postgres left behind in ${dataDirectory} does not end: end process ${postmaster ?? found[0]} and start again.`,
  );
}

/**
 * Stops a server that this process started: fast, then immediate, then by force.
 *
 * @param exited settles when the server's process has ended.
 */
export async function stopServer(id: number, exited: Promise<unknown>, binaries: string): Promise<void> {
  for (const { signal, timeoutMs } of STOP_STEPS) {
    await signalProcess(id, signal, binaries);
    const timer = new AbortController();
    const timeout = sleep(timeoutMs, 'late', { signal: timer.signal }).catch(() => 'late');
    const outcome = await Promise.race([exited, timeout]);
    timer.abort();
    if (outcome !== 'late') return;
  }
}

/** Windows has no signals: there `pg_ctl` reaches the server through a pipe of its own. */
async function signalProcess(id: number, signal: StopSignal, binaries: string): Promise<void> {
  try {
    if (process.platform === 'win32' && signal !== 'SIGKILL') {
      await run(programPath(binaries, 'pg_ctl'), ['kill', signal.slice('SIG'.length), String(id)]);
    } else {
      process.kill(id, signal);
    }
  } catch (error) {
    if (process.platform !== 'win32' && !hasCode(error, 'ESRCH')) throw error;
  }
}

/** Ends any initdb still at work in an abandoned directory. */
export async function killAbandoned(directory: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const id of await processesWorkingIn(directory, ['initdb', 'postgres'])) {
    await signalProcess(id, 'SIGKILL', '');
  }
}

/** The processes of a server of this data directory; only its main one where the system cannot be asked for all. */
async function serverProcesses(dataDirectory: string): Promise<number[]> {
  if (process.platform === 'linux') return processesWorkingIn(dataDirectory, ['postgres']);
  const id = await postmasterId(dataDirectory);
  if (id === undefined) return [];
  // A process id alone proves nothing: it may have gone to another program since.
  const [command, args, proof] =
    process.platform === 'win32'
      ? ['tasklist', ['/FO', 'CSV', '/NH', '/FI', `PID eq ${id}`], 'postgres.exe']
      : ['ps', ['-p', String(id), '-o', 'command='], dataDirectory];
  const { stdout } = await run(command, args).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(proof) ? [id] : [];
}

/** Every process of a Postgres server has its data directory as working directory, whatever `postmaster.pid` says. */
async function processesWorkingIn(directory: string, names: string[]): Promise<number[]> {
  const home = await stat(directory, { bigint: true }).catch(() => undefined);
  if (!home) return [];
  const ids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const matches = await Promise.all(
    ids.map(async (id) => {
      // Most processes are told apart by name alone; those that end meanwhile, or are another user's, are not ours.
      const name = await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '');
      if (!names.includes(name.trim())) return false;
      const place = await stat(`/proc/${id}/cwd`, { bigint: true }).catch(() => undefined);
      return place?.dev === home.dev && place.ino === home.ino;
    }),
  );
  return ids.filter((_, index) => matches[index]).map(Number);
}

async function postmasterId(dataDirectory: string): Promise<number | undefined> {
  const text = await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '');
  const id = Number.parseInt(text, 10);
  return id > 0 ? id : undefined;
}
