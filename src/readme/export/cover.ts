/**
 * What stands between a README's title and its first section: whose it is, when it was learned, badges, whom to thank,
 * a chart of the weeks and a table of contents. It is made of the entries, so an import passes it over.
 */
import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { technologyName, technologyNamed } from '../reading/technologies.js';
import type { ReadmeMaterial } from '../readme-material.js';
import { link, listOf, text } from './document-nodes.js';

/** `compact`: entries alone. `story`: name, dates, thanks and weeks above them. `portfolio`: badges and contents, too. */
export const readmeStyles = ['portfolio', 'story', 'compact'] as const;
export type ReadmeStyle = (typeof readmeStyles)[number];

/** Plain words: documents are written in a thread that functions do not reach. `#` is how many. */
export interface CoverWords {
  /** A language tag, for dates. */
  language: string;
  contents: string;
  week: string;
  weeks: string;
  entry: string;
  entries: string;
  thanks: string;
  chart: string;
}

const begin = '<!-- nexus-cover -->';
const end = '<!-- /nexus-cover -->';

/** Badges of one document; more of them hide the words below. */
const mostBadges = 16;
/** Bars of one chart; longer times are shown from their last weeks. */
export const mostWeeks = 40;

const dayMs = 86_400_000;
export const weekMs = 7 * dayMs;

/**
 * The blocks of the cover; none for the compact style.
 * @param headings the document's section headings, as they are written
 * @param look with the name of a picture of the weeks, when one lies beside the document
 */
export function coverBlocks(
  material: ReadmeMaterial,
  headings: readonly string[],
  { style, words, picture }: { style: ReadmeStyle; words: CoverWords; picture?: string | undefined },
): RootContent[] {
  if (style === 'compact') return [];
  const days = daysOf(material);
  const blocks = [
    byline(material, days, words),
    ...(style === 'portfolio' ? badges(material) : []),
    ...thanks(material, words),
    ...chart(days, words, picture),
    ...(style === 'portfolio' ? contents(headings, words) : []),
  ];
  return [{ type: 'html', value: begin }, ...blocks, { type: 'html', value: end }];
}

/** The Markdown without the cover that it may begin with. */
export function withoutCover(markdown: string): string {
  const to = markdown.startsWith(begin) ? markdown.lastIndexOf(end) : -1;
  return to < 0 ? markdown : markdown.slice(to + end.length).trim();
}

/** The days (ms since 1970, UTC) on which something was shared, in order, one for each entry. */
function daysOf({ learnings, challenges, given }: ReadmeMaterial): number[] {
  return [...learnings, ...challenges, ...given]
    .flatMap(({ sharedAt }) => (sharedAt ? [Math.floor(sharedAt.getTime() / dayMs) * dayMs] : []))
    .sort((one, other) => one - other);
}

function byline(
  { name, learnings, challenges, given }: ReadmeMaterial,
  days: number[],
  words: CoverWords,
): Paragraph {
  const entries = learnings.length + challenges.length + given.length;
  const [first] = days;
  const last = days.at(-1);
  const facts: string[] = [counted(entries, words.entry, words.entries)];
  if (first !== undefined && last !== undefined) {
    const weeks = (mondayOf(last) - mondayOf(first)) / weekMs + 1;
    facts.unshift(datesBetween(first, last, words), counted(weeks, words.week, words.weeks));
  }
  const strong: PhrasingContent = { type: 'strong', children: [text(name)] };
  return { type: 'paragraph', children: [strong, text(` · ${facts.join(' · ')}`)] };
}

/** 'March 2 – 16, 2026' in the words' language, by the days of UTC. */
export function datesBetween(first: Date | number, last: Date | number, { language }: CoverWords): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(first, last);
}

/** A badge for each technology that is known by its name. */
function badges({ learnings }: ReadmeMaterial): RootContent[] {
  const named = learnings.flatMap(({ kind, title }) => {
    const tag = kind === 'technology' ? technologyNamed(title) : undefined;
    return tag === undefined ? [] : [technologyName(tag) ?? tag];
  });
  const images = [...new Set(named)].slice(0, mostBadges).flatMap((name, index): PhrasingContent[] => {
    const label = encodeURIComponent(name.replaceAll('-', '--').replaceAll('_', '__'));
    const image: Image = { type: 'image', url: `https://img.shields.io/badge/${label}-444`, alt: name };
    return index === 0 ? [image] : [text(' '), image];
  });
  return images.length > 0 ? [{ type: 'paragraph', children: images }] : [];
}

/** Everybody whose solution was accepted, once each. */
function thanks({ challenges, userId }: ReadmeMaterial, words: CoverWords): RootContent[] {
  const names = challenges.flatMap(({ accepted }) =>
    accepted && accepted.authorId !== userId ? [accepted.authorName] : [],
  );
  const children = [...new Set(names)].flatMap((name, index): PhrasingContent[] => [
    text(index === 0 ? `🙏 ${words.thanks} ` : ', '),
    { type: 'strong', children: [text(name)] },
  ]);
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

/** Entries a week, as a picture or as GitHub draws them; nothing for less than two weeks. */
function chart(days: readonly number[], words: CoverWords, picture?: string): RootContent[] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || mondayOf(first) === mondayOf(last)) return [];
  if (picture !== undefined)
    return [{ type: 'paragraph', children: [{ type: 'image', url: picture, alt: words.chart }] }];
  const counts = new Map<number, number>();
  for (let week = mondayOf(first); week <= mondayOf(last); week += weekMs) counts.set(week, 0);
  for (const day of days) counts.set(mondayOf(day), (counts.get(mondayOf(day)) ?? 0) + 1);
  const weeks = [...counts].slice(-mostWeeks);
  const dates = new Intl.DateTimeFormat(words.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const value = [
    'xychart-beta',
    `    title "${words.chart}"`,
    `    x-axis [${weeks.map(([week]) => `"${dates.format(week)}"`).join(', ')}]`,
    `    bar [${weeks.map(([, count]) => count).join(', ')}]`,
  ].join('\n');
  return [{ type: 'code', lang: 'mermaid', value }];
}

function contents(headings: readonly string[], words: CoverWords): RootContent[] {
  if (headings.length < 2) return [];
  const title: PhrasingContent = { type: 'strong', children: [text(words.contents)] };
  return [
    { type: 'paragraph', children: [title] },
    listOf(headings.map((heading) => [link(`#${anchorOf(heading)}`, heading)])),
  ];
}

/** A heading's anchor as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The Monday that a moment's week began with (ms since 1970, UTC). */
export function mondayOf(moment: number): number {
  const day = Math.floor(moment / dayMs) * dayMs;
  // The first day of 1970 was a Thursday.
  return day - ((day / dayMs + 3) % 7) * dayMs;
}

export function counted(count: number, one: string, many: string): string {
  return (count === 1 ? one : many).replace('#', String(count));
}
