/** The guard of the built bot: what it refuses leaves no trace, and members get their text back. */
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { randomOf } from '../features/secrets/planted-secrets.js';
import { useBot } from '../support/bot.js';

const bot = useBot({ environment: { LOG_LEVEL: 'trace' } });

const { of } = randomOf(20_260_301);
const secret = of(24);
const address = (password: string) => `postgres://app:${password}@db.jobs.africa/main`;
const leaking = `Why does this time out?\nDATABASE_URL=${address(secret)}`;

/** Every row of every table that contains the text. */
async function rowsWith(words: string): Promise<string[]> {
  const tables = await bot.database.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await bot.database.query<{ row: string }>(
      `SELECT t::text AS row FROM ${name} t WHERE t::text LIKE $1`,
      [`%${words}%`],
    );
    found.push(...rows.map(({ row }) => row));
  }
  return found;
}

async function expectNoTrace(): Promise<void> {
  expect(await rowsWith(secret)).toEqual([]);
  expect(JSON.stringify(bot.log)).not.toContain(secret);
  expect(JSON.stringify(await bot.as('owner').read())).not.toContain(secret);
}

function expectRefused(exchange: Exchange): void {
  expect(exchange.ephemeral, tell(exchange)).toBe(true);
  expect(textOf(exchange.message)).toContain(address('••••'));
  expect(JSON.stringify(exchange.message)).not.toContain(secret);
}

describe('a secret', () => {
  it('is refused by every command that takes text, and leaves no trace', async () => {
    const amina = bot.as('amina');
    await amina.command('/share', { kind: 'goal', title: 'Mine', body: 'To be edited' });
    await bot.as('kofi').command('/challenge post', { title: 'Celery waits', details: 'They never end' });
    const filled = async (line: string, values: Record<string, string>) =>
      amina.submit(await amina.command(line), values);
    const refused = [
      await amina.command('/share', { kind: 'concept', title: 'Neon', body: leaking }),
      await amina.command('/share', { kind: 'concept', title: address(secret), body: 'Words' }),
      await amina.command('/challenge post', { title: 'Time-out', details: leaking }),
      await amina.command('/challenge solve', { challenge: '2', solution: leaking }),
      await filled('/entry edit 1', { title: 'Mine', body: leaking }),
      await filled('/share', { kind: 'concept', title: 'Long '.repeat(22), tags: 'a b', body: leaking }),
    ];
    refused.forEach(expectRefused);
    const file = { name: 'README.md', content: `# Project\n\n## Takeaways\n- ${leaking.split('\n')[1]}\n` };
    const imported = await amina.command('/readme import', {}, { file });
    expectRefused(imported);
    expect(textOf(imported.message)).toContain('Line 4 of this file');
    await expectNoTrace();
  });

  it('comes back in the form, which is accepted once the secret is removed', async () => {
    const amina = bot.as('amina');
    const refused = await amina.command('/share', {
      kind: 'concept',
      title: 'Neon times out',
      body: leaking,
    });
    const form = await amina.click(refused, 'Open the form again');
    expect(JSON.stringify(form.modal)).toContain(secret);
    const kept = await amina.submit(form, { body: leaking.replace(secret, '<password>') });
    expect(kept.ephemeral, tell(kept)).toBe(false);
    await expectNoTrace();
  });

  it('leaves no trace while the database is down, either', async () => {
    const name = new URL(bot.database.url).pathname.slice(1);
    const admin = new URL(bot.database.url);
    admin.pathname = '/postgres';
    const client = new Client(admin.href);
    await client.connect();
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = $2',
      [name, 'nexus'],
    );
    const exchanges = [
      await bot.as('amina').command('/share', { kind: 'concept', title: 'Neon', body: leaking }),
      await bot.as('amina').command('/challenge solve', { challenge: '2', solution: leaking }),
    ];
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    await client.end();
    exchanges.forEach(expectRefused);
    for (const exchange of exchanges) expect(buttonsOf(exchange.message)).toEqual(['Open the form again']);
    // Anything stored meanwhile would arrive now.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expectNoTrace();
  });
});

describe('AutoMod', () => {
  it('of the guild applies to what is written through the bot, and its own message is shown', async () => {
    const block = { type: 1, metadata: { custom_message: 'Keep it *kind*' } };
    await bot.sandbox.client.setAutoModeration('Cohort', [
      {
        name: 'Kind words',
        event_type: 1,
        trigger_type: 1,
        enabled: true,
        trigger_metadata: { keyword_filter: ['blockhead*'], regex_patterns: ['n[i1]tro'], allow_list: [] },
        actions: [block],
        exempt_roles: ['710000000000000001'],
      },
      {
        name: 'Lists',
        event_type: 1,
        trigger_type: 4,
        enabled: true,
        trigger_metadata: { presets: [1] },
        actions: [block],
      },
    ]);
    // The doctor reads the rules again.
    expect(textOf((await bot.as('owner').command('/admin doctor')).message)).toContain(
      '1 rule that uses Discord’s own word lists',
    );
    const says = (body: string) => ({ kind: 'concept', title: `Of ${body}`, body });
    const refused = await bot.as('amina').command('/share', says('What a blockheaded cache'));
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain('Keep it \\*kind\\*');
    expect(buttonsOf(refused.message)).toEqual(['Open the form again']);
    expect((await bot.as('amina').command('/share', says('Free N1tro'))).ephemeral).toBe(true);
    expect((await bot.as('thabo').command('/share', says('A blockhead of mine'))).ephemeral).toBe(false);
  });
});

describe('in a guild with the usual limits', () => {
  it('refuses the sixth entry within a minute, and gives the text back', async () => {
    const amina = bot.as('amina', 'prodevprojectnexus', 'Elsewhere');
    const share = (title: string) => amina.command('/share', { kind: 'goal', title, body: `${title}, soon` });
    for (const title of ['One', 'Two', 'Three', 'Four']) await share(title);
    const twice = await share('Four');
    expect(textOf(twice.message)).toMatch(
      /You already wrote this in \[#4]\(https:\/\/discord.com\/channels\//,
    );
    await share('Five');
    const sixth = await share('Six');
    expect(sixth.ephemeral, tell(sixth)).toBe(true);
    expect(textOf(sixth.message)).toMatch(/limit is 5 per minute.*<t:\d+:R>/s);
    expect(textOf(sixth.message)).toContain('Six, soon');
  });
});
