/** The passages of a document hung below their headings, those that are only written like lines among them. */

import { type Passage, passage } from '../passages/passages.js';
import { definitionIn } from './definitions.js';
import { isPairLabel, isPlainPlural, segmentsOf } from './labels.js';
import { bareHeading, learnedKinds, senseOf, wordsIn } from './section-kinds.js';

/** Levels of lines that serve as headings, below all of Markdown's own. */
const boldLevel = 7;
const namedLevel = 8;
const leadLevel = 9;
const labelLevel = 10;

/** Longest line that can be a heading (characters, words). */
const longestHeading = { characters: 90, words: 12 };

/** The document as one passage whose children are its sections; what stands before the first heading comes first. */
export function outlineOf(passages: readonly Passage[]): Passage {
  const root = { ...passage('heading'), children: [] };
  const open: Passage[] = [root];
  let sunken: { level: number; below: number } | null = null;
  let contents: Set<string> | null = null;
  const returning = returningLines(passages);
  passages.forEach((each, index) => {
    if (each.shape === 'rule') {
      while ((open.at(-1)?.level ?? 0) > lowestAfterRule) open.pop();
      return;
    }
    let heading = asHeading(
      each,
      { before: passages[index - 1], next: passages[index + 1] },
      open.at(-1) ?? root,
    );
    // 'So ging es weiter' in bold again and again, among problems that are labelled: another label.
    const section = open.at(-1) ?? root;
    if (heading && returning.has(each.text.plain) && section.children.some(isProblem)) heading = null;
    if (contents) {
      const key = wordsIn(each.text.plain).join(' ');
      if (isListed(each) && !contents.has(key) && (each.level === 0 || each.level > 6)) {
        contents.add(key);
        heading = null;
      } else {
        contents = null;
        if (heading) while (open.length > 1 && !isListOfContents(open.pop())) continue;
      }
    }
    if (!heading) {
      open.at(-1)?.children.push(each);
      return;
    }
    let { level } = heading;
    // Where larger headings have an emoji, those without one are parts of them.
    const isPart =
      level === namedLevel &&
      !isNumbered(heading) &&
      !hasEmoji(heading) &&
      open.some((other) => other.level === namedLevel && hasEmoji(other));
    if (isPart) level = leadLevel;
    const sense = senseOf(bareHeading(heading.text.plain));
    const isNamed = sense?.isSure === true && sense.coverage >= 0.5;
    const last = open.at(-1) ?? root;
    const following = passages[index + 1];
    const isEmpty =
      following !== undefined &&
      asHeading(following, { before: each, next: passages[index + 2] }, heading) !== null;
    if (sunken && (level < sunken.level || (level === sunken.level && (isNamed || isEmpty)))) sunken = null;
    if (sunken && level === sunken.level) level = sunken.below + 1;
    else if (!isNamed && isTooLarge(level, last) && (last.level > 6 || isEmptyOfLearned(last))) {
      sunken = { level, below: last.level };
      level = last.level + 1;
    }
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 1) open.pop();
    const opened = { ...heading, level, children: [...heading.children] };
    open.at(-1)?.children.push(opened);
    open.push(opened);
    if (sense?.kind === 'contents' && sense.coverage >= 0.6) contents = new Set();
  });
  return root;
}

/** Bold lines that stand there twice or more, and name no section. */
function returningLines(passages: readonly Passage[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { shape, text } of passages) {
    if (shape === 'line' && text.isBold) counts.set(text.plain, (counts.get(text.plain) ?? 0) + 1);
  }
  const repeated = [...counts].filter(([words, count]) => count > 1 && !senseOf(bareHeading(words))?.isSure);
  return new Set(repeated.map(([words]) => words));
}

function isProblem({ shape, text }: Passage): boolean {
  return shape === 'line' && segmentsOf(text)[0]?.role === 'problem';
}

/** A heading as large as the empty one before it, or larger in Markdown's own levels. */
function isTooLarge(level: number, last: Passage): boolean {
  if (last.children.length > 0 || last.level === 0) return false;
  // 'Solution: Used a queue' is told by its heading alone.
  if (isPairLabel(last.text.plain) && segmentsOf(last.text)[0]?.text.plain !== '') return false;
  return level === last.level || (level < last.level && level <= 6);
}

function isListOfContents(section: Passage | undefined): boolean {
  return senseOf(bareHeading(section?.text.plain ?? ''))?.kind === 'contents';
}

/** A rule across the page ends what stands below the second level. */
const lowestAfterRule = 2;

/** A heading of a larger kind right below an empty section that names what is learned: its items, written too large. */
function isEmptyOfLearned(section: Passage): boolean {
  const sense = senseOf(bareHeading(section.text.plain));
  return section.children.length === 0 && sense !== null && sense.isSure && learnedKinds.has(sense.kind);
}

/** Whether a passage can be a line of a table of contents. */
function isListed(each: Passage): boolean {
  return (
    each.shape === 'bullet' || (each.text.plain.length <= longestHeading.characters && each.shape !== 'code')
  );
}

/** What stands before and after a passage. */
interface Around {
  before: Passage | undefined;
  next: Passage | undefined;
}

/** The passage as a heading when it is one, in Markdown or in its writer's mind. */
function asHeading(each: Passage, around: Around, section: Passage): Passage | null {
  if (each.shape === 'heading') return each;
  const level = levelOf(each, around, section);
  return level === null ? null : { ...each, shape: 'heading', level };
}

