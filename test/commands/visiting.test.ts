/** In a server that the bot isn't in, where somebody brings it along with their account: it says so, and stores nothing. */
import { expect, it } from 'vitest';
import { definitionsOf } from '../../src/discord/register.js';
import { features } from '../../src/features.js';
import { commandUsed, formHandedIn, someMessage } from '../support/stage/interactions.js';
import { useStage } from '../support/stage/stage.js';

const stage = useStage();
const somebody = { id: '800000000000000077', name: 'Amina', permissions: '0', roles: [], isBot: false };
const where = { guildId: '700000000000000099', channelId: '720000000000000099' };
const visiting = (raw: Record<string, unknown>) => ({
  ...raw,
  authorizing_integration_owners: { 1: somebody.id },
});

it('every command is for installations in servers alone', () => {
  for (const command of definitionsOf(features.commands))
    expect(command).toMatchObject({ integration_types: [0], contexts: [0] });
});

it.each([
  [
    'a command',
    () =>
      commandUsed(stage.newId, somebody, where, {
        name: 'share',
        options: [
          { name: 'title', type: 3, value: 'Indexes' },
          { name: 'body', type: 3, value: 'They pay off.' },
        ],
      }),
  ],
  [
    'a form',
    () =>
      formHandedIn(stage.newId, somebody, where, {
        customId: 'n1:share-form',
        fields: [{ id: 'title', value: 'Indexes', type: 4 }],
        message: someMessage(stage.newId, where.channelId),
      }),
  ],
])('%s is refused and leaves nothing', async (_name, raw) => {
  const { result, sent } = await stage.play(visiting(raw()));
  expect(result).toBe('not-in-guild');
  expect(sent.filter(({ path }) => path.startsWith('/channels/'))).toEqual([]);
  for (const table of ['guilds', 'members', 'drafts', 'entries'])
    expect(await stage.database.query(`SELECT FROM ${table}`), table).toEqual([]);
});
