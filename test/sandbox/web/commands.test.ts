/** Commands in the page: which are offered, which a text finds, and what a line typed in one go means. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { matchingCommands } from '../../../sandbox/web/command/match.js';
import { offeredCommands } from '../../../sandbox/web/command/offered.js';
import { hasNameInside, readTypedLine, splitAtNames } from '../../../sandbox/web/command/typed-line.js';

const text = (name: string, more = {}) => ({ type: 3, name, description: `The ${name}`, ...more });
const branch = (name: string, description: string, options: unknown[] = [], type = 1) => ({
  type,
  name,
  description,
  options,
});
const command = (name: string, description: string, options: unknown[] = [], more = {}) =>
  ({
    id: name,
    application_id: 'nexus',
    type: 1,
    name,
    description,
    options,
    ...more,
  }) as unknown as APIApplicationCommand;

const commands = [
  command('share', 'Keep a learning', [text('tags'), text('title', { required: true })]),
  command('challenge', 'Ask when stuck', [
    branch('post', 'Ask the cohort', [text('title')]),
    branch('solve', 'Offer a solution'),
  ]),
  command('admin', 'For moderators', [branch('digest', 'The digest', [branch('run', 'Post it now')], 2)]),
  command('search', 'Find learnings and challenges', [text('query'), text('kind'), text('saved-by')]),
  command('poll', 'Ask everyone'),
  command('report', 'A message command', [], { type: 3 }),
  command('chart', 'Of another bot', [], { application_id: 'other' }),
];
const offered = offeredCommands(commands, 'en-US');
const found = (typed: string) =>
  matchingCommands(offered, typed).flatMap((group) => group.commands.map(({ path }) => path));

describe('offered commands', () => {
  it('are those that can be run, with their subcommands beside the others', () => {
    expect(offered.map(({ path }) => path)).toEqual([
      'share',
      'challenge post',
      'challenge solve',
      'admin digest run',
      'search',
      'poll',
      'chart',
    ]);
  });

  it('name their required options first', () => {
    expect(offered[0]?.options.map(({ name }) => name)).toEqual(['title', 'tags']);
  });
});

describe('the commands a text finds', () => {
  it.each([
    ['nothing finds all', '', offered.map(({ path }) => path)],
    [
      'beginnings come before words of the description',
      'ch',
      ['challenge post', 'challenge solve', 'search', 'chart'],
    ],
    ['beginnings come before later words of a path', 'po', ['poll', 'challenge post', 'admin digest run']],
    ['words of a path, each begun', 'ch so', ['challenge solve']],
    ['a later word of a path', 'post', ['challenge post', 'admin digest run']],
    ['letters in their order', 'adr', ['admin digest run']],
    ['whatever the case, and with spaces too many', 'CHALLENGE   Po', ['challenge post']],
    ['no command', 'zebra', []],
  ])('%s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it('are grouped by bot, that of the best one first', () => {
    expect(matchingCommands(offered, 'chart').map((group) => group.applicationId)).toEqual(['other']);
    expect(matchingCommands(offered, 'cha').map((group) => group.applicationId)).toEqual(['nexus', 'other']);
  });
});

describe('a line typed in one go', () => {
  const read = (line: string) => {
    const typed = readTypedLine(line, offered);
    return typed && [typed.command.path, Object.fromEntries(typed.texts), typed.rest];
  };

  it.each([
    ['is no command yet while its name is typed', '/search', undefined],
    ['is a command once a space follows', '/search ', ['search', {}, '']],
    [
      'names its options, whose values hold spaces',
      '/search query:redis cache kind:concept',
      ['search', { query: 'redis cache', kind: 'concept' }, ''],
    ],
    ['may have spaces behind the colon', '/search kind: concept', ['search', { kind: 'concept' }, '']],
    ['keeps what has no name', '/search redis cache kind:x', ['search', { kind: 'x' }, 'redis cache']],
    ['finds subcommands', '/challenge post title:Why?', ['challenge post', { title: 'Why?' }, '']],
    [
      'keeps colons that name no option',
      '/search query:http://a.b x:y',
      ['search', { query: 'http://a.b x:y' }, ''],
    ],
    ['takes a name once', '/search query:a query:b', ['search', { query: 'a query:b' }, '']],
    ['knows names with a hyphen', '/search saved-by:amina', ['search', { 'saved-by': 'amina' }, '']],
    ['keeps lines', '/search query:one\ntwo', ['search', { query: 'one\ntwo' }, '']],
    ['is no command that is not offered', '/unknown x', undefined],
  ])('%s', (_, line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('is split where a name stands inside of a value, but not in prose', () => {
    const options = [{ name: 'kind' }, { name: 'link' }];
    expect(hasNameInside('redis kind:c', options)).toBe(true);
    expect(hasNameInside('see this link: it helps', options)).toBe(false);
    expect(hasNameInside('mankind:c', options)).toBe(false);
    expect(splitAtNames('redis kind:c', options)).toEqual({
      before: 'redis',
      texts: new Map([['kind', 'c']]),
    });
  });
});
