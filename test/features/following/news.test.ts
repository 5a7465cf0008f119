/** News: who is told of what, once, at most once an hour, never at night, and in the way they chose. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ChallengeService } from '../../../src/features/challenges/challenge-service.js';
import { ChallengeStore } from '../../../src/features/challenges/challenge-store.js';
import { VoteService } from '../../../src/features/entries/vote-service.js';
import { VoteStore } from '../../../src/features/entries/vote-store.js';
import { FollowService } from '../../../src/features/following/follow-service.js';
import { FollowStore } from '../../../src/features/following/follow-store.js';
import { NewsStore } from '../../../src/features/following/news-store.js';
import { newsTopics, waitsUntil } from '../../../src/features/following/news-topic.js';
import { LanguageService } from '../../../src/features/languages/language-service.js';
import { LanguageStore } from '../../../src/features/languages/language-store.js';
import { ModerationService } from '../../../src/features/moderation/moderation-service.js';
import { ModerationStore } from '../../../src/features/moderation/moderation-store.js';
import { amina, guildId, kofi, moderator, typed, wanjiru } from '../../support/cohort.js';
import { Crash, directChannelOf, makeOutbox, RecordingMessenger } from '../../support/outbox.js';
import { cohortChannelId, useQueue } from '../../support/queue.js';
import { textOf } from '../../support/view-text.js';

const cohort = useQueue();
const messenger = new RecordingMessenger();
const clock = () => cohort.time.now;
const hourMs = 3_600_000;
let leftMembers: string[] = [];

const follows = () => new FollowService(new FollowStore(cohort.dataSource()), clock);
const challenges = () => new ChallengeService(new ChallengeStore(cohort.dataSource()), cohort.entries, clock);
const votes = () => new VoteService(new VoteStore(cohort.dataSource()), cohort.entries, clock);
const follow = (member: typeof amina, kind: 'tag' | 'challenge' | 'member', named: string) =>
  follows().add(guildId, member, { kind, named });

const topics = () =>
  newsTopics({
    store: new NewsStore(cohort.dataSource()),
    guilds: cohort.guilds,
    languages: new LanguageService(new LanguageStore(cohort.dataSource()), cohort.guilds, clock),
    cohortChannelOf: async () => cohortChannelId,
    isMember: async (_guildId, userId) => !leftMembers.includes(userId),
    nameOf: async () => 'The cohort',
  });

/** One process delivers what is due; another may do so at the same time. */
const outbox = () => makeOutbox(cohort.dataSource(), topics(), { messenger, clock });

const later = (ms: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + ms);
};
/** What a member was sent, as text. */
const toldTo = (member: { id: string }) =>
  messenger.messages
    .filter(({ channelId }) => channelId === directChannelOf(member.id))
    .map(({ view }) => textOf(view));

beforeEach(async () => {
  await cohort.beginAnew();
  cohort.time.now = new Date('2026-03-02T09:00:00Z');
  messenger.messages.length = 0;
  leftMembers = [];
});

it('has a nonce of its guild: two guilds can have entries of one number, for the same member', () => {
  const nonces = topics().flatMap(({ name, nonce }) =>
    ['1', '2'].map((guild) => nonce?.({ guildId: guild, all: [{ key: `${name}:5:${amina.id}` }] } as never)),
  );
  expect(new Set(nonces).size).toBe(4);
});

