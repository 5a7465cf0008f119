/** The cohort's pages: one a member, everything by tag, and the book of challenges and solutions. */
import { setImmediate } from 'node:timers/promises';
import type { PhrasingContent, RootContent } from 'mdast';
import type { ReadmeMaterial, SharedChallenge } from '../readme-material.js';
import { counted, datesBetween } from './cover.js';
import { heading, link, listOf, text } from './document-nodes.js';
import { writeMarkdown } from './entry-item.js';
import { portionsOf } from './portions.js';
import { challengeBlocks } from './render-challenges.js';
import { type ReadmeWords, renderReadme } from './render-readme.js';

/** The words of the cohort's own pages; plain text, so that they reach another thread. */
export interface CohortWords {
  cohort: {
    title: string;
    members: string;
    tags: string;
    book: string;
    bookTitle: string;
    indexTitle: string;
    /** `#` stands for how many. */
    entry: string;
    entries: string;
    untagged: string;
  };
}

/** A member of the cohort, and how many entries their page has. */
export interface PagedMember {
  userId: string;
  name: string;
  entries: number;
  /** When the first and the last of them were shared. */
  firstAt?: Date;
  lastAt?: Date;
}

export interface Page {
  /** Within the folder. */
  path: string;
  text: string;
}

/** Lines of a list that are written at once. */
const writtenAtOnce = 100;

/** From this length on (UTF-16 units) the book and the index go on in another file. */
const longest = 1_000_000;

const paths = { start: 'README.md', tags: 'tags', book: 'challenges' } as const;

/** Made page by page, so that no more than a member's entries need to be there at once. */
export class CohortPages {
  private readonly pathOf: ReadonlyMap<string, string>;
  private readonly lines = new Map<string, PhrasingContent[][]>();
  private readonly pairs: { number: number; blocks: string }[] = [];

  constructor(
    private readonly members: readonly PagedMember[],
    private readonly words: ReadmeWords & CohortWords,
  ) {
    this.pathOf = pathsOf(members);
  }

  /** Where one begins to read; links between pages are relative, so that they work wherever they are unpacked. */
  async start(): Promise<Page> {
    const { cohort } = this.words;
    const lines = this.members.map(({ userId, name, entries }) => [
      link(this.pathTo(userId), name),
      text(` · ${(entries === 1 ? cohort.entry : cohort.entries).replace('#', String(entries))}`),
    ]);
    const title = pieceOf([
      heading(1, cohort.title),
      { type: 'paragraph', children: [text(this.byline())] },
      listOf([[link(`${paths.book}.md`, cohort.book)], [link(`${paths.tags}.md`, cohort.tags)]]),
      heading(2, cohort.members),
    ]);
    return { path: paths.start, text: `${title}\n${await listText(lines)}` };
  }

  /** How many learned how much, and when. */
  private byline(): string {
    const { cohort, cover } = this.words;
    const times = this.members.flatMap(({ firstAt, lastAt }) =>
      firstAt && lastAt ? [firstAt.getTime(), lastAt.getTime()] : [],
    );
    const entries = this.members.reduce((sum, member) => sum + member.entries, 0);
    return [
      ...(times.length > 0 ? [datesBetween(Math.min(...times), Math.max(...times), cover)] : []),
      `${cohort.members}: ${this.members.length}`,
      counted(entries, cohort.entry, cohort.entries),
    ].join(' · ');
  }

  /** The member's own page, in several when it is very long. */
  async *member(material: ReadmeMaterial): AsyncGenerator<Page> {
    const path = this.pathTo(material.userId);
    let number = 0;
    for (const portion of portionsOf(material)) {
      number += 1;
      yield { path: continued(path, number), text: await renderReadme(portion, this.words) };
    }
    this.index(path, material);
    for (const challenge of material.challenges) if (challenge.accepted) await this.keep(challenge, material);
  }

  /** What is made of all of them, after the last member's page. */
  async *together(): AsyncGenerator<Page> {
    const { cohort } = this.words;
    this.pairs.sort((one, other) => one.number - other.number);
    yield* paged(`${paths.book}.md`, pieceOf([heading(1, cohort.bookTitle)]), this.book());
    yield* paged(`${paths.tags}.md`, pieceOf([heading(1, cohort.indexTitle)]), this.tags());
  }

  private async *book(): AsyncGenerator<string> {
    for (const { blocks } of this.pairs) yield blocks;
  }

  private async *tags(): AsyncGenerator<string> {
    const { lines } = this;
    const names = [...lines.keys()].filter((tag) => tag !== '').sort();
    for (const tag of lines.has('') ? [...names, ''] : names) {
      yield pieceOf([heading(2, tag || this.words.cohort.untagged)]);
      yield await listText(lines.get(tag) ?? []);
    }
  }

  private index(path: string, { name, learnings, challenges }: ReadmeMaterial): void {
    for (const { title, tags } of [...learnings, ...challenges]) {
      for (const tag of tags.length > 0 ? tags : ['']) {
        const line = [text(`${title} · `), link(path, name)];
        const others = this.lines.get(tag);
        if (others) others.push(line);
        else this.lines.set(tag, [line]);
      }
    }
  }

  private async keep(challenge: SharedChallenge, material: ReadmeMaterial): Promise<void> {
    const { words } = this;
    const blocks = await challengeBlocks([challenge], 2, { material, words, asker: material.name });
    this.pairs.push({ number: challenge.number, blocks: pieceOf(blocks) });
  }

  private pathTo(userId: string): string {
    return this.pathOf.get(userId) ?? 'members/member.md';
  }
}

/** Pieces one below the other, in as many files as their length takes. */
async function* paged(path: string, title: string, pieces: AsyncIterable<string>): AsyncGenerator<Page> {
  let written = [title];
  let length = title.length;
  let number = 1;
  for await (const piece of pieces) {
    if (length + piece.length > longest && written.length > 1) {
      yield { path: continued(path, number), text: written.join('\n') };
      number += 1;
      written = [title];
      length = title.length;
    }
    written.push(piece);
    length += piece.length;
  }
  yield { path: continued(path, number), text: written.join('\n') };
}

/** `tags.md`, and from the second on `tags.part-2.md`, which no member's page is called. */
function continued(path: string, number: number): string {
  return number === 1 ? path : path.replace(/\.md$/, `.part-${number}.md`);
}

/** A path of plain letters for each member; two of one name are told apart by a number. */
function pathsOf(members: readonly PagedMember[]): Map<string, string> {
  const taken = new Set<string>();
  const paths = new Map<string, string>();
  for (const { userId, name } of members) {
    const plain = slug(name) || 'member';
    let free = plain;
    for (let count = 2; taken.has(free); count++) free = `${plain}-${count}`;
    taken.add(free);
    paths.set(userId, `members/${free}.md`);
  }
  return paths;
}

function pieceOf(blocks: RootContent[]): string {
  return writeMarkdown({ type: 'root', children: blocks });
}

/** A list of single lines is the same in parts, one after the other; what else the thread has to do is done between. */
async function listText(lines: readonly PhrasingContent[][]): Promise<string> {
  let markdown = '';
  for (let from = 0; from < lines.length; from += writtenAtOnce) {
    markdown += pieceOf([listOf(lines.slice(from, from + writtenAtOnce))]);
    await setImmediate();
  }
  return markdown;
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
