/** Rounds on a real database with a clock to set: due in the guild's zone, once, and true to who takes part at that moment. */
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PrivateThreads } from '../../../src/discord/private-threads.js';
import {
  buddiesAloneTopic,
  buddiesContactTopic,
  buddiesDirectTopic,
} from '../../../src/features/buddies/buddies-direct-topics.js';
import { BuddyGroupService } from '../../../src/features/buddies/buddies-group-service.js';
import {
  buddiesGroupTopic,
  buddiesQuestionTopic,
} from '../../../src/features/buddies/buddies-group-topic.js';
import { matchBuddies } from '../../../src/features/buddies/buddies-matching.js';
import { BuddyRoundService } from '../../../src/features/buddies/buddies-round-service.js';
import { BuddyRoundStore } from '../../../src/features/buddies/buddies-round-store.js';
import { BuddiesService } from '../../../src/features/buddies/buddies-service.js';
import { BuddiesStore } from '../../../src/features/buddies/buddies-store.js';
import { BuddyToldStore } from '../../../src/features/buddies/buddies-told-store.js';
import { GuildService } from '../../../src/features/guilds/guild-service.js';
import { GuildStore } from '../../../src/features/guilds/guild-store.js';
import { LanguageService } from '../../../src/features/languages/language-service.js';
import { LanguageStore } from '../../../src/features/languages/language-store.js';
import { createDataSource } from '../../../src/platform/database.js';
import { makeMember } from '../../support/digest.js';
import { directChannelOf, makeOutbox, RecordingMessenger } from '../../support/outbox.js';
import { useDatabase } from '../../support/postgres.js';
import { textOf } from '../../support/view-text.js';

const database = useDatabase();
const guildId = '700000000000000001';
const channelId = '720000000000000001';
const moderator = '200000000000000099';
const day = 86_400_000;
const ids = Array.from({ length: 7 }, (_, place) => `20000000000000000${place + 1}`);
const [amina, kofi, wanjiru, thabo] = ids as [string, string, string, string];

let dataSource: DataSource;
let discord: RecordingMessenger;
let now: Date;
/** Threads of the guild by name, with who was brought in. */
let threads: Map<string, { id: string; members: string[] }>;
let left: Set<string>;
let isThreadRefused: boolean;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.url, poolSize: 10 }).initialize();
});
afterAll(() => dataSource.destroy());

const clock = () => now;
const isMember = async (_guildId: string, userId: string) => !left.has(userId);
const fakeThreads: PrivateThreads = {
  async open({ name, since }) {
    if (isThreadRefused) return undefined;
    const known = threads.get(name);
    if (known && since) return known.id;
    expect(known, 'a second thread of the same name').toBeUndefined();
    const id = `73000000000000000${threads.size}`;
    threads.set(name, { id, members: [] });
    return id;
  },
  async add(threadId, userId) {
    for (const thread of threads.values()) if (thread.id === threadId) thread.members.push(userId);
    return true;
  },
};

/** One process of the bot. */
function process() {
  const store = new BuddiesStore(dataSource);
  const rounds = new BuddyRoundStore(dataSource);
  const told = new BuddyToldStore(dataSource);
  const guilds = new GuildService(new GuildStore(dataSource), clock);
  const parts = {
    store,
    told,
    guilds,
    languages: new LanguageService(new LanguageStore(dataSource), guilds, clock),
    threads: fakeThreads,
    cohortChannelOf: async () => channelId,
    isMember,
    nameOf: async () => 'Cohort',
  };
  const outbox = makeOutbox(
    dataSource,
    [
      buddiesGroupTopic(parts),
      buddiesQuestionTopic(parts),
      buddiesDirectTopic(parts),
      buddiesContactTopic(parts),
      buddiesAloneTopic(parts, {
        takesPart: async (guild, user) => (await store.find(guild, user)) !== undefined,
        participants: (guild) => store.participants(guild),
      }),
    ],
    { messenger: discord, clock },
  );
  const mutes = { requireUnmuted: async () => undefined };
  return {
    outbox,
    buddies: new BuddiesService({ store, rounds, mutes, clock }),
    groups: new BuddyGroupService(store, told, () => undefined, clock),
    rounds: new BuddyRoundService({
      store: rounds,
      matcher: { match: async (task) => matchBuddies(task) },
      clock,
      isMember,
      deliverSoon: () => undefined,
    }),
  };
}

