/** What a digest says of weeks made by hand. */
import { describe, expect, it } from 'vitest';
import { type MadeEntry, makeEntry, makeMember, useDigests, vote } from '../../support/digest.js';
import { useDatabase } from '../../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);

const week = { start: new Date('2026-03-09T06:00Z'), end: new Date('2026-03-16T06:00Z') };
const [before, first, inside, last, after] = [
  '2026-03-04T10:00Z',
  '2026-03-09T06:00Z',
  '2026-03-11T10:00Z',
  '2026-03-16T05:59:59.999Z',
  '2026-03-16T06:00Z',
];
const [amina, kofi, zuri, liban] = [
  '200000000000000001',
  '200000000000000002',
  '200000000000000003',
  '200000000000000004',
];

function cohort() {
  const guildId = bench.guild();
  let number = 0;
  return {
    guildId,
    async make(made: Omit<MadeEntry, 'guildId' | 'number'>): Promise<number> {
      number += 1;
      await makeEntry(bench.dataSource, { guildId, number, ...made });
      return number;
    },
    vote: (entry: number, member: string, at: string) => vote(bench.dataSource, guildId, entry, member, at),
    read: () => bench.contents.read(guildId, week),
    /** The digest of the week that ends then. */
    readUntil: (end: Date) =>
      bench.contents.read(guildId, { start: new Date(end.getTime() - 7 * 86_400_000), end }),
  };
}

describe('figures', () => {
  it('count the period, its first instant included and its end not, beside the one before', async () => {
    const { make, read, vote: helpful } = cohort();
    for (const at of [first, inside, last]) await make({ at });
    const old = await make({ at: before });
    await make({ at: after });
    await make({ at: '2026-03-02T05:59Z' });
    await make({ at: inside, state: 'hidden' });
    await make({ at: inside, state: 'deleted', author: liban });
    const asked = await make({ at: before, type: 'challenge', author: kofi });
    await make({ at: inside, type: 'challenge', author: kofi });
    await make({ at: before, type: 'solution', challenge: asked, acceptedAt: inside, author: zuri });
    await helpful(old, '200000000000000009', inside);
    expect((await read()).figures).toEqual({
      learnings: { count: 3, before: 1 },
      challenges: { count: 1, before: 1 },
      solved: { count: 1, before: 0 },
      // Amina and Kofi wrote, one voted; before, Amina, Kofi and Zuri wrote.
      members: { count: 3, before: 3 },
    });
  });

  it('leave out pairs whose challenge is hidden', async () => {
    const { make, read } = cohort();
    const asked = await make({ at: inside, type: 'challenge', state: 'hidden' });
    await make({ at: inside, type: 'solution', challenge: asked, acceptedAt: inside, author: kofi });
    const content = await read();
    expect(content).toMatchObject({
      isEmpty: true,
      pairs: [],
      waiting: [],
      thanks: { helpers: [], newcomers: [] },
    });
    expect(content.figures.solved.count + content.figures.members.count).toBe(0);
  });
});

it('is empty when nothing was contributed, whatever waits from before or was found helpful', async () => {
  const { guildId, make, read, vote: helpful } = cohort();
  const learning = await make({ at: before });
  await make({ at: before, type: 'challenge' });
  await helpful(learning, kofi, inside);
  expect(await read()).toMatchObject({ isEmpty: true, waiting: [{ number: 2 }] });
  expect(await bench.contents.hasAnything(guildId, week)).toBe(false);
});

it('an old challenge solved in the period is something', async () => {
  const { guildId, make, read } = cohort();
  const asked = await make({ at: before, type: 'challenge' });
  await make({ at: before, type: 'solution', challenge: asked, author: kofi, acceptedAt: inside });
  expect(await read()).toMatchObject({ isEmpty: false, pairs: [{ number: asked }] });
  expect(await bench.contents.hasAnything(guildId, week)).toBe(true);
});

