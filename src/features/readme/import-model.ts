/** A README's entries to be, as a member looks them over and changes them before they are kept. */

import type { CardPlace } from '../../entities/card.js';
import type { LearningKind } from '../../entities/entry.js';
import type { ReadmeItem, ReadmeProfile, SkippedPart } from '../../readme/readme-document.js';

/** `imported`: an import of theirs brought the very same; `shared`: an entry of theirs has this title; else `new`. */
export type PreviewMark = 'new' | 'shared' | 'imported';

export interface PreviewItem extends ReadmeItem {
  /** What it is known again by when the same file comes back, whatever the member changes here (SHA-256, hex). */
  fingerprint: string;
  mark: PreviewMark;
  /** The entry that made it `shared` or `imported`. */
  alike: number | null;
  /** Not dropped by the member. */
  isKept: boolean;
}

export interface ImportPreview {
  /** What the document calls itself; previews of older versions do not say. */
  title?: string | null;
  items: PreviewItem[];
  skipped: SkippedPart[];
  profile: ReadmeProfile;
  /** The text was garbled and has been put right. */
  isRepaired: boolean;
  /** Whether challenges without a solution are imported too. */
  withOpenChallenges: boolean;
  /** Whether the profile is filled as well. */
  fillsProfile: boolean;
}

/** A preview and where it is known by. */
export interface ShownImport {
  id: string;
  fileName: string;
  /** When the same file was imported before. */
  doneBefore: Date | null;
  preview: ImportPreview;
}

/** A pair of an import. */
export interface ImportedPair {
  number: number;
  title: string;
  solution: string;
}

/** What an import brought, as far as it can still be seen. */
export interface ImportSummary {
  id: string;
  guildId: string;
  memberId: string;
  fileName: string;
  /** Entries it kept, solutions not counted, and how many of them are pairs. */
  entryCount: number;
  pairCount: number;
  /** Left out because they were there already. */
  knownCount: number;
  /** How many of each, open challenges as `challenge`. */
  counts: Partial<Record<LearningKind | 'challenge', number>>;
  /** The first few. */
  pairs: ImportedPair[];
  /** Titles, in the document's order; no more than a card has room for. */
  technologies: string[];
  /** Whether others see it: not while it waits for a moderator, nor once one declined it. */
  review: 'published' | 'held' | 'declined';
  /** The card that sums it up. */
  card: CardPlace | null;
}

/** Entries on one page of a preview: what two selects can offer. */
export const previewPageSize = 10;

/** The entries of a page, counted from 0, each with its place in the whole. */
export function itemsOfPage({ items }: ImportPreview, page: number): { item: PreviewItem; index: number }[] {
  const first = page * previewPageSize;
  return items.slice(first, first + previewPageSize).map((item, place) => ({ item, index: first + place }));
}

/** The page that shows the entry in this place; both count from 0. */
export function pageOfPlace(place: number): number {
  return Math.floor(place / previewPageSize);
}

/** A challenge that nobody has solved yet. */
export function isOpenChallenge({ type, solution }: Pick<ReadmeItem, 'type' | 'solution'>): boolean {
  return type === 'challenge' && solution === null;
}

/** Whether `Import all` takes it, as far as the preview knows. */
export function isToBeImported(preview: ImportPreview, item: PreviewItem): boolean {
  return item.isKept && item.mark !== 'imported' && (preview.withOpenChallenges || !isOpenChallenge(item));
}
