/** Finding the command of an interaction: menu commands beside slash commands. */
import { describe, expect, it } from 'vitest';
import { Calls } from '../../src/discord/calls.js';
import type { AnyCommand, Context, Outcome } from '../../src/discord/define.js';

const outcome = (said: string) => ({ kind: 'message', view: { components: [said] } }) as unknown as Outcome;

/** A command that says what it was. */
const command = (name: string, menu?: 'user' | 'message') =>
  ({
    data: { name, toJSON: () => ({ name }) },
    ...(menu && { menu }),
    answers: 'ephemeral',
    run: async () => outcome(`${menu ?? 'slash'} ${name}`),
  }) as unknown as AnyCommand;

const pressed = (commandName: string, type: 'chat' | 'user' | 'message') =>
  ({
    commandName,
    isChatInputCommand: () => type === 'chat',
    isContextMenuCommand: () => type !== 'chat',
    isUserContextMenuCommand: () => type === 'user',
    isMessageContextMenuCommand: () => type === 'message',
    isMessageComponent: () => false,
    isModalSubmit: () => false,
  }) as never;

describe('calls', () => {
  const calls = new Calls([command('look'), command('look', 'user'), command('look', 'message')], []);

  it.each([
    ['chat', 'slash look'],
    ['user', 'user look'],
    ['message', 'message look'],
  ] as const)('of a %s command reach the one of that kind', async (type, said) => {
    expect(await calls.callOf(pressed('look', type)).run({} as Context)).toEqual(outcome(said));
  });

  it('of a menu that this version does not have get a friendly answer', () => {
    const error = expect.objectContaining({ code: 'control-gone' });
    expect(() => calls.callOf(pressed('gone', 'user'))).toThrow(error);
    expect(() => new Calls([command('x', 'user')], []).callOf(pressed('x', 'message'))).toThrow(error);
  });

  it('are refused at the start if two commands of one kind have the same name', () => {
    expect(() => new Calls([command('x', 'user'), command('x', 'user')], [])).toThrow('same name');
  });
});