it('names the five most helpful learnings, older ones first among equals, with author and card', async () => {
  const { guildId, make, read, vote: helpful } = cohort();
  for (let index = 0; index < 7; index += 1) await make({ at: inside });
  for (const member of [kofi, zuri]) await helpful(6, member, inside);
  // After the period, but before anybody reads it again.
  await helpful(4, kofi, after);
  for (const [message, channel] of [
    ['700000000000000002', '300000000000000002'],
    ['700000000000000001', '300000000000000001'],
  ]) {
    await bench.dataSource.query(
      'INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at) VALUES ($1, $2, $3, 6, $4)',
      [message, channel, guildId, new Date(inside)],
    );
  }
  const { learnings } = await read();
  expect(learnings.map(({ number, helpful: votes }) => [number, votes])).toEqual([
    [6, 2],
    [4, 1],
    [1, 0],
    [2, 0],
    [3, 0],
  ]);
  expect(learnings[0]).toEqual({
    number: 6,
    title: 'Title 6',
    author: { id: amina, name: 'Member 01', hasLeft: false },
    helpful: 2,
    card: { channelId: '300000000000000001', messageId: '700000000000000001' },
  });
});

it('knows which learnings and pairs have a picture, the challenge’s or its solution’s', async () => {
  const { guildId, make, read } = cohort();
  await make({ at: inside });
  await make({ at: inside });
  await make({ at: inside, type: 'challenge' });
  await make({ at: inside, type: 'solution', challenge: 3, acceptedAt: inside });
  for (const number of [2, 4]) {
    await bench.dataSource.query(
      `INSERT INTO pictures (guild_id, entry_number, place, file_name, size) VALUES ($1, $2, 1, 'picture-1.png', 70)`,
      [guildId, number],
    );
  }
  const { learnings, pairs } = await read();
  expect(learnings.map(({ number, hasPicture }) => [number, hasPicture])).toEqual([
    [1, undefined],
    [2, true],
  ]);
  expect(pairs).toMatchObject([{ number: 3, hasPicture: true }]);
});

it('pairs the challenges solved in the period with what solved them', async () => {
  const { make, read } = cohort();
  const asked = await make({ at: before, type: 'challenge', title: 'Which port?' });
  await make({ at: inside, type: 'solution', challenge: asked, author: kofi, body: 'Not this one.' });
  const worked = await make({
    at: inside,
    type: 'solution',
    challenge: asked,
    author: zuri,
    body: '5432',
    acceptedAt: last,
  });
  const later = await make({ at: before, type: 'challenge' });
  await make({ at: inside, type: 'solution', challenge: later, author: zuri, acceptedAt: after });
  expect((await read()).pairs).toEqual([
    {
      number: asked,
      title: 'Which port?',
      card: null,
      asker: { id: amina, name: 'Member 01', hasLeft: false },
      solution: { number: worked, body: '5432', author: { id: zuri, name: 'Member 03', hasLeft: false } },
    },
  ]);
});

it('shows the open challenges that wait longest, and counts the others', async () => {
  const { make, read } = cohort();
  for (const at of [last, before, inside, first, before]) await make({ at, type: 'challenge', author: kofi });
  await make({ at: inside, type: 'solution', challenge: 2, author: zuri });
  await make({ at: inside, type: 'solution', challenge: 2, author: zuri, state: 'hidden' });
  await make({ at: before, type: 'challenge' });
  await make({ at: inside, type: 'solution', challenge: 8, acceptedAt: inside });
  await make({ at: after, type: 'challenge' });
  await make({ at: before, type: 'challenge', state: 'deleted' });
  const { waiting, waitingInAll } = await read();
  expect(waiting.map(({ number, solutions }) => [number, solutions])).toEqual([
    [2, 1],
    [5, 0],
    // The newest unanswered one, and then those that wait longest in turn.
    [1, 0],
  ]);
  expect(waitingInAll).toBe(5);
  expect(waiting[0]?.askedAt).toEqual(new Date(before));
});

it('turns round the open challenges from week to week, the newest unanswered one always among them', async () => {
  const { make, readUntil } = cohort();
  for (const at of [before, before, before, before, before, before, first]) {
    await make({ at, type: 'challenge', author: kofi });
  }
  const weeks: number[][] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const shown = (await readUntil(new Date(week.end.getTime() + turn * 7 * 86_400_000))).waiting;
    weeks.push(shown.map(({ number }) => number));
  }
  expect(weeks.every((shown) => shown.length === 3 && shown.includes(7))).toBe(true);
  // Each of the other six is shown once in three weeks.
  for (const round of [weeks.slice(0, 3), weeks.slice(3)]) {
    expect(
      round
        .flat()
        .filter((number) => number !== 7)
        .sort((one, other) => one - other),
    ).toEqual([1, 2, 3, 4, 5, 6]);
  }
});

