/** Members' text in our messages: shortened cleanly, and unable to mislead. */
import { describe, expect, it } from 'vitest';
import { escape, hostLink, safeMarkdown, shorten } from '../../../src/discord/message/text.js';
import { shortened } from '../../../src/platform/text.js';

describe('shorten', () => {
  it('leaves a text that fits unchanged', () => {
    expect(shorten('exactly ten', 11)).toBe('exactly ten');
  });

  it.each([
    ['words', 'word '.repeat(100)],
    ['one word', 'x'.repeat(500)],
    ['emoji of several parts', '👩🏽‍💻'.repeat(100)],
    ['flags', '🇰🇪🇳🇬'.repeat(100)],
    ['combining marks', 'e\u0301'.repeat(300)],
    ['an open fence', `Before\n\`\`\`js\n${'code();\n'.repeat(80)}\`\`\``],
  ])('keeps %s within the limit, ended with an ellipsis', (_name, text) => {
    for (const limit of [20, 99, 100, 101, 250]) {
      const short = shorten(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(short).toMatch(/…/);
      expect((short.match(/```/g)?.length ?? 0) % 2).toBe(0);
      expect(short).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('never cuts inside a character as a reader sees it', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(shorten(family.repeat(10), 60).replace('…', '').replaceAll(family, '')).toBe('');
  });

  it('ends at a word if one is near', () => {
    expect(shorten('one two three four five six seven', 30)).toBe('one two three four five…');
  });
});

describe('safeMarkdown', () => {
  it('lets the author use Markdown', () => {
    const text = '**bold** `codes[0](1)` ~~gone~~\n- list\n> quote\n```js\nconst a = [1](2);\n```';
    expect(safeMarkdown(text)).toBe(text);
  });

  it.each([
    ['[bank](https://evil.example)', '[bank] (https://evil.example)'],
    ['[[bank]](<https://evil.example>)', '[[bank]] (<https://evil.example>)'],
    // What looks like code here may not be code in Discord: escaped marks, or a span whose end is cut off.
    ['\\`[bank](https://evil.example)\\`', '\\`[bank] (https://evil.example)\\`'],
    ['`[bank](<https://evil.example>)`', '`[bank] (<https://evil.example>)`'],
  ])('shows where the link %s leads', (text, shown) => {
    expect(safeMarkdown(text)).toBe(shown);
  });

  it.each(['@everyone', '@here', '<@123456789012345678>', '<@&1>', '<#1>', '</share:1>', '<t:0:R>'])(
    'takes %s literally',
    (text) => {
      const safe = safeMarkdown(`a ${text} b`);
      expect(safe).not.toContain(text);
      expect(safe.replaceAll('\u200b', '')).toContain(text);
    },
  );

  it('leaves code as it was typed', () => {
    expect(safeMarkdown('`@everyone` ```<@1>```')).toBe('`@everyone` ```<@1>```');
  });
});

describe('escape', () => {
  it('ends an isolate whose end is cut off, within the limit', () => {
    const name = escape('كلمة '.repeat(40));
    for (const cut of [shorten, shortened]) {
      for (let limit = 10; limit <= name.length + 12; limit += 1) {
        const short = cut(`#12 ${name} and more`, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.split('\u2068').length).toBe(short.split('\u2069').length);
      }
    }
  });

  it('isolates what runs from right to left, and nothing else', () => {
    expect(escape('لماذا 404 في nginx')).toBe('\u2068لماذا 404 في nginx\u2069');
    expect(escape('שלום')).toBe('\u2068שלום\u2069');
    expect(escape('Pourquoi 404 ?')).toBe('Pourquoi 404 ?');
    expect(escape('ሰላም')).toBe('ሰላም');
  });

  it.each([
    '**bold**',
    '_italic_',
    '`code`',
    '~~gone~~',
    '||secret||',
    '# heading',
    '[a](https://b.c)',
    '- list',
  ])('takes %s literally', (text) => {
    expect(escape(text)).not.toBe(text);
    expect(escape(text).replaceAll('\\', '')).toBe(text);
  });
});

describe('hostLink', () => {
  it('is labelled with its host', () => {
    expect(hostLink('https://docs.djangoproject.com/en/5.2/')).toBe(
      '[docs.djangoproject.com](https://docs.djangoproject.com/en/5.2/)',
    );
  });
});
