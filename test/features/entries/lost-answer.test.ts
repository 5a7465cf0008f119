/** The answer to a COMMIT is lost: whether the entry was kept is looked up before anybody is told anything. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../src/features/entries/entry-model.js';
import { EntryStore } from '../../../src/features/entries/entry-store.js';
import { createDataSource, isDatabaseAway, mayHaveHappened } from '../../../src/platform/database.js';
import { type CuttingProxy, startCuttingProxy } from '../../support/cutting-proxy.js';
import { useDatabase } from '../../support/postgres.js';
import { targetOf } from '../../support/swallowing-proxy.js';

const database = useDatabase();
let proxy: CuttingProxy;
let dataSource: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;
let store: EntryStore;

beforeAll(async () => {
  proxy = await startCuttingProxy(targetOf(database.url));
  const address = new URL(database.url);
  address.search = '';
  address.hostname = '127.0.0.1';
  address.port = String(proxy.port);
  dataSource = await createDataSource({ url: address.href, poolSize: 3 }).initialize();
  store = new EntryStore(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await proxy.close();
});

const entryOf = (title: string): NewEntry => ({
  guildId: '100000000000000001',
  author: { id: '200000000000000001', displayName: 'Amina' },
  authorHash: Buffer.alloc(32, 1),
  type: 'learning',
  kind: 'concept',
  title,
  body: `Words about ${title}`,
  link: null,
  tags: [],
  challengeNumber: null,
  createdAt: new Date(),
});
const kept = (title: string) =>
  database.query<{ number: number }>('SELECT number FROM entries WHERE title = $1', [title]);

describe('a new entry', () => {
  it.each(['before', 'after'] as const)(
    'is kept once when the connection ends %s its statement',
    async (when) => {
      const title = `Cut ${when}`;
      proxy.cutAt('insert-entry', when);
      const result = await store.insert(entryOf(title));
      expect(proxy.isCut).toBe(true);
      expect(await kept(title)).toEqual([{ number: result?.number }]);
    },
  );

  it('is kept once with its draft, which is used up by then', async () => {
    const draft = '0b5ad1e0-65c4-4a3c-9d8d-6d2f0a1c7e11';
    await store.insert(entryOf('So that the member is there'));
    await database.query(
      `INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until)
       VALUES ($1, 100000000000000001, 200000000000000001, 'share', '{}', now() + interval '1 day')`,
      [draft],
    );
    proxy.cutAt('insert-entry', 'after');
    const result = await store.insert({ ...entryOf('With a draft'), draftId: draft });
    expect(await kept('With a draft')).toEqual([{ number: result?.number }]);
  });

  it('is not taken for another one with the same words', async () => {
    const earlier = { ...entryOf('Twice'), createdAt: new Date(Date.now() - 1_000) };
    const first = await store.insert(earlier);
    proxy.cutAt('insert-entry', 'before');
    const second = await store.insert(entryOf('Twice'));
    expect(second?.number).toBe((first?.number ?? 0) + 1);
  });
});

describe('an edit', () => {
  it.each(['before', 'after'] as const)(
    'of which nobody knows whether it was kept is never told as not kept (%s)',
    async (when) => {
      const entry = entryOf(`Edited ${when}`);
      const { number = 0 } = (await store.insert(entry)) ?? {};
      proxy.cutAt('COMMIT', when);
      const change = {
        content: { kind: entry.kind, title: `Changed ${when}`, body: 'New words', link: null, tags: [] },
        editedBy: entry.author.id,
        at: new Date(),
      };
      const error = await store
        .replaceContent(entry.guildId, number, change)
        .catch((reason: unknown) => reason);
      expect(isDatabaseAway(error) && mayHaveHappened(error)).toBe(true);
      expect(await kept(`Changed ${when}`)).toHaveLength(when === 'after' ? 1 : 0);
    },
  );
});

// The last one: the proxy takes no connections afterwards.
it('says that it does not know when the database stays away', async () => {
  proxy.cutAt('insert-entry', 'after');
  const inserting = store.insert(entryOf('Gone for long')).catch((reason: unknown) => reason);
  await expect.poll(() => proxy.isCut).toBe(true);
  proxy.refuse();
  expect(mayHaveHappened(await inserting)).toBe(true);
}, 30_000);
