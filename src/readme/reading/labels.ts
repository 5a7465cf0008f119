/** 'Problem:', 'How I solved it –', 'Resolution approach:' … found in words, with the text that each one opens. */
import { plainText, type RichText } from '../passages/rich-text.js';
import { type PairRole, roleOfWords } from './label-words.js';
import { wordsIn } from './section-kinds.js';

export type { PairRole } from './label-words.js';

const ornament = String.raw`(?:[^\p{L}\p{N}\s]|\s|\d{1,2}[.)]\s){0,10}`;
const ordinal = String.raw`(?:\s*(?:#|n[o°]\.?\s*)?(?:\d{1,2}|one|two|three|four|five|un|deux|trois))?`;
const aside = String.raw`(?:\s*\([^()]{1,60}\))?`;

/** Up to eight words, and what parts them from the text that they open: a colon, an arrow, a dash, or nothing at all. */
const atStart = new RegExp(
  String.raw`^${ornament}(?<label>[\p{L}\p{M}](?:[\p{L}\p{M}'’/&-]| (?=\p{L}|&)){0,60}?(?<!\p{P}))(?<number>${ordinal})${aside}\s*(?:[:：፡፦]-?|=>|->|→|➡️?|\s[–—-]\s|[?.]?\s*$)\s*`,
  'iu',
);

/** '[Problem] …', '(Fix) …': a label in brackets needs nothing behind it. */
const inBrackets = new RegExp(
  String.raw`^${ornament}?[([【](?<label>[\p{L}\p{M}][\p{L}\p{M}'’ ]{0,40})(?<number>${ordinal})[)\]】]\s*[:：–—-]?\s*`,
  'iu',
);

/** A label in the middle of a line begins with a capital, or in a script that has none. */
const within =
  /(?:(?<=^|[\s.;,!?)|/–—→-])|(?<=[\p{Ll}\p{Extended_Pictographic}]))(?:[^\p{L}\p{N}\s]\ufe0f?\s?)?(?<label>[\p{Lu}\p{Lo}][\p{L}\p{M}'’]*(?: [\p{L}\p{M}'’]+){0,3})\s*[:：]\s*/gu;

export interface Segment {
  role: PairRole | null;
  /** The label as it stands there, in small letters; empty where there is none. */
  label: string;
  /** 'Challenge 3' is numbered. */
  isNumbered: boolean;
  text: RichText;
}

/** The same in brackets, which any word may stand before. */
const withinBrackets =
  /\s[([【](?<label>[\p{Lu}\p{Lo}][\p{L}\p{M}'’]*(?: [\p{L}\p{M}'’]+){0,3})[)\]】]\s*[:：–—-]?\s*/gu;

interface Found {
  role: PairRole;
  label: string;
  isNumbered: boolean;
  end: number;
}

/** Whether words begin with the label of a problem or a solution, or are one. */
export function isPairLabel(words: string): boolean {
  const role = labelAt(words)?.role;
  return role === 'problem' || role === 'solution';
}

/** Whether words are 'Challenges' or 'Solutions implemented' and no more, which name a section. */
export function isPlainPlural(given: string): boolean {
  const words = wordsIn(given.replace(/\([^()]*\)/g, ' '));
  return roleOfWords(words) !== null && words.some(isPluralWord);
}

/** Whether a label speaks of several: 'Challenges', 'How I solved them'. */
export function isPlural(label: string): boolean {
  return (
    wordsIn(label).some((word) => word === 'them' || isPluralWord(word)) || /^(?:how|comment)\b/.test(label)
  );
}

function isPluralWord(word: string): boolean {
  return (
    word.length > 2 &&
    word !== 'fix' &&
    /(?:[sx]|ات|عقبات|مشاكل|حلول|ዎች|ቶች|ሮች)$/u.test(word) &&
    roleOfWords([word]) !== null
  );
}

function labelAt(words: string): Found | null {
  const start = words.slice(0, 160);
  const match = atStart.exec(start) ?? inBrackets.exec(start);
  const label = match?.groups?.['label'];
  if (!match || !label) return null;
  const role = roleOfWords(wordsIn(label));
  if (!role) return null;
  // 'Stuck on' alone on its line is a heading, as it was before it was a label.
  if (/^stuck\b/i.test(label) && match[0].trim() === words.trim()) return null;
  return {
    role,
    label: label.toLowerCase(),
    isNumbered: match.groups?.['number'] !== '',
    end: match[0].length,
  };
}

