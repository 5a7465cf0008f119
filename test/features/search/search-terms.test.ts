/** The parts of a text that show the words looked for, and how similar the spelling of words is. */
import { describe, expect, it } from 'vitest';
import { matchesIn, numberRanges, snippetOf } from '../../../src/features/search/search-terms.js';
import { likeliest, spellingDistance } from '../../../src/features/search/spelling.js';
import { shortened } from '../../../src/platform/text.js';

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
  it('take code as a reader does: without its marks, and without a gap where they were', () => {
    expect(snippetOf('Run `docker compose`.', new Set(), 100)).toBe('Run docker compose.');
    expect(snippetOf('First:\n```sh\nls\n```\nThen', new Set(), 100)).toBe('First: ls Then');
  });

  const text = `${'Before it comes a lot of text. '.repeat(20)}Then the caches were cleared. ${'And after. '.repeat(30)}`;

  it('show where the words are', () => {
    const snippet = snippetOf(text, new Set(['caches']), 100);
    expect(snippet).toContain('the caches were cleared');
    expect(snippet.length).toBeLessThanOrEqual(100);
    const [[from, to] = [0, 0]] = matchesIn(snippet, new Set(['caches']));
    expect(snippet.slice(from, to)).toBe('caches');
  });

  it('keep spoilers shut, however long the text is', () => {
    expect(snippetOf('It was ||the butler|| who did it', new Set(['butler']), 100)).toBe(
      'It was ▮▮▮ who did it',
    );
    const long = snippetOf(`${text} ||the butler|| did it`, new Set(['butler', 'did']), 100);
    expect(long).toContain('▮▮▮ did it');
    expect(long).not.toContain('butler');
  });

  it('begin at the beginning without words, and never cut a character in two', () => {
    expect(snippetOf(text, new Set(), 50)).toMatch(/^Before.*…$/);
    expect(shortened('🚀'.repeat(20), 12)).toMatch(/^🚀+…$/u);
  });

  it('mark words whatever their case and accents, whole ones, and what they are joined to', () => {
    const marked = (text: string, ...words: string[]) =>
      matchesIn(text, new Set(words)).map(([from, to]) => text.slice(from, to));
    expect(marked('Déploiement and deploys', 'deploiement', 'deploys')).toEqual(['Déploiement', 'deploys']);
    expect(marked('a cat in the catalogue', 'cat')).toEqual(['cat']);
    expect(marked('Use docker-compose, not useEffect', 'docker', 'effect')).toEqual([
      'docker-compose',
      'useEffect',
    ]);
    expect(marked('无法连接数据库。', '数据', '据库')).toEqual(['数据库']);
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

  it('prefers the nearest', () => {
    expect(likeliest('dokcer', ['locker', 'docker', 'broker', 'rocket'], 2)[0]).toBe('docker');
    expect(likeliest('cat', ['dog'], 5)).toEqual([]);
  });
});
