/** The entries of one section of our own documents; what has another shape is given back as Markdown. */
import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { ReadmeItem } from '../document.js';
import { entryBounds, type LearningKind, learningKinds } from '../entry-shape.js';
import { spanOf } from '../passages/markdown.js';
import { type ReadItem, readEntryItem, readMarks } from './entry-item.js';
import type { ReadmeSection } from './section-marks.js';

/** A section: its heading, and what is below it up to the next one. */
export interface OwnSection {
  /** Undefined for one that is not ours. */
  section: ReadmeSection | undefined;
  /** The heading as its reader sees it, and as it is written. */
  source: string;
  heading: string;
  blocks: readonly RootContent[];
  /** Where in the document all that is below the heading begins and ends. */
  from: number;
  to: number;
}

interface OwnEntries {
  items: ReadmeItem[];
  /** With the section's heading above it; empty when all of it is ours. */
  rest: string;
}

export function entriesOf(section: OwnSection, text: string): OwnEntries {
  const { heading, source, from, to } = section;
  const items: ReadmeItem[] = [];
  const others: string[] = [];
  const take = (item: ReadmeItem | undefined, written: string) => {
    if (item) items.push(item);
    else others.push(written);
  };
  const kind = learningKinds.find((candidate) => candidate === section.section);
  if (section.section === undefined) others.push(text.slice(from, to).trim());
  else if (section.section === 'pairs' || section.section === 'open') takeChallenges(section, text, take);
  else if (kind) takeLearnings(section, { kind, source }, text, take);
  return { items, rest: others.length > 0 ? [heading, ...others].join('\n\n') : '' };
}

type Take = (item: ReadmeItem | undefined, written: string) => void;

function takeLearnings(
  { blocks }: OwnSection,
  { kind, source }: { kind: LearningKind; source: string },
  text: string,
  take: Take,
): void {
  let group: string | null = null;
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === 3) group = plainText(block);
    else if (block.type !== 'list') take(undefined, text.slice(...spanOf(block)));
    else {
      for (const item of block.children) {
        const read = readEntryItem(item, text);
        take(read && learningOf(read, { kind, source, section: group }), text.slice(...spanOf(item)));
      }
    }
  }
}

function learningOf(
  { title, text: body, tags, link, isDone }: ReadItem,
  place: { kind: LearningKind; source: string; section: string | null },
): ReadmeItem | undefined {
  if (isDone !== null && place.kind !== 'goal') return undefined;
  const read = { title, body, tags, link, isDone: isDone ?? false };
  return bounded({ type: 'learning', ...place, ...read, solution: null });
}

function takeChallenges({ blocks, section, source }: OwnSection, text: string, take: Take): void {
  let group: string | null = null;
  let place = 0;
  while (place < blocks.length) {
    const next = blocks.findIndex((later, index) => index > place && later.type === 'heading');
    const [first, ...below] = blocks.slice(place, next < 0 ? undefined : next);
    const following = blocks[next];
    place = next < 0 ? blocks.length : next;
    if (!first) continue;
    // A sub-group's heading is followed by that of its first challenge; a challenge's never is.
    const opensGroup = below.length === 0 && following?.type === 'heading' && following.depth === 4;
    if (first.type === 'heading' && first.depth === 3 && opensGroup) {
      group = plainText(first);
      continue;
    }
    const item =
      first.type === 'heading'
        ? challengeOf(plainText(first), below, { text, isSolved: section === 'pairs' })
        : undefined;
    const end = spanOf(below.at(-1) ?? first)[1];
    take(item && bounded({ ...item, section: group, source }), text.slice(spanOf(first)[0], end));
  }
}

/** A line of marks, if any, and the list of what the challenge was and what solved it. */
function challengeOf(
  title: string,
  below: readonly RootContent[],
  { text, isSolved }: { text: string; isSolved: boolean },
): Omit<ReadmeItem, 'section' | 'source'> | undefined {
  const [first] = below;
  const marks = first?.type === 'paragraph' ? readMarks(first.children) : undefined;
  const [list, ...others] = marks ? below.slice(1) : below;
  if (others.length > 0 || (list && list.type !== 'list')) return undefined;
  const parts = (list?.children ?? []).map((item) => readEntryItem(item, text)?.text);
  if (parts.includes(undefined) || parts.length > (isSolved ? 2 : 1)) return undefined;
  const solution = isSolved ? parts.pop() : null;
  if (solution === undefined || solution === '') return undefined;
  const { tags, link } = marks ?? { tags: [], link: null };
  return { type: 'challenge', kind: null, title, body: parts[0] ?? '', solution, tags, link, isDone: false };
}

/** The entry within its bounds; undefined beyond them. */
function bounded(item: ReadmeItem): ReadmeItem | undefined {
  const { title, body, solution, tags, link } = item;
  const isWithin =
    title.length > 0 &&
    title.length <= entryBounds.title &&
    Math.max(body.length, solution?.length ?? 0) <= entryBounds.body &&
    (link?.length ?? 0) <= entryBounds.link &&
    tags.length <= entryBounds.tags &&
    tags.every(isTag);
  return isWithin ? item : undefined;
}

/** Of any script, as the bot keeps them: lower case, and nothing but a–z of the Latin one. */
function isTag(tag: string): boolean {
  return /^[\p{L}\p{M}\p{N}+#.-]{1,32}$/u.test(tag) && !/(?=[\p{Script=Latin}\p{Lu}\p{Lt}])[^a-z]/u.test(tag);
}
