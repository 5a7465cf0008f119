/** What operators see of this process: `/readyz` and `/metrics`, read from the parts that the app is made of. */
import type { Client } from 'discord.js';
import type { DataSource } from 'typeorm';
import type { GatewayState } from './discord/gateway-state.js';
import { poolOf } from './platform/database.js';
import { createMetrics, type Metrics } from './platform/metrics.js';
import { type DatabaseGauge, registerState } from './platform/metrics-state.js';
import { missingParts } from './platform/readiness.js';
import type { ShardOwnership } from './platform/shard-ownership.js';

/** What waits in the database. */
const gauges: readonly DatabaseGauge[] = [
  {
    name: 'nexus_digests',
    help: 'Digests of the last 14 days by what became of them',
    labels: ['state'],
    statement: `SELECT state, count(*) AS value FROM digests WHERE period_end > now() - interval '14 days' GROUP BY state`,
    known: [{ state: 'sent' }, { state: 'skipped' }],
  },
  {
    name: 'nexus_digest_lateness_seconds',
    help: 'How long the digest that is overdue most has been due; 0: none is',
    labels: [],
    statement: `SELECT coalesce(extract(epoch FROM max(now() - digest_due_at)), 0) AS value FROM guilds
                 WHERE digest_due_at < now() AND digest_paused_at IS NULL AND left_at IS NULL`,
  },
  {
    name: 'nexus_outbox_messages',
    help: 'Messages that the bot owes, by topic',
    labels: ['topic'],
    statement: 'SELECT topic, count(*) AS value FROM outbox_messages WHERE due_at IS NOT NULL GROUP BY topic',
    requires: 'outbox_messages',
  },
  {
    name: 'nexus_outbox_age_seconds',
    help: 'How long the message that is overdue most has been due, by topic',
    labels: ['topic'],
    statement: `SELECT topic, extract(epoch FROM max(now() - due_at)) AS value FROM outbox_messages
                 WHERE due_at < now() GROUP BY topic`,
    requires: 'outbox_messages',
  },
];

/** Names that are labels of the metrics from the start. */
interface Features {
  commands: readonly { data: { name: string } }[];
  components: readonly { route: { name: string } }[];
  jobs: readonly { name: string }[];
}

interface Parts {
  dataSource?: DataSource;
  client?: Client;
  gateway?: GatewayState;
  ownership?: ShardOwnership;
}

export class Observability {
  readonly metrics: Metrics;
  /** Filled in as the app starts. */
  readonly parts: Parts = {};
  private isDatabaseAwaited = false;

  constructor({ commands, components, jobs }: Features) {
    this.metrics = createMetrics({
      interactions: [
        ...commands.map(({ data }) => `/${data.name}`),
        ...components.map(({ route }) => route.name),
      ],
      jobs: jobs.map(({ name }) => name),
    });
    const { parts } = this;
    registerState(
      this.metrics.registry,
      {
        guilds: () => parts.client?.guilds.cache.size ?? 0,
        shardIds: () => parts.gateway?.shards() ?? [],
        isConnected: (shard) => parts.gateway?.isUp(shard) ?? false,
        isOwner: (shard) => (parts.ownership?.roleOf(shard) ?? 'standby') !== 'standby',
        pool: () => (parts.dataSource ? poolOf(parts.dataSource) : undefined),
        query: async (statement) => (await parts.dataSource?.query(statement)) ?? [],
      },
      gauges,
    );
  }

  /** What opening the database reports. */
  readonly database = {
    onQuery: (seconds: number) => this.metrics.queryDone(seconds),
    onWaiting: (isWaiting: boolean) => {
      this.isDatabaseAwaited = isWaiting;
    },
  };

  /** What is missing, by name. */
  async missing(): Promise<string[]> {
    const { dataSource, gateway, ownership } = this.parts;
    if (this.isDatabaseAwaited) return ['database'];
    if (!dataSource || !gateway || !ownership) return ['starting'];
    return missingParts({
      database: () => dataSource.query('SELECT 1'),
      shardIds: gateway.shards(),
      isConnected: (shard) => gateway.isUp(shard),
      isStandby: (shard) => ownership.roleOf(shard) === 'standby',
    });
  }
}
