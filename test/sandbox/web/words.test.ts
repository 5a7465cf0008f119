/** The page's own words: whole in each language, none beside the catalogues, and dates and numbers that go with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Locale } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { refusals, worded } from '../../../sandbox/client/refusals.js';
import { SandboxError } from '../../../sandbox/client/transport.js';
import { checkOption } from '../../../sandbox/web/command/option-value.js';
import { suggestionsFor } from '../../../sandbox/web/command/suggestions.js';
import { fileSize } from '../../../sandbox/web/message/media/address.js';
import { fromNow, fullDay, inStyle, messageTime } from '../../../sandbox/web/message/time.js';
import { describeOffset } from '../../../sandbox/web/state/clock.js';
import { reasonOf } from '../../../sandbox/web/state/reason.js';
import { en } from '../../../sandbox/web/words/en.js';
import { fr } from '../../../sandbox/web/words/fr.js';
import { LOCALES, languages } from '../../../sandbox/web/words/languages.js';
import { locale, speak, words, wordsLanguage } from '../../../sandbox/web/words/words.js';
import { lookup } from './support.js';

afterEach(() => speak('en-US'));

type Say = (...values: unknown[]) => string;

/** Every sentence of a catalogue by its place in it; those with values, with one and two of texts and of numbers. */
function sentences(of: unknown, place = ''): [place: string, sentence: string][] {
  if (typeof of === 'string') return [[place, of]];
  if (typeof of !== 'function')
    return Object.entries(of as object).flatMap(([key, value]) => sentences(value, `${place}.${key}`));
  return [1, 2].flatMap((count) => [
    [`${place} ${count}`, (of as Say)(`x${count}`, count)],
    [`${place} #${count}`, counting(of as Say, count)],
  ]);
}

/** What is said of a number; nothing by a sentence that takes a text alone. */
function counting(say: Say, count: number): string {
  try {
    return say(count, count);
  } catch {
    return '';
  }
}

describe('the words in French', () => {
  const said = new Map(sentences(en));

  it('are other ones than in English, but for those that both have', () => {
    const shared =
      /\.(?:app|spoiler|refusals\.(?:asSaid|discord).*|person\.message.*|composer\.postMessage|list\.label.*|message\.inThread.*|message\.votes.*|message\.codeIn .*|command\.options|units\..*|time\.(?:minutes|hours).*)$/;
    const same = sentences(fr).filter(
      ([place, sentence]) =>
        said.get(place) === sentence && /\p{L}{2}/u.test(sentence) && !shared.test(place),
    );
    expect(same).toEqual([]);
  });

  it('follow French typography: apostrophes, no-break spaces before high punctuation and inside of guillemets', () => {
    // A straight apostrophe; a colon, mark or guillemet with a plain space, or none, where a no-break one belongs.
    const wrong = /'|(?<![\u00a0\u202f])(?:[;!?]| :|»)|«(?!\u00a0)|(?<=\p{L}):(?!\/\/)/u;
    expect(sentences(fr).filter(([, sentence]) => wrong.test(sentence))).toEqual([]);
  });
});

