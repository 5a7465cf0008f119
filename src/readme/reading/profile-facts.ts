/** What a document says of its author's project: its title, name, aim, overview, address and track. */
import type { ReadmeProfile } from '../document.js';
import { markdownOf, type Passage, wordsOf } from '../passages/passages.js';
import { bodyOf, shortTitle } from './entry-texts.js';
import { isFact } from './facts.js';
import { isPairLabel } from './labels.js';
import { bareHeading, type SectionKind, wordsIn } from './section-kinds.js';
import { hasLabelledPairs } from './units.js';

/** Longest text of a profile (UTF-16 units). */
const longestText = 2_000;

interface KnownSection {
  section: Passage;
  kind: SectionKind;
}

/** The words at the top of a document; null when it begins with something else. */
export function titleIn(outline: Passage): string | null {
  const first = outline.children.find(({ shape }) => shape === 'heading' || shape === 'line');
  if (
    !first ||
    (first.shape === 'line' && (first.text.plain.length > 100 || /[.:]$/.test(first.text.plain.trim())))
  )
    return null;
  if (isPairLabel(first.text.plain)) return null;
  const words = bareHeading(first.text.plain);
  return words === '' ? null : shortTitle(words);
}

export function profileIn(
  text: string,
  title: string | null,
  sections: readonly KnownSection[],
): ReadmeProfile {
  const textOf = (kind: SectionKind): string | null => {
    for (const { section, kind: own } of sections) {
      if (own !== kind) continue;
      const direct = section.children.filter(({ shape }) => shape === 'line' || shape === 'bullet');
      if (hasLabelledPairs(direct)) continue;
      const written = bodyOf(markdownOf(direct.filter((each) => !isFact(each))));
      if (wordsIn(written).length > 3) return written.slice(0, longestText);
    }
    return null;
  };
  return {
    track: trackIn(title, sections),
    projectName: projectName(title, sections),
    summary: textOf('overview') ?? textOf('project'),
    objective: textOf('objective'),
    repository: repositoryIn(text, sections),
  };
}

function projectName(title: string | null, sections: readonly KnownSection[]): string | null {
  for (const { section, kind } of sections) {
    const heading = bareHeading(section.text.plain);
    const named = /(?:capstone|case study|project|projet|étude de cas)[^:–—]{0,20}[:–—]\s*(.{3,})$/iu.exec(
      heading,
    )?.[1];
    if (named && kind === 'project' && !isGeneral(named)) return shortTitle(named.trim());
  }
  const parts = (title ?? '').split(/\s+[–—-]\s+|\s*[:|]\s+/u).map((part) => part.trim());
  const own = parts.find((part) => part !== '' && !isGeneral(part));
  return own ? shortTitle(own) : null;
}

/** Words of titles that name the programme or the document and no project. */
const general =
  /^(?:alx|prodev|project|nexus|backend|frontend|back|front|end|full|stack|engineering|engineer|development|documentation|readme|hub|knowledge|base|learning|learnings|journey|program|programme|portfolio|capstone|my|the|of|and|a|major|web|software|developer|overview|month|main|final|core|guide|notes|repository|repo|unified|le|la|de|du|et|mon|projet|ingenierie)$/;

function isGeneral(words: string): boolean {
  return wordsIn(words).every((word) => general.test(word));
}

function repositoryIn(text: string, sections: readonly KnownSection[]): string | null {
  const lines = text.split('\n').filter((line) => /https?:\/\//i.test(line));
  const linesWith = (pattern: RegExp): string[] => lines.filter((line) => pattern.test(line));
  const places = [
    ...sections
      .filter(({ kind }) => kind === 'repository')
      .map(({ section }) => `${section.text.markdown()}\n${markdownOf(section.children)}`),
    ...linesWith(/\b(?:repo(?:sitory)?|d[ée]p[ôo]t|source(?: code)?)\b/i),
    ...linesWith(/git clone/i),
    ...linesWith(/nexus/i),
  ];
  for (const place of places) {
    // Behind the word itself any address is the repository's; elsewhere only one of a host of code.
    const match =
      /(?:repo(?:sitory)?|d[ée]p[ôo]t|git clone)\W{1,6}\[?https?:\/\/[\w.-]+\/([\w.-]+)\/([\w.-]+)/i.exec(
        place,
      ) ?? /https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([\w.-]+)\/([\w.-]+)/i.exec(place);
    const [address, owner = '', name = ''] = match ?? [];
    const isExample = /^(?:your|username|user|example|yourusername)\b|your[-_]?(?:user)?name/i.test(owner);
    if (address && !isExample && !/readme-stats/.test(name))
      return address
        .slice(address.search(/https?:/i))
        .replace(/[.]+$/, '')
        .replace(/\.git$/i, '');
  }
  return null;
}

function trackIn(title: string | null, sections: readonly KnownSection[]): ReadmeProfile['track'] {
  const headings = [title ?? '', ...sections.map(({ section }) => section.text.plain)].join('\n');
  const overview = sections
    .filter(({ kind }) => kind === 'overview' || kind === 'programme' || kind === 'objective')
    .map(({ section }) =>
      section.children
        .filter(({ shape }) => shape !== 'heading')
        .map((each) => wordsOf(each))
        .join('\n'),
    )
    .join('\n');
  return told(title ?? '') ?? told(headings) ?? told(overview) ?? null;
}

/** The track that words speak of, and at least twice as often as of the other. */
function told(words: string): 'backend' | 'frontend' | null {
  const back = (words.match(/\bback[\s-]?end\b/gi) ?? []).length;
  const front = (words.match(/\bfront[\s-]?end\b/gi) ?? []).length;
  if (back > 0 && back >= front * 2) return 'backend';
  return front > 0 && front >= back * 2 ? 'frontend' : null;
}
