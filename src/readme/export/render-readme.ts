/** A member's README.md, made of what they shared: the shape learners use, with what is empty left out. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { LearningKind, Track } from '../entry-shape.js';
import type { ReadmeMaterial, SharedChallenge, SharedLearning } from '../readme-material.js';
import { type CoverWords, coverBlocks, type ReadmeStyle } from './cover.js';
import { cardMark, heading, link, listOf, text } from './document-nodes.js';
import { type EntryItem, entryList, textBlocks, writeMarkdown } from './entry-item.js';
import { type ChallengeWords, challengeBlocks } from './render-challenges.js';
import {
  factMarks,
  ownTitle,
  type ReadmeSection,
  sectionMarks,
  signature,
  untitled,
} from './section-marks.js';

/** The words of a document, in its language. */
export interface ReadmeWords extends ChallengeWords {
  cover: CoverWords;
  sections: Record<ReadmeSection, string>;
  track: string;
  tracks: Record<Track, string>;
  repository: string;
  project: string;
  live: string;
  apiDocs: string;
}

/** Whether there is anything to write. */
export function isEmpty({ learnings, challenges, given, profile }: ReadmeMaterial): boolean {
  const told = profile && [profile.projectName, profile.summary, profile.objective, profile.repository];
  return learnings.length + challenges.length + given.length === 0 && !told?.some(Boolean);
}

/** How a member wants their document. */
export interface ReadmeChoices {
  style: ReadmeStyle;
  /** Whether each entry links to its card in Discord. */
  hasCards: boolean;
  /** The name of the picture of their weeks that lies beside the document; without one GitHub draws them. */
  picture?: string;
}

/** The document: GitHub's Markdown, which `/readme import` reads back as the same entries. */
export async function renderReadme(
  given: ReadmeMaterial,
  words: ReadmeWords,
  { style, hasCards, picture }: ReadmeChoices = { style: 'compact', hasCards: true },
): Promise<string> {
  const material = hasCards ? given : withoutCards(given);
  const { profile, learnings, challenges } = material;
  const ofKind = (kind: LearningKind) => learnings.filter((learning) => learning.kind === kind);
  const learned = (kind: LearningKind) =>
    grouped(ofKind(kind), async (some) => [await entryList(some.map((learning) => learningItem(learning)))]);
  const asked = (some: readonly SharedChallenge[]) =>
    grouped(some, (ones, depth) => challengeBlocks(ones, depth, { material, words }));
  const sections: Section[] = [
    ['objective', textBlocks(profile?.objective ?? '')],
    ['overview', overviewBlocks(material, words)],
    ['technology', await learned('technology')],
    ['concept', await learned('concept')],
    ['pairs', await asked(challenges.filter(({ accepted }) => accepted))],
    ['open', await asked(challenges.filter(({ accepted }) => !accepted))],
    ['practice', await learned('practice')],
    ['takeaway', await learned('takeaway')],
    ['collaboration', [...(await learned('collaboration')), ...(await projectBlocks(material, words))]],
    ['given', await givenBlocks(material, words)],
    ['resource', await learned('resource')],
    ['goal', await learned('goal')],
    ['author', authorBlocks(material, words)],
  ];
  const written = asImported(sections, material).flatMap(([section, blocks]) =>
    blocks.length > 0 ? [{ name: `${sectionMarks[section]} ${words.sections[section]}`, blocks }] : [],
  );
  const names = written.map(({ name }) => name);
  return writeMarkdown({
    type: 'root',
    children: [
      heading(1, material.title ?? profile?.projectName ?? untitled),
      ...(hasOwnTitle(material) ? [{ type: 'html' as const, value: ownTitle }] : []),
      ...coverBlocks(material, names, { style, words: words.cover, picture }),
      ...written.flatMap(({ name, blocks }) => [heading(2, name), ...blocks]),
      { type: 'html', value: signature },
    ],
  });
}

/** Whether the title is a document's, and not the project's name. */
function hasOwnTitle({ title, profile }: ReadmeMaterial): boolean {
  return typeof title === 'string' && title !== profile?.projectName;
}

type Section = [name: ReadmeSection, blocks: RootContent[]];

