/**
 * Which of several processes of one bot answers for a shard. Each shard has a lock in the database, held by a
 * connection of its owner, and a fencing token: a new owner raises the token before it answers, and the statement
 * that takes an interaction compares it, so that a former owner that has not noticed yet takes nothing any more. An
 * interaction is taken at most once by its id, whatever the shards are.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DatabaseAddress } from './database-address.js';
import { keepAlive, limitConnection, unlimited } from './database-connection.js';
import { type Logger, plainError } from './logging.js';

/** How often (ms) a process that stands by asks for the lock, and an owner whether its connection lives. */
const pollMs = 250;
/** A connection that answers nothing for so long (ms) is given up. */
const queryTimeoutMs = 5_000;
const reconnectMs = 500;
/** Discord takes no answer after 15 minutes, and delivers nothing again so late. */
const forgetAfter = '15 minutes';
const forgetEveryMs = 60_000;

/** `unsure`: the connection with the locks was lost; whether the shard is still ours is known with each interaction. */
export type ShardRole = 'owner' | 'unsure' | 'standby';

/** Runs one statement on any connection of the process. */
export type RunQuery = (statement: string, values: unknown[]) => Promise<unknown[]>;

export interface OwnershipOptions {
  address: DatabaseAddress;
  /** Tells the processes of one bot from those of others; only its hash is written. */
  botToken: string;
  /** Of this process, and how many there are in all. */
  shards: { count: number; ids: readonly number[] };
  query: RunQuery;
  log: Pick<Logger, 'info' | 'warn'>;
  /** Called with each shard that this process answers for from now on. */
  onOwned?(shardId: number): void;
}

export class ShardOwnership {
  /** Tokens of the shards that this process answers for, as far as it knows. */
  private readonly tokens = new Map<number, string>();
  /** Shards whose lock the present connection holds. */
  private readonly locked = new Set<number>();
  private readonly toldOfStandby = new Set<number>();
  private client: Client | undefined;
  private readonly closing = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private forgotAt = 0;

  private readonly bot: string;

  private constructor(private readonly options: OwnershipOptions) {
    this.bot = createHash('sha256').update(options.botToken).digest('hex');
  }

  /**
   * Asks for the locks once, and goes on in the background.
   * @throws what the database answers when it can't be reached now
   */
  static async seek(options: OwnershipOptions): Promise<ShardOwnership> {
    const ownership = new ShardOwnership(options);
    try {
      await ownership.connect();
      await ownership.poll();
    } catch (error) {
      await ownership.disconnect();
      throw error;
    }
    ownership.loop = ownership.run();
    return ownership;
  }

  roleOf(shardId: number): ShardRole {
    if (!this.tokens.has(shardId)) return 'standby';
    return this.locked.has(shardId) ? 'owner' : 'unsure';
  }

  /** Shards of this process that another one answers for. */
  standingBy(): number[] {
    return this.options.shards.ids.filter((id) => this.roleOf(id) === 'standby');
  }

  /**
   * Whether this process is the one to act on the interaction; true once for each, in all processes together.
   * @throws what the database answers when it is away
   */
  async take(interactionId: string, shardId: number): Promise<boolean> {
    const { bot } = this;
    const { shards, query } = this.options;
    const token = this.tokens.get(shardId);
    if (token === undefined) return false;
    // Losing the last moments of this table in a crash costs nothing, so no write to the disk is waited for.
    const rows = await query(
      `WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO taken_interactions (id, taken_at)
       SELECT $1::bigint, clock_timestamp() FROM quick, shard_owners
        WHERE bot = $2 AND shard_count = $3 AND shard_id = $4 AND token = $5
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [interactionId, bot, shards.count, shardId, token],
    );
    return rows.length > 0;
  }

  /** Releases the locks: another process can answer from then on. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.loop;
    await this.disconnect();
    this.tokens.clear();
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        if (!this.client) await this.connect();
        await this.poll();
        await sleep(pollMs, undefined, { signal }).catch(() => undefined);
      } catch (error) {
        if (!signal.aborted) {
          this.options.log.warn({ error: plainError(error) }, 'the locks that say who answers were lost');
        }
        await this.disconnect();
        await sleep(reconnectMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async connect(): Promise<void> {
    const { prefersEncryption: _, ...address } = this.options.address;
    const client = new Client({
      ...address,
      ...keepAlive,
      application_name: 'nexus',
      connectionTimeoutMillis: queryTimeoutMs,
      query_timeout: queryTimeoutMs,
    });
    this.client = client;
    const lost = () => {
      if (this.client === client) this.locked.clear();
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    await limitConnection(client, unlimited);
  }

  private async disconnect(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.locked.clear();
    if (!client) return;
    // A dead connection would never confirm that it is closed.
    const gone = client.end().catch(() => undefined);
    const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection;
    await Promise.race([gone, sleep(1_000, undefined, { ref: false })]);
    stream.destroy();
  }

  /** Asks for every missing lock, which also shows whether the connection is alive. */
  private async poll(): Promise<void> {
    const { client } = this;
    if (!client) return;
    for (const shardId of this.options.shards.ids) {
      if (!this.locked.has(shardId)) await this.seekLock(client, shardId);
    }
    await client.query('SELECT 1');
    if (performance.now() - this.forgotAt > forgetEveryMs && this.locked.size > 0) {
      this.forgotAt = performance.now();
      await client.query(
        `DELETE FROM taken_interactions WHERE taken_at < clock_timestamp() - interval '${forgetAfter}'`,
      );
    }
  }

  private async seekLock(client: Client, shardId: number): Promise<void> {
    const { shards, log } = this.options;
    const { rows } = await client.query<{ got: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got',
      [`nexus ${this.bot} shard ${shardId} of ${shards.count}`],
    );
    if (!rows[0]?.got) {
      this.tokens.delete(shardId);
      if (this.toldOfStandby.has(shardId)) return;
      this.toldOfStandby.add(shardId);
      log.warn({ shard: shardId }, 'another process of this bot answers; this one stands by');
      return;
    }
    const token = await this.fence(client, shardId);
    const isNew = this.tokens.get(shardId) !== token;
    this.tokens.set(shardId, token);
    this.locked.add(shardId);
    if (!isNew) return;
    if (this.toldOfStandby.delete(shardId)) log.info({ shard: shardId }, 'this process answers from now on');
    this.options.onOwned?.(shardId);
  }

  /** A token that no other process has; ours stays when nobody took the shard meanwhile. */
  private async fence(client: Client, shardId: number): Promise<string> {
    const { count } = this.options.shards;
    const { rows } = await client.query<{ token: string }>(
      `INSERT INTO shard_owners AS owner (bot, shard_count, shard_id, token, owned_since)
       VALUES ($1, $2, $3, 1, clock_timestamp())
       ON CONFLICT (bot, shard_count, shard_id) DO UPDATE
         SET token = CASE WHEN owner.token = $4 THEN owner.token ELSE owner.token + 1 END,
             owned_since = CASE WHEN owner.token = $4 THEN owner.owned_since ELSE clock_timestamp() END
       RETURNING token`,
      [this.bot, count, shardId, this.tokens.get(shardId) ?? '0'],
    );
    return rows[0]?.token ?? '0';
  }
}