/** Sections are asked for their labels more than once, and a text's labels never change. */
const segmentsByText = new WeakMap<RichText, Segment[]>();

/** The text cut at its labels; one segment without a role when there is none. */
export function segmentsOf(text: RichText): readonly Segment[] {
  const known = segmentsByText.get(text) ?? cutAtLabels(text);
  segmentsByText.set(text, known);
  return known;
}

function cutAtLabels(text: RichText): Segment[] {
  const words = text.plain;
  const first = labelAt(words);
  const cuts: { start: number; found: Found | null }[] = [{ start: 0, found: first }];
  const searched = words.slice(0, longestSearched);
  const matches = [
    ...(/[:：]/.test(words) ? searched.matchAll(within) : []),
    ...(/[([【]/.test(words) ? searched.matchAll(withinBrackets) : []),
  ];
  for (const match of matches.sort((left, right) => left.index - right.index)) {
    const found = lastLabel(match);
    if (found && found.start >= (cuts.at(-1)?.found?.end ?? 1)) cuts.push(found);
  }
  const answer = first?.role === 'problem' && cuts.length === 1 ? onlyLabelAfter(searched, first.end) : null;
  if (answer) cuts.push(answer);
  // In the middle of a line a label is one when the line begins with another, or goes on to a solution.
  if (!first && !cuts.some(({ found }) => found?.role === 'solution')) cuts.length = 1;
  return cuts.flatMap(({ start, found }, index): Segment[] => {
    const end = cuts[index + 1]?.start ?? words.length;
    const body = trimmed(text, found?.end ?? start, end, index < cuts.length - 1);
    if (!found && body.plain === '') return [];
    const { role = null, label = '', isNumbered = false } = found ?? {};
    return [{ role, label, isNumbered, text: body }];
  });
}

/** 'Bug: … Squashed: …': behind a problem, the one label of a sentence's beginning that nobody knows opens what helped. */
function onlyLabelAfter(words: string, from: number): { start: number; found: Found } | null {
  const labels = [...words.matchAll(sentenceLabel)].filter(({ index }) => index >= from);
  const [match, ...others] = labels;
  const label = match?.groups?.['label'];
  if (!match || !label || others.length > 0 || tellsApart.test(label)) return null;
  const end = match.index + match[0].length;
  if (wordsIn(words.slice(end)).length < 2) return null;
  return {
    start: match.index,
    found: { role: 'solution', label: label.toLowerCase(), isNumbered: false, end },
  };
}

const sentenceLabel =
  /(?<=[.!?]\s)(?<label>[\p{Lu}\p{Lo}][\p{L}\p{M}'’]*(?: [\p{L}\p{M}'’]+){0,2})[:：]\s+/gu;
/** Labels of what is neither. */
const tellsApart =
  /^(?:notes?|nb|hint|tip|example|e g|also|but|and|ps|todo|source|see|link|date|time|where|when|who|status|severity|type)\b/iu;

/** Characters of a line in which labels are looked for. */
const longestSearched = 8_000;

/** The label at the end of the words before a colon: '… at last Solution:' is one word of three. */
function lastLabel(match: RegExpExecArray): { start: number; found: Found } | null {
  const label = match.groups?.['label'] ?? '';
  const parts = label.split(' ');
  for (let from = 0; from < parts.length; from++) {
    const own = parts.slice(from).join(' ');
    const role = roleOfWords(wordsIn(own));
    if (!role || !/^[\p{Lu}\p{Lo}]/u.test(own)) continue;
    const start = match.index + (from === 0 ? 0 : match[0].indexOf(label) + label.length - own.length);
    const end = match.index + match[0].length;
    return { start, found: { role, label: own.toLowerCase(), isNumbered: false, end } };
  }
  return null;
}

/** A part of a text without white space around it, nor the dash or arrow that led to the next label. */
function trimmed(text: RichText, from: number, to: number, isFollowed: boolean): RichText {
  const part = text.plain.slice(from, to);
  const kept = isFollowed ? part.replace(/[\s|;,–—→>=-]+$/u, '') : part.trimEnd();
  const start = from + kept.length - kept.trimStart().length;
  return kept.trim() === '' ? plainText('') : text.slice(start, from + kept.length);
}