const deliver = () => process().outbox.deliverDue();
const join = async (...members: string[]) => {
  for (const id of members)
    await process().buddies.join(guildId, { id, displayName: `Member ${id.at(-1)}`, isBot: false });
};
const groups = async () =>
  (
    await dataSource.query<{ members: string[] }[]>(
      `SELECT array_agg(user_id::text ORDER BY user_id) AS members FROM buddy_members
        WHERE number IS NOT NULL GROUP BY round_at, number ORDER BY round_at, number`,
    )
  ).map(({ members }) => members);
const ledger = () =>
  dataSource.query<{ due_at: Date; state: string }[]>(
    'SELECT due_at, state FROM buddy_rounds ORDER BY due_at',
  );
const texts = (channel: string) => discord.in(channel).map(({ view }) => textOf(view));
const intros = () => discord.messages.filter(({ view }) => textOf(view).includes('Meet your study bud'));

beforeEach(async () => {
  discord = new RecordingMessenger();
  threads = new Map();
  left = new Set();
  isThreadRefused = false;
  await dataSource.query('DELETE FROM guilds');
  // Wednesday.
  now = new Date('2026-03-04T08:00Z');
  for (const id of [...ids, moderator]) await makeMember(dataSource, guildId, id);
  await dataSource.query(`UPDATE guilds SET channel_id = $2, timezone = 'Africa/Nairobi' WHERE id = $1`, [
    guildId,
    channelId,
  ]);
});

describe('a schedule', () => {
  it('is due on the wall clock of the guild, over clock changes', async () => {
    await dataSource.query(`UPDATE guilds SET timezone = 'Europe/Berlin' WHERE id = $1`, [guildId]);
    const { rounds } = process();
    now = new Date('2026-03-25T00:00Z');
    const { nextDueAt } = await rounds.schedule(guildId, { weekday: 4, time: '6pm' }, moderator);
    expect(nextDueAt).toEqual(new Date('2026-03-26T17:00Z'));
    now = new Date('2026-03-26T17:00Z');
    await rounds.matchDue();
    // The clock went forward in between.
    expect((await rounds.rounds(guildId)).nextDueAt).toEqual(new Date('2026-04-02T16:00Z'));
  });

  it('that is paused matches nobody until it is scheduled again', async () => {
    const { rounds } = process();
    await join(amina, kofi);
    await rounds.schedule(guildId, { weekday: 1, time: '10:00' }, moderator);
    await rounds.pause(guildId, moderator);
    await expect(rounds.pause(guildId, moderator)).rejects.toThrow('buddies-already-paused');
    now = new Date(now.getTime() + 14 * day);
    await rounds.matchDue();
    expect(await groups()).toEqual([]);
    const { nextDueAt } = await rounds.schedule(guildId, { weekday: 1, time: '10:00' }, moderator);
    expect(nextDueAt?.getTime()).toBeGreaterThan(now.getTime());
  });
});