/** Sections that an imported README had, in its order, in the places they have among the others. */
function asImported(sections: readonly Section[], { learnings, challenges }: ReadmeMaterial): Section[] {
  const firstOf = new Map<ReadmeSection, number>();
  const take = (section: ReadmeSection, { number, isImported = false }: SharedLearning | SharedChallenge) => {
    if (isImported) firstOf.set(section, Math.min(number, firstOf.get(section) ?? number));
  };
  for (const learning of learnings) take(learning.kind, learning);
  for (const challenge of challenges) take(challenge.accepted ? 'pairs' : 'open', challenge);
  const imported = sections
    .filter(([name]) => firstOf.has(name))
    .sort(([one], [other]) => (firstOf.get(one) ?? 0) - (firstOf.get(other) ?? 0));
  return sections.map((section) => (firstOf.has(section[0]) ? (imported.shift() ?? section) : section));
}

/** Entries without a sub-group first, then each sub-group under a heading, in the order of their first entries. */
async function grouped<Entry extends { section: string | null }>(
  entries: readonly Entry[],
  blocksOf: (entries: readonly Entry[], depth: 3 | 4) => Promise<RootContent[]>,
): Promise<RootContent[]> {
  const within = (section: string | null) => entries.filter((entry) => entry.section === section);
  const alone = within(null);
  const blocks = alone.length > 0 ? await blocksOf(alone, 3) : [];
  for (const section of new Set(entries.map((entry) => entry.section))) {
    if (section !== null) blocks.push(heading(3, section), ...(await blocksOf(within(section), 4)));
  }
  return blocks;
}

function learningItem(learning: SharedLearning): EntryItem {
  return {
    title: learning.title,
    text: learning.body,
    isDone: learning.kind === 'goal' ? learning.isDone : null,
    marks: { tags: learning.tags, link: learning.link, card: cardMark(learning) },
  };
}

/** Each project with those it is built with. */
async function projectBlocks({ projects = [] }: ReadmeMaterial, words: ReadmeWords): Promise<RootContent[]> {
  if (projects.length === 0) return [];
  const items = projects.map(({ name, summary, stack, repository, others, live, apiDocs }) => ({
    title: name,
    text: [
      others.join(', '),
      summary,
      ...(live ? [`${words.live}: ${live}`] : []),
      ...(apiDocs ? [`${words.apiDocs}: ${apiDocs}`] : []),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    isDone: null,
    marks: { tags: stack, link: repository, card: undefined },
  }));
  return [await entryList(items)];
}

async function givenBlocks({ given }: ReadmeMaterial, words: ReadmeWords): Promise<RootContent[]> {
  if (given.length === 0) return [];
  const items = given.map((solution) => ({
    title: solution.challengeTitle,
    text: solution.body,
    isDone: null,
    marks: {
      credit: { words: words.askedBy, name: solution.askerName },
      tags: [],
      link: solution.link,
      card: cardMark(solution),
    },
  }));
  return [await entryList(items)];
}

function overviewBlocks(material: ReadmeMaterial, words: ReadmeWords): RootContent[] {
  const { profile } = material;
  if (!profile) return [];
  const { track, repository, projectName } = profile;
  const facts = [
    ...(track ? [fact(factMarks.track, words.track, text(words.tracks[track]))] : []),
    ...(repository ? [fact(factMarks.repository, words.repository, link(repository))] : []),
    ...(projectName && hasOwnTitle(material)
      ? [fact(factMarks.project, words.project, text(projectName))]
      : []),
  ];
  const line = facts.flatMap((one, index) => (index === 0 ? one : [text(' · '), ...one]));
  return [
    ...(line.length > 0 ? [{ type: 'paragraph' as const, children: line }] : []),
    ...textBlocks(profile.summary ?? ''),
  ];
}

function authorBlocks({ name, profile }: ReadmeMaterial, words: ReadmeWords): RootContent[] {
  const links = profile?.linksShownAt ? profile.links : [];
  const track = profile?.track ? ` · ${words.track}: ${words.tracks[profile.track]}` : '';
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [text(name)] }, text(track)] },
    ...(links.length > 0 ? [listOf(links.map((url) => [link(url)]))] : []),
  ];
}

function fact(mark: string, name: string, value: PhrasingContent): PhrasingContent[] {
  return [text(`${mark} `), { type: 'strong', children: [text(name)] }, text(': '), value];
}

function withoutCards(material: ReadmeMaterial): ReadmeMaterial {
  const bare = <Entry extends { card: unknown }>(entry: Entry) => ({ ...entry, card: null });
  return {
    ...material,
    learnings: material.learnings.map(bare),
    given: material.given.map(bare),
    challenges: material.challenges.map((one) => ({
      ...bare(one),
      accepted: one.accepted && bare(one.accepted),
    })),
  };
}
