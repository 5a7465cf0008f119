/** What is known of the gateway's connections, shard by shard. */
import type { Client } from 'discord.js';

/** Heartbeats are some 41 s apart: without an answer to two of them (ms) the connection is dead. */
const silenceMs = 95_000;

export class GatewayState {
  /** Connected shards, and since when. */
  private readonly up = new Map<number, number>();
  private shardIds: readonly number[] = [];

  constructor(
    private readonly client: Client,
    private readonly now: () => number = Date.now,
  ) {
    client.on('shardReady', (id) => this.connected(id));
    client.on('shardResume', (id) => this.connected(id));
    client.on('shardReconnecting', (id) => void this.up.delete(id));
    client.on('shardDisconnect', (_, id) => void this.up.delete(id));
    client.on('invalidated', () => this.up.clear());
  }

  /** The shards that this process runs, once they are known. */
  expect(shardIds: readonly number[]): void {
    this.shardIds = shardIds;
  }

  shards(): readonly number[] {
    return this.shardIds;
  }

  isUp(shardId: number): boolean {
    const since = this.up.get(shardId);
    if (since === undefined) return false;
    const heard = Math.max(since, this.client.ws.shards.get(shardId)?.lastPingTimestamp ?? 0);
    return this.now() - heard < silenceMs;
  }

  /** Shards of this process without a connection. */
  down(): number[] {
    return this.shardIds.filter((id) => !this.isUp(id));
  }

  private connected(shardId: number): void {
    this.up.set(shardId, this.now());
  }
}
