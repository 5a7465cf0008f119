/** Tags from the technologies that a text names, each under one name however it is written. */
import { entryBounds, foldTag } from '../entry-shape.js';
import { technologyNames } from './technology-names.js';

interface Name {
  /** In lower case, without what may stand between its parts. */
  folded: string;
  /** As it is written in the vocabulary. */
  written: string;
  tag: string;
  rule: 'any case' | 'as written' | 'in context';
}

interface Technology {
  tag: string;
  name: string;
  isGeneral: boolean;
}

/** What may stand between the parts of a name, or be left out. */
const separator = /[\s._/-]/;
const folded = (name: string) => name.toLowerCase().replace(/(?!^)[\s._/-]+/g, '');

const { technologies, namesByFirst } = readVocabulary();

/**
 * The technologies named in a text as tags (`[a-z0-9+#.-]`, at most 32 characters), in the order of their first mention.
 * Where there are more than fit an entry (5), what says little (`sql`, `git`) is left out first, then what comes last.
 */
export function tagsIn(text: string): string[] {
  const found = [...new Set(mentions(text))];
  const special = found.filter((tag) => technologies.get(tag)?.isGeneral !== true);
  const general = found.filter((tag) => !special.includes(tag));
  const kept = new Set([...special, ...general].slice(0, entryBounds.tags));
  return found.filter((tag) => kept.has(tag));
}

/** Every technology that a text names, as its makers write it, in the order of their first mention. */
export function technologiesIn(text: string): string[] {
  return [...new Set(mentions(text))].map((tag) => technologyName(tag) ?? tag);
}

/**
 * The technology that a title names and nothing else, by its tag: `postgresql` for `Postgres` and `PostgreSQL`.
 * What stands in parentheses is passed over when the rest is a name (`Django REST Framework (DRF)`).
 */
export function technologyNamed(title: string): string | undefined {
  const plain = title.replace(/[*_`]/g, '').trim();
  const names = [plain, plain.replace(/\s*\([^()]*\)\s*$/, '')].map(folded);
  for (const name of names) {
    const match = namesByFirst.get(name[0] ?? '')?.find((each) => each.folded === name);
    if (match) return match.tag;
  }
  return undefined;
}

/** A tag's technology as its makers write it (`PostgreSQL`), or undefined for tags that are no technology. */
export const technologyName = (tag: string): string | undefined => technologies.get(tag)?.name;

function mentions(given: string): string[] {
  const text = given
    .replace(/https?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[*`]+/g, '')
    .replace(/\s+/g, ' ');
  const lower = text.toLowerCase();
  // Some letters change their length in lower case; positions would no longer agree.
  if (lower.length !== text.length) return mentions(text.replace(/\u0130/g, 'I'));
  const tags: string[] = [];
  for (let at = 0; at < text.length; ) {
    const match = isBoundary(text, at) ? mentionAt(text, lower, at) : undefined;
    if (match) tags.push(match.tag);
    at = match ? match.end : at + 1;
  }
  return tags;
}

const wordCharacter = /[\p{L}\p{N}]/u;

function isBoundary(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '') return true;
  if (wordCharacter.test(before) || before === '@') return false;
  // `main.py`, `www.github`: what follows a dot within a word is its ending or a domain.
  return before !== '.' || !wordCharacter.test(text.charAt(at - 2));
}

function mentionAt(text: string, lower: string, at: number): { tag: string; end: number } | undefined {
  for (const name of namesByFirst.get(lower[at] ?? '') ?? []) {
    const end = endOf(lower, at, name);
    if (end !== undefined && isMeant(text, at, end, name)) return { tag: name.tag, end };
  }
  const letter = letterLanguage(text, at);
  return letter ? { tag: letter, end: at + 1 } : undefined;
}

