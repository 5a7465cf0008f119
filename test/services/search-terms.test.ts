/** Words out of whatever is typed, and the parts of a text that show them. */
import { describe, expect, it } from 'vitest';
import { matchesIn, numberRanges, shortened, snippetOf, wordsOf } from '../../src/services/search-terms.js';
import { likeliest, meantWord, spellingDistance } from '../../src/services/spelling.js';

describe('wordsOf', () => {
  it.each([
    ['Docker  Compose', ['docker', 'compose']],
    ['next.js & C++, or C#?', ['next', 'js', 'cplusplus', 'or', 'csharp']],
    ["a':* | !b <-> (c) \\ 'd'", ['a', 'b', 'c', 'd']],
    ['nul\0byte', ['nul', 'byte']],
    ['🚀🔥 ❤️ 👩🏽‍💻', []],
    ['?!…', []],
    ['تعلمت Django', ['تعلمت', 'django']],
    ['Café café', ['café']],
    ['ci ci CI', ['ci']],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('bounds how many there are and how long', () => {
    expect(wordsOf(Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' '))).toHaveLength(12);
    expect(wordsOf('x'.repeat(6000))[0]).toHaveLength(40);
  });
});

describe('numberRanges', () => {
  it('has the exact number first, then those that begin so', () => {
    expect(numberRanges('#12').slice(0, 3)).toEqual([
      [12, 12],
      [120, 129],
      [1200, 1299],
    ]);
    expect(numberRanges('2147483647')).toEqual([[2147483647, 2147483647]]);
    expect(numberRanges('9999999999')).toEqual([]);
    for (const typed of ['', '#', '0', '012', '12a', 'twelve', '-1']) expect(numberRanges(typed)).toEqual([]);
  });
});

describe('snippets', () => {
  const text = `${'Before it comes a lot of text. '.repeat(20)}Then the caches were cleared. ${'And after. '.repeat(30)}`;

  it('show where the words are', () => {
    const snippet = snippetOf(text, ['caching'], 100);
    expect(snippet).toContain('the caches were cleared');
    expect(snippet.length).toBeLessThanOrEqual(100);
    const [[from, to] = [0, 0]] = matchesIn(snippet, ['caching']);
    expect(snippet.slice(from, to)).toBe('caches');
  });

  it('begin at the beginning without words, and never cut a character in two', () => {
    expect(snippetOf(text, [], 50)).toMatch(/^Before.*…$/);
    expect(shortened('🚀'.repeat(20), 12)).toMatch(/^🚀+…$/u);
  });

  it('mark words whatever their accents and endings', () => {
    expect(matchesIn('Déploiement and deploys', ['deploy'])).toEqual([
      [0, 11],
      [16, 23],
    ]);
    expect(matchesIn('a cat in the catalogue', ['cat'])).toEqual([
      [2, 5],
      [13, 22],
    ]);
  });
});

describe('spelling', () => {
  it.each([
    ['dokcer', 'docker', 1],
    ['docker', 'docker', 0],
    ['kubernets', 'kubernetes', 1],
    ['pyhton', 'python', 1],
    ['graphgl', 'graphql', 1],
    ['', 'abc', 3],
    ['rceat', 'react', 2],
  ])('%s and %s are %i apart', (one, other, distance) => expect(spellingDistance(one, other)).toBe(distance));

  it('prefers what fits the other words, then the nearest, then the most used', () => {
    expect(likeliest('dokcer', ['locker', 'docker', 'broker', 'rocket'], 2)[0]).toBe('docker');
    expect(likeliest('cat', ['dog'], 5)).toEqual([]);
    const words = [
      { word: 'test', uses: 50, fits: false },
      { word: 'text', uses: 3, fits: true },
    ];
    expect(meantWord('tezt', words)).toBe('text');
    expect(meantWord('befre', [{ word: 'bear', uses: 9, fits: false }])).toBeUndefined();
    expect(meantWord('tezt', [])).toBeUndefined();
  });
});
