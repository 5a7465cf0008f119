/** Cleaning: one notion of invisible characters, links as the browser writes them, tags of any script. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWord } from '../../src/features/words/index.js';
import { withoutInvisible } from '../../src/platform/invisible.js';
import {
  cleanLine,
  cleanLink,
  cleanTags,
  cleanText,
  cleanTitle,
  foldTag,
  isTag,
} from '../../src/platform/text.js';
import { tried } from '../support/fuzz/runs.js';
import { nastyText } from '../support/nasty-texts.js';

describe('invisible characters', () => {
  it.each([
    0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200e, 0x202e, 0x2060, 0x2068, 0x3164,
    0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0041, 0xe0101,
  ])('U+%s alone is no title, and within a word it is gone', (codePoint) => {
    const character = String.fromCodePoint(codePoint);
    expect(() => cleanTitle(character.repeat(3))).toThrow(expect.objectContaining({ code: 'title-missing' }));
    expect(cleanText(`Docu${character}mentation`)).toBe('Documentation');
    expect(foldedWord(`Docu${character}mentation`)).toBe('documentation');
  });

  it('joiners stay where a script needs them, and nowhere else', () => {
    for (const needed of ['می\u200cخواهم', 'ක්\u200dෂ', 'ന്\u200d', 'ه\u200d', 'क्\u200cष'])
      expect(cleanText(needed)).toBe(needed);
    expect(cleanText('disc\u200dord\u200c')).toBe('discord');
    expect(cleanText('می\u200c\u200c\u200dخواهم')).toBe('می\u200cخواهم');
    expect(foldedWord('می\u200cخواهم')).toBe(foldedWord('میخواهم'));
  });

  it('emoji stay whole', () => {
    for (const whole of ['👩🏽\u200d💻', '❤️', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👨\u200d👩\u200d👧', '🏳️\u200d🌈', '☎︎'])
      expect(cleanText(`a ${whole} b`)).toBe(`a ${whole} b`);
    expect(cleanText('a\ufe0f b\ufe0e 1\ufe0f')).toBe('a b 1');
  });

  it('cleaning twice gives the same as cleaning once', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const clean of [cleanText, cleanLine]) {
          const once = clean(text);
          expect(clean(once)).toBe(once);
          if (!/\p{Surrogate}/u.test(text))
            expect(withoutInvisible(clean(withoutInvisible(text)))).toBe(withoutInvisible(once));
        }
      }),
      tried(5_000),
    );
  });
});

describe('links', () => {
  it.each([
    ['example.org/x', 'https://example.org/x'],
    ['//example.org', 'https://example.org/'],
    ['EXAMPLE.org:443', 'https://example.org/'],
    ['https:\\\\example.org\\x', 'https://example.org/x'],
    ['https://ex%61mple。org:443//x', 'https://example.org//x'],
    ['<http://a.example:8080/>', 'http://a.example:8080/'],
    ['www.example.org?q=1', 'https://www.example.org/?q=1'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(cleanLink(typed)).toBe(stored);
    expect(cleanLink(stored)).toBe(stored);
  });

  it.each(['javascript:alert(1)', 'mailto:a@example.org', 'ftp://example.org/', 'just words', 'word'])(
    '%s is none',
    (typed) => {
      expect(() => cleanLink(typed)).toThrow(expect.objectContaining({ code: 'link-not-http' }));
    },
  );
});

describe('tags', () => {
  it.each([
    ['REST api, Django', ['rest-api', 'django']],
    ['Ɛfé, Straße, ŁÓDŹ, İstanbul', ['efe', 'strasse', 'lodz', 'istanbul']],
    ['አማርኛ፣ العربية، हिन्दी, 日本語、русский', ['አማርኛ', 'العربية', 'हिन्दी', '日本語', 'русский']],
    ['C++, c#, .net, #vue', ['c++', 'c#', '.net', 'vue']],
    ['ｆｕｌｌ，wi\u00addth', ['full', 'width']],
    ['برنامه\u200cنویسی', ['برنامهنویسی']],
  ])('%s', (typed, tags) => {
    expect(cleanTags(typed)).toEqual(tags);
    expect(cleanTags(tags.join(', '))).toEqual(tags);
  });

  it.each(['a;b', 'a|b', '🎉', 'ʘ', 'x'.repeat(33), '<@1>'])('%s is none', (typed) => {
    expect(() => cleanTags(typed)).toThrow(expect.objectContaining({ code: 'tag-invalid' }));
  });

  it('folding twice gives the same as folding once', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const tag = foldTag(text);
        fc.pre(isTag(tag));
        expect(foldTag(tag)).toBe(tag);
      }),
      tried(5_000),
    );
  });
});
