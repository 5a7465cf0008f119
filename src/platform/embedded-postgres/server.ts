/** Runs the server of one cluster: starts it, waits until it serves, starts it again if it dies, stops it. */
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './error.js';
import type { Identity } from './identity.js';
import { stopLeftoverServer, stopServer } from './leftovers.js';
import { openServerLog } from './server-log.js';

/** The kernel's bound for the path of a socket is 104 bytes on macOS, 108 on Linux. */
const SOCKET_PATH_BYTES = 100;
/** Part of the socket's name. */
export const SOCKET_PORT = 5432;
const POLL_MILLISECONDS = 10;
/** Recovery after a crash replays the log: seconds for a database of this kind. */
const READY_MILLISECONDS = 60_000;
const RESTART_DELAYS_MILLISECONDS = [200, 2_000, 5_000];

/** Where the server listens: a socket in the cluster, which no other user can enter, or a port of the loopback. */
export type Endpoint = { socketDirectory: string } | { port: number };

export interface ServerOptions {
  cluster: string;
  logFile: string;
  identity: Identity;
  binaries: string;
  settings: Record<string, string>;
  log: (level: 'info' | 'warn' | 'debug', message: string) => void;
}

export interface RunningServer {
  endpoint: Endpoint;
  stop(): Promise<void>;
}

/**
 * Starts the server and keeps it running until `stop`.
 *
 * @throws {EmbeddedPostgresError} when it does not serve after a few attempts.
 */
export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const endpoints = await possibleEndpoints(options.cluster);
  let failure: unknown;
  for (const endpoint of endpoints) {
    try {
      return supervise(options, endpoint, await launch(options, endpoint));
    } catch (error) {
      // Another program took the port meanwhile, or the file system has no sockets: the next may do.
      failure = error;
    }
  }
  throw failure;
}

interface Launched {
  child: ChildProcess & { pid: number };
  exited: Promise<void>;
}

function supervise(options: ServerOptions, endpoint: Endpoint, first: Launched): RunningServer {
  let current: Launched | undefined;
  let restarting = Promise.resolve();
  let stopping: Promise<void> | undefined;
  const stopRequest = new AbortController();

  const watch = (launched: Launched): void => {
    current = launched;
    void launched.exited.then(() => {
      current = undefined;
      if (!stopping) restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    options.log('warn', 'The embedded Postgres ended by itself and is started again.');
    for (const delay of RESTART_DELAYS_MILLISECONDS) {
      await sleep(delay, undefined, { ref: false, signal: stopRequest.signal }).catch(() => undefined);
      if (stopping) return;
      try {
        watch(await launch(options, endpoint));
        return;
      } catch (error) {
        options.log('warn', error instanceof Error ? error.message : String(error));
      }
    }
    options.log(
      'warn',
      'The embedded Postgres cannot be restarted: fix the problem it names above, then restart Nexus.',
    );
  };
  const stop = async (): Promise<void> => {
    stopRequest.abort();
    await restarting;
    process.off('exit', abandon);
    if (current) await stopServer(current.child.pid, current.exited, options.binaries);
  };
  // A process that ends without `stop` still asks the server to end; it cannot wait for it any more.
  const abandon = (): void => void current?.child.kill('SIGINT');

  process.once('exit', abandon);
  watch(first);
  return { endpoint, stop: () => (stopping ??= stop()) };
}

async function launch(options: ServerOptions, endpoint: Endpoint): Promise<Launched> {
  const { cluster, identity, log } = options;
  if (await stopLeftoverServer(cluster, options.binaries)) {
    log('info', 'A Postgres left behind by an earlier process was stopped.');
  }
  const serverLog = await openServerLog(options.logFile);
  try {
    const child = identity.spawn('postgres', serverArguments(options, endpoint), {
      cwd: cluster,
      // In a group of its own, so that Ctrl-C on the terminal ends the bot first and the bot ends the server.
      detached: process.platform !== 'win32',
      stdio: ['ignore', serverLog.descriptor, serverLog.descriptor],
    });
    child.unref();
    const exited = new Promise<void>(
      (done) => void child.once('exit', () => done()).once('error', () => done()),
    );
    if (!isRunning(child) || !(await becomesReady(cluster, child))) {
      if (isRunning(child)) await stopServer(child.pid, exited, options.binaries);
      throw new EmbeddedPostgresError(
        `The embedded Postgres did not start (${await serverLog.reason()}): see ${options.logFile}, or set DATABASE_URL.`,
      );
    }
    return { child, exited };
  } finally {
    await serverLog.close();
  }
}

function isRunning(child: ChildProcess): child is ChildProcess & { pid: number } {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** The server writes its state into `postmaster.pid`, whose first line is its process id and eighth its state. */
async function becomesReady(cluster: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_MILLISECONDS;
  while (isRunning(child) && Date.now() < deadline) {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    await sleep(POLL_MILLISECONDS);
  }
  return false;
}

function serverArguments({ cluster, identity, settings }: ServerOptions, endpoint: Endpoint): string[] {
  const all = {
    listen_addresses: 'port' in endpoint ? '127.0.0.1' : '',
    unix_socket_directories: 'port' in endpoint ? '' : '.',
    port: 'port' in endpoint ? endpoint.port : SOCKET_PORT,
    logging_collector: 'off',
    // The server's own events without the errors of statements, which the bot is told anyway and which quote what members wrote.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', identity.dataArgument(cluster), ...flags];
}

async function possibleEndpoints(cluster: string): Promise<Endpoint[]> {
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const onPorts = ports.map((port) => ({ port }));
  const socketPath = join(cluster, `.s.PGSQL.${SOCKET_PORT}`);
  const fits = process.platform !== 'win32' && Buffer.byteLength(socketPath) <= SOCKET_PATH_BYTES;
  return fits ? [{ socketDirectory: cluster }, ...onPorts] : onPorts;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => void probe.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => void probe.close(done));
  return port;
}
