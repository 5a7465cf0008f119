/** A database whose host goes without a word: what waits for it fails in time, and everything goes on when it is back. */
import { afterEach, describe, expect, it } from 'vitest';
import { createDataSource, isDatabaseAway } from '../../src/platform/database.js';
import { readDatabaseAddress } from '../../src/platform/database-address.js';
import { ShardOwnership } from '../../src/platform/shard-ownership.js';
import { useDatabase } from '../support/postgres.js';
import { type SwallowingProxy, startSwallowingProxy, targetOf } from '../support/swallowing-proxy.js';

const database = useDatabase();
const limits = { statementMs: 500, idleInTransactionMs: 5_000, silenceMs: 800 };
const closing: (() => Promise<unknown>)[] = [];
let proxy: SwallowingProxy;

async function throughProxy(): Promise<string> {
  proxy = await startSwallowingProxy(targetOf(database.url));
  closing.push(() => proxy.close());
  const address = new URL(database.url);
  address.search = '';
  address.hostname = '127.0.0.1';
  address.port = String(proxy.port);
  return address.href;
}
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close().catch(() => undefined);
});

describe('a half-open connection', () => {
  it('fails what waits on it as a database that is away, and the pool recovers', async () => {
    const dataSource = await createDataSource({ url: await throughProxy(), limits }).initialize();
    closing.push(() => dataSource.destroy());
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    proxy.swallow();
    const begun = performance.now();
    const error = await dataSource.query('SELECT 1').catch((reason: unknown) => reason);
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(isDatabaseAway(error)).toBe(true);
    proxy.deliver();
    await expect.poll(() => dataSource.query('SELECT 1 AS one').catch(() => undefined)).toEqual([{ one: 1 }]);
  });

  it('frees a transaction that waits on it', async () => {
    const dataSource = await createDataSource({
      url: await throughProxy(),
      poolSize: 1,
      limits,
    }).initialize();
    closing.push(() => dataSource.destroy());
    const error = await dataSource
      .transaction(async (manager) => {
        await manager.query('SELECT 1');
        proxy.swallow();
        await manager.query('SELECT 2');
      })
      .catch((reason: unknown) => reason);
    expect(isDatabaseAway(error)).toBe(true);
    proxy.deliver();
    await expect.poll(() => dataSource.query('SELECT 1 AS one').catch(() => undefined)).toEqual([{ one: 1 }]);
  });

  it('does not make the locks wait endlessly either', async () => {
    const ownership = await ShardOwnership.seek({
      address: readDatabaseAddress(await throughProxy()),
      botToken: 'half-open',
      shards: { count: 1, ids: [0] },
      query: async () => [],
      log: { info: () => undefined, warn: () => undefined },
    });
    closing.push(() => ownership.close());
    expect(ownership.roleOf(0)).toBe('owner');
    proxy.swallow();
    await expect.poll(() => ownership.roleOf(0)).toBe('unsure');
    proxy.deliver();
    // Postgres holds the lock of the connection that was cut until it notices: here the proxy's end tells it.
    await expect.poll(() => ownership.roleOf(0)).not.toBe('unsure');
  });
});