describe('a new entry', () => {
  it('is told once to everybody who follows its tag or its author, and not to its author', async () => {
    await follow(kofi, 'tag', 'SQL');
    await follow(kofi, 'tag', 'indexes');
    await follow(kofi, 'member', amina.id);
    await follow(amina, 'tag', 'sql');
    await follow(wanjiru, 'tag', 'css');
    const { number } = await cohort.entries.share(
      guildId,
      amina,
      typed({ title: 'Plans', tags: 'sql, indexes' }),
    );
    await Promise.all([outbox().deliverDue(), outbox().deliverDue()]);
    expect(toldTo(kofi)).toHaveLength(1);
    expect(toldTo(kofi)[0]).toContain(`#${number}`);
    expect(toldTo(kofi)[0]).toContain('Plans');
    expect(toldTo(amina)).toEqual([]);
    expect(toldTo(wanjiru)).toEqual([]);
  });

  it('that is held is told when it is published, and one that was hidden meanwhile is not told', async () => {
    await follow(kofi, 'tag', 'sql');
    await cohort.guilds.change(guildId, { review: 'all' }, moderator.id);
    const { number } = await cohort.entries.share(guildId, amina, typed({ title: 'Held', tags: 'sql' }));
    await outbox().deliverDue();
    expect(toldTo(kofi)).toEqual([]);
    const { item } = await cohort.queue.page(guildId, 0);
    const decision = { action: 'publish', actorId: moderator.id } as const;
    await cohort.queue.decide(guildId, item?.id ?? '', decision);
    await new ModerationService(new ModerationStore(cohort.dataSource()), cohort.entries, clock).hide(
      guildId,
      number,
      moderator,
      null,
    );
    await outbox().deliverDue();
    expect(toldTo(kofi)).toEqual([]);
    await cohort.entries.share(guildId, amina, typed({ title: 'Held too', tags: 'sql' }));
    const { item: second } = await cohort.queue.page(guildId, 0);
    await cohort.queue.decide(guildId, second?.id ?? '', decision);
    await outbox().deliverDue();
    expect(toldTo(kofi)[0]).toContain('Held too');
  });

  it('waits an hour after the last message, and what came meanwhile is one message', async () => {
    await follow(kofi, 'tag', 'sql');
    const share = (title: string) => cohort.entries.share(guildId, amina, typed({ title, tags: 'sql' }));
    await share('First');
    await outbox().deliverDue();
    await share('Second');
    await share('Third');
    later(hourMs - 60_000);
    await outbox().deliverDue();
    expect(toldTo(kofi)).toHaveLength(1);
    later(120_000);
    await outbox().deliverDue();
    expect(toldTo(kofi)).toHaveLength(2);
    expect(toldTo(kofi)[1]).toMatch(/Second[\s\S]*Third/);
  });

  it('is told once although the process ends right after posting', async () => {
    await follow(kofi, 'tag', 'sql');
    await cohort.entries.share(guildId, amina, typed({ title: 'Once', tags: 'sql' }));
    messenger.faults.push('crash-after');
    await outbox()
      .deliverDue()
      .catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
    messenger.restarted();
    later(hourMs);
    await outbox().deliverDue();
    expect(toldTo(kofi)).toHaveLength(1);
  });

  it('is not told to somebody who left, nor to somebody who turned it off in the meantime', async () => {
    await follow(kofi, 'tag', 'sql');
    await follow(wanjiru, 'tag', 'sql');
    await cohort.entries.share(guildId, amina, typed({ title: 'Nobody', tags: 'sql' }));
    leftMembers = [kofi.id];
    await follows().choose(guildId, wanjiru, 'followed', 'off');
    await outbox().deliverDue();
    expect(messenger.messages).toEqual([]);
  });
});

