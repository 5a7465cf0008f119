/** Following, through the built bot over the sandbox: what's new comes by direct message, and a button there stops it. */
import { expect, it } from 'vitest';
import { buttonsOf, type Message, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

const news = async (name: string): Promise<Message[]> => {
  const all = await bot.as(name).in('dm').read('dm', { limit: 100 });
  return all.filter((message) => textOf(message).includes('News from'));
};

async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 30_000;
  for (let value = await read(); ; value = await read()) {
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`not in time: ${JSON.stringify(value).slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** At 10:00 in Nairobi of some day ahead: nobody is told at night. */
async function travelToMorning(daysAhead: number): Promise<void> {
  const day = new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10);
  await bot.sandbox.client.setClock(Date.parse(`${day}T07:00:00Z`) - Date.now());
}

it('tells a follower by direct message, where a button turns it off', async () => {
  await travelToMorning(1);
  const kofi = bot.as('kofi');
  const followed = await kofi.command('/follow add', { tag: 'PostgreSQL' });
  expect(followed.ephemeral).toBe(true);
  expect(textOf(followed.message)).toContain('postgresql');

  const share = (title: string) =>
    bot
      .as('amina')
      .command('/share', { kind: 'concept', title, body: `About ${title}.`, tags: 'postgresql' });
  await share('Partial indexes');
  const [told] = await until(
    () => news('kofi'),
    (messages) => messages.length > 0,
  );
  expect(textOf(told as Message)).toContain('Partial indexes');
  expect(buttonsOf(told as Message)).toEqual(['Turn off: what I follow']);

  const off = await kofi.in('dm').click(told as Message, 'Turn off: what I follow');
  expect(textOf(off.message)).toContain('any more');
  await travelToMorning(2);
  await share('Covering indexes');
  await until(
    () => bot.database.query(`SELECT 1 FROM outbox_messages WHERE topic = 'news'`),
    (rows) => rows.length === 0,
  );
  expect(await news('kofi')).toHaveLength(1);

  const choices = await kofi.click(await kofi.command('/profile view'), 'Notifications');
  expect(textOf(choices.message)).toContain('Don’t tell me');
  const removed = await kofi.command('/follow remove', { what: '#postgresql' });
  expect(textOf(removed.message)).toContain('Nothing yet');
});

it('links the challenge’s number to its card, also in a direct message', async () => {
  await travelToMorning(4);
  const asked = await bot
    .as('amina')
    .command('/challenge post', { title: 'Why a seq scan?', details: 'Slow.' });
  const challenge = /#(\d+)/.exec(textOf(asked.message))?.[1] ?? '';
  await bot.as('wanjiru').command('/follow add', { challenge });
  await bot.as('kofi').command('/challenge solve', { challenge, solution: 'Analyze it.' });
  const [told] = await until(
    () => news('wanjiru'),
    (messages) => messages.length > 0,
  );
  const card = `https://discord.com/channels/700000000000000001/${asked.channelId}/${asked.message?.id}`;
  expect(textOf(told as Message)).toContain(`answered [#${challenge}](${card})`);
});
