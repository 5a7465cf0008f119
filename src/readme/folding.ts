/** What a document says again, folded into where it said it first; and texts as they are read aloud, to tell so. */
import { entryBounds, type LearningKind } from './entry-shape.js';
import type { ReadmeItem } from './readme-document.js';

/** An item, and its texts as read aloud: hearing a text takes a thousand times as long as comparing it. */
interface Heard {
  item: ReadmeItem;
  body: string;
  solution: string | null;
}

/** Entries of one title that another is compared with; nobody tells of one thing in more ways than these. */
const comparedAtMost = 20;

/**
 * Each item once: what is said again, in as many words or in fewer, is folded into the first. A technology is one
 * whatever is said of it: its descriptions follow each other.
 */
export function folded(items: readonly ReadmeItem[]): ReadmeItem[] {
  const kept: ReadmeItem[] = [];
  const byTitle = new Map<string, Heard[]>();
  for (const item of items) {
    const key = titleKey(item);
    const again = heardOf({ ...item });
    const alike = byTitle.get(key) ?? [];
    const place = alike.findIndex((first) => isFoldable(first, again));
    const first = alike[place];
    if (first) alike[place] = fold(first, again);
    else {
      if (alike.length < comparedAtMost) byTitle.set(key, [...alike, again]);
      kept.push(again.item);
    }
  }
  return kept;
}

/** By what entries are alike: type, kind, and the title as it is read aloud. */
export function titleKey({
  type,
  kind,
  title,
}: {
  type: string;
  kind: LearningKind | null;
  title: string | null;
}): string {
  return JSON.stringify([type, kind, plain(title ?? '')]);
}

/** Letters, digits, and the signs that tell `C++` and `C#` from `C`; the text itself when it has none. */
export function plain(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  return words === '' ? text.trim() : words;
}

function heardOf(item: ReadmeItem): Heard {
  return { item, body: plain(item.body), solution: item.solution === null ? null : plain(item.solution) };
}

/** Whether one of two texts says all of the other. */
function isSaid(first: string, again: string): boolean {
  return first.includes(again) || again.includes(first);
}

function isFoldable(first: Heard, again: Heard): boolean {
  if (first.item.kind === 'technology') {
    const length = first.item.body.length + again.item.body.length + 2;
    return isSaid(first.body, again.body) || length <= entryBounds.body;
  }
  const isSolvedAlike =
    first.solution === null || again.solution === null || isSaid(first.solution, again.solution);
  return isSaid(first.body, again.body) && isSolvedAlike;
}

/** The first item, changed to say what both say. */
function fold(first: Heard, again: Heard): Heard {
  const { item } = first;
  item.solution = solutionOf(first, again);
  item.body = joined({ text: item.body, heard: first.body }, { text: again.item.body, heard: again.body });
  item.link ??= again.item.link;
  item.section ??= again.item.section;
  item.tags = [...new Set([...item.tags, ...again.item.tags])].slice(0, entryBounds.tags);
  item.isDone ||= again.item.isDone;
  return heardOf(item);
}

function solutionOf(first: Heard, again: Heard): string | null {
  const { solution } = first.item;
  const { solution: other } = again.item;
  if (solution === null || other === null) return solution ?? other;
  return joined(
    { text: solution, heard: first.solution ?? '' },
    { text: other, heard: again.solution ?? '' },
  );
}

interface Said {
  text: string;
  heard: string;
}

function joined(first: Said, again: Said): string {
  if (first.heard.includes(again.heard)) return first.text;
  return again.heard.includes(first.heard) ? again.text : `${first.text}\n\n${again.text}`;
}
