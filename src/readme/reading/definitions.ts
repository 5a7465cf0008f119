/** An item that names a thing and says something of it: '**Docker** – containers', 'Redis: our cache', 'Name → what'. */
import { plainText, type RichText } from '../passages/rich-text.js';

export interface Definition {
  name: RichText;
  /** Empty for a name alone. */
  meaning: RichText;
}

/** Longest name (characters, words). */
const longestName = { characters: 80, words: 9 };

/** What may stand between a bold name and what is said of it. */
const afterBold = /^(?<aside>(?:\s*\([^()]{1,80}\))?)\s*(?:[:：|]|[–—→➜⇒⟶•·~]|-{1,3}>?|=>?|➡\ufe0f?)+\s*/u;
/** The same behind a name without marks. */
const afterPlain = /\s*[:：]\s+|\s+(?:[–—→➜⇒⟶]|-{1,3}>?|=>|➡\ufe0f?)\s+|\s*(?:→|➜|⇒|⟶|=>|->|—)\s*|[:：]$/u;

/**
 * The item as a name and its meaning; null when it is a sentence.
 * @param takesDashes whether a dash parts them even when no mark shows which the name is
 */
export function definitionIn(text: RichText, takesDashes: boolean): Definition | null {
  const lead = text.leadEnd;
  return lead > 0
    ? (afterLead(text, lead) ?? inPlain(text, takesDashes, lead))
    : inPlain(text, takesDashes, 0);
}

function afterLead(text: RichText, lead: number): Definition | null {
  const inside = text.plain.slice(0, lead);
  const rest = text.plain.slice(lead);
  if (rest.trim() === '' || /^[\s.:：]*$/u.test(rest)) {
    // Everything is marked: a name, or a definition written wholly in bold.
    return wordCount(inside) <= longestName.words
      ? { name: text.slice(0, lead), meaning: plainText('') }
      : null;
  }
  // 'Learning GraphQL.' in bold before more sentences names what they are about.
  const isTitle = /[.!?]\s*$/u.test(inside) && wordCount(inside) <= longestName.words;
  if (isTitle || /[:：]\s*$/u.test(inside))
    return { name: text.slice(0, lead), meaning: text.slice(text.plain.length - rest.trimStart().length) };
  const separator = afterBold.exec(rest);
  if (!separator) return null;
  const aside = separator.groups?.['aside'] ?? '';
  return { name: text.slice(0, lead + aside.length), meaning: text.slice(lead + separator[0].length) };
}

function inPlain(text: RichText, takesDashes: boolean, from: number): Definition | null {
  const match = afterPlain.exec(text.plain);
  if (!match || match.index < from) return null;
  const isColon = /[:：]/u.test(match[0]);
  if (!isColon && !takesDashes) return null;
  const name = text.plain.slice(0, match.index);
  // '**Python** is what all of it runs on: scripts and servers' names no more than its bold word.
  const isName =
    match.index > 0 &&
    (from === 0 || wordCount(name.slice(from)) <= 3) &&
    match.index <= longestName.characters &&
    wordCount(name) <= (isColon ? longestName.words : longestName.words - 1) &&
    !/[.!?;](?:\s|$)/.test(name) &&
    !/https?$/i.test(name);
  if (!isName) return null;
  return { name: text.slice(0, match.index), meaning: text.slice(match.index + match[0].length) };
}

function wordCount(text: string): number {
  return (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length;
}

/** Names of things are short, and are no sentences. */
export function isNameLike(words: string): boolean {
  const bare = words.trim();
  return wordCount(bare) <= 6 && bare.length <= 60 && !/[.!?;]$/.test(bare) && !/^["“”']/.test(bare);
}
