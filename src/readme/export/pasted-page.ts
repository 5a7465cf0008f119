/**
 * A README of ours that was copied from its rendered page: headings, bullets and bold words are gone, and so is the
 * last line. Sections are still known by their marks, and entries by the lines of marks that end them.
 */
import type { ReadmeDocument, ReadmeItem } from '../document.js';
import { cut, entryBounds, type LearningKind, learningKinds } from '../entry-shape.js';
import { plainText } from '../passages/rich-text.js';
import { segmentsOf } from '../reading/labels.js';
import { type ReadmeSection, sectionMarks, untitled } from './section-marks.js';

/** Longest line that can be the heading of a section (UTF-16 units). */
const longestHeading = 60;

interface PastedSection {
  section: ReadmeSection;
  source: string;
  lines: string[];
}

/** What stands in the page; undefined when it is none of ours. */
export function readPastedPage(raw: string): ReadmeDocument | undefined {
  if (!raw.includes(`${sectionMarks.author} `)) return undefined;
  const lines = raw.replace(/\r\n?/g, '\n').split('\n').map(bare);
  // Code has comments that look like headings; what still has its headings is no pasted page.
  if (lines.some((line) => /^#{1,6} /.test(line) && markedSection(line.replace(/^#+ /, ''))))
    return undefined;
  const sections = sectionsOf(lines);
  // Our documents end with their author; others with such signs have some Markdown.
  if (sections.length < 2 || sections.at(-1)?.section !== 'author') return undefined;
  if (!lines.some(isMarks) && /^\s*(?:[-*+] |\d+[.)] )|\*\*/m.test(raw)) return undefined;
  const items = sections.flatMap(itemsOf).filter(isBounded);
  const title = lines.find((line) => line !== '') ?? untitled;
  const projectName = title === untitled || title.length > entryBounds.title ? null : title;
  return {
    title,
    profile: { track: null, projectName, summary: null, objective: null, repository: null },
    items,
    skipped: sections.flatMap(({ section, source }) =>
      section === 'author' ? [{ source, reason: 'author' as const }] : [],
    ),
  };
}

/** A line without its indentation and the bullet that some browsers copy. */
function bare(line: string): string {
  return line.trim().replace(/^[•◦▪]\s*/u, '');
}

/** The sections in their order; the same headings one below the other are the table of contents. */
function sectionsOf(lines: readonly string[]): PastedSection[] {
  const headings = lines.flatMap((line, at) => {
    const section = markedSection(line);
    const isContents = markedSection(lines[at - 1] ?? '') || markedSection(lines[at + 1] ?? '');
    return section && !isContents ? [{ section, source: line, at }] : [];
  });
  return headings.map(({ section, source, at }, index) => {
    return { section, source, lines: lines.slice(at + 1, headings[index + 1]?.at) };
  });
}

function markedSection(line: string): ReadmeSection | undefined {
  if (line.length > longestHeading) return undefined;
  return (Object.keys(sectionMarks) as ReadmeSection[]).find((each) =>
    line.startsWith(`${sectionMarks[each]} `),
  );
}

/** Credit, tags, link and card, as they stand at the end of an entry. */
function isMarks(line: string): boolean {
  return (
    line !== '' &&
    line.split(' · ').every((part) => /^(?:🙏 \S|🏷️ [\p{L}\p{N}+#.-]|🔗 http|💬 #\d)/u.test(part))
  );
}

function itemsOf({ section, source, lines }: PastedSection): ReadmeItem[] {
  const kind = learningKinds.find((each) => each === section);
  if (kind) return learnings(lines, kind, source);
  return section === 'pairs' || section === 'open' ? challenges(lines, source, section === 'pairs') : [];
}

function learnings(lines: readonly string[], kind: LearningKind, source: string): ReadmeItem[] {
  const isMarked = lines.some(isMarks);
  const items: ReadmeItem[] = [];
  let said: string[] = [];
  for (const line of lines) {
    if (!isMarks(line)) said.push(line);
    if (isMarked ? !isMarks(line) : line === '') continue;
    const item = learningOf(said, { kind, source });
    if (item) items.push({ ...item, ...(isMarks(line) ? marksIn(line) : {}) });
    said = [];
  }
  return items;
}

/** 'Name: text', or a name with its text on the lines below it. */
function learningOf(
  said: readonly string[],
  place: { kind: LearningKind; source: string },
): ReadmeItem | undefined {
  const [first = '', ...rest] = said.join('\n').trim().split('\n');
  const at = first.indexOf(': ');
  const title = at < 0 ? first : first.slice(0, at);
  const body = [at < 0 ? '' : first.slice(at + 2), ...rest].join('\n').trim();
  if (title === '') return undefined;
  return itemWith({ type: 'learning', ...place, title, body });
}

function challenges(lines: readonly string[], source: string, arePairs: boolean): ReadmeItem[] {
  const items: ReadmeItem[] = [];
  const parts = { body: [] as string[], solution: [] as string[] };
  let item: ReadmeItem | undefined;
  let current: string[] | undefined;
  const flush = () => {
    if (item) items.push({ ...item, body: told(parts.body), solution: told(parts.solution) || null });
    [item, current, parts.body, parts.solution] = [undefined, undefined, [], []];
  };
  lines.forEach((line, at) => {
    const [label] = line === '' || isMarks(line) ? [] : segmentsOf(plainText(line));
    if (isMarks(line)) {
      if (item && !current) item = { ...item, ...marksIn(line) };
    } else if (item && label?.role === 'problem' && parts.body.length === 0 && parts.solution.length === 0) {
      current = parts.body;
      current.push(afterLabel(line));
    } else if (item && label?.role === 'solution' && parts.solution.length === 0) {
      current = parts.solution;
      current.push(afterLabel(line));
    } else if (
      line !== '' &&
      (!item || parts.solution.length > 0 || !current) &&
      isTitle(lines, at, arePairs)
    ) {
      flush();
      item = itemWith({ type: 'challenge', kind: null, source, title: line, body: '' });
    } else current?.push(line);
  });
  flush();
  return items;
}

/** A title is followed by a challenge's marks or by its first label. */
function isTitle(lines: readonly string[], at: number, arePairs: boolean): boolean {
  const [next = '', second = ''] = lines.slice(at + 1, at + 9).filter((line) => line !== '');
  if (!isMarks(next)) return isLabel(next);
  // The last line of a solution is followed by its marks, and these by the next title.
  return !next.startsWith('🙏') && (!arePairs || isLabel(second));
}

function isLabel(line: string): boolean {
  const role = segmentsOf(plainText(line))[0]?.role;
  return role === 'problem' || role === 'solution';
}

function afterLabel(line: string): string {
  const [segment] = segmentsOf(plainText(line));
  return segment?.text.plain === '' ? '' : line.slice(line.search(/[:：]/u) + 1).trim();
}

function told(lines: readonly string[]): string {
  return lines.join('\n').trim();
}

function marksIn(line: string): Pick<ReadmeItem, 'tags' | 'link'> {
  const part = (mark: string) => line.split(' · ').find((each) => each.startsWith(mark)) ?? '';
  const tags = part('🏷️ ')
    .split(' ')
    .slice(1, 1 + entryBounds.tags);
  return { tags, link: /https?:\/\/\S+/.exec(part('🔗 '))?.[0] ?? null };
}

function itemWith(known: Pick<ReadmeItem, 'type' | 'kind' | 'title' | 'body' | 'source'>): ReadmeItem {
  return { ...known, solution: null, link: null, section: null, tags: [], isDone: false };
}

function isBounded(item: ReadmeItem): boolean {
  item.body = cut(item.body, entryBounds.body);
  item.solution &&= cut(item.solution, entryBounds.body);
  return item.title.length <= entryBounds.title && (item.link?.length ?? 0) <= entryBounds.link;
}
