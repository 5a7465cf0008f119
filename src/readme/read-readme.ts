/** A README's bytes as the entries they hold. */

import type { ReadmeDocument } from './document.js';
import { readOwnFormat } from './export/own-format.js';
import { readPastedPage } from './export/pasted-page.js';
import { passagesOf } from './passages/blocks.js';
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
  const markdown = repairMarkdown(text.replace(/\r\n?/g, '\n'));
  const outline = outlineOf(passagesOf(markdown));
  const reading = new OutlineReading(outline);
  const title = titleIn(outline);
  return {
    title,
    profile: profileIn(markdown, title, reading.sections),
    items: reading.items,
    skipped: reading.skipped,
  };
}
