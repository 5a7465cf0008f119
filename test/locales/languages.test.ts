/** Every language: each of its sentences is there, fits where Discord shows it, and is typed as that language is. */
import { describe, expect, it } from 'vitest';
import { boundOf } from '../../scripts/languages/bounds.js';
import { sentencesOf } from '../../scripts/languages/sentences.js';
import { catalogues } from '../../src/locales/catalogue.js';
import { en } from '../../src/locales/en/index.js';

describe.each(Object.entries(catalogues))('the catalogue %s', (_language, catalogue) => {
  const sentences = sentencesOf(catalogue, en);

  it('says something in every place', () => {
    const silent = sentences.filter(({ texts }) => texts.length === 0).map(({ path }) => path);
    expect(silent).toEqual([]);
  });

  it('fits where Discord shows it, at its longest', () => {
    const tooLong = sentences.flatMap(({ path, texts }) => {
      const longest = Math.max(...texts.map((text) => text.length));
      return longest > boundOf(path) ? [`${path}: ${longest} of ${boundOf(path)}`] : [];
    });
    expect(tooLong).toEqual([]);
  });

  it('uses typographic apostrophes and quotes', () => {
    const straight = sentences.filter(({ texts }) =>
      texts.some((text) => /\p{L}'\p{L}|(?<!`)"(?!`)/u.test(text.replaceAll(/`[^`]*`/g, ''))),
    );
    expect(straight.map(({ path }) => path)).toEqual([]);
  });
});

it('puts no-break spaces where French wants them', () => {
  const plain = sentencesOf(catalogues['fr'] ?? {}, en).flatMap(({ path, texts }) =>
    texts
      .map((text) => text.replaceAll(/`[^`]*`|```[^]*?```/g, ''))
      .filter((text) => / [?!;»%]|« | :(?:\s|$)|\p{L}[?!;]/u.test(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(plain).toEqual([]);
});
