/** What a document becomes as a preview, and what of a preview is kept in the end. */

import { untitled } from '../../readme/export/section-marks.js';
import type { ReadmeDocument, ReadmeProfile } from '../../readme/readme-document.js';
import { cleanSource, type KnownEntry, lookUpOf, previewItems } from './import-items.js';
import { type ImportPreview, isToBeImported } from './import-model.js';
import type { Chosen } from './import-store.js';

/** Parts left out that are remembered at most; the preview only tells the reasons. */
const skippedAtMost = 100;

/** The preview of a clean document, beside what its member has already. */
export function previewOf(document: ReadmeDocument, own: readonly KnownEntry[]): ImportPreview {
  return {
    title: document.title === untitled ? null : document.title,
    items: previewItems(document, own),
    skipped: document.skipped
      .slice(0, skippedAtMost)
      .map(({ source, reason }) => ({ source: cleanSource(source), reason })),
    profile: document.profile,
    isRepaired: document.isRepaired ?? false,
    withOpenChallenges: true,
    fillsProfile: false,
  };
}

/** What is kept, once more compared with what the member has by now. */
export function chosenOf(preview: ImportPreview, own: readonly KnownEntry[]): Chosen {
  const lookUp = lookUpOf(own);
  const known = preview.items.filter((item) => item.mark !== 'new' && !item.isKept).length;
  const wanted = preview.items.filter((item) => isToBeImported(preview, item));
  const entries = wanted.filter((item) => {
    const { mark } = lookUp(item);
    // What the member saw to be like another entry and wanted all the same is theirs to have twice, but not again.
    return mark === 'new' || (mark === 'shared' && item.mark === 'shared');
  });
  return { title: preview.title ?? null, entries, knownCount: known + wanted.length - entries.length };
}

/** Whether a document says anything that a profile has room for. */
export function hasFacts(profile: ReadmeProfile): boolean {
  return Object.values(profile).some((fact) => fact !== null);
}
