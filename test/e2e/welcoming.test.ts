/** The built bot over the sandbox: the Start here card that moderators post, and what a newcomer meets after a first use. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Message, type Person, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot, world } from '../support/bot.js';

const [guild, ...others] = world.guilds ?? [];
const bot = useBot({
  world: {
    guilds: [
      {
        ...(guild as NonNullable<typeof guild>),
        botPermissions: [...((guild?.botPermissions as string[]) ?? []), 'PinMessages'],
      },
      ...others,
    ],
  },
});

const cards = async (person: Person) =>
  (await person.read(undefined, { limit: 100 })).filter((message) =>
    buttonsOf(message).includes('Bring my README'),
  );
const lists = async (person: Person) =>
  (await person.read(undefined, { limit: 100 })).filter((message) => textOf(message).includes('first steps'));
const post = async (person: Person) =>
  person.click(await person.command('/admin setup'), 'Post “Start here”');

/** What follows an answer comes a moment after it. */
const listOf = (person: Person) => person.waitFor((message) => textOf(message).includes('first steps'));

/** Whatever was to follow the answers before has come by then. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('the Start here card', () => {
  it('is posted and pinned by the set-up’s button, once; a deleted one is posted again', async () => {
    const owner = bot.as('owner');
    const posted = await post(owner);
    expect(posted.ephemeral, tell(posted)).toBe(true);
    const [card] = await cards(bot.as('amina'));
    expect(textOf(posted.message)).toContain(`/${card?.id}`);
    expect(buttonsOf(card)).toEqual(['Share', 'Ask', 'Search', 'My profile', 'Bring my README']);
    await bot.as('amina').waitFor((message) => message.id === card?.id && message.pinned === true);

    const again = await post(owner);
    expect(textOf(again.message)).toContain('already there');
    expect(textOf(again.message)).toContain(`/${card?.id}`);
    expect(await cards(bot.as('amina'))).toHaveLength(1);
    await owner.delete(card as Message);
    expect(textOf((await post(owner)).message)).toContain('is posted');
    expect(await cards(bot.as('amina'))).toHaveLength(1);
    const log = await owner.command('/admin audit');
    expect(textOf(log.message).match(/posted the “Start here” card/g)).toHaveLength(2);
    // Moderators' own commands are no newcomer's first use.
    await settled();
    expect(await lists(owner)).toHaveLength(0);
  });

  it('is posted also where the bot may not pin', async () => {
    const elsewhere = bot.as('other-owner', 'prodevprojectnexus', 'Elsewhere');
    expect(textOf((await post(elsewhere)).message)).toContain('is posted');
    await settled();
    expect((await cards(elsewhere)).map(({ pinned }) => pinned ?? false)).toEqual([false]);
  });

  it('opens the form or page of each command', async () => {
    const amina = bot.as('amina');
    const [card] = await cards(amina);
    const press = (label: string) => amina.click(card as Message, label);
    expect((await press('Share')).modal?.title).toBe((await amina.command('/share')).modal?.title);
    expect((await press('Ask')).modal?.title).toBe((await amina.command('/challenge post')).modal?.title);
    for (const [label, command] of [
      ['Search', '/search'],
      ['My profile', '/profile view'],
    ] as const) {
      const shown = await press(label);
      expect(shown.ephemeral, label).toBe(true);
      expect(textOf(shown.message)).toBe(textOf((await amina.command(command)).message));
    }
    const readme = await press('Bring my README');
    expect(readme.ephemeral).toBe(true);
    expect(textOf(readme.message)).toMatch(/<\/readme import:\d+>/);
  });
});

describe('a first use', () => {
  it('is followed once by the steps, which tick themselves off', async () => {
    const kofi = bot.as('kofi');
    const shared = await kofi.submit(await kofi.click((await cards(kofi))[0] as Message, 'Share'), {
      'What is it?': 'concept',
      Title: 'Indexes',
      'In your own words': 'They cost.',
    });
    expect(shared.outcome, tell(shared)).toBe('message');
    const list = await listOf(kofi);
    expect(list.flags ?? 0).toSatisfy((flags: number) => (flags & 64) !== 0);
    expect(textOf(list)).toContain('✅ ~~Share one thing you learned~~');
    expect(textOf(list)).toContain('⬜ Say what you’re building');
    expect(buttonsOf(list)).toEqual(['My profile', 'Open challenges', 'What’s done?']);
    expect(await lists(bot.as('wanjiru'))).toEqual([]);

    const form = await kofi.click(list, 'My profile');
    await kofi.submit(form, { Track: 'backend' });
    const asked = await bot.as('wanjiru').command('/challenge post', { title: 'How?', details: 'I tried.' });
    const number = /#(\d+)/.exec(textOf(asked.message))?.[1] ?? '';
    expect(textOf((await kofi.click(list, 'Open challenges')).message)).toContain('How?');
    await kofi.command('/challenge solve', { challenge: number, solution: 'Like this.' });
    const done = await kofi.click(list, 'What’s done?');
    expect(textOf(done.message)).toContain('All three are done');
    expect(buttonsOf(done.message)).toEqual([]);
    await settled();
    expect(await lists(kofi)).toHaveLength(1);
  });

  it('doesn’t follow what a member does to be forgotten', async () => {
    const thabo = bot.as('thabo', 'general');
    const asked = await thabo.command('/mydata forget');
    await thabo.click(asked, buttonsOf(asked.message)[0] ?? '');
    await settled();
    expect(await lists(thabo)).toEqual([]);
    const members = await bot.database.query(
      `SELECT 1 FROM members WHERE guild_id = '700000000000000001' AND display_name = 'Thabo'`,
    );
    expect(members).toEqual([]);
  });
});
