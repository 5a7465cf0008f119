/** The built bot over the sandbox: a thread of `Discuss` becomes a solution, where Discord hands out its texts. */
import { expect, it } from 'vitest';
import { buttonsOf, describe as tell, textOf } from '../../sandbox/client.js';
import { behindMore, useBot } from '../support/bot.js';

const button = 'Turn this thread into a solution';
const numberIn = (text: string) => Number(/#(\d+)/.exec(text)?.[1]);
const bot = useBot({
  bots: [{ token: 'sandbox-token-for-tests', name: 'Nexus', privilegedIntents: ['messageContent'] }],
});

it('makes one text of the messages that were chosen, and their author the helper', async () => {
  const asked = await bot
    .as('amina')
    .command('/challenge post', { title: 'Why do my tests hang?', details: 'They never end.' });
  const challenge = numberIn(textOf(asked.message));
  const none = await behindMore(bot.as('amina'), asked, button);
  expect(textOf(none.message)).toContain('no thread on this challenge yet');

  await bot.as('kofi').click(asked, 'Discuss');
  const thread = String(asked.message?.id);
  const within = (name: string) => bot.as(name, thread);
  const greeting = await within('kofi').waitFor((message) => buttonsOf(message).includes(button));
  const empty = await within('kofi').click(greeting, button);
  expect(textOf(empty.message)).toContain('Nobody has written anything');

  const first = await within('kofi').say('Something keeps the event loop alive.');
  await within('amina').say('What could that be?');
  const second = await within('kofi').say('Close the pool:\n```js\nawait pool.end();\n```');
  const offered = await within('wanjiru').click(greeting, button);
  expect(offered.ephemeral).toBe(true);
  const both = await within('wanjiru').choose(offered, undefined, [first.id, second.id]);
  expect(both.outcome, tell(both)).toBe('modal');
  expect(JSON.stringify(both.modal)).toContain('event loop alive');
  const saved = await within('wanjiru').submit(both);
  const solution = numberIn(textOf(saved.message));
  const card = await bot.as('amina').waitFor((message) => textOf(message).includes('await pool.end()'));
  expect(textOf(card)).toContain(`Solution to [#${challenge}]`);
  expect(textOf(card)).toContain('from [2 messages]');
  const [row] = await bot.database.query(
    `SELECT m.display_name AS author FROM entries e JOIN members m ON m.guild_id = e.guild_id AND m.user_id = e.author_id
      WHERE e.number = $1`,
    [solution],
  );
  expect(row).toEqual({ author: 'Kofi' });
  const again = await within('amina').choose(await within('amina').click(greeting, button), undefined, [
    first.id,
  ]);
  expect(textOf(again.message)).toContain('already saved as');
});

it('takes messages of one member at a time', async () => {
  const asked = await bot
    .as('amina')
    .command('/challenge post', { title: 'Which port?', details: 'For the API.' });
  await bot.as('kofi').click(asked, 'Discuss');
  const thread = String(asked.message?.id);
  const one = await bot.as('kofi', thread).say('8080 is free here.');
  const other = await bot.as('wanjiru', thread).say('Or let it pick one.');
  const greeting = await bot.as('amina', thread).waitFor((message) => buttonsOf(message).includes(button));
  const offered = await bot.as('amina', thread).click(greeting, button);
  const refused = await bot.as('amina', thread).choose(offered, undefined, [one.id, other.id]);
  expect(textOf(refused.message)).toContain('messages of one member');
});