function levelOf(each: Passage, { before, next }: Around, section: Passage): number | null {
  const words = each.text.plain.trim();
  if (words.length > longestHeading.characters || wordsIn(words).length > longestHeading.words) return null;
  if (each.shape === 'bullet') return each.isAlone && each.isNumbered ? numberedLevel(each, next) : null;
  if (each.shape !== 'line' || /[.!,;…]$/u.test(words)) return null;
  if (isPairLabel(words) && !isPlainPlural(words)) return null;
  const bare = bareHeading(words);
  if (/[:：]\s/u.test(bare) || bare === '' || isRowOfNames(words)) return null;
  const sense = senseOf(bare);
  const isNamed = sense !== null && sense.isSure && sense.coverage >= 0.5;
  const isList = next?.shape === 'bullet' || next?.shape === 'table';
  const endsWithColon = /[:：]\W*$/u.test(words);
  if (/^\p{Ll}/u.test(bare) && !hasEmoji(each))
    return isNamed && isList && each.isFirst && !endsWithColon ? namedLevel : null;
  if (each.text.isBold) return isLabelled(next) || isNamed || !endsWithColon || isList ? boldLevel : null;
  if (/[?]$/.test(words) && !isNamed) return null;
  if (endsWithColon) return colonLevel(bare, isNamed, isList, section);
  const isLettered = /^(?:\p{Lu}|\p{N}{1,2})[.)]\s/u.test(words) && each.isFirst;
  if (isLettered && (!isNamed || sense.coverage < 1)) return leadLevel;
  if (isNamed && (each.isFirst || sense.coverage >= 0.8)) {
    const isAmongNames =
      isNameLine(next) &&
      (isNameLine(before) || (before?.shape === 'line' && /[:：]\W*$/u.test(before.text.plain)));
    return isAmongNames && sense.coverage < 1 ? null : namedLevel;
  }
  if (
    /^\p{Extended_Pictographic}/u.test(words) &&
    !startsLikeBullet(words) &&
    !isOfEmojiList(each, before, next) &&
    !isOneOfMany(words, before, next)
  )
    return namedLevel;
  return isList && wordsIn(bare).length <= 8 && !/,.*,/.test(words) ? leadLevel : null;
}

/** '⚛️ React · 🧪 Jest · 🚀 Vite'. */
function isRowOfNames(words: string): boolean {
  return words.split(/\s[·•|]\s/u).length >= 3;
}

function hasEmoji({ text }: Passage): boolean {
  return /^\W*\p{Extended_Pictographic}/u.test(text.plain);
}

function isNumbered({ text, isNumbered: isInList }: Passage): boolean {
  return isInList || /^\W*\d/.test(text.plain);
}

function isNameLine(each: Passage | undefined): boolean {
  if (each?.shape !== 'line' || /[.!?;:：]\W*$/u.test(each.text.plain)) return false;
  return wordsIn(each.text.plain).length <= longestHeading.words;
}

/** 'Databases:' above a list names it; 'I learned to:' only leads to it. */
function colonLevel(bare: string, isNamed: boolean, isList: boolean, section: Passage): number | null {
  const words = wordsIn(bare);
  const last = words.at(-1) ?? '';
  const leads =
    /^(?:to|include|includes|included|including|are|is|were|was|following|follows|for|that|of|by|with|on|as|me|how|i|we|comme|suivants?|suivantes?|sont)$/;
  if (
    leads.test(last) ||
    words.some((word) =>
      /^(?:i|we|you|it|following|below|was|were|is|are|je|nous|j|suivants?|suivantes?)$/.test(word),
    )
  )
    return null;
  if (isNamed && words.length <= 6) return labelLevel;
  if (!isList || words.length > 5) return null;
  return section.level === 0 ? null : labelLevel;
}

/** '5. Challenges' alone in its list, with what it announces below it and not within it. */
function numberedLevel(each: Passage, next: Passage | undefined): number | null {
  const words = each.text.plain.trim();
  if (each.children.some(({ shape }) => shape === 'line' || shape === 'code')) return null;
  if (/[.!,;:…]$/u.test(words) || (isPairLabel(words) && !isPlainPlural(words)) || /[:：]\s/u.test(words))
    return null;
  const sense = senseOf(bareHeading(words));
  if (sense?.isSure && sense.coverage >= 0.5) return each.children.length === 0 ? namedLevel : null;
  const isTitle = wordsIn(words).length <= 8;
  const leads =
    next !== undefined && next.shape !== 'heading' && !(next.shape === 'bullet' && next.isNumbered);
  return isTitle && leads && each.children.length === 0 ? leadLevel : null;
}

function isLabelled(next: Passage | undefined): boolean {
  return next !== undefined && isPairLabel(next.text.plain);
}

/** Lines of one paragraph that each begin with an emoji, and say something of what they name, are a list. */
function isOfEmojiList(each: Passage, before: Passage | undefined, next: Passage | undefined): boolean {
  if ((definitionIn(each.text, true)?.meaning.plain ?? '') === '') return false;
  const isFollowed = next?.shape === 'line' && !next.isFirst && hasEmoji(next);
  return isFollowed || (!each.isFirst && before?.shape === 'line' && hasEmoji(before));
}

/** Lines that begin with the same emoji are a list. */
function isOneOfMany(words: string, ...beside: readonly (Passage | undefined)[]): boolean {
  const first = String.fromCodePoint(words.codePointAt(0) ?? 0);
  return beside.some((each) => each?.shape === 'line' && each.text.plain.trim().startsWith(first));
}

/** Ticks, crosses and pointers stand before items, not before headings. */
function startsLikeBullet(words: string): boolean {
  return /^[✅❌✔☑✓✗🔹🔸👉➡▪•⭐🔺🟢🔴🟡⚠→▶◆◾🔘💠📍]/u.test(words);
}
