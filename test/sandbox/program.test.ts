/** The options of `npm run sandbox`: by the command line, by variables, and by default. */
import { describe, expect, test } from 'vitest';
import { programOptions } from '../../sandbox/server/program-options.js';

describe('the options of the program', () => {
  test('are a port, a bot and a page by default', () => {
    expect(programOptions([], {})).toEqual({
      port: 4_600,
      bot: { token: 'sandbox-token', name: 'Sandbox Bot', privilegedIntents: [] },
      strict: false,
      hasPage: true,
      isHelp: false,
    });
  });

  test('come from the command line before variables', () => {
    const args = [
      '--port',
      '0',
      '--token',
      'abc',
      '--intents',
      'members,message-content',
      '--strict',
      '--no-page',
    ];
    const environment = {
      SANDBOX_PORT: '5000',
      SANDBOX_APPLICATION_ID: '1100000000000000009',
      SANDBOX_WORLD: 'w.json',
    };
    expect(programOptions(args, environment)).toMatchObject({
      port: 0,
      bot: { token: 'abc', id: '1100000000000000009', privilegedIntents: ['members', 'messageContent'] },
      worldFile: 'w.json',
      strict: true,
      hasPage: false,
    });
  });

  test.each([
    [['--port', 'x'], 'port'],
    [['--id', '12'], '17 to 19 digits'],
    [['--intents', 'everything'], 'no privileged intent everything'],
    [['--colour', 'red'], '--colour'],
  ])('%j are refused with what is wrong', (args, words) => {
    expect(() => programOptions(args, {})).toThrow(words);
  });
});
