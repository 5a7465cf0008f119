/** The hooks of features while an interaction is answered: their order, and that no failure of one stops another. */
import { SlashCommandBuilder } from 'discord.js';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Outcome } from '../../src/discord/define.js';
import { Dispatcher } from '../../src/discord/dispatch.js';
import type { Hooks } from '../../src/discord/feature.js';
import { note } from '../../src/discord/message/blocks.js';
import { Guild } from '../../src/entities/guild.js';
import { UserError } from '../../src/platform/user-error.js';

/** Runs a command that gives this outcome; tells what Discord was asked for and what the hooks did. */
async function play(outcome: Outcome, hooks: Hooks<object>[]): Promise<{ result: string; sent: unknown[] }> {
  const sent: unknown[] = [];
  const rest = { post: async (_route: string, { body }: { body: unknown }) => void sent.push(body) };
  let result = '';
  const dispatcher = new Dispatcher({
    client: { rest } as never,
    features: {
      commands: [
        {
          data: new SlashCommandBuilder().setName('play').setDescription('Play'),
          answers: outcome.kind === 'form' ? 'modal' : 'ephemeral',
          run: async () => outcome,
        },
      ],
      components: [],
      deliveries: [],
      hooks,
    },
    services: {},
    settingsOf: async (id) => Object.assign(new Guild(), { id, language: 'en', channelId: '3' }),
    languageOf: async () => null,
    ownership: { roleOf: () => 'owner', take: async () => true },
    shardCount: () => 1,
    log: pino({ level: 'silent' }),
    metrics: { observe: (_name, what) => (result = what) },
  });
  const interaction = {
    ...{
      id: '1',
      token: 'token',
      applicationId: '2',
      guildId: '4',
      authorizingIntegrationOwners: { guildId: '4', userId: null },
      channelId: '3',
      commandName: 'play',
    },
    ...{
      client: {},
      user: { id: '5', username: 'amina' },
      member: null,
      memberPermissions: null,
      locale: 'en',
    },
    ...{ isAutocomplete: () => false, isChatInputCommand: () => true, isModalSubmit: () => false },
  };
  await dispatcher.dispatch(interaction as never);
  return { result, sent };
}

it('all follow an answer in order, also after one that fails', async () => {
  const ran: string[] = [];
  const failing = async () => {
    ran.push('first');
    throw new Error('a fault of the first');
  };
  const { result, sent } = await play({ kind: 'message', view: note('Done') }, [
    { afterAnswer: failing },
    { beforeForm: failing },
    { afterAnswer: async ({ tell }) => tell(note('One more thing')).then(() => ran.push('last')) },
  ]);
  expect(result).toBe('answered');
  expect(ran).toEqual(['first', 'last']);
  expect(JSON.stringify(sent)).toMatch(/Done.*One more thing/);
});

it('can refuse a form; the error is shown instead', async () => {
  const form = { custom_id: 'n1:share', title: 'Share', components: [] };
  const { result, sent } = await play({ kind: 'form', form }, [
    { beforeForm: () => Promise.reject(new UserError('guild-only', {})) },
    { afterAnswer: () => Promise.reject(new Error('nothing was answered')) },
  ]);
  expect(result).toBe('guild-only');
  expect(sent).toHaveLength(1);
  expect(JSON.stringify(sent)).not.toContain('"Share"');
});
