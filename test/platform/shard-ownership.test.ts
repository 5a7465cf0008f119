/** Several processes of one bot over one database: each interaction is handled once, whichever process loses its lock and when. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { Intake, shardOf } from '../../src/discord/intake.js';
import { readDatabaseAddress } from '../../src/platform/database-address.js';
import { ShardOwnership } from '../../src/platform/shard-ownership.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const silent = { info: () => undefined, warn: () => undefined };
const guilds = Array.from({ length: 8 }, (_, index) =>
  String((BigInt(index) << 22n) + 700_000_000_000_000_000n),
);
let lastId = 1_300_000_000_000_000_000n;

interface Arrival {
  id: string;
  guildId: string;
}

/** What a process does with what arrives: it takes it, works for a moment, and writes down that it acted. */
class Process {
  private constructor(
    readonly ownership: ShardOwnership,
    readonly intake: Intake<Arrival>,
    private readonly pool: Pool,
  ) {}

  static async start(
    name: string,
    acts: Map<string, string[]>,
    shards: { count: number; ids: number[] } = { count: 1, ids: [0] },
  ): Promise<Process> {
    const pool = new Pool({ connectionString: database.url, max: 5 });
    pool.on('error', () => undefined);
    let intake: Intake<Arrival> | undefined;
    const ownership = await ShardOwnership.seek({
      address: readDatabaseAddress(database.url),
      botToken: 'a-token',
      shards,
      query: async (statement, values) => (await pool.query(statement, values)).rows,
      log: silent,
      onOwned: (shardId) => intake?.owned(shardId),
    });
    intake = new Intake<Arrival>(
      ownership,
      () => shards.count,
      async ({ id }, take) => {
        if (!(await take())) return;
        acts.set(id, [...(acts.get(id) ?? []), name]);
      },
    );
    return new Process(ownership, intake, pool);
  }

  async stop(): Promise<void> {
    this.intake.close();
    await this.ownership.close();
    await this.pool.end();
  }
}

const processes: Process[] = [];
async function start(...args: Parameters<typeof Process.start>): Promise<Process> {
  const process = await Process.start(...args);
  processes.push(process);
  return process;
}
afterEach(async () => {
  await Promise.all(processes.splice(0).map((process) => process.stop().catch(() => undefined)));
  await database.query('TRUNCATE shard_owners, taken_interactions');
});

function arrival(): Arrival {
  lastId += 1n;
  return { id: String(lastId), guildId: guilds[Number(lastId % BigInt(guilds.length))] ?? '' };
}

/** Ends the connection that holds the lock of a shard, as an operator or a proxy would. */
async function endHolder(): Promise<boolean> {
  const rows = await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows.length > 0;
}

describe('a shard', () => {
  it('is answered for by one process, and by the next as soon as that one ends', async () => {
    const acts = new Map<string, string[]>();
    const first = await start('first', acts);
    const second = await start('second', acts);
    expect([first.ownership.roleOf(0), second.ownership.roleOf(0)]).toEqual(['owner', 'standby']);
    expect(second.ownership.standingBy()).toEqual([0]);
    await first.stop();
    await expect.poll(() => second.ownership.roleOf(0)).toBe('owner');
  });

  it('changes owner 50 times under load: nothing is handled twice, nothing is lost', async () => {
    const acts = new Map<string, string[]>();
    const both = [await start('first', acts), await start('second', acts)];
    const sent: string[] = [];
    let isOver = false;
    const load = (async () => {
      while (!isOver) {
        const interaction = arrival();
        sent.push(interaction.id);
        // Discord gives it to every session of the shard, and one may be later than the other.
        for (const { intake } of both) {
          setTimeout(() => void intake.arrive(interaction).catch(() => undefined), Math.random() * 4);
        }
        await sleep(3);
      }
    })();
    let ends = 0;
    while (ends < 50) {
      await sleep(40 + Math.random() * 60);
      if (await endHolder()) ends += 1;
    }
    await expect.poll(() => both.filter(({ ownership }) => ownership.roleOf(0) === 'owner')).toHaveLength(1);
    isOver = true;
    await load;
    await expect.poll(() => sent.filter((id) => !acts.has(id))).toEqual([]);
    expect([...acts.values()].filter((names) => names.length !== 1)).toEqual([]);
    expect(new Set([...acts.values()].flat())).toEqual(new Set(['first', 'second']));
    expect(sent.length).toBeGreaterThan(500);
  });

  it('is fenced: a former owner that has not noticed yet takes nothing', async () => {
    const acts = new Map<string, string[]>();
    const first = await start('first', acts);
    expect(await first.ownership.take('1', 0)).toBe(true);
    await database.query('UPDATE shard_owners SET token = token + 1');
    expect(first.ownership.roleOf(0)).toBe('owner');
    expect(await first.ownership.take('2', 0)).toBe(false);
  });

  it('handles an interaction once although it is delivered twice', async () => {
    const acts = new Map<string, string[]>();
    const { intake } = await start('only', acts);
    const interaction = arrival();
    await Promise.all([intake.arrive(interaction), intake.arrive(interaction)]);
    await intake.arrive(interaction);
    expect(acts.get(interaction.id)).toEqual(['only']);
  });
});

describe('the set of shards', () => {
  it('goes from 1 to 2 to 4 and back under load: nothing is handled twice, nothing is lost', async () => {
    const acts = new Map<string, string[]>();
    const sent: string[] = [];
    let running: { process: Process; count: number; ids: number[] }[] = [];
    let isOver = false;
    const load = (async () => {
      while (!isOver) {
        if (running.length === 0) {
          await sleep(2);
          continue;
        }
        const interaction = arrival();
        sent.push(interaction.id);
        for (const { process, count, ids } of running) {
          if (ids.includes(shardOf(interaction.guildId, count))) {
            void process.intake.arrive(interaction).catch(() => undefined);
          }
        }
        await sleep(2);
      }
    })();
    for (const count of [1, 2, 4, 2, 1]) {
      const former = running;
      const added = await Promise.all(
        Array.from({ length: count }, async (_, id) => ({
          process: await start(`${id} of ${count}`, acts, { count, ids: [id] }),
          count,
          ids: [id],
        })),
      );
      running = [...former, ...added];
      // Both sets are connected for a while, as in every rolling change.
      await sleep(300);
      running = added;
      await Promise.all(former.map(({ process }) => process.stop()));
      await sleep(100);
    }
    isOver = true;
    await load;
    await expect.poll(() => sent.filter((id) => !acts.has(id))).toEqual([]);
    expect([...acts.values()].filter((names) => names.length !== 1)).toEqual([]);
  });
});

describe('a role with time limits', () => {
  it('does not keep a process that stands by from taking over', async () => {
    const [row] = await database.query<{ user: string }>('SELECT current_user AS user');
    const name = new URL(database.url).pathname.slice(1);
    await database.query(`ALTER DATABASE "${name}" SET statement_timeout = '300ms'`);
    await database.query(`ALTER DATABASE "${name}" SET lock_timeout = '200ms'`);
    await database.query(`ALTER DATABASE "${name}" SET idle_in_transaction_session_timeout = '200ms'`);
    expect(row).toBeDefined();
    const acts = new Map<string, string[]>();
    const first = await start('first', acts);
    const second = await start('second', acts);
    await sleep(1_000);
    expect(second.ownership.roleOf(0)).toBe('standby');
    await first.stop();
    await expect.poll(() => second.ownership.roleOf(0)).toBe('owner');
  });
});
