/** The guard on a real database: limits, duplicates, mentions of many and invitations. */
import { beforeEach, describe, expect, it } from 'vitest';
import { EntryService } from '../../../src/features/entries/entry-service.js';
import { EntryStore } from '../../../src/features/entries/entry-store.js';
import { Guard } from '../../../src/features/guard/guard.js';
import { RecentStore } from '../../../src/features/guard/recent-store.js';
import { amina, atOnce, guildId, kofi, moderator, typed, useCohort } from '../../support/cohort.js';
import { inspector } from '../../support/inspector.js';
import { nobodyMuted } from '../../support/passing-guard.js';

const cohort = useCohort(20);
const start = new Date('2026-03-04T09:00:00Z').getTime();
const minute = 60_000;

let entries: EntryService;

/** As after a start of the process: nothing is remembered. */
function begin(): EntryService {
  const clock = () => cohort.time.now;
  const guard = new Guard({
    guilds: cohort.guilds,
    recent: new RecentStore(cohort.dataSource()),
    autoModeration: { stopping: async (_guildId, texts) => texts.map(() => undefined) },
    inspector,
    cohortChannelOf: async () => undefined,
    clock,
  });
  return new EntryService(new EntryStore(cohort.dataSource()), clock, guard, nobodyMuted);
}

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  cohort.time.now = new Date(start);
  entries = begin();
});

const after = (milliseconds: number) => {
  cohort.time.now = new Date(start + milliseconds);
};

let count = 0;
const share = (by = amina, changes = {}) => {
  count += 1;
  return entries.share(guildId, by, typed({ title: `Learning ${count}`, body: '', ...changes }));
};

const long =
  'Select related fetches the rows of a foreign key in the same query, while prefetch related asks once more and joins them in Python; with forty bookings a page that was forty queries fewer.';

describe('limits', () => {
  it('five a minute, and the refusal says when to go on', async () => {
    for (let index = 0; index < 5; index += 1) {
      after(index * 1_000);
      await share();
    }
    after(10_000);
    await expect(share()).rejects.toMatchObject({
      code: 'too-many-entries',
      facts: { window: 'minute', limit: 5, freeAt: (start + minute) / 1_000 },
    });
    await share(kofi);
    after(minute - 1);
    await expect(share()).rejects.toMatchObject({ code: 'too-many-entries' });
    after(minute);
    await share();
  });

  it('as many an hour and a day as the settings say, also after a restart', async () => {
    await cohort.guilds.change(guildId, { hourlyLimit: 6, dailyLimit: 8 });
    entries = begin();
    for (let index = 0; index < 6; index += 1) {
      after(index * minute);
      await share();
    }
    entries = begin();
    after(20 * minute);
    await expect(share()).rejects.toMatchObject({
      facts: { window: 'hour', limit: 6, freeAt: (start + 60 * minute) / 1_000 },
    });
    after(66 * minute);
    await share();
    await share();
    await expect(share()).rejects.toMatchObject({ facts: { window: 'day', limit: 8 } });
    after(24 * 60 * minute);
    await share();
  });

  it('lets exactly as many through when all come at once', async () => {
    const results = await atOnce(20, () => share());
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await cohort.database.query('SELECT 1 FROM entries')).toHaveLength(5);
  });

  it('counts nothing that was not kept, and never a moderator', async () => {
    for (let index = 0; index < 6; index += 1) {
      await expect(
        entries.solve(guildId, amina, 99, { solution: `Try ${index}`, link: '' }),
      ).rejects.toMatchObject({ code: 'entry-not-found' });
      await share(moderator);
    }
    await share();
  });

  it('an import counts once, however much it brings', async () => {
    await share();
    await cohort.database.query(
      `WITH import AS (INSERT INTO imports (guild_id, id, member_id, state, file_name, file_hash, created_at, decided_at, entry_count, pair_count, known_count)
         VALUES ($1, gen_random_uuid(), $2, 'done', 'README.md', repeat('0', 64), $3, $3, 30, 0, 0) RETURNING id)
       INSERT INTO entries (guild_id, number, author_id, created_at, type, kind, title, body, tags, import_id)
       SELECT $1, 100 + n, $2, $3, 'learning', 'concept', 'Imported ' || n, '', '{}', id FROM import, generate_series(1, 30) n`,
      [guildId, amina.id, new Date(start)],
    );
    entries = begin();
    for (let index = 0; index < 3; index += 1) await share();
    await expect(share()).rejects.toMatchObject({ code: 'too-many-entries' });
  });
});