describe('a round', () => {
  const monday = new Date('2026-03-09T07:00Z');
  beforeEach(() => process().rounds.schedule(guildId, { weekday: 1, time: '10:00' }, moderator));

  it('is made once by ten processes at the same time, and each group is told once', async () => {
    await join(...ids.slice(0, 6));
    now = monday;
    await Promise.all(Array.from({ length: 10 }, () => process().rounds.matchDue()));
    expect(await groups()).toHaveLength(3);
    await Promise.all(Array.from({ length: 5 }, deliver));
    expect(intros()).toHaveLength(3);
    expect(threads.size).toBe(3);
    for (const { members } of threads.values()) expect(members).toHaveLength(2);
  });

  it('is caught up when the bot was away, and skipped when that is too late', async () => {
    await join(amina, kofi);
    now = new Date(monday.getTime() + 2 * day - 1);
    await process().rounds.matchDue();
    expect(await ledger()).toMatchObject([{ due_at: monday, state: 'matched' }]);
    now = new Date(monday.getTime() + 24 * day);
    await process().rounds.matchDue();
    expect((await ledger()).map(({ state }) => state)).toEqual(['matched', 'skipped', 'skipped', 'skipped']);
    expect((await process().rounds.rounds(guildId)).nextDueAt).toEqual(new Date(monday.getTime() + 28 * day));
  });

  it('leaves out who skips, is muted or left the server, and who skipped is in the one after', async () => {
    await join(...ids.slice(0, 5));
    await process().buddies.skip(guildId, ids[4] as string);
    await dataSource.query('INSERT INTO mutes (guild_id, member_id, muted_at) VALUES ($1, $2, $3)', [
      guildId,
      thabo,
      now,
    ]);
    left.add(wanjiru);
    now = monday;
    await process().rounds.matchDue();
    expect(await groups()).toEqual([[amina, kofi]]);
    now = new Date(monday.getTime() + 7 * day);
    await process().rounds.matchDue();
    expect((await groups()).at(-1)).toEqual([amina, kofi, ids[4]]);
  });

  it('never matches two of whom one doesn’t want to, and tells nobody', async () => {
    await join(amina, kofi);
    await process().buddies.neverWith(guildId, { id: amina, displayName: 'Amina' }, [
      { id: kofi, displayName: 'Kofi' },
    ]);
    expect((await process().buddies.status(guildId, kofi)).blockedIds).toEqual([]);
    now = monday;
    await process().rounds.matchDue();
    await deliver();
    expect(await groups()).toEqual([]);
    for (const member of [amina, kofi]) {
      expect(texts(directChannelOf(member))).toEqual([expect.stringContaining('Next time you come first')]);
    }
  });

  it.each([
    ['leaves', () => process().buddies.leave(guildId, kofi)],
    [
      'is muted',
      () =>
        dataSource.query('INSERT INTO mutes (guild_id, member_id, muted_at) VALUES ($1, $2, $3)', [
          guildId,
          kofi,
          now,
        ]),
    ],
    ['is erased', () => dataSource.query('DELETE FROM members WHERE user_id = $1', [kofi])],
    ['left the server', async () => void left.add(kofi)],
  ])('that was matched before somebody %s tells the other alone', async (_, happens) => {
    await join(amina, kofi);
    now = monday;
    await process().rounds.matchDue();
    await happens();
    await deliver();
    expect(intros()).toEqual([]);
    expect(texts(directChannelOf(amina))).toEqual([expect.stringContaining('can’t take part after all')]);
    expect(discord.in(directChannelOf(kofi))).toEqual([]);
  });

  it.each(['crash-before', 'crash-after', 'posted-unheard', 'lost'] as const)(
    'tells its group once when the post comes to %s',
    async (fault) => {
      await join(amina, kofi);
      now = monday;
      await process().rounds.matchDue();
      discord.faults.push(fault);
      await deliver().catch(() => undefined);
      discord.restarted();
      for (let turn = 0; turn < 4; turn += 1) {
        now = new Date(now.getTime() + 10 * 60_000);
        await deliver();
      }
      expect(intros()).toHaveLength(1);
      expect(threads.size).toBe(1);
    },
  );

  it('goes by direct message where no thread can be opened, once to each, in their language', async () => {
    isThreadRefused = true;
    await join(amina, kofi);
    await database.query(`UPDATE members SET language = 'fr' WHERE user_id = $1`, [kofi]);
    now = monday;
    await process().rounds.matchDue();
    await deliver();
    await deliver();
    expect(texts(directChannelOf(amina))).toEqual([expect.stringContaining('Meet your study buddy')]);
    expect(texts(directChannelOf(kofi))).toEqual([expect.stringContaining('Voici ton binôme')]);
    now = new Date(monday.getTime() + 4 * day);
    await process().groups.answer({ guildId, roundAt: monday, number: 1 }, amina, true);
    await deliver();
    // Who has answered isn't asked.
    expect(discord.in(directChannelOf(amina))).toHaveLength(1);
    expect(texts(directChannelOf(kofi))[1]).toContain('Vous êtes-vous vus');
  });

  it('that a moderator runs takes the place of one within three days, and isn’t made twice', async () => {
    await join(amina, kofi);
    now = new Date(monday.getTime() - 2 * day);
    const run = () => process().rounds.run(guildId, moderator);
    const results = await Promise.allSettled([run(), run(), run()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await groups()).toHaveLength(1);
    expect((await process().rounds.rounds(guildId)).nextDueAt).toEqual(new Date(monday.getTime() + 7 * day));
  });

  it('makes answers count: who didn’t meet may be matched again after a while, and not at once', async () => {
    await join(amina, kofi, wanjiru, thabo);
    now = monday;
    await process().rounds.matchDue();
    const [pair] = await groups();
    const key = { guildId, roundAt: monday, number: 1 };
    for (const member of pair ?? []) await process().groups.answer(key, member, false);
    await expect(process().groups.answer(key, moderator, true)).rejects.toThrow('not-your-group');
    now = new Date(monday.getTime() + 7 * day);
    await process().rounds.matchDue();
    expect((await groups()).slice(2)).not.toContainEqual(pair);
  });
});
