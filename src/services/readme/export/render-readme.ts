/** A member's README.md, made of what they shared: the shape learners use, with what is empty left out. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { LearningKind } from '../../../entities/entry.js';
import type { Track } from '../../../entities/profile.js';
import type { ReadmeMaterial, SharedChallenge, SharedLearning } from '../../../entities/readme-material.js';
import { cardMark, heading, link, listOf, text } from './document-nodes.js';
import { type EntryItem, entryList, textBlocks, writeMarkdown } from './entry-item.js';
import { type ChallengeWords, challengeBlocks } from './render-challenges.js';
import { factMarks, type ReadmeSection, sectionMarks, signature, untitled } from './section-marks.js';

/** The words of a document, in its language. */
export interface ReadmeWords extends ChallengeWords {
  sections: Record<ReadmeSection, string>;
  track: string;
  tracks: Record<Track, string>;
  repository: string;
}

/** Whether there is anything to write. */
export function isEmpty({ learnings, challenges, given, profile }: ReadmeMaterial): boolean {
  const told = profile && [profile.projectName, profile.summary, profile.objective, profile.repository];
  return learnings.length + challenges.length + given.length === 0 && !told?.some(Boolean);
}

/** The document: GitHub's Markdown, which `/readme import` reads back as the same entries. */
export async function renderReadme(material: ReadmeMaterial, words: ReadmeWords): Promise<string> {
  const { profile, learnings, challenges } = material;
  const ofKind = (kind: LearningKind) => learnings.filter((learning) => learning.kind === kind);
  const learned = (kind: LearningKind) =>
    grouped(ofKind(kind), async (some) => [
      await entryList(some.map((learning) => learningItem(material, learning))),
    ]);
  const asked = (some: readonly SharedChallenge[]) =>
    grouped(some, (ones, depth) => challengeBlocks(ones, depth, { material, words }));
  const sections: [ReadmeSection, RootContent[]][] = [
    ['objective', textBlocks(profile?.objective ?? '')],
    ['overview', overviewBlocks(material, words)],
    ['technology', await learned('technology')],
    ['concept', await learned('concept')],
    ['pairs', await asked(challenges.filter(({ accepted }) => accepted))],
    ['open', await asked(challenges.filter(({ accepted }) => !accepted))],
    ['practice', await learned('practice')],
    ['takeaway', await learned('takeaway')],
    ['collaboration', await learned('collaboration')],
    ['given', await givenBlocks(material, words)],
    ['resource', await learned('resource')],
    ['goal', await learned('goal')],
    ['author', authorBlocks(material, words)],
  ];
  return writeMarkdown({
    type: 'root',
    children: [
      heading(1, profile?.projectName ?? untitled),
      ...sections.flatMap(([section, blocks]) =>
        blocks.length > 0
          ? [heading(2, `${sectionMarks[section]} ${words.sections[section]}`), ...blocks]
          : [],
      ),
      { type: 'html', value: signature },
    ],
  });
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

function learningItem(material: ReadmeMaterial, learning: SharedLearning): EntryItem {
  return {
    title: learning.title,
    text: learning.body,
    isDone: learning.kind === 'goal' ? learning.isDone : null,
    marks: { tags: learning.tags, link: learning.link, card: cardMark(material.guildId, learning) },
  };
}

async function givenBlocks({ guildId, given }: ReadmeMaterial, words: ReadmeWords): Promise<RootContent[]> {
  if (given.length === 0) return [];
  const items = given.map((solution) => ({
    title: solution.challengeTitle,
    text: solution.body,
    isDone: null,
    marks: {
      credit: { words: words.askedBy, name: solution.askerName },
      tags: [],
      link: solution.link,
      card: cardMark(guildId, solution),
    },
  }));
  return [await entryList(items)];
}

function overviewBlocks({ profile }: ReadmeMaterial, words: ReadmeWords): RootContent[] {
  if (!profile) return [];
  const { track, repository } = profile;
  const facts = [
    ...(track ? [fact(factMarks.track, words.track, text(words.tracks[track]))] : []),
    ...(repository ? [fact(factMarks.repository, words.repository, link(repository))] : []),
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
