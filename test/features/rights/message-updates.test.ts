/** Messages that may name who was erased: claimed by one process, tried again when refused, given up in the end. */
import { beforeEach, expect, it } from 'vitest';
import type { MessageUpdate } from '../../../src/entities/message-update.js';
import { MessageUpdateStore } from '../../../src/features/rights/message-update-store.js';
import { MessageUpdates } from '../../../src/features/rights/message-updates.js';
import { atOnce, guildId } from '../../support/cohort.js';
import { useDataSource } from '../../support/data-source.js';

const { database, dataSource } = useDataSource();
const hash = Buffer.alloc(32, 7);
let now: Date;
let worked: MessageUpdate[];
let answer: 'done' | 'failed';
const updates = () =>
  new MessageUpdates(
    new MessageUpdateStore(dataSource()),
    {
      forgetIn: async (update) => {
        worked.push(update);
        return answer;
      },
    },
    () => now,
  );
const left = () => database.query('SELECT kind, message_id FROM message_updates ORDER BY message_id');
const leave = (messageId: number, kind: string) =>
  database.query(
    'INSERT INTO message_updates (guild_id, message_id, channel_id, kind, hash, next_at) VALUES ($1, $2, 7, $3, $4, $5)',
    [guildId, messageId, kind, hash, now],
  );

beforeEach(async () => {
  now = new Date('2026-03-02T08:00:00Z');
  worked = [];
  answer = 'done';
  await database.query('DELETE FROM guilds');
  await database.query('INSERT INTO guilds (id, created_at) VALUES ($1, $2)', [guildId, now]);
});

it('are worked on once, by however many processes', async () => {
  for (let id = 1; id <= 12; id += 1) await leave(id, 'card');
  await atOnce(5, () => updates().work());
  expect(worked).toHaveLength(12);
  expect(await left()).toEqual([]);
});

it('are tried again later and later, and given up after some days', async () => {
  await leave(1, 'digest');
  answer = 'failed';
  await updates().work();
  await updates().work();
  expect(worked).toHaveLength(1);
  const begun = now.getTime();
  while ((await left()).length > 0) {
    now = new Date(now.getTime() + 3_600_000);
    await updates().work();
  }
  expect(worked).toHaveLength(24);
  expect((now.getTime() - begun) / 86_400_000).toBeGreaterThan(3);
});

it('find what was being posted at the moment of the erasure', async () => {
  await database.query(
    `INSERT INTO digests (guild_id, period_start, period_end, state, channel_id, message_id, settled_at)
     VALUES ($1, $2::timestamptz - interval '7 days', $2, 'sent', 7, 70, $2)`,
    [guildId, now],
  );
  await leave(1, 'later');
  now = new Date(now.getTime() + 900_000);
  await updates().work();
  expect(await left()).toEqual([{ kind: 'digest', message_id: '70' }]);
  await updates().work();
  expect(worked.map(({ messageId }) => messageId)).toEqual(['70']);
});
