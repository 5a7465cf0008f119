/** How the digest reaches people, through the built bot: by direct message, with a ping, as a nudge, or not at all. */
import { describe, expect, it } from 'vitest';
import { type Message, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();
const cohort = '700000000000000001';
const week = 7 * 86_400_000;
const minutes = 60_000;

const moderator = () => bot.as('owner', 'moderators');
const inChannel = async (channel: string, words: string) =>
  (await bot.as('owner').read(channel, { limit: 100 })).filter((message) => textOf(message).includes(words));
const digests = () => inChannel('prodevprojectnexus', 'Your cohort’s week');
const direct = async (name: string) => {
  const all = await bot.as(name).in('dm').read('dm', { limit: 100 });
  return all.filter((message) => textOf(message).includes('Your cohort’s week'));
};
const dueAt = async () => {
  const [row] = await bot.database.query<{ due: Date }>(
    'SELECT digest_due_at AS due FROM guilds WHERE id = $1',
    [cohort],
  );
  return row?.due ?? new Date(0);
};
/** Sets the sandbox's clock; the bot's jobs run immediately. */
const travelTo = (at: Date) => bot.sandbox.client.setClock(at.getTime() - Date.now());
const share = (title: string) =>
  bot.as('amina').command('/share', { kind: 'concept', title, body: 'Some words that matter.' });

async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`It did not come about: ${JSON.stringify(value).slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
/** Every message the bot posted, as its request said. */
const pinged = async (roleId: string) =>
  (await bot.sandbox.client.journal({ limit: 5_000, kind: 'request' })).filter(({ method, body, status }) => {
    const { allowed_mentions: allowed } = (body ?? {}) as { allowed_mentions?: { roles?: string[] } };
    return method === 'POST' && status === 200 && allowed?.roles?.includes(roleId);
  });

describe('by direct message', () => {
  it('arrives once for each subscriber, with links and a button to unsubscribe', async () => {
    await moderator().command('/admin setup', { channel: 'prodevprojectnexus', 'log-channel': 'moderators' });
    expect(textOf((await bot.as('kofi').command('/digest subscribe')).message)).toContain(
      'by direct message',
    );
    expect(textOf((await bot.as('kofi').command('/digest subscribe')).message)).toContain(
      'already subscribed',
    );
    await bot.as('wanjiru').command('/digest subscribe');
    await bot.sandbox.client.changeUser('wanjiru', { closedDms: true });
    await share('Indexes are not free');
    const due = await dueAt();
    await travelTo(due);
    const [message] = await until(
      () => direct('kofi'),
      (found) => found.length > 0,
    );
    expect(textOf(message)).toContain('Indexes are not free');
    expect(JSON.stringify(message)).toContain(`discord.com/channels/${cohort}/`);
    expect(await digests()).toHaveLength(1);

    await bot.stop('SIGKILL');
    await bot.start();
    await travelTo(new Date(due.getTime() + 10 * minutes));
    await until(
      () => bot.database.query("SELECT 1 FROM outbox_messages WHERE topic = 'digest-mail'"),
      (rows) => rows.length === 0,
    );
    expect(await direct('kofi')).toHaveLength(1);
    expect(await direct('amina')).toHaveLength(0);

    const ended = await bot
      .as('kofi')
      .in('dm')
      .click(message as Message, 'Unsubscribe');
    expect(textOf(ended.message)).toContain('get digests by direct message any more');
    expect(await bot.database.query('SELECT 1 FROM digest_subscriptions WHERE closed_at IS NULL')).toEqual(
      [],
    );
  });

  it('is mentioned once after the next command if it is closed, and then stops', async () => {
    const first = await bot.as('wanjiru').command('/search indexes');
    const told = await bot.sandbox.client.exchange(first.id, { followUps: 1, timeout: 30_000 });
    expect(told.followUps.map(textOf).join()).toContain('you don’t accept direct messages');
    expect(await bot.database.query('SELECT 1 FROM digest_subscriptions')).toEqual([]);
    const second = await bot.as('wanjiru').command('/search indexes');
    expect(second.followUps).toEqual([]);
  });
});

describe('settings', () => {
  it('pings the chosen role once, and nobody else', async () => {
    await bot.sandbox.client.createRole('Cohort', { name: 'Digest readers', mentionable: true });
    const page = await moderator().click(await moderator().command('/admin setup'), 'Digest');
    const chosen = await moderator().choose(page, 'n1:setup-digest-role', 'Digest readers');
    const roleId = /"id":"(\d+)","type":"role"/.exec(JSON.stringify(chosen.message))?.[1] ?? '';
    await moderator().click(page, 'Nudge in empty weeks');
    await share('Second week');
    await travelTo(await dueAt());
    const [, message] = await until(digests, (found) => found.length === 2);
    expect(message?.mention_roles).toEqual([roleId]);
    expect(message?.mentions).toEqual([]);
    expect(await pinged(roleId)).toHaveLength(1);
  });

  it('gets a nudge in an empty week, and nothing in the one after', async () => {
    const due = await dueAt();
    await travelTo(due);
    const nudges = () => inChannel('prodevprojectnexus', 'A quiet week');
    const [nudge] = await until(nudges, (found) => found.length === 1);
    expect(nudge?.mention_roles).toEqual([]);
    const form = await bot.as('kofi').click(nudge as Message, 'Share something');
    expect(form.outcome).toBe('modal');
    await travelTo(new Date(due.getTime() + week));
    await until(
      () => bot.database.query("SELECT 1 FROM digests WHERE state = 'skipped' AND reason = 'empty'"),
      (rows) => rows.length === 1,
    );
    expect(await nudges()).toHaveLength(1);
    expect(textOf((await moderator().command('/admin settings')).message)).toContain('a nudge, never two');
  });
});

describe('a failure', () => {
  it('is reported once in the log channel, and the digest arrives once the channel is open', async () => {
    await share('Third week');
    const due = await dueAt();
    await bot.sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', ['SEND_MESSAGES']);
    await travelTo(due);
    const told = () => inChannel('moderators', 'I couldn’t post the digest');
    const [notice] = await until(told, (found) => found.length === 1);
    expect(textOf(notice)).toContain('give me Send Messages');
    for (const later of [2, 10, 60]) {
      const before = await until(attempts, (failed) => failed > 0);
      await travelTo(new Date(due.getTime() + later * minutes));
      await until(attempts, (now) => now > before);
    }
    expect(await told()).toHaveLength(1);
    await bot.sandbox.client.openChannel('Cohort', 'prodevprojectnexus');
    await travelTo(new Date(due.getTime() + 180 * minutes));
    await until(digests, (found) => found.length === 3);
  });

  it('is reported to the owner without a log channel, and again if one was posted in between', async () => {
    const page = await moderator().command('/admin setup');
    await moderator().choose(page, 'n1:setup-log-channel', []);
    await share('Fourth week');
    await bot.sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', ['SEND_MESSAGES']);
    await travelTo(await dueAt());
    const told = async () =>
      (await bot.as('owner').in('dm').read('dm')).filter((message) =>
        textOf(message).includes('I couldn’t post the digest'),
      );
    const [notice] = await until(told, (found) => found.length === 1);
    expect(textOf(notice)).toContain('Cohort');
  });
});

/** Failed attempts at the latest digest; 0 while an attempt is running. */
const attempts = async () => {
  const [row] = await bot.database.query<{ attempt: number }>(
    "SELECT attempt FROM outbox_messages WHERE topic = 'digest' AND reason IS NOT NULL AND leased_until IS NULL ORDER BY id DESC LIMIT 1",
  );
  return row?.attempt ?? 0;
};
