/** What `npm run say` makes of its arguments. */
import { describe, expect, it } from 'vitest';
import { PlainError } from '../../../scripts/plain-error.js';
import { readArguments } from '../../../scripts/say/arguments.js';
import { help } from '../../../scripts/say/help.js';

const action = (...words: string[]) => readArguments(words).action;

describe('the arguments of npm run say', () => {
  it('are a command if they start with a slash, quoted or not, over several lines too', () => {
    expect(action('/search docker compose')).toEqual({ verb: 'command', line: '/search docker compose' });
    expect(action('/search', 'docker', 'compose')).toEqual({
      verb: 'command',
      line: '/search docker compose',
    });
    const spanning = '/share title:One body:first\nsecond';
    expect(action(spanning)).toEqual({ verb: 'command', line: spanning });
  });

  it('say who acts, where, and with which files, before or after the command', () => {
    const said = readArguments([
      '--as',
      'chidi',
      '/readme import',
      '--in=help',
      '--file',
      'file=README.md',
      '--json',
    ]);
    expect(said).toEqual({
      as: 'chidi',
      in: 'help',
      json: true,
      files: ['file=README.md'],
      action: { verb: 'command', line: '/readme import' },
    });
  });

  it('press, choose, fill in and read', () => {
    expect(action('click', '2')).toEqual({ verb: 'click', control: '2' });
    expect(action('click', 'Show', 'in', 'channel')).toEqual({ verb: 'click', control: 'Show in channel' });
    expect(action('choose', '3', 'week', 'all')).toEqual({
      verb: 'choose',
      control: '3',
      values: ['week', 'all'],
    });
    expect(action('submit', 'title=a=b', 'body=one\ntwo')).toEqual({
      verb: 'submit',
      fields: [
        ['title', 'a=b'],
        ['body', 'one\ntwo'],
      ],
    });
    expect(action('read')).toEqual({ verb: 'read', count: 5 });
    expect(action('read', '12')).toEqual({ verb: 'read', count: 12 });
    expect(action('clock', 'next', 'monday', '09:00')).toEqual({ verb: 'clock', to: 'next monday 09:00' });
    expect(action('menu', 'Save as learning', '2')).toEqual({
      verb: 'menu',
      name: 'Save as learning',
      target: '2',
    });
  });

  it('are refused in one sentence if they make no sense', () => {
    for (const words of [
      ['serach', 'docker'],
      ['click'],
      ['choose', '1'],
      ['submit', 'title'],
      ['read', 'all'],
      ['--as'],
    ])
      expect(() => readArguments(words), words.join(' ')).toThrow(PlainError);
  });

  it('are explained on one short page, which is also shown without arguments', () => {
    expect(action()).toEqual({ verb: 'help' });
    expect(help.split('\n').length).toBeLessThanOrEqual(25);
  });
});
