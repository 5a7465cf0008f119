/** One rule of a guild's AutoMod, made ready: whether a text is stopped by it, as Discord would stop a message. */
import { RE2JS } from 're2js';
import type { UnreadPatterns, WordRule } from './auto-moderation-model.js';
import { type ComparableText, comparable, KeywordMatcher } from './keyword-matcher.js';
import { mentionedIn } from './pings.js';

/** A larger program (instructions) takes more than some 100 ms for a text of 4,000 characters. */
const largestProgram = 500;

/** A rule, ready to be asked. */
export interface ReadyRule {
  /** `words` is the text as `comparable` gives it: the same for all rules. */
  stops(text: string, words?: ComparableText): boolean;
  unread: UnreadPatterns;
}

/**
 * Patterns are matched by RE2, which takes time in proportion to the text alone, and whose language is nearly Rust's;
 * what it does not understand, or what compiles into too large a program, is left out.
 */
export function readyRule(
  rule: Pick<WordRule, 'keywords' | 'patterns' | 'allowed' | 'mentionsAtMost'>,
): ReadyRule {
  const keywords = new KeywordMatcher(rule.keywords);
  const allowed = new KeywordMatcher(rule.allowed);
  const { patterns, unread } = compiled(rule.patterns);
  const { mentionsAtMost } = rule;
  return {
    unread,
    stops(text, words = comparable(text)) {
      if (mentionsAtMost !== null && mentionedIn(text) > mentionsAtMost) return true;
      if (keywords.isEmpty && patterns.length === 0) return false;
      const spans = [...allowed.matches(words.text)];
      if (keywords.isIn(blanked(words.text, spans))) return true;
      if (patterns.length === 0) return false;
      const left = blanked(text, inOriginal(spans, words, text.length));
      return patterns.some((pattern) => pattern.matcher(left).find());
    },
  };
}

function compiled(sources: readonly string[]): { patterns: RE2JS[]; unread: UnreadPatterns } {
  const patterns: RE2JS[] = [];
  const unread = { unknown: 0, tooLarge: 0 };
  for (const source of sources) {
    try {
      const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
      if (pattern.programSize() > largestProgram) unread.tooLarge += 1;
      else patterns.push(pattern);
    } catch {
      // A check-up tells moderators of it.
      unread.unknown += 1;
    }
  }
  return { patterns, unread };
}

interface Span {
  start: number;
  end: number;
}

function inOriginal(spans: readonly Span[], { origins }: ComparableText, length: number): Span[] {
  return spans.map(({ start, end }) => ({ start: origins[start] ?? 0, end: origins[end] ?? length }));
}

/** What is allowed is taken out of the text, and still parts the words around it. */
function blanked(text: string, spans: readonly Span[]): string {
  let left = '';
  let from = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (end <= from) continue;
    if (start > from) left += text.slice(from, start);
    // One space, as between any two words.
    left = left.endsWith(' ') ? left : `${left} `;
    from = end;
    if (text[from] === ' ') from += 1;
  }
  return spans.length === 0 ? text : left + text.slice(from);
}
