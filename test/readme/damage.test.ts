/** Whatever damage is done to a document, what is read of it is what is read of the document without it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readReadme } from '../../src/readme/read-readme.js';
import { spoilt } from '../support/spoilt-text.js';

const folder = path.join(import.meta.dirname, '../fixtures/readmes');
/** Those that are damaged themselves are read by another test. */
const isSound = (text: string) =>
  /^#/m.test(text) &&
  (text.match(/^```/gm) ?? []).length % 2 === 0 &&
  !/[ÃğŸ]|\\\*|\r|<h2>|^ {4}#|^- #|```markdown/m.test(text);
const documents = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ name: path.basename(file, '.md'), text: readFileSync(path.join(folder, file), 'utf8') }))
  .filter(({ text }) => isSound(text) && text.includes('\n## '));

const everyLine = (text: string, change: (line: string) => string) => text.split('\n').map(change).join('\n');
const hasCode = (text: string) => /```/.test(text);

/** Read once: each is compared with every damage done to it. */
const readings = new Map<string, ReturnType<typeof read>>();
function undamaged(name: string, text: string) {
  const reading = readings.get(name) ?? read(text);
  readings.set(name, reading);
  return reading;
}

/** Each spoils a document; those that cannot tell code from text leave documents with code alone. */
const damages: Record<string, (text: string) => string> = {
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'old Mac line ends': (text) => text.replaceAll('\n', '\r'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'four spaces before each line': (text) => everyLine(text, (line) => (line === '' ? '' : `    ${line}`)),
  'a tab before each line': (text) => everyLine(text, (line) => (line === '' ? '' : `\t${line}`)),
  'quote marks before each line': (text) => everyLine(text, (line) => `> ${line}`),
  'a fence around it': (text) => `\`\`\`markdown\n${text}\`\`\`\n`,
  'a fence around it that is never closed': (text) => `\`\`\`markdown\n${text}`,
  'headings without a space': (text) => (hasCode(text) ? text : text.replace(/^(#{1,6}) /gm, '$1')),
  'bullets of a word processor': (text) => (hasCode(text) ? text : text.replace(/^(\s*)- /gm, '$1• ')),
  'escaped marks': (text) =>
    hasCode(text)
      ? text
      : text.replace(/^(\s*)(#{1,6}|-)(?= )|\*\*/gm, (marks) => marks.replace(/[#*-]/g, '\\$&')),
  'tags for headings': (text) =>
    hasCode(text)
      ? text
      : text.replace(
          /^(#{1,6}) (.*)$/gm,
          (_line, marks: string, title: string) => `<h${marks.length}>${title}</h${marks.length}>`,
        ),
  'tabs for tables': (text) =>
    hasCode(text)
      ? text
      : text
          .replace(/^\|[ :|-]+\|\n/gm, '')
          .replace(/^\| *(.*?) *\|$/gm, (_line, row: string) => row.split(/ *\| */).join('\t')),
  'tables without the line below their header': (text) => text.replace(/^\|[ :|-]+\|\n/gm, ''),
  'line breaks written out': (text) => text.trim().replaceAll('\n', '\\n'),
  'twice as many blank lines': (text) => text.replaceAll('\n\n', '\n\n\n'),
  'read as windows-1252': (text) => spoilt(text, 'windows-1252', 'kept'),
  'read as windows-1254': (text) => spoilt(text, 'windows-1254', 'kept'),
  'read as Latin-1': (text) => spoilt(text, 'latin-1', 'kept'),
  'read as windows-1252 twice': (text) =>
    spoilt(spoilt(text, 'windows-1252', 'kept'), 'windows-1252', 'kept'),
};

const read = (text: string) => {
  const { title, items, profile } = readReadme(new TextEncoder().encode(text));
  return { title, items, profile };
};

it('there are documents to spoil', () => {
  expect(documents.length).toBeGreaterThan(20);
});

it.each(Object.entries(damages))('%s', (_name, spoil) => {
  const misread = documents.flatMap(({ name, text }) => {
    const given = spoil(text);
    const [expected, found] = [undamaged(name, text), read(given)];
    const differs = JSON.stringify(expected) !== JSON.stringify(found);
    return differs
      ? [
          {
            name,
            expected: expected.items.map(({ title, kind }) => [title, kind]),
            found: found.items.map(({ title, kind }) => [title, kind]),
          },
        ]
      : [];
  });
  expect(misread).toEqual([]);
});

it('read as windows-1254 with its undefined bytes dropped, but for the emoji that are lost', () => {
  const withoutEmoji = (text: string | null) =>
    text?.replace(/[\p{Extended_Pictographic}\ufe0f\ufffd]/gu, '').trim();
  const entries = (text: string) =>
    read(text).items.map(({ kind, title, body, solution, tags }) => [
      kind,
      ...[title, body, solution].map(withoutEmoji),
      tags,
    ]);
  for (const { name, text } of documents) {
    expect({ name, entries: entries(spoilt(text, 'windows-1254', 'dropped')) }).toEqual({
      name,
      entries: entries(text),
    });
  }
});
