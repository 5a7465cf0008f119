/** Moderators' use of the built bot: setting it up, a check without findings, and a deleted channel. */
import { expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

it('is set up with the panel, finds no problem, even after time has moved on, and notices a deleted channel', async () => {
  const owner = bot.as('owner', 'general');
  const panel = await owner.command('/admin setup');
  await owner.choose(panel, 'n1:setup-channel', 'general');
  await owner.choose(panel, 'n1:setup-moderator-role', 'Moderator');

  const moderator = bot.as('thabo', 'general');
  expect(textOf((await moderator.command('/admin settings')).message)).toContain('<@&710000000000000001>');
  expect(textOf((await moderator.command('/admin doctor')).message)).toContain('Everything looks good');

  // The sandbox's clock says nothing about the machine's clock.
  await bot.sandbox.setClock(5 * 60_000);
  expect(textOf((await moderator.command('/admin doctor')).message)).toContain('Everything looks good');

  await bot.sandbox.client.deleteChannel('Cohort', 'general');
  const elsewhere = bot.as('thabo', 'moderators');
  const [title, first] = textOf((await elsewhere.command('/admin doctor')).message).split('\n');
  expect(title).toContain('1 thing needs fixing');
  expect(first).toContain('A channel I use was deleted');
  expect(textOf((await elsewhere.command('/admin setup')).message)).toContain('was deleted');
});
