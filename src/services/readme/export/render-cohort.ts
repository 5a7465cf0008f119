/** The cohort's pages: one a member, everything by tag, and the book of challenges and solutions. */
import { setImmediate } from 'node:timers/promises';
import type { PhrasingContent, RootContent } from 'mdast';
import type { ReadmeMaterial } from '../../../entities/readme-material.js';
import { heading, link, listOf, text } from './document-nodes.js';
import { writeMarkdown } from './entry-item.js';
import { challengeBlocks } from './render-challenges.js';
import { type ReadmeWords, renderReadme } from './render-readme.js';

/** The words of the cohort's own pages. */
export interface CohortWords {
  cohort: {
    title: string;
    members: string;
    tags: string;
    book: string;
    bookTitle: string;
    indexTitle: string;
    entries(count: number): string;
    untagged: string;
  };
}

interface Page {
  material: ReadmeMaterial;
  /** Within the folder. */
  path: string;
}

/** Lines of a list that are written at once. */
const writtenAtOnce = 100;

const paths = { start: 'README.md', tags: 'tags.md', book: 'challenges.md' } as const;

/** The pages by their paths; links between them are relative, so that they work wherever they are unpacked. */
export async function renderCohort(
  members: readonly ReadmeMaterial[],
  words: ReadmeWords & CohortWords,
): Promise<Map<string, string>> {
  const pages = pagesOf(members);
  const files = new Map<string, string>();
  files.set(paths.start, await startPage(pages, words));
  files.set(paths.tags, await tagsPage(pages, words));
  files.set(paths.book, await bookPage(pages, words));
  for (const { path, material } of pages) files.set(path, await renderReadme(material, words));
  return files;
}

/** A path of plain letters for each member; two of one name are told apart by a number. */
function pagesOf(members: readonly ReadmeMaterial[]): Page[] {
  const taken = new Set<string>();
  return members.map((material) => {
    const name = slug(material.name) || 'member';
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
    taken.add(free);
    return { material, path: `members/${free}.md` };
  });
}

async function startPage(pages: readonly Page[], { cohort }: CohortWords): Promise<string> {
  const lines = pages.map(({ path, material: { name, learnings, challenges, given } }) => [
    link(path, name),
    text(` · ${cohort.entries(learnings.length + challenges.length + given.length)}`),
  ]);
  return page([
    heading(1, cohort.title),
    listOf([[link(paths.book, cohort.book)], [link(paths.tags, cohort.tags)]]),
    heading(2, cohort.members),
    listOf(lines),
  ]);
}

async function tagsPage(pages: readonly Page[], { cohort }: CohortWords): Promise<string> {
  const lines = new Map<string, PhrasingContent[][]>();
  for (const { path, material } of pages) {
    for (const { title, tags } of [...material.learnings, ...material.challenges]) {
      for (const tag of tags.length > 0 ? tags : ['']) {
        const line = [text(`${title} · `), link(path, material.name)];
        const others = lines.get(tag);
        if (others) others.push(line);
        else lines.set(tag, [line]);
      }
    }
  }
  const tags = [...lines.keys()].filter((tag) => tag !== '').sort();
  const untagged = lines.get('');
  return page([
    heading(1, cohort.indexTitle),
    ...tags.flatMap((tag) => [heading(2, tag), listOf(lines.get(tag) ?? [])]),
    ...(untagged ? [heading(2, cohort.untagged), listOf(untagged)] : []),
  ]);
}

async function bookPage(pages: readonly Page[], words: ReadmeWords & CohortWords): Promise<string> {
  const pairs = pages
    .flatMap(({ material }) =>
      material.challenges
        .filter(({ accepted }) => accepted)
        .map((challenge) => ({ challenge, material, asker: material.name })),
    )
    .sort((one, other) => one.challenge.number - other.challenge.number);
  const blocks: RootContent[] = [];
  for (const { challenge, material, asker } of pairs) {
    blocks.push(...(await challengeBlocks([challenge], 2, { material, words, asker })));
  }
  return page([heading(1, words.cohort.bookTitle), ...blocks]);
}

/** The page of these blocks, no two lists side by side. Long ones take a while: others are served in between. */
async function page(blocks: readonly RootContent[]): Promise<string> {
  const written: string[] = [];
  for (const block of blocks) {
    let markdown = '';
    for (const part of partsOf(block)) {
      markdown += writeMarkdown({ type: 'root', children: [part] });
      await setImmediate();
    }
    written.push(markdown);
  }
  return written.join('\n');
}

/** A list of single lines is the same in parts, one after the other. */
function partsOf(block: RootContent): RootContent[] {
  if (block.type !== 'list' || block.spread) return [block];
  const parts: RootContent[] = [];
  for (let from = 0; from < block.children.length; from += writtenAtOnce) {
    parts.push({ ...block, children: block.children.slice(from, from + writtenAtOnce) });
  }
  return parts;
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
