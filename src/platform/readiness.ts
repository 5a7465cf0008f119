/** Whether the process can serve, and if not, what is missing: asked by load balancers, deployments and people. */
import { setTimeout as sleep } from 'node:timers/promises';

/** A database that takes longer counts as away (ms). */
const databaseWithinMs = 2_000;

export interface ReadinessParts {
  /** Rejects, or takes its time, when the database is away. */
  database?: () => Promise<unknown>;
  /** Shards of this process. */
  shardIds: readonly number[];
  isConnected(shardId: number): boolean;
  /** Whether another process answers for the shard. */
  isStandby(shardId: number): boolean;
}

/**
 * What is missing, by name: `starting`, `database`, `discord shard 1`, `standby`, or `standby shard 1` where only some
 * shards are another process's.
 */
export async function missingParts(parts: ReadinessParts | undefined): Promise<string[]> {
  if (!parts) return ['starting'];
  const { database, shardIds, isConnected, isStandby } = parts;
  const missing: string[] = [];
  if (!database) missing.push('starting');
  else if (!(await answersInTime(database))) missing.push('database');
  for (const id of shardIds) if (!isConnected(id)) missing.push(`discord shard ${id}`);
  const waiting = shardIds.filter(isStandby);
  if (waiting.length > 0 && waiting.length === shardIds.length) missing.push('standby');
  else missing.push(...waiting.map((id) => `standby shard ${id}`));
  return missing;
}

async function answersInTime(ask: () => Promise<unknown>): Promise<boolean> {
  const giveUp = new AbortController();
  try {
    return await Promise.race([
      ask().then(() => true),
      sleep(databaseWithinMs, false, { signal: giveUp.signal, ref: false }),
    ]);
  } catch {
    return false;
  } finally {
    giveUp.abort();
  }
}
