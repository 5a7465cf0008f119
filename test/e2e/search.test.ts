/** The built bot over the sandbox: searching, paging, suggestions and the leaderboard, as members do it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

const numberIn = (exchange: Exchange) => Number(/#(\d+)/.exec(textOf(exchange.message))?.[1]);

async function share(name: string, title: string, tags = 'docker') {
  const exchange = await bot
    .as(name)
    .command('/share', { kind: 'concept', title, body: `About ${title}.`, tags });
  expect(exchange.outcome, tell(exchange)).toBe('message');
  return numberIn(exchange);
}

let first: number;

beforeAll(async () => {
  first = await share('amina', 'Docker volumes keep data');
  for (let index = 1; index <= 7; index++) await share('kofi', `Docker lesson ${index}`);
}, 30_000);

describe('/search', () => {
  it('answers the searcher alone, with a corrected word and links', async () => {
    const exchange = await bot.as('wanjiru').command('/search', { query: 'dokcer volmues' });
    expect(exchange.ephemeral, tell(exchange)).toBe(true);
    const text = textOf(exchange.message);
    expect(text).toContain('Showing results for **docker volumes**');
    expect(text).toContain(`#${first}**`);
    expect(text).toContain('discord.com/channels/');
    expect(buttonsOf(exchange.message)).toEqual(['View', 'Show in channel']);
  });

  it('shows an entry in full, and in the channel', async () => {
    const wanjiru = bot.as('wanjiru');
    const found = await wanjiru.command('/search volumes');
    const full = await wanjiru.click(found, 'View');
    expect(full.ephemeral).toBe(true);
    expect(textOf(full.message)).toContain('About Docker volumes keep data.');
    const posted = await wanjiru.click(found, 'Show in channel');
    expect(posted.outcome, tell(posted)).toBe('message');
    const cards = (await bot.as('kofi').read()).filter((message) =>
      textOf(message).includes('Docker volumes keep data'),
    );
    expect(cards.length).toBeGreaterThan(1);
  });

  it('turns pages for whoever opened the list, also after a restart', async () => {
    const wanjiru = bot.as('wanjiru');
    const opened = await wanjiru.command('/search', { query: 'docker' });
    expect(textOf(opened.message)).toContain('8 results · page 1 of 2');
    await bot.stop();
    await bot.start();
    const second = await wanjiru.click(opened, 'Next');
    expect(textOf(second.message), tell(second)).toContain('page 2 of 2');
    const back = await wanjiru.click(second, 'Previous');
    expect(textOf(back.message)).toContain('page 1 of 2');
  }, 30_000);

  it('narrows by kind, tag, author and what one saved', async () => {
    const amina = bot.as('amina');
    expect(textOf((await amina.command('/search', { tag: '#Docker', author: '@amina' })).message)).toContain(
      '1 result',
    );
    expect(textOf((await amina.command('/search', { kind: 'goal' })).message)).toContain('Nothing fits');
    expect(textOf((await amina.command('/search', { saved: true })).message)).toContain('Press Save');
  });

  it.each(['🚀', "':* & |", 'x'.repeat(6000), 'the'])(
    'says kindly that nothing is found for %s',
    async (query) => {
      const exchange = await bot.as('amina').command('/search', { query });
      expect(exchange.outcome, tell(exchange)).toBe('message');
      expect(textOf(exchange.message)).toContain('/challenge post');
    },
  );
});

describe('/challenge list', () => {
  it('has the open ones, unless told otherwise', async () => {
    const amina = bot.as('amina');
    expect(textOf((await amina.command('/challenge list')).message)).toContain('No challenge is waiting');
    await amina.command('/challenge post', {
      title: 'Nginx answers 502',
      details: 'Behind a proxy.',
      tags: 'nginx',
    });
    const open = await bot.as('kofi').command('/challenge list');
    expect(open.ephemeral).toBe(true);
    expect(textOf(open.message)).toMatch(/Open challenges[\s\S]*Nginx answers 502/);
    expect(textOf((await amina.command('/challenge list', { status: 'solved' })).message)).toContain(
      'No challenge has been solved',
    );
  });
});

describe('suggestions', () => {
  it('come while typing, with numbers as values', async () => {
    const choices = await bot.as('kofi').autocomplete('/entry view', 'entry', 'volu');
    expect(choices).toMatchObject([{ name: `#${first} Docker volumes keep data`, value: String(first) }]);
    expect(await bot.as('kofi').autocomplete('/challenge solve', 'challenge', '')).toMatchObject([
      { name: expect.stringContaining('Nginx') },
    ]);
  });
});

describe('/leaderboard', () => {
  it('lists contributors, and switches its period', async () => {
    const kofi = bot.as('kofi');
    const week = await kofi.command('/leaderboard');
    expect(week.ephemeral, tell(week)).toBe(true);
    expect(textOf(week.message)).toMatch(/This week[\s\S]*🥇[\s\S]*14 points[\s\S]*🥈/);
    const ever = await kofi.click(week, 'All time');
    expect(textOf(ever.message), tell(ever)).toMatch(/Leaderboard · All time/);
  });
});
