/** What a sandbox stores between two starts: the state of its Discord, and the bot's database; both or neither. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from '../../src/platform/embedded-postgres/binaries.js';
import { openDataDirectory } from '../../src/platform/embedded-postgres/data-directory.js';
import { stopLeftoverServer } from '../../src/platform/embedded-postgres/leftovers.js';
import { type OwnerLock, takeOwnerLock } from '../../src/platform/embedded-postgres/owner-lock.js';
import { PlainError } from '../plain-error.js';
import { forgetCohort, holdsCohort } from './given-database.js';

/** How long the sandbox may take to write its state after a change (ms). */
const writeTimeoutMs = 3_000;

/** The state of an earlier start: `kept` can continue; all others start over, for the given reason. */
export type Findings = { state: 'kept' | 'none' } | { state: 'unusable'; why: string };

export class SessionData {
  /** Where the sandbox stores its state. */
  readonly stateFile: string;
  /** The folder of the embedded database. */
  readonly cluster: string;
  private readonly discord: string;
  /** Written once the sample cohort is complete; names its database. */
  private readonly marker: string;

  private constructor(
    /** The bot's own data directory. */
    readonly directory: string,
    private readonly lock: OwnerLock,
    private readonly databaseUrl: string | undefined,
  ) {
    this.discord = join(directory, 'discord');
    this.stateFile = join(this.discord, 'state.json');
    this.marker = join(this.discord, 'filled.json');
    this.cluster = join(directory, 'postgres');
  }

  /**
   * Opens the sandbox's folder in a data directory, for one process at a time.
   * @throws EmbeddedPostgresError in plain words: another process uses it, or it isn't writable
   */
  static async open(dataDirectory: string, databaseUrl: string | undefined): Promise<SessionData> {
    const directory = await openDataDirectory(join(dataDirectory, 'sandbox'));
    const discord = join(directory, 'discord');
    await mkdir(discord, { recursive: true });
    return new SessionData(directory, await takeOwnerLock(discord), databaseUrl);
  }

  async examine(): Promise<Findings> {
    const has = {
      state: existsSync(this.stateFile),
      database: this.databaseUrl !== undefined || existsSync(join(this.cluster, 'PG_VERSION')),
    };
    const marker = await readFile(this.marker, 'utf8').catch(() => undefined);
    if (!has.state && marker === undefined && (this.databaseUrl !== undefined || !has.database)) {
      return { state: 'none' };
    }
    if (marker === undefined)
      return unusable('An earlier start ended before the sample cohort was filled in');
    if (!has.state) return unusable('The state of the sandbox is gone while its database is there');
    if (!has.database) return unusable('The database is gone while the state of the sandbox is there');
    if (marker !== this.fingerprint()) return unusable('DATABASE_URL is another one than at the last start');
    return { state: 'kept' };
  }

  /**
   * Removes what is there. From a given database (not the embedded one) only the sample cohort is removed,
   * and only when `mayForget`.
   * @throws PlainError if a given database contains the sample cohort and it must not be removed
   */
  async erase(mayForget: boolean): Promise<void> {
    if (this.databaseUrl !== undefined) {
      const isOwn = (await readFile(this.marker, 'utf8').catch(() => undefined)) === this.fingerprint();
      if (await holdsCohort(this.databaseUrl)) {
        if (!mayForget && !isOwn) {
          throw new PlainError(
            'The database of DATABASE_URL holds a sample cohort that this sandbox does not know: run `npm run reset` to remove it from there, or leave DATABASE_URL empty.',
          );
        }
        await forgetCohort(this.databaseUrl);
      }
    }
    const lock = await takeOwnerLock(this.directory);
    try {
      if (existsSync(this.cluster)) await stopLeftoverServer(this.cluster, await findBinaries());
      await rm(this.marker, { force: true });
      for (const path of [this.stateFile, this.cluster, join(this.directory, 'postgres.log')]) {
        await rm(path, { recursive: true, force: true, maxRetries: 3 });
      }
    } finally {
      await lock.release();
    }
  }

  /** Marks the sample cohort as complete, once the sandbox has written its state after `since` (ms since 1970). */
  async markFilled(since: number): Promise<void> {
    while (Date.now() < since + writeTimeoutMs) {
      const written = await stat(this.stateFile).catch(() => undefined);
      if (written && written.mtimeMs > since) break;
      await sleep(50);
    }
    await writeFile(this.marker, this.fingerprint());
  }

  release(): Promise<void> {
    return this.lock.release();
  }

  private fingerprint(): string {
    const database =
      this.databaseUrl === undefined
        ? 'embedded'
        : createHash('sha256').update(this.databaseUrl).digest('hex').slice(0, 16);
    return `${JSON.stringify({ database })}\n`;
  }
}

function unusable(why: string): Findings {
  return { state: 'unusable', why };
}
