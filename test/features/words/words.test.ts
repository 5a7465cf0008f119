/** One folding of words in every script, which signs belong to words, and which words stand for others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedWordsOf,
  documentOf,
  foldedWord,
  isStopWord,
  stemOf,
  tokensOf,
} from '../../../src/features/words/index.js';
import { synonymTable } from '../../../src/features/words/synonyms.js';
import { synonymsOf } from '../../../src/features/words/synonyms-index.js';

const wordsOf = (text: string) => tokensOf(text).flatMap(({ word, parts }) => [word, ...parts]);
const nothingElse = { title: null, tags: [], body: '', aliases: [], marks: [] };

describe('folding', () => {
  it.each([
    ['case and accents', 'DÉPLOIEMENT', 'déploiement', 'deploiement'],
    ['letters with a stroke or joined ones', 'Łódź Ærø'.split(' ')[0] ?? '', 'lodz', 'ŁÓDŹ'],
    ['final sigma', 'ΚΌΣΜΟΣ', 'κόσμος', 'κοσμοσ'],
    ['Turkish i, dotted and dotless', 'ISPARTA', 'ısparta', 'İSPARTA'],
    ['Arabic vowel signs and tatweel', 'مُحَمَّد', 'محمد', 'محمـد'],
    ['forms of alef', 'أحمد', 'احمد', 'إحمد'],
    ['Persian yeh, kaf and joiners', 'می‌کند', 'ميكند', 'میکند'],
    ['Amharic letters with the same sound', 'ሠላም', 'ሰላም', 'ሰላም'],
    ['full width', 'ＤＯＣＫＥＲ', 'docker', 'Docker'],
    ['half-width kana', 'ﾃﾞｰﾀ', 'データ', 'データ'],
    ['nothing visible', 'doc\u00adker', 'docker', 'dock\u200ber'],
  ])('folds %s to the same word', (_, ...words) => expect(new Set(words.map(foldedWord)).size).toBe(1));

  it('keeps apart what other letters say', () => {
    for (const [one, other] of [
      ['か', 'が'],
      ['कि', 'की'],
      ['มา', 'ม้า'],
      ['й', 'к'],
    ] as const)
      expect(foldedWord(one)).not.toBe(foldedWord(other));
  });

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) expect(foldedWord(word)).toBe(word);
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['n+1', 'n+1'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['.env', '.env'],
    ['+1', '+1'],
    ['next.js', 'nextjs'],
    ['Next.JS', 'nextjs'],
    ['<Suspense>', 'suspense'],
    ['404', '404'],
    ['CORS_ALLOWED_ORIGINS', 'corsallowedorigins'],
    ['docker-compose', 'dockercompose'],
    ['useEffect', 'useeffect'],
    ['don’t', 'dont'],
    ['l’erreur', 'erreur'],
    ["Django's", 'django'],
  ])('%s is the word %s', (text, word) => expect(tokensOf(text)[0]?.word).toBe(word));

  it('are found within those they are joined in', () => {
    expect(wordsOf('CORS_ALLOWED_ORIGINS')).toEqual(expect.arrayContaining(['cors', 'allowed', 'origins']));
    expect(wordsOf('Vec<String>')).toEqual(['vec', 'string']);
    expect(wordsOf('django.db.utils.OperationalError')).toEqual(
      expect.arrayContaining(['operational', 'error']),
    );
    expect(wordsOf('C++')).not.toContain('c');
    expect(wordsOf('🚀🔥 ❤️ ?!… --')).toEqual([]);
  });

  it.each([
    ['Chinese', '无法连接到数据库。', '数据库'],
    ['Japanese', 'データベースに接続できません', '接続'],
    ['Thai', 'เชื่อมต่อฐานข้อมูลไม่ได้', 'ฐานข้อมูล'],
  ])('are found in %s without spaces', (_, text, query) => {
    const said = new Set(wordsOf(text));
    for (const { word } of askedWordsOf(query, 20)) expect(said.has(word), word).toBe(true);
  });

  it('of Arabic are found without their article', () => {
    expect(wordsOf('والكتاب')).toContain('كتاب');
  });

  it('have a stem, and stop words say nothing', () => {
    expect(new Set(['cache', 'caches', 'caching', 'cached'].map(stemOf)).size).toBe(1);
    expect(askedWordsOf('how do I run the tests', 9).map(({ word }) => word)).toEqual(['run', 'tests']);
    expect(askedWordsOf('the of and', 9).map(({ word }) => word)).toEqual(['the', 'of', 'and']);
    expect(isStopWord('pourquoi')).toBe(true);
  });

  it('are a document that Postgres reads, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (body) => {
        const { words, strengths } = documentOf({ ...nothingElse, body });
        expect(words + strengths).not.toContain('\0');
        expect(words.replace(/'(?:[^'\\]|''|\\\\)*':[\d,A-D]+ ?/g, '')).toBe('');
        expect(strengths.replace(/'(?:[^'\\]|''|\\\\)*':\d+ ?/g, '')).toBe('');
      }),
    );
  });

  it('leave ids of members out', () => {
    expect(
      documentOf({ ...nothingElse, body: 'Thanks <@800000000000000001>, port 5432' }).words,
    ).not.toContain('8000');
    expect(documentOf({ ...nothingElse, body: 'Thanks <@800000000000000001>, port 5432' }).words).toContain(
      '5432',
    );
  });
});

describe('synonyms', () => {
  const found = (word: string) => synonymsOf(stemOf(word)).map(({ key }) => key);

  it('find each other', () => {
    expect(found('k8s')).toContain(stemOf('kubernetes'));
    expect(found('kubernetes')).toContain('k8s');
    expect(found('postgres')).toContain(stemOf('postgresql'));
    expect(found('database').some((key) => key.startsWith('base de donn'))).toBe(true);
  });

  it('of several words are one word, on both sides', () => {
    expect(documentOf({ ...nothingElse, title: 'Where environment variables live' }).words).toContain(
      "'environ variabl'",
    );
    const [asked, ...others] = askedWordsOf('environment variables', 5);
    expect(others).toEqual([]);
    expect(asked?.alternatives.map(({ word }) => word)).toEqual(
      expect.arrayContaining(['environ variabl', 'env']),
    );
  });

  it('stand in one table, whose lines are groups of two or more', () => {
    for (const line of synonymTable.trim().split('\n')) {
      expect(line, line).toMatch(/^[^=~,]+(?: = [^=~,]+)*(?: ~ [^=~,]+(?:, [^=~,]+)*)?$/);
      expect(line.split(/[=~,]/).length, line).toBeGreaterThan(1);
    }
  });
});
