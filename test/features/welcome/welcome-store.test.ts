/** First steps are listed once a member, and tick themselves off by what is there. */
import { beforeEach, expect, it } from 'vitest';
import { CreateWelcomes1797820000000 } from '../../../migrations/1797820000000-create-welcomes.js';
import { ProfileStore } from '../../../src/features/profiles/profile-store.js';
import { ForgetStore } from '../../../src/features/rights/forget-store.js';
import { WelcomeService } from '../../../src/features/welcome/welcome-service.js';
import { WelcomeStore } from '../../../src/features/welcome/welcome-store.js';
import { amina, guildId, kofi, otherGuildId, typed, wanjiru } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();

/** As another process would have it: nothing in memory. */
const newProcess = () => new WelcomeService(new WelcomeStore(cohort.dataSource()), () => cohort.time.now);

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  for (const guild of [guildId, otherGuildId]) await cohort.guilds.settings(guild);
});

it('are given once in each guild, however many processes are asked at once', async () => {
  // None of them sees in time what the others do.
  const late = new WelcomeStore(cohort.dataSource());
  late.isWelcomed = async () => false;
  const processes = Array.from({ length: 6 }, () => new WelcomeService(late, () => cohort.time.now));
  const given = await Promise.all(processes.map((process) => process.firstUse(guildId, amina)));
  expect(given.filter(Boolean)).toEqual([{ profile: false, share: false, help: false }]);
  expect(await newProcess().firstUse(guildId, amina)).toBeUndefined();
  const process = newProcess();
  expect(await process.firstUse(otherGuildId, amina)).toBeDefined();
  expect(await process.firstUse(otherGuildId, amina)).toBeUndefined();
});

it('are ticked off by a profile, a learning, and help for somebody else', async () => {
  const steps = (member = amina) => newProcess().steps(guildId, member.id);
  const profiles = new ProfileStore(cohort.dataSource());
  await profiles.write(guildId, amina, { savingRefusedAt: cohort.time.now }, { at: cohort.time.now });
  const own = await cohort.ask('Stuck');
  await cohort.solve(own, 'Found it myself');
  expect(await steps()).toEqual({ profile: false, share: false, help: false });
  await profiles.write(guildId, amina, { track: 'backend' }, { at: cohort.time.now });
  expect(await steps()).toEqual({ profile: true, share: false, help: false });
  const learning = await cohort.share({ title: 'Learned' });
  expect(await steps()).toEqual({ profile: true, share: true, help: false });
  await cohort.votes.toggleHelpful(guildId, learning, kofi);
  expect(await steps()).toEqual({ profile: true, share: true, help: true });
  await cohort.votes.toggleHelpful(guildId, learning, kofi);
  expect((await steps()).help).toBe(false);
  const asked = await cohort.ask('How?', kofi);
  const solution = await cohort.solve(asked, 'So', wanjiru);
  expect(await steps(wanjiru)).toEqual({ profile: false, share: false, help: true });
  await cohort.entries.remove(guildId, solution, wanjiru.id);
  await cohort.entries.remove(guildId, learning, amina.id);
  expect((await steps(wanjiru)).help).toBe(false);
  expect((await steps()).share).toBe(false);
});

it('are not given to members who had shared before the bot knew them', async () => {
  const runner = cohort.dataSource().createQueryRunner();
  const migration = new CreateWelcomes1797820000000();
  await migration.down(runner);
  const { number } = await cohort.entries.share(guildId, amina, typed());
  await cohort.votes.toggleHelpful(guildId, number, kofi);
  // One who was erased, whose entry was left to the cohort.
  await cohort.entries.share(guildId, wanjiru, typed({ title: 'Left behind' }));
  await migration.up(runner);
  await runner.release();
  expect(await newProcess().firstUse(guildId, amina)).toBeUndefined();
  expect(await newProcess().firstUse(otherGuildId, amina)).toBeDefined();
  expect(await newProcess().firstUse(guildId, kofi)).toBeDefined();
  await new ForgetStore(cohort.dataSource()).erase({
    guildId,
    memberId: wanjiru.id,
    entries: 'kept',
    hash: Buffer.alloc(32),
    moderatorId: null,
    at: cohort.time.now,
  });
  expect(await newProcess().firstUse(guildId, wanjiru)).toBeDefined();
});