describe('thanks', () => {
  it('name the members who helped others most; an accepted solution counts as five', async () => {
    const { make, read, vote: helpful } = cohort();
    const learning = await make({ at: before, author: amina });
    for (let voter = 10; voter < 14; voter += 1) await helpful(learning, `2000000000000000${voter}`, inside);
    await helpful(learning, '200000000000000020', before);
    const asked = await make({ at: before, type: 'challenge', author: kofi });
    await make({ at: before, type: 'solution', challenge: asked, author: zuri, acceptedAt: inside });
    const own = await make({ at: before, type: 'challenge', author: liban });
    await make({ at: before, type: 'solution', challenge: own, author: liban, acceptedAt: inside });
    expect((await read()).thanks.helpers).toEqual([
      { person: { id: zuri, name: 'Member 03', hasLeft: false }, helpful: 0, accepted: 1 },
      { person: { id: amina, name: 'Member 01', hasLeft: false }, helpful: 4, accepted: 0 },
    ]);
  });

  it('welcome who contributed for the first time, in their order, and count the rest', async () => {
    const { guildId, make, read } = cohort();
    await make({ at: before, author: amina });
    await make({ at: inside, author: amina });
    await make({ at: before, author: kofi, state: 'deleted' });
    await make({ at: inside, author: kofi });
    await makeMember(bench.dataSource, guildId, '200000000000000030', { hasLeft: true });
    for (const author of ['36', '30', '31', '32', '33', '34', '35'])
      await make({ at: inside, author: `2000000000000000${author}` });
    const { newcomers, moreNewcomers } = (await read()).thanks;
    expect(newcomers.map(({ id }) => id.slice(-2))).toEqual(['36', '31', '32', '33', '34']);
    expect(moreNewcomers).toBe(1);
  });
});

it('sees nothing of another guild', async () => {
  const [mine, other] = [cohort(), cohort()];
  await mine.make({ at: inside });
  const asked = await other.make({ at: inside, type: 'challenge', author: kofi });
  await other.make({ at: inside, type: 'solution', challenge: asked, author: zuri, acceptedAt: inside });
  await other.vote(asked, amina, inside);
  expect(await mine.read()).toMatchObject({
    figures: {
      learnings: { count: 1 },
      challenges: { count: 0 },
      solved: { count: 0 },
      members: { count: 1 },
    },
    pairs: [],
    waiting: [],
    thanks: { helpers: [], newcomers: [{ id: amina }] },
  });
});

it('takes a fixed number of statements, however many entries there are', async () => {
  const { make, read } = cohort();
  const count = async () => {
    let statements = 0;
    const original = bench.dataSource.query;
    bench.dataSource.query = function query(this: unknown, ...args: never[]) {
      statements += 1;
      return (original as (...all: never[]) => Promise<never>).apply(bench.dataSource, args);
    } as never;
    await read();
    bench.dataSource.query = original;
    return statements;
  };
  const none = await count();
  for (let index = 0; index < 30; index += 1)
    await make({ at: inside, author: `2000000000000001${10 + index}` });
  expect(await count()).toBe(none);
  expect(none).toBe(9);
});

it('gives the whole week page by page, solutions by their challenge', async () => {
  const { guildId, make } = cohort();
  const asked = await make({ at: before, type: 'challenge', title: 'Which port?' });
  await make({ at: inside });
  await make({ at: inside, type: 'solution', challenge: asked, author: kofi, acceptedAt: inside });
  const hidden = await make({ at: inside, type: 'challenge', state: 'hidden', title: 'Secret' });
  await make({ at: inside, type: 'solution', challenge: hidden, author: kofi });
  const page = await bench.contents.week(guildId, week, { offset: 0, limit: 10 });
  expect(page.inAll).toBe(2);
  expect(page.entries.map(({ number, type, title, isSolved }) => [number, type, title, isSolved])).toEqual([
    [2, 'learning', 'Title 2', false],
    [3, 'solution', 'Which port?', true],
  ]);
  expect(await bench.contents.week(guildId, week, { offset: 10, limit: 10 })).toEqual({
    entries: [],
    inAll: 2,
  });
});
