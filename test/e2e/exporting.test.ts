/** The built bot over the sandbox: exporting a README, and importing it into an empty guild. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

const entriesOf = (guild: string) =>
  bot.database.query(
    `SELECT e.type, e.kind, e.title, e.body, e.link, e.tags, e.section, e.done_at IS NOT NULL AS done,
            e.accepted_at IS NOT NULL AS accepted, c.title AS challenge
       FROM entries e LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number
      WHERE e.guild_id = $1 ORDER BY e.title, c.title, e.body`,
    [guild],
  );

async function fileOf({ message }: Exchange): Promise<Uint8Array> {
  return message ? new Uint8Array(await bot.sandbox.client.download(message)) : new Uint8Array();
}

async function shareSomething() {
  const amina = bot.as('amina');
  await amina.command('/share', {
    kind: 'technology',
    title: 'Redis *in* practice',
    body: '# Why\n- fast\n- <b>simple</b>\n\n```js\nawait redis.get(key);',
    tags: 'redis, django',
    link: 'https://redis.io/docs?a=1&b=2',
  });
  await amina.command('/share', { kind: 'goal', title: 'Learn Kubernetes', body: 'One day\nsoon' });
  await amina.command('/challenge post', {
    title: 'Too many clients',
    details: 'It refuses.',
    tags: 'postgresql',
  });
  await bot.as('kofi').command('/challenge solve', { challenge: '3', solution: 'A pool of ten.' });
  await amina.command('/challenge accept', { solution: '4' });
  await bot.database.query(`UPDATE entries SET section = 'Databases', done_at = NULL WHERE number = 1`);
  await bot.database.query('UPDATE entries SET done_at = created_at WHERE number = 2');
}

describe('/readme export', () => {
  it('says what to do if there is nothing to export', async () => {
    const empty = await bot.as('wanjiru').command('/readme export');
    expect(empty.ephemeral).toBe(true);
    expect(textOf(empty.message)).toContain('/share');
    const other = await bot.as('amina').command('/readme export', { member: '@wanjiru' });
    expect(textOf(other.message)).toContain('hasn’t shared anything');
  });

  it('gives a file that an empty guild imports as the same entries', async () => {
    await shareSomething();
    const exported = await bot.as('amina').command('/readme export');
    expect(exported.ephemeral).toBe(true);
    expect(
      exported.message?.attachments.map(({ filename }) => filename),
      tell(exported),
    ).toEqual(['README.md']);
    const text = strFromU8(await fileOf(exported));
    expect(text).toContain('### Databases');
    expect(text).toMatch(/solved by \*\*Kofi\*\* · 💬 \[#4\]\(https:\/\/discord\.com\/channels\//u);
    expect(text).toContain('- [x] **Learn Kubernetes**');

    const amina = bot.as('amina', 'prodevprojectnexus', 'Elsewhere');
    const preview = await amina.command('/readme import', {}, { file: { name: 'README.md', content: text } });
    expect(preview.outcome, tell(preview)).toBe('message');
    const imported = await amina.click(preview, 'Import all');
    expect(imported.outcome, tell(imported)).not.toBe('failed');
    expect(await entriesOf('700000000000000002')).toEqual(await entriesOf('700000000000000001'));
  });

  it('of another member contains what everyone can see, in the language of the person who asks', async () => {
    await bot.sandbox.client.changeUser('wanjiru', { locale: 'fr' });
    const exported = await bot.as('wanjiru').command('/readme export', { member: '@kofi' });
    const text = strFromU8(await fileOf(exported));
    expect(text).toContain('Solutions pour les autres');
    expect(text).toContain('demandé par **Amina**');
  });
});

describe('/admin export', () => {
  it('gives moderators the cohort’s pages and data, and nobody else', async () => {
    const exported = await bot.as('owner').command('/admin export', { format: 'markdown' });
    expect(exported.ephemeral).toBe(true);
    const files = unzipSync(await fileOf(exported));
    expect(Object.keys(files)).toContain('members/amina.md');
    expect(strFromU8(files['challenges.md'] ?? new Uint8Array())).toContain('## Too many clients');
    const data = await bot.as('owner').command('/admin export', { format: 'json' });
    expect(data.ephemeral).toBe(true);
    expect(data.message?.attachments.map(({ filename }) => filename)).toEqual(['cohort.zip']);
    const { 'cohort.json': json } = unzipSync(await fileOf(data));
    const { entries, settings } = JSON.parse(strFromU8(json ?? new Uint8Array()));
    expect(entries.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4]);
    expect(settings).toMatchObject({ timezone: 'Africa/Nairobi' });
    const refused = await bot.as('thabo').command('/admin export');
    expect(textOf(refused.message)).toContain('for moderators');
  });
});
