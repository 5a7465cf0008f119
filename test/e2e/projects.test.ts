/** The project board through the built bot: publishing, finding someone, working together, and what moderators do. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Message, textOf } from '../../sandbox/client.js';
import { useBot, world } from '../support/bot.js';

const [cohort] = world.guilds;
const bot = useBot({
  world: {
    ...world,
    guilds: [
      { ...cohort, botPermissions: [...(cohort?.botPermissions ?? []), 'CreatePrivateThreads'] } as never,
      ...world.guilds.slice(1),
    ],
  },
});
const day = 86_400_000;

const cards = async (name: string): Promise<Message[]> =>
  (await bot.as('thabo').read('prodevprojectnexus', { limit: 100 })).filter((message) =>
    textOf(message).includes(`🚀 ${name}`),
  );
const cardOf = async (name: string): Promise<Message> => {
  await expect.poll(() => cards(name), { timeout: 20_000 }).toHaveLength(1);
  return (await cards(name))[0] as Message;
};
const publish = async (who: string, fields: Record<string, string | string[]>) => {
  const person = bot.as(who);
  return person.submit(await person.command('/project publish'), fields);
};

describe('/project', () => {
  it('publishes a card from a form that starts with the profile, and takes its API in a second form', async () => {
    const amina = bot.as('amina');
    await amina.submit(await amina.command('/profile edit'), {
      Track: 'backend',
      'Project name': 'Job board',
      'What it does': 'Finds jobs nearby',
      Repository: 'https://github.com/amina/jobs',
    });
    const form = await amina.command('/project publish');
    expect(JSON.stringify(form.modal)).toContain('Finds jobs nearby');
    const done = await amina.submit(form, {
      'Built with': 'Django, PostgreSQL',
      'Looking for': ['frontend'],
    });
    expect(done.ephemeral).toBe(true);
    const addresses = await amina.click(done, 'API and addresses');
    const saved = await amina.submit(addresses, {
      'API base address': 'api.jobs.example/v1',
      'API documentation': 'https://jobs.example/docs',
    });
    expect(textOf(saved.message)).toContain('Saved');
    await expect
      .poll(async () => textOf(await cardOf('Job board')), { timeout: 20_000 })
      .toContain('api.jobs.example');
    const card = textOf(await cardOf('Job board'));
    for (const told of ['Finds jobs nearby', '`django`', '`postgresql`', 'jobs.example', 'Frontend'])
      expect(card).toContain(told);

    const twice = await publish('amina', { 'Project name': 'job BOARD' });
    expect(textOf(twice.message)).toContain('already have an open project');
  });

  it('is found by track, stack and who is looked for, and offers what there is while one types', async () => {
    await publish('kofi', {
      'Project name': 'Seed *shop*',
      'Built with': 'react',
      'Looking for': ['backend', 'design'],
    });
    const found = async (options: Record<string, string>) =>
      textOf((await bot.as('wanjiru').command('/project list', options)).message);
    expect(await found({})).toContain('Job board');
    expect(await found({})).toContain('Seed \\*shop\\*');
    expect(await found({ stack: 'React' })).not.toContain('Job board');
    expect(await found({ track: 'backend' })).not.toContain('Seed');
    expect(await found({ 'looking-for': 'design' })).toContain('Seed');
    expect(await found({ 'looking-for': 'tester' })).toContain('No project matches');
    const seen = await bot.as('wanjiru').command('/project view', { project: 'job board' });
    expect(buttonsOf(seen.message)).toEqual(['Interested', 'Go to the card']);
  });

  it('opens one thread for the owner and the member who is interested, even if the bot is killed meanwhile', async () => {
    const card = await cardOf('Job board');
    const own = await bot.as('amina').click(card, 'Interested');
    expect(textOf(own.message)).toContain('already work on this');
    const pressed = await bot.as('kofi').click(card, 'Interested');
    expect(textOf(pressed.message)).toContain('I’m telling the owner');
    await bot.stop('SIGKILL');
    await bot.start();
    const rows = () =>
      bot.database.query<{ thread_id: string; message_id: string | null }>(
        'SELECT thread_id, message_id FROM project_members WHERE interested_at IS NOT NULL',
      );
    await expect.poll(async () => (await rows())[0]?.message_id, { timeout: 30_000 }).toBeTruthy();
    const again = await bot.as('kofi').click(card, 'Interested');
    expect(textOf(again.message)).toContain('already told');
    const threads = JSON.stringify(await bot.as('amina').places()).match(/"Job board · Kofi"/g) ?? [];
    expect(threads).toHaveLength(1);
  });

  it('names collaborators once they confirmed it themselves', async () => {
    const amina = bot.as('amina');
    const view = await amina.command('/project view', { project: 'Job board' });
    const asked = await amina.choose(view, 'Add someone who works on it with you', '@wanjiru');
    expect(textOf(asked.message)).toContain('to confirm');
    const wanjirus = await bot.as('wanjiru').command('/project view', { project: 'Job board' });
    const before = textOf(await cardOf('Job board'));
    await bot.as('wanjiru').click(wanjirus, 'Yes, I work on it');
    await expect.poll(async () => textOf(await cardOf('Job board')), { timeout: 20_000 }).not.toBe(before);
    const stranger = await bot.as('kofi').command('/project view', { project: 'Job board' });
    expect(buttonsOf(stranger.message)).not.toContain('Yes, I work on it');
  });

  it('is hidden by moderators after a report, and closed by its owner alone', async () => {
    const card = await cardOf('Seed');
    const reported = await bot.as('wanjiru').submit(await bot.as('wanjiru').click(card, 'Report'), {
      'What’s wrong with it?': 'It sells things',
    });
    expect(textOf(reported.message)).toContain('Thank you');
    const thabo = bot.as('owner');
    const seen = await thabo.command('/project view', { project: 'Seed *shop*' });
    expect(textOf(seen.message)).toContain('It sells things');
    await thabo.click(seen, 'Hide');
    await expect.poll(() => cards('Seed'), { timeout: 20_000 }).toEqual([]);
    expect(textOf((await bot.as('wanjiru').command('/project list')).message)).not.toContain('Seed');

    const refused = await bot.as('kofi').command('/project close', { project: 'Job board' });
    expect(textOf(refused.message)).toContain('Only the owner');
  });

  it('asks the owner once after six quiet weeks, and closes it a week later', async () => {
    await bot.sandbox.client.setClock(43 * day);
    const project = async () =>
      (
        await bot.database.query<{ asked_at: Date | null; closed_at: Date | null }>(
          `SELECT asked_at, closed_at FROM projects WHERE name = 'Job board'`,
        )
      )[0];
    await expect.poll(async () => (await project())?.asked_at, { timeout: 20_000 }).toBeTruthy();
    expect((await project())?.closed_at).toBeNull();
    await bot.sandbox.client.setClock(51 * day);
    await expect.poll(async () => (await project())?.closed_at, { timeout: 20_000 }).toBeTruthy();
    await expect.poll(async () => textOf(await cardOf('Job board')), { timeout: 20_000 }).toContain('closed');
  });
});
