/** After a restore, no number of a card that is still in a channel is given again. */
import { DiscordAPIError } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { routes } from '../../../src/components/routes.js';
import { entryMark } from '../../../src/features/entries/entry-model.js';
import { NumberStore, raiseNumbersAfterRestore } from '../../../src/features/entries/index.js';
import { createDataSource } from '../../../src/platform/database.js';
import { useDatabase } from '../../support/postgres.js';

const database = useDatabase();
const ownId = '1200000000000000001';
const closed = '1230000000000000002';
const taken = new Date('2026-03-01T10:00:00Z');
let store: NumberStore;
let dataSource: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.url }).initialize();
  store = new NumberStore(dataSource);
});
afterAll(() => dataSource.destroy());
beforeEach(async () => {
  await database.query('DELETE FROM restores');
  await database.query('DELETE FROM guilds');
  await database.query(
    `INSERT INTO guilds (id, created_at, last_number, channel_id) VALUES (1, now(), 40, 1230000000000000001), (2, now(), 7, $1)`,
    [closed],
  );
  await database.query('INSERT INTO restores (restored_at, taken_at) VALUES (now(), $1)', [taken]);
});

const idAt = (time: number) => String((BigInt(time) - 1_420_070_400_000n) << 22n);
const card = (minutes: number, number: number | string, author = ownId) => ({
  id: idAt(taken.getTime() + minutes * 60_000),
  author: { id: author },
  components: [
    {
      type: 17,
      components: [
        { type: 9, components: [], accessory: { custom_id: `n1:edit:${number}` } },
        { type: 1, components: [{ custom_id: `n1:helpful:${number}` }] },
      ],
    },
  ],
});

function discord(messages: ReturnType<typeof card>[], fail?: Error) {
  let asked = 0;
  return {
    asked: () => asked,
    async get(route: string, { query }: { query?: URLSearchParams } = {}) {
      asked += 1;
      if (route.endsWith('/users/@me')) return { id: ownId };
      if (fail) throw fail;
      if (route.includes(closed)) {
        throw new DiscordAPIError({ message: 'Missing Access', code: 50001 }, 50001, 403, 'GET', route, {});
      }
      const after = BigInt(query?.get('after') ?? 0);
      return messages
        .filter(({ id }) => BigInt(id) > after)
        .slice(0, 100)
        .reverse();
    },
  };
}
const written = new Date('2026-02-01T08:00:00Z');
async function insertEntry(number: number): Promise<void> {
  await database.query(
    `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) VALUES (1, 5, 'Amina', $1, $1)
     ON CONFLICT DO NOTHING`,
    [written],
  );
  await database.query(
    `INSERT INTO entries (guild_id, number, author_id, created_at, type, kind, title, body, tags)
     VALUES (1, $1, 5, $2, 'learning', 'concept', $3, 'Words', '{}')`,
    [number, written, `Entry ${number}`],
  );
}
const numbers = async () =>
  (await database.query<{ last_number: number }>('SELECT last_number FROM guilds ORDER BY id')).map(
    (row) => row.last_number,
  );
const check = (rest: ReturnType<typeof discord>) =>
  raiseNumbersAfterRestore({
    ...{ store, rest, now: new Date('2026-03-02T00:00:00Z') },
    signal: new AbortController().signal,
  });

it('goes on after the highest number on a card of ours, through all pages', async () => {
  const cards = Array.from({ length: 250 }, (_, index) => card(index, 41 + index));
  const rest = discord([...cards, card(300, 9_999, '77'), card(-600, 8_888)]);
  expect(await check(rest)).toEqual([{ guildId: '1', from: 40, to: 290, lostCards: 250 }]);
  expect(await numbers()).toEqual([290, 7]);
});

it('owes moderators the cards whose entries are no more, or are others now', async () => {
  await insertEntry(12);
  await insertEntry(13);
  const own = entryMark({ createdAt: written });
  const cards = [card(1, 12), card(2, `12:${own}`), card(3, '13:other'), card(4, 44), card(5, `45:${own}`)];
  expect(await check(discord(cards))).toEqual([{ guildId: '1', from: 40, to: 45, lostCards: 3 }]);
  const [owed] = await database.query<{ payload: { cards: { number: number }[]; count: number } }>(
    "SELECT payload FROM outbox_messages WHERE topic = 'lost-cards'",
  );
  expect(owed?.payload.count).toBe(3);
  expect(owed?.payload.cards.map(({ number }) => number)).toEqual([45, 44, 13]);
});

it('goes on after a number that only a reminder or a digest leads to', async () => {
  const reminder = {
    ...card(1, 1),
    components: [{ components: [{ custom_id: routes.reminderSolve.id({ number: 77 }) }] }],
  };
  expect(await check(discord([reminder as never]))).toEqual([
    { guildId: '1', from: 40, to: 77, lostCards: 0 },
  ]);
});

it('looks once, and not at all without a restore', async () => {
  const rest = discord([card(1, 60)]);
  await check(rest);
  const asked = rest.asked();
  expect(await check(rest)).toEqual([]);
  expect(rest.asked()).toBe(asked);
});

it('never lowers a number', async () => {
  await insertEntry(12);
  expect(await check(discord([card(1, 12)]))).toEqual([]);
  expect(await numbers()).toEqual([40, 7]);
});

it('waits while Discord is away', async () => {
  await expect(check(discord([], new Error('503')))).rejects.toThrow('503');
  expect(await store.uncheckedSince()).toEqual(taken);
});
