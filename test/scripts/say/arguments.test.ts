/** What `npm run say` understands of its words. */
import { describe, expect, it } from 'vitest';
import { PlainError } from '../../../scripts/plain-error.js';
import { readArguments } from '../../../scripts/say/arguments.js';
import { help } from '../../../scripts/say/help.js';

const wish = (...words: string[]) => readArguments(words).wish;

describe('the words of npm run say', () => {
  it('are a command when they begin with a slash, quoted or not, over several lines too', () => {
    expect(wish('/search docker compose')).toEqual({ verb: 'command', line: '/search docker compose' });
    expect(wish('/search', 'docker', 'compose')).toEqual({ verb: 'command', line: '/search docker compose' });
    const spanning = '/share title:One body:first\nsecond';
    expect(wish(spanning)).toEqual({ verb: 'command', line: spanning });
  });

  it('say who acts, where, and with which files, before or after', () => {
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
      wish: { verb: 'command', line: '/readme import' },
    });
  });

  it('press, choose, fill in and read', () => {
    expect(wish('click', '2')).toEqual({ verb: 'click', control: '2' });
    expect(wish('click', 'Show', 'in', 'channel')).toEqual({ verb: 'click', control: 'Show in channel' });
    expect(wish('choose', '3', 'week', 'all')).toEqual({
      verb: 'choose',
      control: '3',
      values: ['week', 'all'],
    });
    expect(wish('submit', 'title=a=b', 'body=one\ntwo')).toEqual({
      verb: 'submit',
      fields: [
        ['title', 'a=b'],
        ['body', 'one\ntwo'],
      ],
    });
    expect(wish('read')).toEqual({ verb: 'read', count: 5 });
    expect(wish('read', '12')).toEqual({ verb: 'read', count: 12 });
    expect(wish('clock', 'next', 'monday', '09:00')).toEqual({ verb: 'clock', to: 'next monday 09:00' });
    expect(wish('menu', 'Save as learning', '2')).toEqual({
      verb: 'menu',
      name: 'Save as learning',
      target: '2',
    });
  });

  it('are refused in a sentence when they mean nothing', () => {
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

  it('are explained on one short page, which comes without words too', () => {
    expect(wish()).toEqual({ verb: 'help' });
    expect(help.split('\n').length).toBeLessThanOrEqual(25);
  });
});
