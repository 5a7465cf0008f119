/** Commands in the page in a person's language: what is shown and typed is theirs, what is sent is the bot's. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { localized } from '../../../sandbox/client/localized.js';
import {
  asOffered,
  beginFilling,
  lineOf,
  readyOf,
  withEntered,
  withTypedNames,
  withTypedTail,
} from '../../../sandbox/web/command/filling.js';
import { matchingCommands } from '../../../sandbox/web/command/match.js';
import { localChoice, type OfferedCommand, offeredCommands } from '../../../sandbox/web/command/offered.js';
import { suggestionsFor } from '../../../sandbox/web/command/suggestions.js';
import { readTypedLine } from '../../../sandbox/web/command/typed-line.js';
import { lookup } from './support.js';

const commands = [
  {
    id: '1',
    application_id: 'bot',
    type: 1,
    name: 'share',
    name_localizations: { fr: 'partager', 'es-ES': 'compartir' },
    description: 'Keep something',
    description_localizations: { fr: 'Garder quelque chose' },
    options: [
      {
        type: 3,
        name: 'kind',
        name_localizations: { fr: 'genre' },
        description: 'Which kind',
        description_localizations: { fr: 'Quel genre' },
        choices: [
          { name: 'A goal', name_localizations: { fr: 'Un but' }, value: 'goal' },
          { name: 'Other', value: 'other' },
        ],
      },
      // In French it has the name that another one has by itself.
      { type: 3, name: 'title', name_localizations: { fr: 'tags' }, description: 'Its title' },
      { type: 3, name: 'tags', name_localizations: { fr: 'mots' }, description: 'Its tags' },
    ],
  },
  {
    id: '2',
    application_id: 'bot',
    type: 1,
    name: 'colour',
    name_localizations: { 'en-GB': 'colour', 'en-US': 'color' },
    description: 'Paint',
    options: [
      { type: 1, name: 'mix', name_localizations: { fr: 'mêler' }, description: 'Mix two', options: [] },
    ],
  },
] as unknown as APIApplicationCommand[];

const offeredIn = (locale: string) => offeredCommands(commands, locale);
const [share] = offeredIn('fr') as [OfferedCommand];

describe('a localization', () => {
  it.each([
    ['is the one of the language', { fr: 'salut' }, 'fr', 'salut'],
    ['is none where the language has none: the default is shown', { fr: 'salut' }, 'de', undefined],
    ['of British English stands in for American', { 'en-GB': 'colour' }, 'en-US', 'colour'],
    ['of American English stands in for British', { 'en-US': 'color' }, 'en-GB', 'color'],
    ['of Spain stands in for Latin America', { 'es-ES': 'vale' }, 'es-419', 'vale'],
    ['of Latin America does not for Spain', { 'es-419': 'dale' }, 'es-ES', undefined],
    ['comes before the one that stands in', { 'en-GB': 'colour', 'en-US': 'color' }, 'en-US', 'color'],
    ['may be empty', { fr: null }, 'fr', undefined],
    ['may be left out', null, 'fr', undefined],
  ])('%s', (_, texts, locale, expected) => {
    expect(localized(texts, locale)).toBe(expected);
  });
});

describe('a command in another language', () => {
  it('is shown in it, with its options and choices, and keeps the path that is sent', () => {
    expect(share).toMatchObject({
      path: 'share',
      localPath: 'partager',
      description: 'Garder quelque chose',
    });
    expect(share.options[0]).toMatchObject({ name: 'kind', localName: 'genre', description: 'Quel genre' });
    expect(share.options[0]?.choices).toEqual([
      { name: 'Un but', value: 'goal' },
      { name: 'Other', value: 'other' },
    ]);
    expect(offeredIn('fr')[1]).toMatchObject({ path: 'colour mix', localPath: 'colour mêler' });
  });

  it('has its own names where the bot has none in the language, and those that stand in', () => {
    expect(offeredIn('de')[0]).toMatchObject({ localPath: 'share', description: 'Keep something' });
    expect(offeredIn('es-419')[0]).toMatchObject({ localPath: 'compartir', description: 'Keep something' });
    expect(offeredIn('en-US')[1]?.localPath).toBe('color mix');
  });

  it.each(['parta', 'share', 'GARDER', 'prtgr'])('is found by %s', (typed) => {
    const [group] = matchingCommands(offeredIn('fr'), typed);
    expect(group?.commands[0]?.path).toBe('share');
  });

  it.each([
    ['/partager genre:but', 'share', { kind: 'but' }],
    ['/share kind:but', 'share', { kind: 'but' }],
    ['/partager GENRE:a kind:b', 'share', { kind: 'a kind:b' }],
    ['/colour mêler ', 'colour mix', {}],
    ['/colour mix ', 'colour mix', {}],
  ])('may be typed as %s', (line, path, texts) => {
    const typed = readTypedLine(line, offeredIn('fr'));
    expect(typed && [typed.command.path, Object.fromEntries(typed.texts)]).toEqual([path, texts]);
  });

  it('means the name of its own language where another option is called that by itself', () => {
    const typed = readTypedLine('/partager tags:One mots:two', offeredIn('fr'));
    expect(Object.fromEntries(typed?.texts ?? [])).toEqual({ title: 'One', tags: 'two' });
  });

  it('sends values by the bot’s names, whatever was typed', () => {
    const begun = beginFilling({ command: share, texts: new Map(), rest: '' });
    const tail = withTypedTail(begun, 'genre:un but');
    expect(tail && readyOf(tail.filling, lookup).values).toEqual({ kind: 'goal' });
    const inside = withTypedNames(withEntered(begun, 'kind', { text: '' }), 'kind', 'genre:goal mots:x');
    expect(inside && readyOf(inside.filling, lookup).values).toEqual({ kind: 'goal', tags: 'x' });
  });

  it('goes on in another language while it is filled in, and is kept as a line of any', () => {
    const filling = withEntered(beginFilling({ command: share, texts: new Map(), rest: '' }), 'kind', {
      text: 'goal',
    });
    const later = asOffered(filling, offeredIn('de'));
    expect(later.command).toMatchObject({ localPath: 'share', description: 'Keep something' });
    expect(later.entered.get('kind')).toEqual({ text: 'goal' });
    expect(lineOf(filling)).toBe('/share kind:goal ');
    expect(asOffered(filling, [])).toBe(filling);
    // What is kept is read as it was written, where one option has another one's name, too.
    const texts = new Map([
      ['kind', 'goal'],
      ['title', 'One'],
      ['tags', 'two'],
    ]);
    const line = lineOf(beginFilling({ command: share, texts, rest: '' }));
    expect(readTypedLine(line, offeredIn('fr'))?.texts).toEqual(texts);
  });

  it('offers its choices, and those that a bot completes, by their names there', () => {
    const [kind] = share.options;
    expect(kind && suggestionsFor(kind, { text: 'but' }, lookup, [])).toEqual([
      { label: 'Un but', entered: { text: 'Un but', picked: 'goal' } },
    ]);
    const completed = { name: 'One', name_localizations: { fr: 'Un' }, value: '1' };
    expect(localChoice(completed, 'fr')).toEqual({ name: 'Un', value: '1' });
    expect(localChoice(completed, 'de')).toEqual({ name: 'One', value: '1' });
  });
});
