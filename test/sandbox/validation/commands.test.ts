/** What is refused of application commands, alone and as the list that replaces all of them. */
import { describe, expect, test } from 'vitest';
import { type Loose, type Rule, said, testRules, times, to, toCommands } from './rules.js';

const command = (name: string, more: Loose = {}): Loose => ({ name, description: 'x', ...more });
const option = (name: string, more: Loose = {}): Loose => ({ type: 3, name, description: 'x', ...more });
const withOptions = (...options: Loose[]): Loose => command('share', { options });
const subcommand = (name: string, ...options: Loose[]): Loose => ({
  type: 1,
  name,
  description: 'x',
  options,
});
const menu = (name: string, type = 3, more: Loose = {}): Loose => ({ name, type, ...more });
/** A command of exactly 8,000 characters: 1 + 24, and 25 options of 3 + 100 + 2 × (50 + 58). */
const large = (): Loose =>
  command('x', {
    description: 'x'.repeat(24),
    options: times(25, (index) =>
      option(`o${String(index).padStart(2, '0')}`, {
        description: 'x'.repeat(100),
        choices: times(2, (choice) => ({
          name: `${choice}`.padEnd(50, 'x'),
          value: `${choice}`.padEnd(58, 'x'),
        })),
      }),
    ),
  });