/** Words in a part's own code: in the attributes that people read or hear, and between its tags. */
function wordsIn(code: string): string[] {
  const attribute = /\b(?:aria-label|title|placeholder|label|alt|cancel|empty)="([^"]*\p{L}[^"]*)"/gu;
  // It begins with a letter, as code between tags does not.
  const between = /(?<=[\w"}/]>)\s*(\p{L}[^<>{}=;()]*\p{L}[^<>{}=;()]*)(?=<|\{)/gu;
  const told = code.replaceAll(/\/\*.*?\*\/|^\s*\/\/[^\n]*/gms, '');
  return [...told.matchAll(attribute), ...told.matchAll(between)].map((match) => match[1]?.trim() ?? '');
}

it('no words stand in the page’s parts: they are in the catalogues', () => {
  expect(wordsIn('<p title="A title">One line<b>{words().close}</b></p>')).toEqual(['A title', 'One line']);
  expect(wordsIn('<p>\n  Only you ·{" "}\n</p>')).toEqual(['Only you ·']);
  const folder = join(import.meta.dirname, '../../../sandbox/web');
  const parts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.startsWith('devtools') && file !== 'main.tsx',
  );
  expect(parts.length).toBeGreaterThan(60);
  const found = parts.flatMap((file) =>
    wordsIn(readFileSync(join(folder, file), 'utf8')).map((told) => `${file}: ${told}`),
  );
  expect(found).toEqual([]);
});

/** The sentences that code says in its strings: two words or more, the first with a capital. */
function sentencesIn(code: string): string[] {
  // A program's own mistakes are for the person who wrote it.
  const told = code.replaceAll(/\/\*.*?\*\/|^\s*\/\/[^\n]*|throw new Error\([^\n]*/gms, '');
  const strings = told.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g);
  return [...strings]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .filter((text) => /^\s*\p{Lu}[\p{L}’']* +\S/u.test(text));
}

describe('sentences beside the catalogues', () => {
  const sandbox = join(import.meta.dirname, '../../../sandbox');
  const sources = (folder: string) =>
    readdirSync(join(sandbox, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => ({
        file: `${folder}/${file}`,
        code: readFileSync(join(sandbox, folder, file), 'utf8'),
      }));

  it('are none in the page', () => {
    const planted =
      'const a = "Nobody is there";\n// It’s "Not this"\nconst b = `Slow ${a}`;\nthrow new Error("Not this");';
    expect(sentencesIn(planted)).toEqual(['Nobody is there', 'Slow ${a}']);
    const page = sources('web').filter(({ file }) => !/^web\/(?:words|devtools)\//.test(file));
    expect(page.length).toBeGreaterThan(100);
    expect(page.flatMap(({ file, code }) => sentencesIn(code).map((told) => `${file}: ${told}`))).toEqual([]);
  });

  it('are none in what the server refuses to people: each refusal names a sentence that every language has', () => {
    const server = sources('server');
    const kinds = server.flatMap(({ code }) =>
      [...code.matchAll(/new ControlError\(\s*'([^']*)'|\.fail\('([^']*)'\)/g)].map(
        ([, one, other]) => one ?? other,
      ),
    );
    const thrown = server.flatMap(({ code }) => [...code.matchAll(/new ControlError\(/g)]);
    expect(kinds.length).toBeGreaterThanOrEqual(thrown.length);
    expect(thrown.length).toBeGreaterThan(80);
    // None is there that nothing says.
    const own = Object.keys(refusals).filter((kind) => kind !== 'discord');
    expect(new Set(kinds)).toEqual(new Set(own));
    expect(new Set(Object.keys(fr.refusals))).toEqual(new Set(Object.keys(refusals)));
  });

  it('are none in what people meet of Discord’s refusals: each is worded in French', () => {
    const met = sources('server')
      .filter(({ file }) => /^server\/(?:actions|control|interactions)\/|^server\/http\/body\.ts$/.test(file))
      .flatMap(({ code }) => [...code.matchAll(/refuse\('(\w+)'/g)].map(([, kind]) => kind ?? ''));
    expect(met.length).toBeGreaterThan(20);
    const english = 'In English';
    expect(met.filter((kind) => fr.refusals.discord(kind, english) === english)).toEqual([]);
    expect(fr.refusals.discord('invalidForm', english)).not.toBe(english);
    // What Discord words itself stays as it is for a program.
    expect(worded({ kind: 'discord', values: ['pollExpired', 'Poll expired'] })).toBe('Poll expired');
  });

  it('are said in the language of the viewer when the sandbox refuses something', () => {
    const slow = { kind: 'slowMode', values: ['amina', 12] } as const;
    const refused = new SandboxError('Slow mode: amina can write again in 12 s.', 429, {
      ...slow,
      values: [...slow.values],
    });
    expect(reasonOf(refused)).toBe('Slow mode: amina can write again in 12 s.');
    speak('fr');
    expect(reasonOf(refused)).toBe('Mode lent\u00a0: amina pourra de nouveau écrire dans 12\u00a0s.');
  });
});

describe('the language that the page speaks', () => {
  it('is the one chosen, where it has words', () => {
    speak('fr');
    expect([words(), locale(), wordsLanguage()]).toEqual([fr, 'fr', 'fr']);
    speak('en-GB');
    expect([words(), locale(), wordsLanguage()]).toEqual([en, 'en-GB', 'en']);
  });

  it('is English where it has none, while bots and dates keep the one chosen', () => {
    speak('de');
    expect([words(), locale(), wordsLanguage()]).toEqual([en, 'de', 'en']);
    expect(fullDay(Date.UTC(2026, 2, 9, 12))).toBe('Montag, 9. März 2026');
  });

  it('is the one of before any choice, for what is no language', () => {
    speak('fr');
    speak('no such thing');
    expect([words(), locale()]).toEqual([en, 'en-US']);
  });

  it('is offered as Discord offers it, by its own name and by the reader’s', () => {
    expect([...LOCALES].sort()).toEqual(Object.values(Locale).sort());
    const named = (reader: string) => new Map(languages(reader).map((one) => [one.locale, one]));
    expect(named('en-US').get('fr')).toEqual({ locale: 'fr', ownName: 'Français', name: 'French' });
    expect(named('fr').get('de')).toMatchObject({ ownName: 'Deutsch', name: 'Allemand' });
    expect(named('fr').size).toBe(LOCALES.length);
    // Somebody whose language was set from elsewhere finds it in the list.
    expect(named('sw').get('sw')).toMatchObject({ ownName: 'Kiswahili' });
    const names = languages('fr').map((one) => one.ownName);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('dates, numbers and choices', () => {
  const at = new Date(2026, 10, 19, 15, 4).getTime();
  const day = 86_400_000;

  it('are written in the language', () => {
    speak('fr');
    expect(inStyle(at, 'F')).toBe('jeudi 19 novembre 2026 à 15:04');
    expect(messageTime(at, at)).toBe('15:04');
    expect(messageTime(at - day, at)).toBe('Hier à 15:04');
    expect(fromNow(at + 3 * day, at)).toBe('dans 3 jours');
    expect(fileSize(20_613)).toBe('20,13 Ko');
    expect(describeOffset(3 * day)).toBe('3\u00a0jours d’avance');
    speak('en-US');
    expect(messageTime(at - day, at).replace('\u202f', ' ')).toBe('Yesterday at 3:04 PM');
    expect(fromNow(at + 3 * day, at)).toBe('in 3 days');
    expect(describeOffset(-3 * day)).toBe('3 days behind');
  });

  it('take yes and no in the language, and in English', () => {
    const sure = { type: 5, name: 'sure', description: '' };
    speak('fr');
    expect(suggestionsFor(sure, { text: '' }, lookup, []).map(({ label }) => label)).toEqual([
      'Vrai',
      'Faux',
    ]);
    const [yes] = suggestionsFor(sure, { text: 'vr' }, lookup, []);
    expect(yes && checkOption(sure, yes.entered, lookup)).toEqual({ value: true });
    expect(checkOption(sure, { text: 'faux' }, lookup)).toEqual({ value: false });
    expect(checkOption(sure, { text: 'true' }, lookup)).toEqual({ value: true });
    expect(checkOption(sure, { text: 'oui' }, lookup)).toEqual({ problem: 'Choisis Vrai ou Faux.' });
    // What was picked before the language changed is still meant.
    speak('en-US');
    expect(yes && checkOption(sure, yes.entered, lookup)).toEqual({ value: true });
  });
});
