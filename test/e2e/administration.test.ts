/** Moderators' side of the built bot: setting up, a check-up without findings, and what a deleted channel looks like. */
import { expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

it('sets up by a panel, finds itself well, also when time has moved on, and misses a deleted channel', async () => {
  const owner = bot.as('owner', 'general');
  const panel = await owner.command('/admin setup');
  await owner.choose(panel, 'n1:setup-channel', 'general');
  await owner.choose(panel, 'n1:setup-moderator-role', 'Moderator');

  const moderator = bot.as('thabo', 'general');
  expect(textOf((await moderator.command('/admin settings')).message)).toContain('<@&710000000000000001>');
  expect(textOf((await moderator.command('/admin doctor')).message)).toContain('All is well');

  // The sandbox's clock says nothing about the machine's.
  await bot.sandbox.setClock(5 * 60_000);
  expect(textOf((await moderator.command('/admin doctor')).message)).toContain('All is well');

  await bot.sandbox.client.deleteChannel('Cohort', 'general');
  const elsewhere = bot.as('thabo', 'moderators');
  const [title, first] = textOf((await elsewhere.command('/admin doctor')).message).split('\n');
  expect(title).toContain('1 thing needs mending');
  expect(first).toContain('A channel I use was deleted');
  expect(textOf((await elsewhere.command('/admin setup')).message)).toContain('was deleted');
});
