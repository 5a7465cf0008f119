/** A README's bytes as the entries they hold. */
import type { ReadmeDocument } from './document.js';
import { decodeDocument } from './repair-encoding.js';
import { repairMarkdown } from './repair-markdown.js';

/** Reads a document whole; pure and synchronous. */
export function readReadme(bytes: Uint8Array): ReadmeDocument {
  const decoded = decodeDocument(bytes);
  repairMarkdown(decoded.text);
  return {
    title: null,
    profile: { track: null, projectName: null, summary: null, objective: null, repository: null },
    items: [],
    skipped: [],
    isRepaired: decoded.repaired > 0,
  };
}
