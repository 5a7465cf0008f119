/** Retries what Postgres rolled back because of what others did at the same moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Deadlock detected, serialization failure, and foreign key violation: what a new row belongs to was deleted after it
 * was found, so that looking again finds that it is gone. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const conflicts = ['40P01', '40001', '23503'];

/** A fourth conflict in a row has another cause than bad luck. */
const maxTries = 4;

/** The pause before a retry (ms): random, so that the same two transactions don't collide again. */
const maxPauseMs = 50;

/** Whether Postgres rolled it back because of a conflict, so that a retry can succeed. */
export function isConflict(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return conflicts.includes(driverError?.code ?? code ?? '');
}

/**
 * Makes transactions and single statements of the data source survive conflicts. What runs in a transaction must
 * change nothing outside the database, since it may run up to four times. A statement within a transaction is not
 * repeated alone: the transaction around it is over.
 */
export function retryConflicts(dataSource: DataSource): DataSource {
  const transaction = dataSource.transaction.bind(dataSource) as (...args: unknown[]) => Promise<unknown>;
  const query = dataSource.query.bind(dataSource);
  return Object.assign(dataSource, {
    transaction: (...args: unknown[]) => withRetry(() => transaction(...args)),
    query: (sql: string, parameters?: unknown[], runner?: QueryRunner) =>
      runner ? query(sql, parameters, runner) : withRetry(() => query(sql, parameters)),
  });
}

/** Does it again after a conflict, up to four times in all. */
export async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= maxTries || !isConflict(error)) throw error;
      await sleep(Math.random() * maxPauseMs);
    }
  }
}
