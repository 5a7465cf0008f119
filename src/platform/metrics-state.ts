/** Metrics that are read when they are asked for: the gateway, the roles of shards, the pool and what waits in the database. */
import { Gauge, type Registry } from 'prom-client';

/** Prometheus asks every 15 s or so; several of them together cause one round of queries (ms). */
const freshForMs = 5_000;
const answerWithinMs = 3_000;

export interface StateParts {
  guilds(): number;
  shardIds(): readonly number[];
  isConnected(shardId: number): boolean;
  isOwner(shardId: number): boolean;
  pool(): { total: number; idle: number; waiting: number } | undefined;
  query(statement: string): Promise<Record<string, unknown>[]>;
}

/** A gauge whose values come from the database. Columns are named as the labels, and `value`. */
export interface DatabaseGauge {
  name: string;
  help: string;
  labels: readonly string[];
  statement: string;
  /** A table without which there is nothing to count yet. */
  requires?: string;
  /** Label values that are shown with 0 when there is no row of them. */
  known?: readonly Record<string, string>[];
}

export function registerState(registry: Registry, parts: StateParts, gauges: readonly DatabaseGauge[]): void {
  const registers = [registry];
  new Gauge({
    name: 'nexus_guilds',
    help: 'Servers that the bot is in, on the shards of this process',
    registers,
    collect() {
      this.set(parts.guilds());
    },
  });
  new Gauge({
    name: 'nexus_gateway_connected',
    help: '1 while the shard is connected to the gateway',
    labelNames: ['shard'],
    registers,
    collect() {
      for (const shard of parts.shardIds()) this.set({ shard }, parts.isConnected(shard) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'nexus_shard_owner',
    help: '1 while this process answers for the shard, 0 while it stands by',
    labelNames: ['shard'],
    registers,
    collect() {
      for (const shard of parts.shardIds()) this.set({ shard }, parts.isOwner(shard) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'nexus_database_connections',
    help: 'Connections of the pool; waiting: requests without one',
    labelNames: ['state'],
    registers,
    collect() {
      const { total = 0, idle = 0, waiting = 0 } = parts.pool() ?? {};
      this.set({ state: 'used' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  const reads = gauges.map(({ statement, requires }) =>
    remembered(async () => {
      const there = requires
        ? await inTime(parts.query(`SELECT to_regclass('${requires}') AS found`))
        : undefined;
      return there?.[0]?.['found'] === null ? [] : inTime(parts.query(statement));
    }),
  );
  new Gauge({
    name: 'nexus_database_up',
    help: '1 when the database answered the queries of these metrics in time',
    registers,
    async collect() {
      const answers = await Promise.all(reads.map((read) => read()));
      this.set(answers.every(Boolean) ? 1 : 0);
    },
  });
  for (const [place, { name, help, labels, known = [] }] of gauges.entries()) {
    const read = reads[place];
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers,
      async collect() {
        const rows = await read?.();
        // An old value would look like a present one.
        this.reset();
        if (!rows) return;
        for (const values of known) this.set(values, 0);
        for (const { value, ...values } of rows) this.set(values as Record<string, string>, Number(value));
      },
    });
  }
}

/** The answer, kept for a moment; undefined when none came. */
function remembered<T>(read: () => Promise<T>): () => Promise<T | undefined> {
  let at = Number.NEGATIVE_INFINITY;
  let answer: Promise<T | undefined> = Promise.resolve(undefined);
  return () => {
    if (performance.now() - at < freshForMs) return answer;
    at = performance.now();
    answer = read().catch(() => undefined);
    return answer;
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database took too long')), answerWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
