/** What selects and option fields offer in the page, and where things open beside others. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../sandbox/web/command/option-words.js';
import { isSettled, suggestionsFor } from '../../../sandbox/web/command/suggestions.js';
import { menuCommands } from '../../../sandbox/web/menu/menu-commands.js';
import { entityOptions } from '../../../sandbox/web/parts/entity-options.js';
import { placeBeside } from '../../../sandbox/web/parts/placed.js';
import { optionsWith } from '../../../sandbox/web/parts/select-option.js';
import { lookup } from './support.js';

const labels = (options: readonly { label: string }[]) => options.map(({ label }) => label);

describe('what can be chosen', () => {
  it('is found by its label, its words, its description, without accents', () => {
    const options = ['Cloud', 'The cloud', 'McCloud', 'Chloé'].map((label) => ({ value: label, label }));
    expect(labels(optionsWith(options, 'CLOUD'))).toEqual(['Cloud', 'The cloud', 'McCloud']);
    expect(labels(optionsWith(options, 'chloe'))).toEqual(['Chloé']);
    expect(labels(optionsWith([{ value: 'x', label: 'X', description: 'of the cloud' }], 'cloud'))).toEqual([
      'X',
    ]);
    expect(optionsWith(options, ' ')).toBe(options);
  });

  it.each([
    ['user', [], ['Amina', 'Chidi O.']],
    ['role', [], ['Moderators']],
    ['mentionable', [], ['Amina', 'Chidi O.', 'Moderators']],
    ['channel', [], ['Cohort', 'general', 'stand-up']],
    ['channel', [0, 2], ['general', 'stand-up']],
  ] as const)('are people, roles, channels: %s %j', (kind, types, expected) => {
    expect(labels(entityOptions(lookup, kind, types))).toEqual(expected);
  });

  it('is distinguished by what stands beside it, and knows what was chosen', () => {
    expect(entityOptions(lookup, 'user', [], ['u2'])).toMatchObject([
      { value: 'u1', isDefault: false },
      { value: 'u2', description: 'chidi', isDefault: true },
    ]);
    expect(entityOptions(lookup, 'channel', [0])[0]).toMatchObject({ description: 'Cohort' });
  });
});

describe('the list of an option', () => {
  const kind = { type: 3, name: 'kind', description: '', choices: [{ name: 'A goal', value: 'goal' }] };
  const who = { type: 6, name: 'who', description: '' };
  const entry = { type: 3, name: 'entry', description: '', autocomplete: true };

  it('narrows while one types, and is whole again once something is picked', () => {
    expect(labels(suggestionsFor(who, { text: 'chi' }, lookup, []))).toEqual(['Chidi O.']);
    expect(labels(suggestionsFor(who, { text: '@Chidi O.', picked: 'u2' }, lookup, []))).toHaveLength(2);
    expect(suggestionsFor(kind, { text: 'go' }, lookup, [])[0]?.entered).toEqual({
      text: 'A goal',
      picked: 'goal',
    });
    expect(suggestionsFor(kind, { text: 'x' }, lookup, [])).toEqual([]);
    expect(
      labels(suggestionsFor({ type: 5, name: 'b', description: '' }, { text: 'f' }, lookup, [])),
    ).toEqual(['False']);
  });

  it('is what the bot answered, where a bot completes', () => {
    const completed = [{ name: '#12 Redis', value: '12' }];
    expect(suggestionsFor(entry, { text: 'nothing like it' }, lookup, completed)).toEqual([
      { label: '#12 Redis', entered: { text: '#12 Redis', picked: '12' } },
    ]);
  });

  it('has nothing more to offer once the field holds one of it', () => {
    expect(isSettled(kind, { text: 'goal' }, lookup)).toBe(true);
    expect(isSettled(kind, { text: 'go' }, lookup)).toBe(false);
    expect(isSettled(entry, { text: '12' }, lookup)).toBe(false);
    expect(isSettled(entry, { text: '#12 Redis', picked: '12' }, lookup)).toBe(true);
  });

  it.each([
    [{ type: 3, required: true, min_length: 3, max_length: 9 }, 'Required · 3 to 9 characters'],
    [{ type: 4, min_value: 1 }, 'Whole number, at least 1'],
    [{ type: 10, max_value: 0.5 }, 'Number, up to 0.5'],
    [{ type: 4, choices: [{ name: 'One', value: 1 }] }, ''],
    [{ type: 6 }, ''],
  ])('is introduced by its bounds: %j', (option, expected) => {
    expect(boundsOf({ name: 'it', description: '', ...option })).toBe(expected);
  });
});

it('menus hold the commands of their type, by bot, in the viewer’s language', () => {
  const command = (type: number, name: string, application_id = 'u1', name_localizations = {}) =>
    ({ type, name, application_id, name_localizations }) as APIApplicationCommand;
  const commands = [
    command(3, 'Save', 'u1', { fr: 'Garder' }),
    command(2, 'Profile'),
    command(1, 'share'),
    command(3, 'Other', 'x'),
    command(3, 'Report'),
  ];
  expect(menuCommands(commands, 3, lookup, 'fr')).toEqual([
    {
      title: 'Amina',
      commands: [
        { name: 'Save', shown: 'Garder', applicationId: 'u1' },
        { name: 'Report', shown: 'Report', applicationId: 'u1' },
      ],
    },
    { title: 'App', commands: [{ name: 'Other', shown: 'Other', applicationId: 'x' }] },
  ]);
  expect(menuCommands(commands, 2, lookup, 'fr')[0]?.commands).toHaveLength(1);
});

describe('what opens beside an element', () => {
  const view = { width: 1000, height: 800 };
  const size = { width: 200, height: 300 };
  const at = (left: number, top: number) => ({ left, top, width: 100, height: 40 });

  it.each([
    ['stands below it', at(50, 100), 'below', { left: 50, top: 146 }],
    ['above where there is no room below', at(50, 700), 'below', { left: 50, top: 394 }],
    ['is pushed in at the right edge', at(950, 100), 'below', { left: 792, top: 146 }],
    ['stands at its left', at(600, 100), 'left', { left: 394, top: 100 }],
    ['at its right where there is no room at the left', at(50, 100), 'left', { left: 156, top: 100 }],
    ['is pushed up at the lower edge', at(600, 700), 'left', { left: 394, top: 492 }],
  ] as const)('%s', (_, anchor, side, expected) => {
    expect(placeBeside(anchor, size, view, side)).toMatchObject(expected);
  });

  it('is made to fit where neither side has room', () => {
    const placed = placeBeside(at(50, 380), { width: 200, height: 600 }, view, 'below');
    expect(placed).toEqual({ left: 50, top: 426, maximumHeight: 366 });
  });
});
