/**
 * Documents that `/readme export` wrote, read back exactly. Sections are known by their marks, in any language; what
 * somebody added in another shape is handed on, to be read as all other documents are.
 */
import type { Heading, Paragraph, PhrasingContent, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { ReadmeDocument, ReadmeProfile, SkippedPart } from '../document.js';
import { cut, entryBounds, profileBounds } from '../entry-shape.js';
import { spanOf } from '../passages/markdown.js';
import { withoutCover } from './cover.js';
import { unembed } from './embedding.js';
import { entriesOf, type OwnSection } from './own-entries.js';
import { parseOwn } from './own-tree.js';
import {
  factMarks,
  ownTitle,
  type ReadmeSection,
  sectionMarks,
  signature,
  untitled,
} from './section-marks.js';

/** Entries taken from one document; more than anybody shares in a programme. */
const mostItems = 1_000;

/** What a document of ours says, and the Markdown of what is not ours in it. */
interface OwnDocument {
  document: ReadmeDocument;
  rest: string;
}

/** The document; undefined when it is none of ours. */
export function readOwnFormat(raw: string): OwnDocument | undefined {
  if (!raw.includes(signature)) return undefined;
  const text = raw.replace(/\r\n?/g, '\n');
  const tree = parseOwn(text);
  const [first] = tree.children;
  if (first?.type !== 'heading' || first.depth !== 1) return undefined;
  const title = plainText(first);
  const { before, isOwnTitle, sections } = sectionsOf(tree, spanOf(first)[1], text);
  const found = (wanted: ReadmeSection) => sections.find(({ section }) => section === wanted);
  const objective = found('objective');
  const read = sections.map((section) => entriesOf(section, text));
  const items = read.flatMap((entries) => entries.items);
  const beyond: SkippedPart[] = items[mostItems]
    ? [{ source: items[mostItems].source, reason: 'too-many' }]
    : [];
  const overview = readOverview(found('overview'), text);
  const profile: ReadmeProfile = {
    ...overview,
    projectName: isOwnTitle ? overview.projectName : title === untitled ? null : title,
    objective: objective ? within(profileBounds.objective, text.slice(objective.from, objective.to)) : null,
  };
  return {
    document: {
      title,
      profile,
      items: items.slice(0, mostItems),
      skipped: [...sections.flatMap(skippedOf), ...beyond],
    },
    rest: [before, ...read.map(({ rest }) => rest)].filter((part) => part !== '').join('\n\n'),
  };
}

/** What stands between the title and the first section, and the sections in their order. */
function sectionsOf(
  tree: Root,
  titleEnd: number,
  text: string,
): { before: string; isOwnTitle: boolean; sections: OwnSection[] } {
  const blocks = tree.children.slice(1).filter((block) => block.type !== 'html' || block.value !== signature);
  const places = blocks.flatMap((block, place) =>
    block.type === 'heading' && block.depth <= 2 ? [place] : [],
  );
  const end = text.lastIndexOf(signature);
  const startOf = (place: number | undefined) => {
    const block = place === undefined ? undefined : blocks[place];
    return block ? spanOf(block)[0] : end;
  };
  const sections = places.map((place, index): OwnSection => {
    const heading = blocks[place] as Heading;
    const source = plainText(heading);
    const next = places[index + 1];
    return {
      section: (Object.keys(sectionMarks) as ReadmeSection[]).find((candidate) =>
        source.startsWith(`${sectionMarks[candidate]} `),
      ),
      source,
      heading: text.slice(...spanOf(heading)),
      blocks: blocks.slice(place + 1, next),
      from: spanOf(heading)[1],
      to: Math.max(startOf(next), spanOf(heading)[1]),
    };
  });
  const above = text.slice(titleEnd, startOf(places[0])).trim();
  const isOwnTitle = above.startsWith(ownTitle);
  const before = withoutCover(isOwnTitle ? above.slice(ownTitle.length).trim() : above);
  return { before, isOwnTitle, sections };
}

function readOverview(
  part: OwnSection | undefined,
  text: string,
): Pick<ReadmeProfile, 'track' | 'repository' | 'projectName' | 'summary'> {
  if (!part) return { track: null, repository: null, projectName: null, summary: null };
  const [first] = part.blocks;
  const facts = first?.type === 'paragraph' ? factsOf(first) : undefined;
  return {
    track: facts?.track ?? null,
    repository: facts?.repository ?? null,
    projectName: facts?.projectName ?? null,
    summary: within(
      profileBounds.summary,
      text.slice(facts && first ? spanOf(first)[1] : part.from, part.to),
    ),
  };
}

function factsOf(
  paragraph: Paragraph,
): Pick<ReadmeProfile, 'track' | 'repository' | 'projectName'> | undefined {
  const { children } = paragraph;
  const line = plainText(paragraph);
  if (!Object.values(factMarks).some((mark) => line.startsWith(`${mark} `))) return undefined;
  const named = line.startsWith(factMarks.track) ? (line.split(' · ')[0] ?? '').toLowerCase() : undefined;
  const track = named?.endsWith('backend') ? 'backend' : named?.endsWith('frontend') ? 'frontend' : 'other';
  // The project's name comes last, whatever is in it.
  const projectAt = children.findIndex(
    (part, at) => part.type === 'strong' && endsWith(children[at - 1], `${factMarks.project} `),
  );
  const repository = children
    .slice(0, projectAt < 0 ? undefined : projectAt)
    .find(({ type }) => type === 'link');
  return {
    track: named === undefined ? null : track,
    repository: repository?.type === 'link' ? repository.url : null,
    projectName: projectAt < 0 ? null : projectNameIn(children.slice(projectAt + 1)),
  };
}

function endsWith(part: PhrasingContent | undefined, words: string): boolean {
  return part?.type === 'text' && part.value.endsWith(words);
}

function projectNameIn(parts: readonly PhrasingContent[]): string | null {
  const name = parts
    .map((part) => plainText(part))
    .join('')
    .replace(/^: /, '');
  return cut(name, entryBounds.title) || null;
}

/** The text that was embedded, within its bound; null for none. */
function within(limit: number, embedded: string): string | null {
  return cut(unembed(embedded.trim()), limit) || null;
}

function skippedOf({ section, source }: OwnSection): SkippedPart[] {
  if (section === 'author') return [{ source, reason: 'author' }];
  return section === 'given' ? [{ source, reason: 'acknowledgements' }] : [];
}
