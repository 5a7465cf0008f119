/** A backup restored under the built bot: what it posted since is not posted again, and old cards act on nothing else. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();
const cohort = '700000000000000001';
const directory = mkdtempSync(join(tmpdir(), 'nexus-restoring-'));
const file = join(directory, 'nexus.backup');
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function tool(...parameters: string[]): void {
  const path = fileURLToPath(new URL('../../dist/database-tool.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [path, ...parameters], {
    env: { PATH: process.env['PATH'], DATABASE_URL: bot.database.url },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}
const share = (title: string) =>
  bot.as('amina').command('/share', { kind: 'concept', title, body: `Words about ${title}` });
const numberIn = ({ message }: Exchange) => Number(/#(\d+)/.exec(textOf(message))?.[1]);
const digests = async () =>
  (await bot.as('amina').read('prodevprojectnexus', { limit: 100 })).filter((message) =>
    textOf(message).includes('Your cohort’s week'),
  );
let moves = 0;
/** The bot's jobs run when its clock moves. */
const runJobs = () => bot.sandbox.client.setClock((moves += 1));
const sent = () =>
  bot.database.query<{ message_id: string }>("SELECT message_id::text FROM digests WHERE state = 'sent'");

describe('after a restore', () => {
  let lost: Exchange;

  it('a digest that was posted since the backup is found, and not posted again', async () => {
    const owner = bot.as('owner', 'moderators');
    await owner.command('/admin digest schedule', { day: 'monday', time: '9am', timezone: 'UTC' });
    await share('Before the backup');
    await bot.stop();
    await bot.database.query(
      `UPDATE guilds SET log_channel_id = 720000000000000003, digest_due_at = now() - interval '1 minute',
              digest_period_start = now() - interval '7 days 1 minute' WHERE id = $1`,
      [cohort],
    );
    // What is in it belongs to the period that is due.
    await bot.database.query("UPDATE entries SET created_at = now() - interval '1 hour'");
    tool('backup', file);
    await bot.start();
    await runJobs();
    await expect.poll(async () => (await sent()).length, { timeout: 20_000 }).toBe(1);
    const [posted] = await sent();
    lost = await share('After the backup');
    expect(numberIn(lost)).toBe(2);
    await bot.stop();

    tool('restore', file, '--yes');
    expect(await sent()).toEqual([]);
    await bot.start();
    await runJobs();
    await expect.poll(async () => (await sent()).length, { timeout: 20_000 }).toBe(1);
    expect(await sent()).toEqual([posted]);
    expect((await digests()).map(({ id }) => id)).toEqual([posted?.message_id]);
  }, 180_000);

  it('numbers go on after the cards, and a button of a lost entry says so', async () => {
    const next = await share('After the restore');
    expect(numberIn(next), tell(next)).toBe(3);
    const pressed = await bot.as('kofi').click(lost, 'Helpful');
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(pressed.message), tell(pressed)).toContain('no longer have the entry');
    expect(await bot.database.query('SELECT 1 FROM helpful_votes')).toEqual([]);
  });

  it('moderators get the list of the cards whose entries are no more', async () => {
    const told = await bot
      .as('owner', 'moderators')
      .waitFor((message) => textOf(message).includes('restored a backup'));
    expect(textOf(told)).toContain(`#2: https://discord.com/channels/${cohort}/`);
    expect(textOf(told)).toContain(lost.message?.id);
  });

  it('a button of an old card never acts on another entry that got its number', async () => {
    // As it would be if the channel could not be read when the numbers were looked for.
    await bot.database.query(
      `INSERT INTO entries (guild_id, number, author_id, created_at, type, kind, title, body, tags)
       SELECT guild_id, 2, author_id, created_at, type, kind, 'Another one', body, tags FROM entries
        WHERE guild_id = $1 AND number = 3`,
      [cohort],
    );
    const pressed = await bot.as('kofi').click(lost, 'Helpful');
    expect(textOf(pressed.message), tell(pressed)).toContain('no longer have the entry');
    expect(await bot.database.query('SELECT 1 FROM helpful_votes')).toEqual([]);
  });
});
