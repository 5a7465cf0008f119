/**
 * Documents that `/readme export` wrote, read back exactly. Sections are known by their marks, in any language; whoever
 * changed more than words gets the reading that all other documents get.
 */
import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { entryBounds, type LearningKind, learningKinds } from '../../entities/entry.js';
import { profileBounds, type Track } from '../../entities/profile.js';
import type { ReadmeDocument, ReadmeItem, ReadmeProfile, SkippedPart } from './document.js';
import { unembed } from './embedding.js';
import { type ReadItem, readEntryItem, readMarks } from './entry-item.js';
import { parseMarkdown, spanOf } from './markdown.js';
import { factMarks, type ReadmeSection, sectionMarks, signature, untitled } from './section-marks.js';

/** A section: its heading, and what is below it up to the next one. */
interface Part {
  section: ReadmeSection;
  source: string;
  blocks: readonly RootContent[];
  from: number;
  to: number;
}

/** Thrown where a document has another shape than ours; caught here. */
class OtherShape extends Error {}

/** The document; undefined when it is none of ours, or was changed so much that it no longer has our shape. */
export function readOwnFormat(text: string): ReadmeDocument | undefined {
  if (!text.includes(signature)) return undefined;
  try {
    return readDocument(text.replace(/\r\n?/g, '\n'));
  } catch (error) {
    if (error instanceof OtherShape) return undefined;
    throw error;
  }
}

function readDocument(text: string): ReadmeDocument {
  const tree = parseMarkdown(text);
  const [first] = tree.children;
  if (first?.type !== 'heading' || first.depth !== 1) throw new OtherShape();
  const title = plainText(first);
  const parts = partsOf(tree, text);
  const textOf = (section: ReadmeSection) => {
    const part = parts.find((candidate) => candidate.section === section);
    return part && { part, text: text.slice(part.from, part.to) };
  };
  const overview = readOverview(textOf('overview')?.part, text);
  const objective = unembed(textOf('objective')?.text.trim() ?? '');
  const profile: ReadmeProfile = {
    ...overview,
    projectName: title === untitled ? null : title,
    objective: objective.slice(0, profileBounds.objective) || null,
  };
  return {
    title,
    profile,
    items: parts.flatMap((part) => itemsOf(part, text)),
    skipped: parts.flatMap(skippedOf),
  };
}

function partsOf(tree: Root, text: string): Part[] {
  const blocks = tree.children.slice(1);
  const starts = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.depth <= 2 ? [index] : [],
  );
  if (blocks.length > 0 && starts[0] !== 0 && blocks[0]?.type !== 'html') throw new OtherShape();
  return starts.map((start, place) => {
    const end = starts[place + 1] ?? blocks.length;
    const heading = blocks[start] as Heading;
    const source = plainText(heading);
    const section = (Object.keys(sectionMarks) as ReadmeSection[]).find((candidate) =>
      source.startsWith(`${sectionMarks[candidate]} `),
    );
    if (!section) throw new OtherShape();
    const next = blocks[end];
    const below = blocks
      .slice(start + 1, end)
      .filter((block) => block.type !== 'html' || block.value !== signature);
    const to =
      below.length < end - start - 1 ? text.indexOf(signature) : next ? spanOf(next)[0] : text.length;
    return { section, source, blocks: below, from: spanOf(heading)[1], to };
  });
}

function itemsOf(part: Part, text: string): ReadmeItem[] {
  const { section } = part;
  if (section === 'pairs' || section === 'open') return challengesOf(part, text);
  const kind = learningKinds.find((candidate) => candidate === section);
  return kind ? learningsOf(part, kind, text) : [];
}

function learningsOf({ blocks, source }: Part, kind: LearningKind, text: string): ReadmeItem[] {
  let group: string | null = null;
  const items: ReadmeItem[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === 3) group = plainText(block);
    else if (block.type === 'list') {
      for (const item of block.children) {
        const { text: body, isDone, ...read } = needed(readEntryItem(item, text));
        if (isDone !== null && kind !== 'goal') throw new OtherShape();
        items.push(
          bounded({
            type: 'learning',
            kind,
            ...read,
            body,
            solution: null,
            section: group,
            source,
            isDone: isDone ?? false,
          }),
        );
      }
    } else throw new OtherShape();
  }
  return items;
}

