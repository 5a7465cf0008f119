/** Command lines and the definitions of commands. */
import { describe, expect, it } from 'vitest';
import { optionTexts, wordsOf } from '../../../sandbox/server/interactions/command-line.js';
import { completionOf, type Definition, withLineBreaks } from '../../../scripts/say/lines.js';

const text = 3;
const commands: Definition[] = [
  {
    name: 'share',
    options: ['kind', 'title', 'body', 'link'].map((name) => ({ name, type: text })),
  },
  {
    name: 'entry',
    options: [
      { name: 'view', type: 1, options: [{ name: 'entry', type: text, autocomplete: true }] },
      { name: 'history', type: 1, options: [{ name: 'entry', type: text }] },
    ],
  },
  {
    name: 'admin',
    options: [
      {
        name: 'digest',
        type: 2,
        options: [
          {
            name: 'schedule',
            type: 1,
            options: [
              { name: 'day', type: text },
              { name: 'timezone', type: text, autocomplete: true },
            ],
          },
        ],
      },
    ],
  },
];

/** How the sandbox reads a line after `/share`. */
function understood(line: string) {
  const names = ['kind', 'title', 'body', 'link'].map((name) => ({ name }));
  const bare = line.replace(/^\//, '');
  return Object.fromEntries(optionTexts(bare, wordsOf(bare).slice(1), names));
}

describe('a line that spans lines', () => {
  it('keeps its line breaks, quotes and backslashes in the options', () => {
    const line = withLineBreaks(
      '/share kind:concept body:Say "yes"\n\n  C:\\new title:Two words link:https://x.y',
      commands,
    );
    expect(understood(line)).toEqual({
      kind: 'concept',
      body: 'Say "yes"\n\n  C:\\new',
      title: 'Two words',
      link: 'https://x.y',
    });
  });

  it('is left unchanged if its options are quoted, or have no line breaks', () => {
    const quoted = '/share body:"one\ntwo title:not an option" title:Yes';
    expect(understood(withLineBreaks(quoted, commands))).toEqual({
      body: 'one\ntwo title:not an option',
      title: 'Yes',
    });
    expect(withLineBreaks('/share title:One body:two', commands)).toBe('/share title:One body:two');
  });
});

describe('a line to complete', () => {
  it('ends in the first option that completes, or in the one it names', () => {
    expect(completionOf('/entry view doc', commands)).toEqual({
      line: '/entry view',
      option: 'entry',
      typed: 'doc',
    });
    expect(completionOf('/entry view ', commands)).toEqual({
      line: '/entry view',
      option: 'entry',
      typed: '',
    });
    expect(completionOf('/admin digest schedule day:Monday timezone:new yo', commands)).toEqual({
      line: '/admin digest schedule day:Monday',
      option: 'timezone',
      typed: 'new yo',
    });
  });

  it('is refused in one sentence if nothing completes it', () => {
    expect(() => completionOf('/entry history 1', commands)).toThrow('/entry history completes nothing.');
    expect(() => completionOf('/nothing', commands)).toThrow('There is no command /nothing.');
  });
});
