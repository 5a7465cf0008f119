/** Which of several processes of one bot answers: the one that holds a lock in the database; the others stand by. */
import { Client } from 'pg';
import { type Logger, plainError } from './logging.js';

/** How long (ms) to wait before a lost connection is sought again. */
const pause = 1_000;

export interface Leadership {
  /** Whether this process answers. Stays as it is while the database is away: members get an apology all the same. */
  isLeader(): boolean;
  close(): Promise<void>;
}

/**
 * Asks for the lock of `name` and knows the answer when it resolves. A process that stands by takes over by itself as
 * soon as the other one ends, however it ends.
 * @throws when the database cannot be reached at the start
 */
export async function seekLeadership(url: string, name: string, log: Logger): Promise<Leadership> {
  let leads = false;
  let closed = false;
  let holder: Client | undefined;

  /** Gives a promise of the connection's end, once it is known whether the lock is had. */
  const hold = async (): Promise<{ ended: Promise<void> }> => {
    const client = new Client({ connectionString: url, application_name: 'nexus', keepAlive: true });
    const ended = new Promise<void>((resolve) => {
      client.once('end', () => resolve());
      client.on('error', () => resolve());
    });
    await client.connect();
    holder = client;
    // A holder whose machine is gone is noticed within half a minute; Postgres would wait for hours.
    await client.query(
      'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3',
    );
    const { rows } = await client.query<{ got: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got',
      [name],
    );
    leads = rows[0]?.got ?? false;
    if (!leads) {
      log.warn('another process of this bot answers; this one stands by');
      client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]).then(
        () => {
          leads = true;
          log.info('this process answers from now on');
        },
        // The connection is gone; its end is what counts.
        () => undefined,
      );
    }
    return { ended };
  };

  const first = await hold();
  void (async () => {
    await first.ended;
    while (!closed) {
      try {
        const { ended } = await hold();
        await ended;
      } catch (error) {
        log.warn({ error: plainError(error) }, 'the lock that says who answers cannot be asked for');
      }
      if (!closed) await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  })();
  return {
    isLeader: () => leads,
    async close() {
      closed = true;
      await holder?.end();
    },
  };
}