/** Where a name that begins here ends; undefined when it does not stand here as a word. */
function endOf(lower: string, start: number, name: Name): number | undefined {
  let at = start;
  for (let index = 0; index < name.folded.length; index++) {
    const character = name.folded[index];
    if (index > 0 && lower[at] !== character && separator.test(lower[at] ?? '')) at++;
    if (lower[at] !== character) return undefined;
    at++;
  }
  if (name.rule !== 'in context' && lower[at] === 's' && !wordCharacter.test(lower[at + 1] ?? ' ')) at++;
  const next = lower[at] ?? ' ';
  if (wordCharacter.test(next) || (/[+#]/.test(next) && !/[+#]$/.test(name.folded))) return undefined;
  return next === '.' && wordCharacter.test(lower[at + 1] ?? ' ') ? undefined : at;
}

/** Words after a capitalised word at a sentence's beginning that make it a verb: `Go to`, `Express your`, `Render the`. */
const verbObject =
  /^[ -](?:to|the|a|an|your|my|our|their|its|it|this|that|these|those|through|over|on|off|out|up|in|into|ahead|live|from|all|each|every|some|any|only|one|more|lists?|components?|code|ideas|data|pages?|images?|\p{Ll}+ly)\b/u;
const verbTwin = /^[ -](?:to|live|through|ahead|your|the|a|an)\b/;

function isMeant(text: string, start: number, end: number, { rule, written }: Name): boolean {
  if (rule === 'any case') return true;
  if (text.trim().length === end - start) return true;
  const given = text.slice(start, end);
  if (given !== written && given !== `${written}s`) return false;
  if (rule === 'as written') return true;
  const isSentenceStart = /(?:^|[.!?:•–—-]\s+|^\d+[.)]\s*)$/.test(text.slice(0, start));
  return !(isSentenceStart ? verbObject : verbTwin).test(text.slice(end, end + 20));
}

/** C and R are languages where a text speaks of programming in them; elsewhere they are letters. */
function letterLanguage(text: string, at: number): string | undefined {
  const letter = text[at];
  if (letter !== 'C' && letter !== 'R') return undefined;
  const [before, after] = [text.slice(Math.max(at - 30, 0), at), text.slice(at + 1, at + 30)];
  if (wordCharacter.test(after[0] ?? ' ') || /^[+#'’:]/.test(after)) return undefined;
  const isMeantAfter = /^ (?:language|programming|program|code|compiler|scripts?|Studio)\b/.test(after);
  const isListed =
    /^(?:\/C\+\+|, ?(?:C\+\+|C#|Java|Python|Go|Rust|Shell|SQL)| and (?:C\+\+|Python|Java)\b)/.test(after);
  const isMeantBefore =
    /\b(?:in|using|with|learn(?:ed|ing|t)?|languages?:?|langage|en|C#|C\+\+,?|Java,?|Python,?) (?:(?:and|et|&) )?$/i.test(
      before,
    ) && /^(?:[,.;)!]|$)/.test(after);
  const isAlone = text.trim() === letter;
  return isMeantAfter || isListed || isMeantBefore || isAlone ? letter.toLowerCase() : undefined;
}

function readVocabulary(): { technologies: Map<string, Technology>; namesByFirst: Map<string, Name[]> } {
  const byTag = new Map<string, Technology>();
  const byFirst = new Map<string, Name[]>();
  for (const line of technologyNames.split('\n')) {
    const [, general, first = '', bracket, others] =
      /^(~?)((?:(?!\s\[|: ).)+?)(?:\s\[(.+?)\])?(?:: (.+))?$/.exec(line.trim()) ?? [];
    if (first === '' || line.startsWith('# ')) continue;
    const name = first.replace(/[!^]$/, '');
    const tag = bracket ?? foldTag(name);
    byTag.set(tag, { tag, name, isGeneral: general === '~' });
    for (const each of [first, ...(others?.split(', ') ?? [])]) {
      const sign = /[!^]$/.exec(each)?.[0];
      const written = each.replace(/[!^]$/, '');
      const rule = sign === '!' ? 'in context' : sign === '^' ? 'as written' : 'any case';
      const key = folded(written);
      byFirst.set(key[0] ?? '', [...(byFirst.get(key[0] ?? '') ?? []), { folded: key, written, tag, rule }]);
    }
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.folded.length - a.folded.length);
  return { technologies: byTag, namesByFirst: byFirst };
}
