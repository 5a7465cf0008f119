/** Charts draw nothing but words of the catalogues: every character of theirs, in each language, is in their fonts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { digestChart, ownWeeksChart, weeklyChart } from '../../../src/features/digest/digest-chart.js';
import { catalogueFor } from '../../../src/locales/catalogue.js';
import { languages } from '../../../src/locales/languages.js';

/** Code points that a TrueType font has glyphs for: its character map in format 4, which covers the basic plane. */
function charactersOf(style: string): Set<number> {
  const path = `@expo-google-fonts/atkinson-hyperlegible/${style}/AtkinsonHyperlegible_${style}.ttf`;
  const font = readFileSync(createRequire(import.meta.url).resolve(path));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const map = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.readUInt32BE(map + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const start = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (start === undefined) throw new Error(`${path} has no character map of format 4`);
  const segments = font.readUInt16BE(start + 6) / 2;
  const endOf = (segment: number) => font.readUInt16BE(start + 14 + segment * 2);
  const startOf = (segment: number) => font.readUInt16BE(start + 16 + (segments + segment) * 2);
  const found = new Set<number>();
  for (let segment = 0; segment < segments; segment += 1)
    for (let code = startOf(segment); code <= endOf(segment) && code < 0xffff; code += 1) found.add(code);
  return found;
}

const fonts = new Map([
  ['400', charactersOf('400Regular')],
  ['700', charactersOf('700Bold')],
]);

/** A day of each month, with every count that is written out. */
const days = Array.from({ length: 28 }, (_, index) => ({
  date: new Date(Date.UTC(2026, index % 12, 1 + index)).toISOString().slice(0, 10),
  learning: 1234 + index,
  challenge: index,
  solution: 56_789,
}));

/** What is drawn with that font and isn't in it. */
function missing(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*font-weight="(\d+)"[^>]*>([^<]*)<\/text>/g)].flatMap(
    ([, weight, text]) =>
      [...(text ?? '')].filter((character) => !fonts.get(weight ?? '')?.has(character.codePointAt(0) ?? 0)),
  );
}

it('is seen to tell what a font lacks', () => {
  expect(missing('<text font-weight="400">aé語</text>')).toEqual(['語']);
});

it.each(languages.map((language) => [language]))('have all that charts draw in %s', (language) => {
  const words = catalogueFor(language);
  for (const chart of [digestChart, weeklyChart, ownWeeksChart]) {
    const drawing = chart(words, days);
    expect(drawing?.svg.match(/<text/g)?.length).toBeGreaterThan(5);
    expect(missing(drawing?.svg ?? '')).toEqual([]);
  }
});