const one: Rule<Loose>[] = [
  {
    rule: 'a slash command has a description',
    accepted: command('share'),
    breaks: (body) => void delete body.description,
    says: ['description BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a description is not empty',
    accepted: command('share'),
    breaks: (body) => void (body.description = ''),
    says: ['description BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a description has at most 100 characters',
    accepted: command('share', { description: 'x'.repeat(100) }),
    breaks: (body) => void (body.description += 'x'),
    says: ['description BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a name has at most 32 characters',
    accepted: command('x'.repeat(32)),
    breaks: (body) => void (body.name += 'x'),
    says: ['name BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'a name is in lower case, in any script',
    accepted: command("मदद-été_o'clock"),
    breaks: (body) => void (body.name = 'Été'),
    says: ['name APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'a name has no space',
    accepted: command('read-me'),
    breaks: (body) => void (body.name = 'read me'),
    says: ['name APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'a translated name follows the pattern',
    accepted: command('share', { name_localizations: { fr: 'partager' } }),
    breaks: (body) => void (body.name_localizations.fr = 'Partager'),
    says: ['name_localizations.fr APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'a command menu of a message has no description',
    accepted: menu('Save as learning', 3, { description: '' }),
    breaks: (body) => void (body.description = 'x'),
    says: ['description CONTEXT_MENU_COMMAND_DESCRIPTION_NOT_ALLOWED'],
  },
  {
    rule: 'a command menu of a user has no options',
    accepted: menu('Nexus profile', 2, { options: [] }),
    breaks: (body) => void body.options.push(option('x')),
    says: ['options CONTEXT_MENU_COMMAND_OPTIONS_NOT_ALLOWED'],
  },
  {
    rule: 'a command menu has a name',
    accepted: menu('Nexus profile', 2),
    breaks: (body) => void (body.name = ' '),
    says: ['name BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'permissions are a bit field as text',
    accepted: command('admin', { default_member_permissions: '8192', contexts: [0], integration_types: [0] }),
    breaks: (body) => void (body.default_member_permissions = 'ManageMessages'),
    says: ['default_member_permissions NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'a command has at most 25 options',
    accepted: withOptions(...times(25, (index) => option(`o${index}`))),
    breaks: (body) => void body.options.push(option('more')),
    says: ['options BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a command with all its names, descriptions and values has at most 8,000 characters',
    accepted: large(),
    breaks: (body) => void (body.description += 'x'),
    says: ['APPLICATION_COMMAND_TOO_LARGE'],
  },
];

const options: Rule<Loose>[] = [
  {
    rule: 'an option has a name that follows the pattern',
    accepted: withOptions(option('kind')),
    breaks: (body) => void (body.options[0].name = 'Kind'),
    says: ['options.0.name APPLICATION_COMMAND_INVALID_NAME'],
  },
  {
    rule: 'an option has a description',
    accepted: withOptions(option('kind')),
    breaks: (body) => void delete body.options[0].description,
    says: ['options.0.description BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'the name of an option is not used twice',
    accepted: withOptions(option('kind'), option('tag')),
    breaks: (body) => void (body.options[1].name = 'kind'),
    says: ['options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
  },
  {
    rule: 'required options come first',
    accepted: withOptions(option('kind', { required: true }), option('tag')),
    breaks: (body) => void body.options.reverse(),
    says: ['options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  },
  {
    rule: 'required options come first inside a subcommand',
    accepted: withOptions(subcommand('post', option('kind', { required: true }), option('tag'))),
    breaks: (body) => void body.options[0].options.reverse(),
    says: ['options.0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  },
  {
    rule: 'subcommands do not mix with other options',
    accepted: withOptions(subcommand('post'), {
      type: 2,
      name: 'tag',
      description: 'x',
      options: [subcommand('add')],
    }),
    breaks: (body) => void body.options.push(option('kind')),
    says: ['options.2 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  },
  {
    rule: 'a subcommand holds no subcommand',
    accepted: withOptions(subcommand('post', option('kind'))),
    breaks: (body) => void (body.options[0].options = [subcommand('more')]),
    says: ['options.0.options.0 UNION_TYPE_CHOICES'],
  },
  {
    rule: 'a group holds subcommands alone',
    accepted: withOptions({ type: 2, name: 'tag', description: 'x', options: [subcommand('add')] }),
    breaks: (body) => void (body.options[0].options = [option('kind')]),
    says: ['options.0.options.0.type BASE_TYPE_CHOICES'],
  },
  {
    rule: 'an option has at most 25 choices',
    accepted: withOptions(
      option('kind', { choices: times(25, (index) => ({ name: `${index}`, value: `${index}` })) }),
    ),
    breaks: (body) => void body.options[0].choices.push({ name: 'x', value: 'x' }),
    says: ['options.0.choices BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'the name of a choice has at most 100 characters',
    accepted: withOptions(option('kind', { choices: [{ name: 'x'.repeat(100), value: 'x' }] })),
    breaks: (body) => void (body.options[0].choices[0].name += 'x'),
    says: ['options.0.choices.0.name BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'the value of a choice has at most 100 characters',
    accepted: withOptions(option('kind', { choices: [{ name: 'x', value: 'x'.repeat(100) }] })),
    breaks: (body) => void (body.options[0].choices[0].value += 'x'),
    says: ['options.0.choices.0.value BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'an option is completed or has choices, not both',
    accepted: withOptions(option('kind', { autocomplete: true, choices: [] })),
    breaks: (body) => void body.options[0].choices.push({ name: 'x', value: 'x' }),
    says: ['options.0.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE'],
  },
  {
    rule: 'the shortest text is not longer than the longest',
    accepted: withOptions(option('kind', { min_length: 0, max_length: 5 })),
    breaks: (body) => void (body.options[0].min_length = 6),
    says: ['options.0.min_length NUMBER_TYPE_MAX'],
  },
  {
    rule: 'the least number is not above the most',
    accepted: withOptions(option('kind', { type: 4, min_value: -1, max_value: 0 })),
    breaks: (body) => void (body.options[0].min_value = 1),
    says: ['options.0.min_value NUMBER_TYPE_MAX'],
  },
];

const lists: Rule<Loose>[] = [
  {
    rule: 'the name of a command is not used twice within a kind',
    accepted: [command('share'), menu('share', 2), menu('share', 3)],
    breaks: (body) => void (body[2].type = 2),
    says: ['2.name APPLICATION_COMMANDS_DUPLICATE_NAME'],
  },
  {
    rule: 'permissions are a bit field as text, in a list too',
    accepted: [command('admin', { default_member_permissions: '8192' })],
    breaks: (body) => void (body[0].default_member_permissions = ''),
    says: ['0.default_member_permissions NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'an application has at most 100 slash commands',
    accepted: times(100, (index) => command(`c${index}`)),
    breaks: (body) => void body.push(command('more')),
    says: ['30032'],
  },
  {
    rule: 'an application has at most 15 menus of messages',
    accepted: times(15, (index) => menu(`c${index}`)),
    breaks: (body) => void body.push(menu('more')),
    says: ['30032'],
  },
  {
    rule: 'an application has at most 15 menus of users',
    accepted: times(15, (index) => menu(`c${index}`, 2)),
    breaks: (body) => void body.push(menu('more', 2)),
    says: ['30032'],
  },
  {
    rule: 'each command of a list follows the rules of one',
    accepted: [command('a'), command('b')],
    breaks: (body) => void delete body[1].description,
    says: ['1.description BASE_TYPE_REQUIRED'],
  },
];

describe('a command', () => testRules(one, to('POST', '/applications/{application_id}/commands')));
describe('an option', () =>
  testRules(options, to('POST', '/applications/{application_id}/guilds/{guild_id}/commands')));
describe('the list of commands', () => testRules(lists, toCommands));
describe('the list of commands of a guild', () => {
  testRules(lists.slice(0, 1), to('PUT', '/applications/{application_id}/guilds/{guild_id}/commands'));
});

describe('a change of a command', () => {
  const change = to('PATCH', '/applications/{application_id}/commands/{command_id}');
  test('may leave out anything', () => expect(change({})).toBeUndefined());
  test('may be of a menu, whose name has spaces', () =>
    expect(change({ name: 'Save as learning' })).toBeUndefined());
  testRules(
    [
      {
        rule: 'has options that follow the rules',
        accepted: { name: 'share', options: [option('kind'), option('tag')] },
        breaks: (body: Loose) => void (body.options[1].name = 'kind'),
        says: ['options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
      },
      {
        rule: 'has a name that follows the pattern when it has options',
        accepted: { name: 'share', options: [option('kind')] },
        breaks: (body: Loose) => void (body.name = 'Share'),
        says: ['name APPLICATION_COMMAND_INVALID_NAME'],
      },
      {
        rule: 'has permissions as text',
        accepted: { default_member_permissions: '0' },
        breaks: (body: Loose) => void (body.default_member_permissions = '-1'),
        says: ['default_member_permissions NUMBER_TYPE_COERCE'],
      },
      {
        rule: 'has at most 8,000 characters',
        accepted: large(),
        breaks: (body: Loose) => void (body.description += 'x'),
        says: ['APPLICATION_COMMAND_TOO_LARGE'],
      },
    ],
    change,
  );
});

describe('the size of a command', () => {
  test('counts the longest translation of each text', () => {
    const translated = large();
    translated.description_localizations = { fr: 'x'.repeat(25) };
    expect(said(toCommands([translated]))).toEqual(['0 APPLICATION_COMMAND_TOO_LARGE']);
  });
});
