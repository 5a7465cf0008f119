/** Reminders on a real database with a clock to set: to whom, when, once, and whatever the process or Discord does. */
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDataSource } from '../../src/platform/database.js';
import { GuildService } from '../../src/services/guild-service.js';
import type { FindOutcome, PostOutcome } from '../../src/services/publisher.js';
import {
  type ReminderPost,
  type ReminderPublisher,
  ReminderService,
} from '../../src/services/reminder-service.js';
import { GuildStore } from '../../src/stores/guild-store.js';
import { ReminderStore } from '../../src/stores/reminder-store.js';
import { makeMember } from '../support/digest.js';
import { useDatabase } from '../support/postgres.js';

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

class Channel implements ReminderPublisher {
  readonly messages: (ReminderPost & { messageId: string })[] = [];
  readonly faults: ('posted-unheard' | 'crash-after' | PostOutcome)[] = [];

  async postReminder(post: ReminderPost): Promise<PostOutcome> {
    const fault = this.faults.shift();
    if (typeof fault === 'object') return fault;
    const messageId = String(900_000_000_000_000_000n + BigInt(this.messages.length));
    this.messages.push({ ...post, messageId });
    if (fault === 'crash-after') throw new Error('the process ends here');
    return fault === 'posted-unheard' ? { outcome: 'unknown' } : { outcome: 'posted', messageId };
  }

  async findReminder(channel: string, number: number): Promise<FindOutcome> {
    const found = this.messages.find(
      (message) => message.channelId === channel && message.content.number === number,
    );
    return found ? { outcome: 'found', messageId: found.messageId } : { outcome: 'absent' };
  }
}

let dataSource: DataSource;
let channel: Channel;
let now: Date;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.url, poolSize: 10 }).initialize();
});
afterAll(() => dataSource.destroy());

const service = () =>
  new ReminderService({
    store: new ReminderStore(dataSource),
    guilds: new GuildService(new GuildStore(dataSource), () => now),
    publisher: channel,
    cohortChannelOf: async () => channelId,
    clock: () => now,
  });
const remind = () => service().remindDue();
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
const pinged = () => channel.messages.map(({ content }) => content.asked);

beforeEach(async () => {
  channel = new Channel();
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
    expect(channel.messages).toMatchObject([
      {
        guildId,
        channelId,
        content: { number: 9, title: 'Title 9', tags: ['docker', 'git'], asked: [expert] },
      },
    ]);
  });

  it('is reminded of once for ever, whoever runs the job', async () => {
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

  it('waits for somebody who can be asked, for two weeks', async () => {
    await choose(expert, false);
    await remind();
    pass(5 * day);
    await choose(expert);
    await remind();
    expect(pinged()).toEqual([[expert]]);
  });

  it('is let be once it is two weeks old', async () => {
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

  it('asks three at most, those who used its tags most first', async () => {
    for (let index = 0; index < 5; index += 1) {
      const member = `30000000000000000${index}`;
      await makeMember(dataSource, guildId, member);
      await choose(member);
      for (let count = 0; count <= index; count += 1)
        await post(100 + index * 10 + count, member, { tags: ['git'] });
    }
    await remind();
    expect(pinged()).toEqual([['300000000000000004', '300000000000000003', '300000000000000002']]);
  });

  it('leaves an hour between two of a guild', async () => {
    await post(10, asker, { type: 'challenge' });
    await remind();
    await remind();
    expect(channel.messages).toHaveLength(1);
    pass(hour);
    await remind();
    expect(channel.messages.map(({ content }) => content.number)).toEqual([9, 10]);
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
  it('between posting and marking, the channel is looked at and nothing is posted again', async () => {
    channel.faults.push('crash-after');
    await expect(remind()).rejects.toThrow('could not be posted');
    for (let tries = 0; tries < 3; tries += 1) {
      pass(hour);
      await remind();
    }
    expect(channel.messages).toHaveLength(1);
    const [row] = await dataSource.query<{ message_id: string; settled_at: Date }[]>(
      'SELECT * FROM challenge_reminders',
    );
    expect(row).toMatchObject({ message_id: channel.messages[0]?.messageId, channel_id: channelId });
    expect(row?.settled_at).not.toBeNull();
  });

  it('and no answer comes, the same', async () => {
    channel.faults.push('posted-unheard');
    await remind();
    pass(hour);
    await remind();
    expect(channel.messages).toHaveLength(1);
  });

  it('a process that died before it posted leaves it to the next one, once its lease has run out', async () => {
    const store = new ReminderStore(dataSource);
    await store.claim({ guildId, number: 9 }, now, new Date(now.getTime() + 120_000));
    await remind();
    expect(channel.messages).toEqual([]);
    pass(120_000);
    await remind();
    expect(channel.messages).toHaveLength(1);
  });

  it('and it is solved meanwhile, it is not posted any more', async () => {
    channel.faults.push({ outcome: 'refused', reason: 'no-access' });
    await remind();
    await post(10, other, { type: 'solution', tags: [], solves: 9, accepted: true });
    pass(hour);
    await remind();
    expect(channel.messages).toEqual([]);
  });

  it('tries again with growing pauses', async () => {
    for (let count = 0; count < 20; count += 1)
      channel.faults.push({ outcome: 'refused', reason: 'no-access' });
    for (let minute = 0; minute < 60; minute += 1) {
      await remind();
      pass(60_000);
    }
    expect(20 - channel.faults.length).toBe(6);
  });
});
