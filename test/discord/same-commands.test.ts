/** When two lists of commands count as the same. */
import { describe, expect, it } from 'vitest';
import { sameCommands } from '../../src/discord/register.js';

const share = {
  name: 'share',
  description: 'Keep a learning',
  options: [
    {
      type: 3,
      name: 'kind',
      description: 'What kind',
      choices: [
        { name: 'Goal', value: 'goal' },
        { name: 'Concept', value: 'concept' },
      ],
    },
    { type: 3, name: 'title', description: 'One line', max_length: 120 },
    { type: 7, name: 'channel', description: 'Where', channel_types: [0, 5] },
  ],
};
const admin = {
  name: 'admin',
  description: 'Moderate',
  default_member_permissions: '8192',
  contexts: [0],
  options: [{ type: 1, name: 'setup', description: 'Set up', options: [] }],
};

/** As Discord returns it: with ids, versions and its defaults. */
const given = (command: object) => ({
  id: '1100000000000000001',
  application_id: '1100000000000000002',
  version: '1100000000000000003',
  type: 1,
  default_member_permissions: null,
  dm_permission: true,
  nsfw: false,
  contexts: null,
  integration_types: [0],
  name_localizations: null,
  description_localizations: null,
  ...command,
});
const [kind, title, channel] = share.options;
const withOptions = (...options: unknown[]) => ({ ...share, options });

describe('the same', () => {
  it.each<[string, object, object]>([
    ['what Discord adds', share, given(share)],
    ['a permission as a number', given({ ...admin, default_member_permissions: 8192 }), admin],
    ['required false, or absent', withOptions({ ...kind, required: false }), withOptions(kind)],
    ['autocomplete false, or absent', withOptions({ ...kind, autocomplete: false }), withOptions(kind)],
    [
      'no options, or none listed',
      { ...admin, options: [{ type: 1, name: 'setup', description: 'Set up' }] },
      admin,
    ],
    ['no choices, or none listed', withOptions({ ...title, choices: [] }), withOptions(title)],
    ['all contexts, or none named', given({ ...share, contexts: [0, 1, 2] }), share],
    ['contexts in another order', { ...share, contexts: [1, 0] }, { ...share, contexts: [0, 1] }],
    [
      'channel types in another order',
      withOptions({ ...channel, channel_types: [5, 0] }),
      withOptions(channel),
    ],
    ['where to install, when only one says so', given({ ...share, integration_types: [0, 1] }), share],
    ['a translation into nothing', { ...share, name_localizations: { fr: null } }, share],
    [
      'translations in another order',
      { ...share, description_localizations: { fr: 'Garder', de: 'Behalten' } },
      { ...share, description_localizations: { de: 'Behalten', fr: 'Garder' } },
    ],
    ['a menu without description', { type: 3, name: 'Save', description: '' }, { type: 3, name: 'Save' }],
    ['fields that are undefined', { ...share, name_localizations: undefined, nsfw: undefined }, share],
  ])('%s', (_, one, other) => {
    expect(sameCommands([one], [other])).toBe(true);
    expect(sameCommands([other], [one])).toBe(true);
  });

  it('commands in any order', () => {
    expect(sameCommands([given(share), given(admin)], [admin, share])).toBe(true);
  });
});

describe('not the same', () => {
  it.each<[string, object, object]>([
    ['another name', { ...share, name: 'keep' }, share],
    ['another description', { ...share, description: 'Keep it' }, share],
    ['another kind of command', { ...share, type: 3 }, share],
    ['options in another order', withOptions(title, kind, channel), share],
    ['an option less', withOptions(kind, title), share],
    ['an option required', withOptions({ ...kind, required: true }), withOptions(kind)],
    ['an option with autocomplete', withOptions({ ...title, autocomplete: true }), withOptions(title)],
    ['an option of another type', withOptions({ ...title, type: 4 }), withOptions(title)],
    [
      'choices in another order',
      withOptions({ ...kind, choices: kind?.choices?.toReversed() }),
      withOptions(kind),
    ],
    [
      'a choice with another value',
      withOptions({ ...kind, choices: [{ name: 'Goal', value: 'aim' }] }),
      withOptions({ ...kind, choices: [{ name: 'Goal', value: 'goal' }] }),
    ],
    ['another bound', withOptions({ ...title, max_length: 100 }), withOptions(title)],
    ['a bound of zero, or none', withOptions({ ...title, min_length: 0 }), withOptions(title)],
    ['other channel types', withOptions({ ...channel, channel_types: [0] }), withOptions(channel)],
    ['other permissions', { ...admin, default_member_permissions: '32' }, admin],
    ['permissions, or none', { ...admin, default_member_permissions: null }, admin],
    ['permissions of nobody, or of all', { ...share, default_member_permissions: '0' }, share],
    ['other contexts', { ...admin, contexts: [0, 1] }, admin],
    ['contexts, or all of them', admin, { ...admin, contexts: undefined }],
    ['other installations', { ...share, integration_types: [1] }, { ...share, integration_types: [0] }],
    ['an age limit', { ...share, nsfw: true }, share],
    ['a translation', { ...share, name_localizations: { fr: 'partager' } }, share],
    [
      'another translation of an option',
      withOptions({ ...title, description_localizations: { fr: 'Une ligne' } }),
      withOptions(title),
    ],
    ['a change deep down', { ...admin, options: [{ ...admin.options[0], options: [title] }] }, admin],
  ])('%s', (_, one, other) => {
    expect(sameCommands([one], [other])).toBe(false);
    expect(sameCommands([other], [one])).toBe(false);
  });

  it('one command more or less', () => {
    expect(sameCommands([share, admin], [share])).toBe(false);
    expect(sameCommands([share], [share, admin])).toBe(false);
    expect(sameCommands([share, admin], [share, { ...share, name: 'other' }])).toBe(false);
  });
});
