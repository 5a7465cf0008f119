/** Decides as whom the server runs: Postgres refuses root, so root needs another identity for it. */
import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { copyBinaries, type ProgramName, programPath } from './binaries.js';
import { EmbeddedPostgresError } from './error.js';

const run = promisify(execFile);

/** English messages, which are read here; `SystemRoot` is where Windows finds its libraries. */
const SURROUNDINGS = {
  env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
  windowsHide: true,
};

export interface Owner {
  uid: number;
  gid: number;
}

/** How a start as root gives up that identity; see {@link chooseIdentity}. */
export type RootStrategy = 'namespace' | 'account';

export type ProgramOptions = Pick<SpawnOptions, 'stdio' | 'detached'> & { cwd: string };

export interface Identity {
  /** The full version of the server's programs, for example `18.4`. */
  version: string;
  /** To whom the server's files must belong; undefined where files have no such owner (Windows). */
  owner: Owner | undefined;
  /** What to pass as `-D` to a program whose working directory is the data directory. */
  dataArgument(dataDirectory: string): string;
  /** Starts a program; without the bot's environment, in which its secrets are. */
  spawn(program: ProgramName, args: string[], options: ProgramOptions): ChildProcess;
}

/**
 * Chooses the identity of the server and proves, by running `postgres --version`, that it can run.
 *
 * An ordinary user runs it as is. For root, in this order:
 * 1. the account that owns the data, when that is not root (a project folder of a user, a mounted volume);
 * 2. a user namespace, in which root appears as `nobody`: the kernel still sees root, so that files under
 *    `/root` stay within reach and keep their owner;
 * 3. the account `postgres` or `nobody`, with a copy of the programs where it cannot enter their folder.
 *
 * @param asRoot leaves out the choice between 2 and 3.
 * @throws {EmbeddedPostgresError} when none of them works.
 */
export async function chooseIdentity(
  directory: string,
  dataOwner: Owner,
  asRoot?: RootStrategy,
): Promise<Identity> {
  const uid = process.getuid?.();
  if (uid === undefined) return plainIdentity(directory, undefined);
  const owner = { uid, gid: process.getgid?.() ?? uid };
  const accounts = await readAccounts();
  const stranger = accounts.get('nobody') ?? accounts.get('postgres');

  if (uid !== 0) {
    // initdb wants a name for its user: a container started with a bare number has none.
    if (hasName() || !stranger) return plainIdentity(directory, owner);
    const namespaced = await namespaceIdentity(directory, owner, stranger).catch(() => undefined);
    return namespaced ?? plainIdentity(directory, owner);
  }

  const keeper = [...accounts.values()].find((account) => account.uid === dataOwner.uid);
  if (keeper && keeper.uid !== 0) return accountIdentity(directory, keeper);
  if (!stranger) {
    throw new EmbeddedPostgresError(
      'Postgres cannot run as root, and this machine has no account `nobody` or `postgres`: ' +
        'run Nexus as another user, or set DATABASE_URL.',
    );
  }
  if (asRoot !== 'account') {
    const namespaced = namespaceIdentity(directory, owner, stranger);
    const identity = await (asRoot === 'namespace' ? namespaced : namespaced.catch(() => undefined));
    if (identity) return identity;
  }
  return accountIdentity(directory, accounts.get('postgres') ?? stranger);
}

async function plainIdentity(directory: string, owner: Owner | undefined): Promise<Identity> {
  return {
    version: await versionOf(programPath(directory, 'postgres'), ['--version'], {}).catch(
      (cause: unknown) => {
        throw cannotRun(directory, cause);
      },
    ),
    owner,
    dataArgument: (dataDirectory) => dataDirectory,
    spawn: (program, args, options) =>
      spawn(programPath(directory, program), args, { ...options, ...SURROUNDINGS }),
  };
}

async function namespaceIdentity(directory: string, owner: Owner, appearance: Owner): Promise<Identity> {
  const wrap = (program: ProgramName, args: string[]): string[] => [
    '--user',
    `--map-user=${appearance.uid}`,
    `--map-group=${appearance.gid}`,
    programPath(directory, program),
    ...args,
  ];
  return {
    version: await versionOf('unshare', wrap('postgres', ['--version']), {}),
    owner,
    dataArgument: (dataDirectory) => dataDirectory,
    spawn: (program, args, options) => spawn('unshare', wrap(program, args), { ...options, ...SURROUNDINGS }),
  };
}

async function accountIdentity(original: string, account: Owner): Promise<Identity> {
  const asAccount = { uid: account.uid, gid: account.gid };
  let directory = original;
  let version = await versionOf(programPath(directory, 'postgres'), ['--version'], asAccount).catch(() => '');
  if (!version) {
    const { version: asRoot } = await plainIdentity(directory, undefined);
    directory = await copyBinaries(directory, asRoot);
    version = await versionOf(programPath(directory, 'postgres'), ['--version'], asAccount).catch(
      (cause: unknown) => {
        throw cannotRun(directory, cause);
      },
    );
  }
  return {
    version,
    owner: account,
    // This link leads there even where a folder above the data (such as /root) is closed to the account.
    dataArgument: (dataDirectory) => (process.platform === 'linux' ? '/proc/self/cwd' : dataDirectory),
    spawn: (program, args, options) =>
      spawn(programPath(directory, program), args, { ...options, ...SURROUNDINGS, ...asAccount }),
  };
}

async function versionOf(command: string, args: string[], identity: Partial<Owner>): Promise<string> {
  const { stdout } = await run(command, args, { ...identity, cwd: '/', timeout: 20_000 });
  const version = /\(PostgreSQL\) (\d+\S*)/.exec(stdout)?.[1];
  if (!version) throw new Error(`not a version of PostgreSQL: ${stdout.trim()}`);
  return version;
}

function cannotRun(directory: string, cause: unknown): EmbeddedPostgresError {
  const reason = cause instanceof Error ? cause.message.trim().replaceAll(/\s+/g, ' ') : String(cause);
  return new EmbeddedPostgresError(
    `The Postgres in ${directory} does not run on this machine (${reason}): set DATABASE_URL to a Postgres 15 or later.`,
    { cause },
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

async function readAccounts(): Promise<Map<string, Owner>> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  // Negative ids, as macOS writes nobody's, are unsigned 32-bit numbers to the kernel.
  const id = (field: string | undefined): number => Number(field) >>> 0;
  return new Map(
    rows.map((line) => {
      const [name = '', , uid, gid] = line.split(':');
      return [name, { uid: id(uid), gid: id(gid) }];
    }),
  );
}