describe('duplicates', () => {
  it('the same words again within a day are refused with a link to the first', async () => {
    const { number } = await share(amina, { title: 'Docker', body: 'Runs the same everywhere' });
    await cohort.database.query(
      'INSERT INTO cards (message_id, guild_id, entry_number, channel_id, posted_at) VALUES (11, $1, $2, 12, now())',
      [guildId, number],
    );
    const again = { title: 'DOCKER!', body: 'runs  the same — everywhere.' };
    await expect(share(amina, again)).rejects.toMatchObject({
      code: 'duplicate-entry',
      facts: { number, link: `https://discord.com/channels/${guildId}/12/11`, isNear: false },
    });
    entries = begin();
    await expect(share(amina, again)).rejects.toMatchObject({ code: 'duplicate-entry' });
    after(24 * 60 * minute + 1);
    await share(amina, again);
  });

  it('many may share the same technology', async () => {
    await share(amina, { title: 'Docker' });
    await share(kofi, { title: 'Docker' });
  });

  it('nearly the same words are refused too, other words on the same matter are not', async () => {
    const { number } = await share(amina, { body: long });
    await expect(
      share(amina, { body: long.replace('forty bookings', 'fifty bookings') }),
    ).rejects.toMatchObject({
      code: 'duplicate-entry',
      facts: { number, isNear: true },
    });
    await share(amina, {
      body: 'Prefetch related is what I reach for with many-to-many relations, since select related follows only foreign keys and one-to-one fields; both save queries, each in its own way, and the toolbar shows which.',
    });
  });

  it('long words of somebody else are refused, their short ones are not', async () => {
    const { number } = await share(amina, { title: 'Queries', body: long });
    await expect(share(kofi, { title: 'Queries', body: long })).rejects.toMatchObject({
      code: 'copied-entry',
      facts: { number },
    });
    await share(amina, { title: 'Same', body: 'Small commits' });
    await share(kofi, { title: 'Same', body: 'Small commits' });
  });

  it('a deleted entry may be written again', async () => {
    const { number } = await share(amina, { title: 'Docker' });
    await entries.remove(guildId, number, amina.id);
    await share(amina, { title: 'Docker' });
    await expect(share(amina, { title: 'Docker' })).rejects.toMatchObject({ code: 'duplicate-entry' });
  });

  it('sent twice at once, one is kept', async () => {
    const results = await atOnce(5, () => share(amina, { title: 'Twice' }));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('solutions: the same to the same challenge is refused, a short one to another is not', async () => {
    const first = await entries.post(guildId, kofi, typed({ title: 'Celery waits', body: '' }));
    const second = await entries.post(guildId, kofi, typed({ title: 'Redis forgets', body: '' }));
    const solve = (number: number) =>
      entries.solve(guildId, amina, number, { solution: 'Restart it', link: '' });
    await solve(first.number);
    await expect(solve(first.number)).rejects.toMatchObject({ code: 'duplicate-entry' });
    await solve(second.number);
  });

  it('answers a draft posted twice as posted already, not as a duplicate', async () => {
    const draft = await cohort.drafts.keep(guildId, amina.id, 'challenge', {});
    const results = await atOnce(5, () => entries.post(guildId, amina, typed(), { draftId: draft }));
    const codes = results.map((result) => (result.status === 'rejected' ? result.reason.code : 'kept'));
    expect(codes.toSorted((one, other) => one.localeCompare(other))).toEqual([
      'draft-gone',
      'draft-gone',
      'draft-gone',
      'draft-gone',
      'kept',
    ]);
  });
});

describe('mentions and invitations', () => {
  it.each([
    'Look @everyone',
    '@here is my project',
    'ping @\u200beveryone',
    Array.from({ length: 6 }, (_, index) => `<@80000000000000000${index}>`).join(' '),
    Array.from({ length: 6 }, (_, index) => `<@&80000000000000000${index}>`).join(' '),
  ])('calls many together: %s', async (body) => {
    await expect(share(amina, { body })).rejects.toMatchObject({ code: 'mass-mention' });
  });

  it.each([
    'Join https://discord.gg/abcdef',
    'discord.com/invite/abcdef',
    'DISCORDAPP.com/invite/abcdef',
    'discord . gg / abcdef',
    'discord[.]gg/abcdef',
    'dis\u200bcord.gg/abcdef',
  ])('invites elsewhere: %s', async (body) => {
    await expect(share(amina, { body })).rejects.toMatchObject({ code: 'invite-link' });
  });

  it('invitations are taken where moderators allow them', async () => {
    await cohort.guilds.change(guildId, { invitesAllowed: true });
    entries = begin();
    await share(amina, { body: 'Join https://discord.gg/abcdef' });
  });

  it.each([
    'Mail me at amina@here.com or @hereafter',
    'See https://discord.com/channels/1/2/3 and https://discord.js.org/docs',
    'Thanks <@800000000000000001> <@800000000000000001> <@!800000000000000002>',
    'I wrote a Discord bot. discord.js made it easy / fast',
  ])('lets through: %s', async (body) => {
    await share(amina, { body });
  });

  it('are looked for in titles, links and edits too', async () => {
    const { number } = await share();
    const invite = 'https://discord.gg/abcdef';
    await expect(share(amina, { link: invite })).rejects.toMatchObject({ code: 'invite-link' });
    await expect(entries.edit(guildId, number, amina, typed({ body: invite }))).rejects.toMatchObject({
      code: 'invite-link',
    });
    await expect(entries.checkChallenge(guildId, amina, typed({ title: '@everyone' }))).rejects.toMatchObject(
      {
        code: 'mass-mention',
      },
    );
  });
});
