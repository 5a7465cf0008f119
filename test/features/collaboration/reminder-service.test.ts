/** Reminders on a real database with a clock to set: to whom, when, once, and whatever the process or Discord does. */
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AskStore } from '../../../src/features/collaboration/ask-store.js';
import { askTopic } from '../../../src/features/collaboration/ask-topic.js';
import { ReminderService } from '../../../src/features/collaboration/reminder-service.js';
import { ReminderStore } from '../../../src/features/collaboration/reminder-store.js';
import { reminderTopic } from '../../../src/features/collaboration/reminder-topic.js';
import { GuildService } from '../../../src/features/guilds/guild-service.js';
import { GuildStore } from '../../../src/features/guilds/guild-store.js';
import { createDataSource } from '../../../src/platform/database.js';
import { makeMember } from '../../support/digest.js';
import { makeOutbox, RecordingMessenger } from '../../support/outbox.js';
import { useDatabase } from '../../support/postgres.js';
import { textOf } from '../../support/view-text.js';

const database = useDatabase();
const guildId = '700000000000000001';
const channelId = '720000000000000001';
const [asker, expert, other, quiet] = [1, 2, 3, 4].map((last) => `20000000000000000${last}`) as [
  string,
  string,
  string,
  string,
];

/** Wednesday, 10:00 in Nairobi: three days and an hour after the challenge was posted. */
const asked = new Date('2026-03-01T06:00Z');
const later = new Date('2026-03-04T07:00Z');

let dataSource: DataSource;
let channel: RecordingMessenger;
let now: Date;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.url, poolSize: 10 }).initialize();
});
afterAll(() => dataSource.destroy());

/** One process owes what is due, and delivers it. */
const remind = async () => {
  const clock = () => now;
  const store = new ReminderStore(dataSource);
  const guilds = new GuildService(new GuildStore(dataSource), clock);
  await new ReminderService(store, clock).enqueueDue();
  const parts = { store, guilds, cohortChannelOf: async () => channelId };
  const topics = [reminderTopic(parts), askTopic({ ...parts, asks: new AskStore(dataSource, store) })];
  await makeOutbox(dataSource, topics, { messenger: channel, clock }).deliverDue();
};
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const hour = 3_600_000;
const day = 24 * hour;

/** An entry with these tags. */
const post = (
  number: number,
  author: string,
  made: {
    type?: 'learning' | 'challenge' | 'solution';
    tags?: string[];
    at?: Date;
    solves?: number;
    accepted?: boolean;
  } = {},
) => {
  const { type = 'learning', tags = ['docker'], at = asked, solves = null, accepted = false } = made;
  return dataSource.query(
    `INSERT INTO entries (guild_id, number, type, kind, title, body, tags, author_id, challenge_number, accepted_at,
                          accepted_by, created_at)
     VALUES ($1, $2, $3, $4, $5, 'A body', $6, $7, $8, $9, $10, $11)`,
    [
      guildId,
      number,
      type,
      type === 'learning' ? 'concept' : null,
      type === 'solution' ? null : `Title ${number}`,
      tags,
      author,
      solves,
      accepted ? at : null,
      accepted ? author : null,
      at,
    ],
  );
};
const choose = (userId: string, isWanted = true) =>
  dataSource.query(
    `INSERT INTO profiles (guild_id, user_id, reminders_since, edited_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (guild_id, user_id) DO UPDATE SET reminders_since = excluded.reminders_since`,
    [guildId, userId, isWanted ? asked : null, asked],
  );
const change = (settings: string) =>
  dataSource.query(`UPDATE guilds SET ${settings} WHERE id = $1`, [guildId]);
const pinged = () => channel.messages.map(({ view }) => view.mentions);

beforeEach(async () => {
  channel = new RecordingMessenger();
  now = later;
  await dataSource.query('DELETE FROM guilds');
  for (const member of [asker, expert, other, quiet]) await makeMember(dataSource, guildId, member);
  await change(`set_up_at = '2026-01-01', channel_id = ${channelId}`);
  await post(1, expert);
  await post(2, other, { tags: ['css'] });
  await post(3, quiet);
  await post(9, asker, { type: 'challenge', tags: ['docker', 'git'] });
  for (const member of [asker, expert, other]) await choose(member);
});

