/** Makes the folder of the embedded Postgres: its owner, its first initdb, its version, its password. */
import { randomBytes } from 'node:crypto';
import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError, hasCode } from './error.js';
import type { Identity, Owner } from './identity.js';
import { killAbandoned } from './leftovers.js';

/** The server's superuser, as whom the bot connects. */
export const SUPERUSER = 'nexus';
const PASSWORD_FILE = 'nexus.password';
const UNFINISHED = 'postgres-new-';

/** Spelled differently on each system; the last always works, but then similarity search sees ASCII letters alone. */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Creates the data directory where missing, for its user alone, and gives its real path.
 *
 * @throws {EmbeddedPostgresError} when it cannot be created or written to.
 */
export async function openDataDirectory(path: string): Promise<string> {
  const wanted = resolve(path);
  try {
    const { uid, gid } = await ownerOf(wanted);
    const created = await mkdir(wanted, { recursive: true, mode: 0o700 });
    if (created && process.getuid?.() === 0) await changeOwner(created, { uid, gid });
    return await realpath(wanted);
  } catch (cause) {
    throw notWritable(wanted, cause);
  }
}

/** Who owns a path, or the nearest existing folder above it. */
export async function ownerOf(path: string): Promise<Owner> {
  const found = await stat(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') && dirname(path) !== path) return ownerOf(dirname(path));
    throw error;
  });
  return { uid: found.uid, gid: found.gid };
}

/**
 * Makes the cluster (the server's own folder) ready for these binaries: created on the first start, checked after.
 *
 * @param durable whether new files are flushed to disk before use.
 * @returns the superuser's password.
 * @throws {EmbeddedPostgresError} when it belongs to another major version or user, or is no cluster.
 */
export async function prepareCluster(
  cluster: string,
  identity: Identity,
  durable: boolean,
): Promise<{ password: string; created: boolean }> {
  try {
    await removeUnfinished(dirname(cluster));
    const created = !(await isCluster(cluster));
    if (created) await createCluster(cluster, identity, durable);
    else await checkCluster(cluster, identity);
    return { password: await readPassword(cluster), created };
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresError) throw cause;
    throw notWritable(cluster, cause);
  }
}

async function isCluster(cluster: string): Promise<boolean> {
  const entries = await readdir(cluster).catch((error: unknown): string[] => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  if (entries.length > 0 && !entries.includes('PG_VERSION')) {
    throw new EmbeddedPostgresError(
      `${cluster} holds something other than Postgres data: move it away, or set NEXUS_DATA_DIR to another directory.`,
    );
  }
  return entries.length > 0;
}

async function checkCluster(cluster: string, identity: Identity): Promise<void> {
  const { uid } = await stat(cluster);
  if (identity.owner && uid !== identity.owner.uid) {
    if (process.getuid?.() !== 0) throw foreign(cluster, uid);
    await changeOwner(cluster, identity.owner);
  }
  const theirs = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const ours = String(majorOf(identity.version));
  if (theirs !== ours) {
    throw new EmbeddedPostgresError(
      `The data in ${cluster} were made by PostgreSQL ${theirs}, and this is PostgreSQL ${ours}: ` +
        `set DATABASE_URL to a PostgreSQL ${theirs} that serves them, or move that folder away to begin with an empty database.`,
    );
  }
}

/** Runs initdb in a folder of its own and renames the result, so that an interrupted one leaves no half cluster. */
async function createCluster(cluster: string, identity: Identity, durable: boolean): Promise<void> {
  const workshop = await mkdtemp(join(dirname(cluster), UNFINISHED));
  const data = join(workshop, 'data');
  const password = randomBytes(24).toString('base64url');
  await mkdir(data, { mode: 0o700 });
  await writeFile(join(workshop, 'password'), password, { mode: 0o600 });
  if (process.getuid?.() === 0 && identity.owner) await changeOwner(workshop, identity.owner);

  for (const characterType of CHARACTER_TYPES) {
    const { code, output } = await runInitdb(data, identity, characterType, durable);
    if (code === 0) break;
    if (output.includes('invalid locale') && characterType !== CHARACTER_TYPES.at(-1)) continue;
    await rm(workshop, { recursive: true, force: true });
    const reason = /error: (.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
    throw new EmbeddedPostgresError(
      `The embedded Postgres could not create its data in ${cluster} (${reason}): ` +
        'fix that, set NEXUS_DATA_DIR to another directory, or set DATABASE_URL.',
    );
  }
  await rename(join(workshop, 'password'), join(data, PASSWORD_FILE));
  await rename(data, cluster);
  await rm(workshop, { recursive: true, force: true });
}

async function runInitdb(
  data: string,
  identity: Identity,
  characterType: string,
  durable: boolean,
): Promise<{ code: number | null; output: string }> {
  const args = ['-D', identity.dataArgument(data), '-U', SUPERUSER, '--pwfile=../password'];
  args.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', `--lc-ctype=${characterType}`);
  // Sorting and case by the server itself, the same on every system, where it can.
  if (majorOf(identity.version) >= 17) args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!durable) args.push('--no-sync');
  const child = identity.spawn('initdb', args, {
    cwd: data,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) =>
    child.once('error', fail).once('close', done),
  );
  return { code, output };
}

/** @throws {EmbeddedPostgresError} when its file is gone. */
export async function readPassword(cluster: string): Promise<string> {
  return readFile(join(cluster, PASSWORD_FILE), 'utf8').catch((cause: unknown) => {
    if (!hasCode(cause, 'ENOENT')) throw cause;
    throw new EmbeddedPostgresError(
      `${cluster} lacks the file ${PASSWORD_FILE}, without which its data cannot be opened: ` +
        'put it back from a copy, or move that folder away to begin with an empty database.',
      { cause },
    );
  });
}

/** What an earlier process left when it was killed during its first start. */
async function removeUnfinished(dataDirectory: string): Promise<void> {
  for (const entry of await readdir(dataDirectory)) {
    if (!entry.startsWith(UNFINISHED)) continue;
    await killAbandoned(join(dataDirectory, entry, 'data'));
    await rm(join(dataDirectory, entry), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Gives a folder and all in it to a user; itself last, so that an interrupted change is begun again. */
async function changeOwner(path: string, owner: Owner): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await changeOwner(child, owner);
    else await lchown(child, owner.uid, owner.gid);
  }
  await chmod(path, 0o700);
  await lchown(path, owner.uid, owner.gid);
}

/** The major version of a full one: 18 of `18.4`. */
export function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}

function foreign(path: string, uid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `${path} belongs to another user (id ${uid}): run Nexus as that user, give the folder to yourself (chown -R), ` +
      'or set NEXUS_DATA_DIR to another directory.',
  );
}

function notWritable(path: string, cause: unknown): EmbeddedPostgresError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmbeddedPostgresError(
    `The data directory ${path} cannot be used (${reason}): make it writable, or set NEXUS_DATA_DIR to another one.`,
    { cause },
  );
}
