/** Where the faults happen: a stand-in for Discord with many guilds, a real Postgres, and the built bot as a process to be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';

export const guildCount = 25;
const token = 'sandbox-token-for-faults';
const botId = '1200000000000020000';
export const authorId = '1200000000000030000';
export const expertId = '1200000000000030001';
const database = 'nexus_faults';
/** A start (ms) that takes longer is no start: a busy machine is not what is tested here. */
const readyTimeoutMs = 180_000;

export const week = 7 * 86_400_000;
export const guildIds = Array.from({ length: guildCount }, (_, index) => `12100000000000${10_000 + index}`);
export const channelOf = (guildId: string) => `122${guildId.slice(3)}`;
export const logChannelOf = (guildId: string) => `123${guildId.slice(3)}`;

export class Stage {
  private child: ChildProcess | undefined;
  private queries: pg.Client | undefined;

  private constructor(
    readonly sandbox: RunningSandbox,
    private readonly postgres: EmbeddedPostgres,
    private readonly directory: string,
  ) {}

  /** Opens everything, lets the bot migrate, and schedules a digest in each guild, due at `firstDue`. */
  static async open(firstDue: Date): Promise<Stage> {
    const directory = await mkdtemp(join(tmpdir(), 'nexus-faults-'));
    const postgres = await startEmbeddedPostgres({ dataDirectory: directory, database });
    const sandbox = await startSandbox({
      rateLimits: false,
      journal: 0,
      bots: [{ token, id: botId, name: 'Nexus' }],
      world: {
        guilds: guildIds.map((id, index) => ({
          id,
          name: `Cohort ${index}`,
          owner: 'author',
          channels: [
            { id: channelOf(id), name: 'prodevprojectnexus' },
            { id: logChannelOf(id), name: 'moderators' },
          ],
          members: [
            { id: authorId, name: 'author' },
            { id: expertId, name: 'expert' },
          ],
        })),
      },
    });
    const stage = new Stage(sandbox, postgres, directory);
    await stage.moveTo(new Date(firstDue.getTime() - week));
    await stage.startBot();
    const begin = new Date(firstDue.getTime() - week);
    await stage.query(
      `INSERT INTO guilds (id, channel_id, log_channel_id, set_up_at, timezone, created_at)
       SELECT guild.id, guild.channel_id, guild.log_channel_id, $4, 'UTC', $4
         FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS guild (id, channel_id, log_channel_id)
       ON CONFLICT (id) DO UPDATE SET channel_id = excluded.channel_id, log_channel_id = excluded.log_channel_id,
              set_up_at = excluded.set_up_at, timezone = excluded.timezone`,
      [guildIds, guildIds.map(channelOf), guildIds.map(logChannelOf), begin],
    );
    for (const [userId, name] of [
      [authorId, 'Author'],
      [expertId, 'Expert'],
    ]) {
      await stage.query(
        `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
         SELECT id, $2, $3, $4, $4 FROM unnest($1::bigint[]) AS guild (id)`,
        [guildIds, userId, name, begin],
      );
    }
    return stage;
  }

  /** Puts everybody's clock to an instant; the bot's jobs run at once. */
  async moveTo(at: Date): Promise<void> {
    await this.sandbox.setClock(at.getTime() - Date.now());
  }

  /** Starts the bot. */
  async startBot(): Promise<void> {
    const child = spawn(process.execPath, ['dist/index.js'], {
      env: {
        PATH: process.env['PATH'],
        DISCORD_TOKEN: token,
        DISCORD_API_URL: this.sandbox.apiUrl,
        NEXUS_CLOCK_URL: `${this.sandbox.url}/clock`,
        DATABASE_URL: this.postgres.url(database),
        HTTP_PORT: '0',
        LOG_FORMAT: 'json',
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    const ended = new AbortController();
    const died = once(child, 'exit', { signal: ended.signal }).then(() => {
      throw new Error('the bot ended before it was ready');
    });
    const late = sleep(readyTimeoutMs, undefined, { signal: ended.signal }).then(() => {
      throw new Error('the bot was not ready in time');
    });
    const ready = new Promise<void>((resolve) => {
      let unread = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        unread = (unread + chunk).slice(-2_000);
        if (unread.includes('"msg":"ready"')) resolve();
      });
    });
    try {
      await Promise.race([ready, died, late]);
    } finally {
      died.catch(() => undefined);
      late.catch(() => undefined);
      ended.abort();
    }
  }

  /** Ends the bot in the middle of whatever it does. */
  async killBot(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Ends the whole database server as a power cut would; its supervisor starts it again, and it recovers. */
  async crashPostgres(): Promise<void> {
    const file = join(this.directory, 'postgres', 'postmaster.pid');
    const before = await readFile(file, 'utf8');
    await this.queries?.end().catch(() => undefined);
    this.queries = undefined;
    process.kill(Number(before.split('\n')[0]), 'SIGQUIT');
    for (let tries = 0; tries < 400; tries += 1) {
      await sleep(50);
      const now = await readFile(file, 'utf8').catch(() => before);
      if (now !== before && (await this.query('SELECT 1').catch(() => undefined))) return;
    }
    throw new Error('Postgres did not come back');
  }

  /** A connection of its own, for locks that outlive one statement. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client(this.postgres.url(database));
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async query<Row>(statement: string, values: unknown[] = []): Promise<Row[]> {
    try {
      this.queries ??= await this.connect();
      return (await this.queries.query(statement, values)).rows as Row[];
    } catch (error) {
      await this.queries?.end().catch(() => undefined);
      this.queries = undefined;
      throw error;
    }
  }

  /** Messages of the bot that concern each of these guilds, by the stand-in's own log; not by what the bot believes. */
  countMessages(guilds: readonly string[]): number[] {
    const { state } = this.sandbox.parts;
    const own = (channelId: string) =>
      state.messagesOf(channelId, { limit: 100_000 }, (message) => message.authorId === botId);
    const direct = state.directChannel(authorId, botId);
    const letters = direct ? own(direct.id).map(({ components }) => JSON.stringify(components)) : [];
    return guilds.map((id) => {
      const names = [`/${id}/`, `**Cohort ${guildIds.indexOf(id)}**`];
      const toAuthor = letters.filter((letter) => names.some((name) => letter.includes(name)));
      const threads = [...state.channels.values()].filter(({ parentId }) => parentId === channelOf(id));
      const inThreads = threads.flatMap((thread) => own(thread.id)).length;
      return own(channelOf(id)).length + inThreads + own(logChannelOf(id)).length + toAuthor.length;
    });
  }

  async close(): Promise<void> {
    await this.killBot();
    await this.queries?.end().catch(() => undefined);
    await this.sandbox.close();
    await this.postgres.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Waits until something is so; false when it did not become so in time. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) return false;
    await sleep(5);
  }
  return true;
}
