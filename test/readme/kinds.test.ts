/** Invented documents, one for each way of writing: the entries read of each, in short, stand beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ReadmeItem } from '../../src/readme/document.js';
import { readReadme } from '../../src/readme/read-readme.js';

const folder = path.join(import.meta.dirname, '../fixtures/readme-kinds');
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.md') ? [path.basename(file, '.md')] : [],
);

const start = (text: string) => (text.split('\n')[0] ?? '').slice(0, 50);

/** `kind: title`, `? open challenge`, or `title | problem => solution`. */
function inShort({ type, kind, title, body, solution }: ReadmeItem): string {
  if (type === 'learning') return `${kind}: ${title}`;
  if (solution === null) return `? ${title}`;
  return `${title}${body === '' ? '' : ` | ${start(body)}`} => ${start(solution)}`;
}

it.each(names)('%s', (name) => {
  const expected = readFileSync(path.join(folder, `${name}.txt`), 'utf8').trim();
  const { items } = readReadme(readFileSync(path.join(folder, `${name}.md`)));
  expect(items.map(inShort).join('\n')).toBe(expected);
});
