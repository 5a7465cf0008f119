/**
 * Documents that `/readme export` wrote, read back exactly. Sections are known by their marks, in any language; what
 * somebody added in another shape is handed on, to be read as all other documents are.
 */
import type { Heading, Paragraph, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { ReadmeDocument, ReadmeProfile, SkippedPart } from '../document.js';
import { cut, profileBounds, type Track } from '../entry-shape.js';
import { parseMarkdown, spanOf } from '../passages/markdown.js';
import { withoutCover } from './cover.js';
import { unembed } from './embedding.js';
import { entriesOf, type OwnSection } from './own-entries.js';
import { factMarks, type ReadmeSection, sectionMarks, signature, untitled } from './section-marks.js';

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
  const tree = parseMarkdown(text);
  const [first] = tree.children;
  if (first?.type !== 'heading' || first.depth !== 1) return undefined;
  const title = plainText(first);
  const { before, sections } = sectionsOf(tree, spanOf(first)[1], text);
  const found = (wanted: ReadmeSection) => sections.find(({ section }) => section === wanted);
  const objective = found('objective');
  const read = sections.map((section) => entriesOf(section, text));
  const items = read.flatMap((entries) => entries.items);
  const beyond: SkippedPart[] = items[mostItems]
    ? [{ source: items[mostItems].source, reason: 'too-many' }]
    : [];
  const profile: ReadmeProfile = {
    ...readOverview(found('overview'), text),
    projectName: title === untitled ? null : title,
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
function sectionsOf(tree: Root, titleEnd: number, text: string): { before: string; sections: OwnSection[] } {
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
  return { before: withoutCover(text.slice(titleEnd, startOf(places[0])).trim()), sections };
}

function readOverview(
  part: OwnSection | undefined,
  text: string,
): Pick<ReadmeProfile, 'track' | 'repository' | 'summary'> {
  if (!part) return { track: null, repository: null, summary: null };
  const [first] = part.blocks;
  const facts = first?.type === 'paragraph' ? factsOf(first) : undefined;
  return {
    track: facts?.track ?? null,
    repository: facts?.repository ?? null,
    summary: within(
      profileBounds.summary,
      text.slice(facts && first ? spanOf(first)[1] : part.from, part.to),
    ),
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

/** The text that was embedded, within its bound; null for none. */
function within(limit: number, embedded: string): string | null {
  return cut(unembed(embedded.trim()), limit) || null;
}

function skippedOf({ section, source }: OwnSection): SkippedPart[] {
  if (section === 'author') return [{ source, reason: 'author' }];
  return section === 'given' ? [{ source, reason: 'acknowledgements' }] : [];
}
