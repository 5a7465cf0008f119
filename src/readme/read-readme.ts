/** A README's bytes as the entries they hold. */

import type { ReadmeDocument, SkippedPart } from './document.js';
import { cleanLine, cut } from './entry-shape.js';
import { readOwnFormat } from './export/own-format.js';
import { readPastedPage } from './export/pasted-page.js';
import { passagesOf } from './passages/document-passages.js';
import { withoutPictures } from './readable.js';
import { outlineOf } from './reading/outline.js';
import { profileIn, titleIn } from './reading/profile-facts.js';
import { OutlineReading } from './reading/reading.js';
import { decodeDocument } from './repair/repair-encoding.js';
import { repairMarkdown } from './repair/repair-markdown.js';

/** Reads a document whole; pure and synchronous. */
export function readReadme(bytes: Uint8Array): ReadmeDocument {
  const { bytes: text, pictures } = withoutPictures(bytes);
  const document = readText(text);
  if (pictures > 0) document.skipped.push({ source: `base64 × ${pictures}`, reason: 'pictures' });
  return document;
}

function readText(bytes: Uint8Array): ReadmeDocument {
  const decoded = decodeDocument(bytes);
  const own = readOwnFormat(decoded.text);
  const isRepaired = decoded.repaired > 0;
  if (!own) return { ...(readPastedPage(decoded.text) ?? readAnyShape(decoded.text)), isRepaired };
  const { document, rest } = own;
  if (rest === '') return { ...document, isRepaired };
  const { items, skipped } = readAnyShape(rest);
  return {
    ...document,
    isRepaired,
    items: [...document.items, ...items],
    skipped: [...document.skipped, ...skipped],
  };
}

function readAnyShape(text: string): ReadmeDocument {
  const { lines, rest } = firstLines(text.replace(/\r\n?/g, '\n').replace(longGaps, '\n\n'));
  const markdown = repairMarkdown(lines);
  const { passages, leftOut } = passagesOf(markdown);
  if (rest !== '') leftOut.push(rest);
  const outline = outlineOf(passages);
  const reading = new OutlineReading(outline);
  const title = titleIn(outline);
  return {
    title,
    profile: profileIn(markdown, title, reading.sections),
    items: reading.items,
    skipped: [...reading.skipped, ...leftOut.slice(0, mostLeftOut).map(partLeftOut)],
  };
}

/** Lines of one document; a log of a year has some thousands. */
const mostLines = 38_000;

/** More blank lines than anybody means. */
const longGaps = /\n{40,}/g;

function firstLines(text: string): { lines: string; rest: string } {
  let end = -1;
  for (let count = 0; count < mostLines; count++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return { lines: text, rest: '' };
  }
  return {
    lines: text.slice(0, end),
    rest: text
      .slice(end + 1)
      .trim()
      .slice(0, 200),
  };
}

/** Parts that are named as left out because of what they cost; of more the learner reads nothing new. */
const mostLeftOut = 10;

function partLeftOut(words: string): SkippedPart {
  const source = cleanLine(words.replace(/[#*_`<>[\]|>-]+/g, ' '));
  return { source: cut(source === '' ? '…' : source, 80), reason: 'too-many' };
}
