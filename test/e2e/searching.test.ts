/** The built bot over the sandbox: searching, paging, autocomplete, lists and the leaderboard, as members do it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

const numberIn = (exchange: Exchange) => /#(\d+)/.exec(textOf(exchange.message))?.[1] ?? '';
const search = (name: string, options: Record<string, unknown>) => bot.as(name).command('/search', options);

async function share(name: string, title: string, body: string, tags = 'learning') {
  return numberIn(await bot.as(name).command('/share', { kind: 'concept', title, body, tags }));
}

let docker = '';

beforeAll(async () => {
  docker = await share(
    'amina',
    'Docker volumes outlive their containers',
    'Data stays when the container goes.',
    'docker',
  );
  await share('kofi', 'Déploiement continu avec GitHub Actions', 'Chaque poussée est testée.', 'ci-cd');
  await share('kofi', 'Middleware runs in order', 'The first of the list sees the request first.', 'django');
  for (let index = 0; index < 12; index += 1) {
    await share('wanjiru', `Pagination lesson ${index}`, 'Cursors do not skip rows.', 'rest');
  }
});

describe('/search', () => {
  it('finds words in titles, tags and bodies, prefixes, and words without their accents', async () => {
    for (const query of ['volumes', 'docker', 'container goes', 'volu', 'deploiement', 'DÉPLOIEMENT']) {
      const found = await search('amina', { query });
      expect(found.ephemeral).toBe(true);
      expect(textOf(found.message), query).toMatch(/volumes|Déploiement/);
    }
  });

  it('corrects a misspelt word and says so', async () => {
    const found = await search('amina', { query: 'dokcer' });
    expect(textOf(found.message)).toContain('Showing results for **docker**');
    expect(textOf(found.message)).toContain(`#${docker}`);
    expect(textOf(found.message)).toContain(
      'https://discord.com/channels/700000000000000001/720000000000000001/',
    );
  });

  it('never suggests a word of a deleted entry', async () => {
    const number = await share('amina', 'Zookeeper elections', 'A quorum decides.');
    expect(textOf((await search('kofi', { query: 'zookeper' })).message)).toContain(`#${number}`);
    await bot.as('amina').command(`/entry delete ${number}`);
    const found = textOf((await search('kofi', { query: 'zookeper' })).message);
    expect(found).not.toMatch(/zookeeper/i);
  });

  it.each([
    '🎉',
    '!!!',
    "'; DROP TABLE entries; --",
    'a & b | !c:*',
    'x'.repeat(3_000),
    '\u202eabc',
    'be\u0000fore',
    ':*',
  ])('takes %j without harm', async (query) => {
    const found = await search('amina', { query });
    expect(found.outcome, tell(found)).toBe('message');
    expect(textOf(found.message)).not.toContain('Sorry');
  });

  it('pages through its results, for the person who searched, even after a restart', async () => {
    const first = await search('amina', { query: 'pagination' });
    const numbers = (exchange: Exchange) =>
      [...textOf(exchange.message).matchAll(/Pagination lesson (\d+)/g)].map(([, one]) => one);
    const second = await bot.as('amina').click(first, 'Next');
    expect(second.outcome, tell(second)).toBe('update');
    expect(numbers(second).length).toBeGreaterThan(0);
    expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(
      numbers(first).length + numbers(second).length,
    );
    await bot.stop();
    await bot.start();
    const back = await bot.as('amina').click(second, 'Previous');
    expect(numbers(back)).toEqual(numbers(first));
  });

  it('narrows by kind, tag, author and saved', async () => {
    const tagged = textOf((await search('amina', { tag: '#Docker' })).message);
    expect(tagged).toContain(`#${docker}`);
    expect(tagged).not.toContain('Pagination');
    expect(textOf((await search('amina', { author: '@kofi' })).message)).toContain('Middleware');
    const card = await bot.as('kofi').command(`/entry view ${docker}`);
    await bot.as('kofi').click(card, 'Save');
    const saved = textOf((await search('kofi', { saved: true })).message);
    expect(saved).toContain(`#${docker}`);
    expect(saved).not.toContain('Middleware');
  });

  it('shows a result in full, and in the channel', async () => {
    const found = await search('kofi', { query: 'volumes' });
    const whole = await bot.as('kofi').click(found, 'View');
    expect(textOf(whole.message)).toContain('Data stays when the container goes.');
    const shown = await bot.as('kofi').click(found, 'Show in channel');
    expect(textOf(shown.message)).toContain('Shown in the channel');
  });

  it('says what to do next if it finds nothing', async () => {
    const found = await search('amina', { query: 'qwertyuiopasdf' });
    expect(textOf(found.message)).toMatch(/\/(challenge post|share)/);
  });

  it('stays within the guild', async () => {
    const elsewhere = await bot
      .as('amina', 'prodevprojectnexus', 'Elsewhere')
      .command('/search', { query: 'docker' });
    expect(textOf(elsewhere.message)).not.toContain('volumes');
  });
});

describe('autocomplete', () => {
  it('offers entries by number, by words of their titles, and the newest', async () => {
    const offered = async (typed: string) =>
      (await bot.as('amina').autocomplete('/entry view', 'entry', typed)).map(({ name }) => name);
    expect((await offered(docker))[0]).toContain('Docker volumes');
    expect((await offered('volu'))[0]).toContain('Docker volumes');
    expect((await offered('')).length).toBeGreaterThan(5);
    expect(await offered('@@@ ☃')).toEqual([]);
  });

  it('offers open challenges to solve, and solutions to accept', async () => {
    const asked = await bot
      .as('amina')
      .command('/challenge post', { title: 'Webpack forgets my styles', details: 'All grey' });
    const challenge = numberIn(asked);
    const toSolve = await bot.as('kofi').autocomplete('/challenge solve', 'challenge', 'webp');
    expect(toSolve.map(({ value }) => value)).toEqual([challenge]);
    const answer = await bot
      .as('kofi')
      .command('/challenge solve', { challenge, solution: 'Import the sheet' });
    const toAccept = await bot.as('amina').autocomplete('/challenge accept', 'solution', '');
    expect(toAccept[0]?.name).toContain('Import the sheet');
    await bot.as('amina').click(answer, 'Accept');
    expect(await bot.as('kofi').autocomplete('/challenge solve', 'challenge', 'webp')).toEqual([]);
    expect((await bot.as('amina').autocomplete('/challenge reopen', 'challenge', 'webp')).length).toBe(1);
  });
});

describe('/challenge list', () => {
  it('shows the open ones, or the solved ones', async () => {
    await bot
      .as('amina')
      .command('/challenge post', { title: 'Still waiting for help', details: 'Nobody knows' });
    const open = textOf((await bot.as('kofi').command('/challenge list')).message);
    expect(open).toContain('Still waiting');
    expect(open).not.toContain('Webpack');
    const solved = textOf((await bot.as('kofi').command('/challenge list status:solved')).message);
    expect(solved).toContain('Webpack');
    expect(solved).not.toContain('Still waiting');
  });
});

describe('/leaderboard', () => {
  it('counts points, and switches its period', async () => {
    const week = await bot.as('kofi').command('/leaderboard');
    expect(week.ephemeral).toBe(true);
    expect(textOf(week.message)).toMatch(/Wanjiru|<@/);
    const all = await bot.as('kofi').click(week, 'All time');
    expect(textOf(all.message)).toContain('24');
    expect(buttonsOf(all.message).length).toBeGreaterThan(1);
  });
});
