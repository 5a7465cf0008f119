/** What every connection to the database has in common: its time limits, and noticing that the other side is gone. */
import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

export interface ConnectionLimits {
  /** Longest run (ms) of a statement; 0: any. */
  statementMs: number;
  /** Longest pause (ms) within a transaction; 0: any. */
  idleInTransactionMs: number;
  /** The connection is cut when nothing was heard for so long (ms); 0: never. Longer than a statement may take. */
  silenceMs: number;
}

/** For what members and jobs wait for. */
export const servingLimits: ConnectionLimits = {
  statementMs: 15_000,
  idleInTransactionMs: 30_000,
  silenceMs: 20_000,
};

/** For migrations, backups and locks: these take what they take. */
export const unlimited: ConnectionLimits = { statementMs: 0, idleInTransactionMs: 0, silenceMs: 0 };

/** How the driver opens connections. The kernel notices a host that is gone within half a minute, if all is quiet. */
export const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

/**
 * Sets the limits on a new connection. They aren't sent as start-up parameters, which poolers refuse, and they
 * replace limits that the role or the database may have: a lock is waited for longer than a role's `lock_timeout`.
 */
export async function limitConnection(client: ClientBase, limits: ConnectionLimits): Promise<void> {
  watchForSilence(client, limits.silenceMs);
  const settings = {
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    lock_timeout: 0,
    idle_session_timeout: 0,
    // Compiling a statement takes hundreds of milliseconds, running one takes a few.
    jit: 'off',
    // From Postgres 17 on.
    transaction_timeout: 0,
    // A server whose client is gone notices it, and frees what that one had locked.
    tcp_keepalives_idle: 10,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
  };
  await client.query(
    `SELECT set_config(name, value, false) FROM unnest($1::text[], $2::text[]) AS setting (name, value)
      WHERE current_setting(name, true) IS NOT NULL`,
    [Object.keys(settings), Object.values(settings).map(String)],
  );
}

/**
 * A host that went without a word, or a proxy that swallows everything, leaves a statement waiting without an end: the
 * kernel repeats what was sent for a quarter of an hour. A quiet connection that nobody uses may be cut as well.
 */
function watchForSilence(client: ClientBase, silenceMs: number): void {
  if (silenceMs === 0) return;
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(silenceMs, () => {
    stream.destroy(
      Object.assign(new Error('the database has been silent for too long'), { code: 'ETIMEDOUT' }),
    );
  });
}