describe('a challenge that is open for three days', () => {
  it('asks those who used its tags and chose to be asked, and never who asked it', async () => {
    await post(4, asker);
    await remind();
    expect(channel.messages).toMatchObject([{ channelId, view: { mentions: [expert] } }]);
    expect(channel.messages.map(({ view }) => textOf(view))).toEqual([
      expect.stringMatching(/#9 Title 9[^]*`docker`[^]*`git`/),
    ]);
  });

  it('is reminded of once only, whichever process runs the job', async () => {
    await Promise.all(Array.from({ length: 10 }, remind));
    for (let days = 0; days < 5; days += 1) {
      pass(day);
      await remind();
    }
    expect(channel.messages).toHaveLength(1);
  });

  it('is not before', async () => {
    now = new Date(asked.getTime() + 3 * day - 1);
    await remind();
    expect(channel.messages).toEqual([]);
    // The job comes again in a moment.
    pass(1);
    await remind();
    expect(channel.messages).toHaveLength(1);
  });

  it('waits for up to two weeks for a member who can be asked', async () => {
    await choose(expert, false);
    await remind();
    pass(5 * day);
    await choose(expert);
    await remind();
    expect(pinged()).toEqual([[expert]]);
  });

  it('gets no reminder once it is two weeks old', async () => {
    now = new Date(asked.getTime() + 14 * day + 4 * hour);
    await remind();
    expect(channel.messages).toEqual([]);
  });

  it.each([
    [
      'by an accepted solution',
      () => post(10, other, { type: 'solution', tags: [], solves: 9, accepted: true }),
    ],
    [
      'since it was deleted',
      () => dataSource.query(`UPDATE entries SET deleted_at = $1, deleted_by = 1 WHERE number = 9`, [asked]),
    ],
    [
      'since it is hidden',
      () => dataSource.query(`UPDATE entries SET hidden_at = $1 WHERE number = 9`, [asked]),
    ],
    ['while the guild is paused', () => change(`digest_paused_at = '2026-03-02'`)],
    ['after the bot left', () => change(`left_at = '2026-03-02'`)],
    ['before anybody set the bot up', () => change('set_up_at = NULL')],
  ])('is none %s', async (_why, make) => {
    await make();
    await remind();
    expect(channel.messages).toEqual([]);
  });

  it.each([
    ['left', () => dataSource.query('UPDATE members SET left_at = $1 WHERE user_id = $2', [asked, expert])],
    ['chose to be asked no more', () => choose(expert, false)],
    ['answered it already', () => post(10, expert, { type: 'solution', tags: [], solves: 9 })],
    [
      'deleted what had its tag',
      () => dataSource.query('UPDATE entries SET deleted_at = $1, deleted_by = 1 WHERE number = 1', [asked]),
    ],
  ])('asks nobody who %s', async (_what, make) => {
    await make();
    await remind();
    expect(channel.messages).toEqual([]);
  });

  it('asks two at most, those who used its tags most first', async () => {
    for (let index = 0; index < 5; index += 1) {
      const member = `30000000000000000${index}`;
      await makeMember(dataSource, guildId, member);
      await choose(member);
      for (let count = 0; count <= index; count += 1)
        await post(100 + index * 10 + count, member, { tags: ['git'] });
    }
    await remind();
    expect(pinged()).toEqual([['300000000000000004', '300000000000000003']]);
  });

  it('leaves an hour between two of a guild', async () => {
    await post(10, asker, { type: 'challenge', tags: ['css'] });
    await remind();
    await remind();
    expect(channel.messages).toHaveLength(1);
    pass(hour);
    await remind();
    expect(channel.messages.map(({ view }) => /#\d+/.exec(textOf(view))?.[0])).toEqual(['#9', '#10']);
  });
});

describe('a member who is asked', () => {
  const answer = (member: string, said: 'looking' | 'not-now') => {
    const store = new AskStore(dataSource, new ReminderStore(dataSource));
    return store.answer(guildId, 9, member, { answer: said, now });
  };
  const track = (userId: string, name: string) =>
    dataSource.query('UPDATE profiles SET track = $2 WHERE user_id = $1', [userId, name]);
  beforeEach(async () => {
    await post(20, other);
    await post(21, quiet, { tags: ['docker', 'git'] });
    await choose(quiet);
  });

  it('is of another track than the first, where there is one', async () => {
    await track(quiet, 'backend');
    await track(expert, 'backend');
    await track(other, 'frontend');
    await post(22, expert);
    await remind();
    expect(pinged()).toEqual([[quiet, other]]);
  });

  it('is not of the asker’s study buddies alone', async () => {
    await dataSource.query(`INSERT INTO buddy_rounds VALUES ($1, $2, 'matched', $2)`, [guildId, asked]);
    await dataSource.query('INSERT INTO buddy_groups (guild_id, round_at, number) VALUES ($1, $2, 1)', [
      guildId,
      asked,
    ]);
    for (const member of [asker, quiet, expert])
      await dataSource.query(
        'INSERT INTO buddy_members (guild_id, round_at, user_id, number) VALUES ($1, $2, $3, 1)',
        [guildId, asked, member],
      );
    await post(22, expert);
    await remind();
    expect(pinged()).toEqual([[quiet, other]]);
  });

  it('counts by accepted solutions first', async () => {
    await post(30, quiet, { type: 'challenge' });
    await post(31, other, { type: 'solution', tags: [], solves: 30, accepted: true });
    await remind();
    expect(pinged()[0]?.[0]).toBe(other);
  });

  it('was not asked about another one in the last week', async () => {
    await post(30, other, { type: 'challenge', tags: ['rust'] });
    await dataSource.query(
      'INSERT INTO challenge_asks (guild_id, challenge_number, member_id, asked_at) VALUES ($1, 30, $2, $3)',
      [guildId, quiet, new Date(later.getTime() - 6 * day)],
    );
    await remind();
    expect(pinged()).toEqual([[expert, other]]);
  });

  it('looks at it: the asker gets a notice, once, and the question isn’t passed on', async () => {
    await remind();
    await answer(quiet, 'looking');
    await answer(quiet, 'looking');
    expect(
      await dataSource.query(`SELECT member_id::text AS id FROM outbox_messages WHERE topic = 'notice'`),
    ).toEqual([{ id: asker }]);
    expect(await answer(expert, 'not-now')).toMatchObject({ isPassedOn: false });
    await remind();
    expect(channel.messages).toHaveLength(1);
  });

  it('passes it on to the next, who gets a message of their own, and who was not asked can’t', async () => {
    await remind();
    const [first = '', second = ''] = pinged()[0] ?? [];
    const third = [expert, other, quiet].find((one) => one !== first && one !== second) ?? '';
    expect(await answer(third, 'not-now')).toBeUndefined();
    expect(await answer(first, 'not-now')).toMatchObject({ isPassedOn: true });
    expect(await answer(first, 'not-now')).toMatchObject({ isPassedOn: false });
    await Promise.all([remind(), remind()]);
    expect(pinged()).toEqual([[first, second], [third]]);
    expect(await answer(third, 'not-now')).toMatchObject({ isPassedOn: false });
  });
});

describe('at night', () => {
  it.each([
    ['07:59 in Nairobi', '2026-03-05T04:59Z', 0],
    ['08:00', '2026-03-05T05:00Z', 1],
    ['19:59', '2026-03-05T16:59Z', 1],
    ['20:00', '2026-03-05T17:00Z', 0],
  ])('nobody is pinged: %s', async (_local, at, count) => {
    now = new Date(at);
    await remind();
    expect(channel.messages).toHaveLength(count);
  });

  it('is the guild’s own: what failed by day is not sent then either', async () => {
    channel.faults.push({ outcome: 'refused', reason: 'no-access' });
    now = new Date('2026-03-04T16:59Z');
    await remind();
    pass(2 * hour);
    await remind();
    expect(channel.messages).toEqual([]);
    now = new Date('2026-03-05T07:00Z');
    await remind();
    expect(channel.messages).toHaveLength(1);
  });
});

describe('when something goes wrong', () => {
  it.each(['crash-after', 'posted-unheard'] as const)(
    '(%s) the channel is looked at and nothing is posted again',
    async (fault) => {
      channel.faults.push(fault);
      await remind();
      channel.restarted();
      for (let tries = 0; tries < 3; tries += 1) {
        pass(hour);
        await remind();
      }
      expect(channel.messages).toHaveLength(1);
      const rows = await dataSource.query('SELECT * FROM challenge_reminders');
      expect(rows).toMatchObject([{ message_id: channel.messages[0]?.messageId, channel_id: channelId }]);
    },
  );

  it('and it is solved meanwhile, it is not posted any more', async () => {
    channel.faults.push({ outcome: 'refused', reason: 'no-access' });
    await remind();
    await post(10, other, { type: 'solution', tags: [], solves: 9, accepted: true });
    pass(hour);
    await remind();
    expect(channel.messages).toEqual([]);
  });
});