function challengesOf({ blocks, section, source }: Part, text: string): ReadmeItem[] {
  let group: string | null = null;
  const items: ReadmeItem[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.type !== 'heading') throw new OtherShape();
    const following = blocks[index + 1];
    // A sub-group's heading is followed by that of its first challenge; a challenge's never is.
    if (block.depth === 3 && following?.type === 'heading' && following.depth === 4) {
      group = plainText(block);
      continue;
    }
    const next = blocks.findIndex((later, place) => place > index && later.type === 'heading');
    const below = blocks.slice(index + 1, next < 0 ? undefined : next);
    const { marks, parts } = belowChallenge(below, text);
    const solution = section === 'pairs' ? needed(parts.pop()).text : null;
    if (parts.length > 1 || solution === '') throw new OtherShape();
    const body = parts[0]?.text ?? '';
    const read = { title: plainText(block), body, solution, section: group, source, isDone: false };
    items.push(bounded({ type: 'challenge', kind: null, ...read, ...marks }));
    index += below.length;
  }
  return items;
}

/** A line of marks, if any, and the list of what the challenge was and what solved it. */
function belowChallenge(below: readonly RootContent[], text: string) {
  const [first] = below;
  const marks = first?.type === 'paragraph' ? needed(readMarks(first.children)) : undefined;
  const [list, ...others] = marks ? below.slice(1) : below;
  if (others.length > 0 || (list && list.type !== 'list')) throw new OtherShape();
  const parts = (list?.children ?? []).map((item) => needed<ReadItem>(readEntryItem(item, text)));
  return { marks: marks ?? { tags: [], link: null }, parts };
}

function readOverview(
  part: Part | undefined,
  text: string,
): Pick<ReadmeProfile, 'track' | 'repository' | 'summary'> {
  if (!part) return { track: null, repository: null, summary: null };
  const [first] = part.blocks;
  const facts = first?.type === 'paragraph' ? factsOf(first) : undefined;
  const summary = unembed(text.slice(facts && first ? spanOf(first)[1] : part.from, part.to).trim());
  return {
    track: facts?.track ?? null,
    repository: facts?.repository ?? null,
    summary: summary.slice(0, profileBounds.summary) || null,
  };
}

function factsOf(paragraph: Paragraph): { track: Track | null; repository: string | null } | undefined {
  const line = plainText(paragraph);
  if (!line.startsWith(factMarks.track) && !line.startsWith(factMarks.repository)) return undefined;
  const named = line.startsWith(factMarks.track) ? (line.split(' · ')[0] ?? '').toLowerCase() : undefined;
  const track = named?.endsWith('backend') ? 'backend' : named?.endsWith('frontend') ? 'frontend' : 'other';
  const repository = paragraph.children.find(({ type }) => type === 'link');
  return {
    track: named === undefined ? null : track,
    repository: repository?.type === 'link' ? repository.url : null,
  };
}

function skippedOf({ section, source }: Part): SkippedPart[] {
  if (section === 'author') return [{ source, reason: 'author' }];
  return section === 'given' ? [{ source, reason: 'acknowledgements' }] : [];
}

/** @throws OtherShape beyond the bounds of an entry */
function bounded(item: ReadmeItem): ReadmeItem {
  const { title, body, solution, tags, link } = item;
  const isWithin =
    title.length > 0 &&
    title.length <= entryBounds.title &&
    Math.max(body.length, solution?.length ?? 0) <= entryBounds.body &&
    (link?.length ?? 0) <= entryBounds.link &&
    tags.length <= entryBounds.tags &&
    tags.every((tag) => /^[a-z0-9+#.-]{1,32}$/.test(tag));
  if (!isWithin) throw new OtherShape();
  return item;
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new OtherShape();
  return value;
}