describe('solutions', () => {
  it('are told by direct message to an asker who wants that, and accepted ones to their author', async () => {
    await follows().choose(guildId, amina, 'solution', 'direct');
    await follows().choose(guildId, kofi, 'accepted', 'direct');
    const asked = await cohort.entries.post(guildId, amina, typed({ title: 'Slow joins' }));
    await follow(wanjiru, 'challenge', `#${asked.number}`);
    const { number } = await cohort.entries.solve(guildId, kofi, asked.number, {
      solution: 'Index',
      link: '',
    });
    await challenges().accept(guildId, number, amina);
    await outbox().deliverDue();
    expect(toldTo(amina)[0]).toContain(`answered your challenge #${asked.number}`);
    expect(toldTo(kofi)[0]).toMatch(new RegExp(`Your solution .*#${number}.* solved #${asked.number}`));
    expect(toldTo(wanjiru)[0]).toMatch(/answered[\s\S]*is solved/);
  });

  it('mention in the channel by default, so nobody is sent a second message', async () => {
    const asked = await cohort.entries.post(guildId, amina, typed({ title: 'Slow joins' }));
    const { number } = await cohort.entries.solve(guildId, kofi, asked.number, {
      solution: 'Index',
      link: '',
    });
    await challenges().accept(guildId, number, amina);
    await outbox().deliverDue();
    expect(messenger.messages).toEqual([]);
    expect(await follows().wantsMention(guildId, amina.id, 'solution')).toBe(true);
  });
});

it('an entry that helped three people is told of once, also when votes are taken back and given again', async () => {
  const { number } = await cohort.entries.share(guildId, amina, typed({ title: 'Useful' }));
  const vote = (id: string) => votes().toggleHelpful(guildId, number, { id, displayName: id, isBot: false });
  const news = new NewsStore(cohort.dataSource());
  await vote('870000000000000001');
  await vote('870000000000000002');
  await news.oweHelped(clock());
  await vote('870000000000000003');
  await Promise.all([news.oweHelped(clock()), news.oweHelped(clock())]);
  await outbox().deliverDue();
  expect(toldTo(amina)).toHaveLength(1);
  await vote('870000000000000003');
  await vote('870000000000000003');
  later(2 * hourMs);
  await news.oweHelped(clock());
  await outbox().deliverDue();
  expect(toldTo(amina)).toHaveLength(1);
});

it('comes into the cohort’s channel with one mention for those who chose that', async () => {
  await follow(kofi, 'member', amina.id);
  await follows().choose(guildId, kofi, 'followed', 'channel');
  await cohort.entries.share(guildId, amina, typed({ title: 'Open' }));
  await outbox().deliverDue();
  expect(messenger.messages).toHaveLength(1);
  expect(messenger.messages[0]).toMatchObject({ channelId: cohortChannelId, view: { mentions: [kofi.id] } });
});

describe('the pace', () => {
  it.each([
    ['Africa/Nairobi', '2026-03-02T19:30:00Z', '2026-03-03T04:00:00.000Z'],
    ['Africa/Nairobi', '2026-03-02T03:59:00Z', '2026-03-02T04:00:00.000Z'],
    ['Africa/Nairobi', '2026-03-02T04:00:00Z', undefined],
    ['Africa/Nairobi', '2026-03-02T18:59:00Z', undefined],
    // The night in which clocks go forward.
    ['Europe/Paris', '2026-03-28T22:30:00Z', '2026-03-29T05:00:00.000Z'],
  ])('in %s at %s waits until %s', (timezone, now, until) => {
    expect(waitsUntil(timezone, new Date(now), null)?.toISOString()).toBe(until);
  });
});

describe('following', () => {
  it('holds the limit although many are added at once', async () => {
    const added = await Promise.allSettled(
      Array.from({ length: 40 }, (_, place) => follow(kofi, 'tag', `tag-${place}`)),
    );
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(25);
    expect(await follows().list(guildId, kofi.id)).toHaveLength(25);
  });

  it.each([
    ['tag', 'no/tag, at all?', 'tag-invalid'],
    ['challenge', 'twelve', 'entry-not-found'],
    ['challenge', '999', 'challenge-unavailable'],
    ['member', kofi.id, 'follow-yourself'],
  ] as const)('refuses the %s %s', async (kind, named, code) => {
    await expect(follow(kofi, kind, named)).rejects.toMatchObject({ code });
  });

  it('is the same tag however it is written', async () => {
    await follow(kofi, 'tag', 'Node.JS');
    expect(await follow(kofi, 'tag', '#node.js')).toMatchObject({ isNew: false });
  });
});
