/** One rule of a guild's AutoMod, made ready: whether a text is stopped by it, as Discord would stop a message. */
import { RE2JS } from 're2js';
import type { WordRule } from '../../entities/auto-moderation.js';

/** A rule, ready to be asked; `unread` counts its patterns that cannot be applied here. */
export interface ReadyRule {
  stops(text: string): boolean;
  rule: WordRule;
  unread: number;
}

// A letter, a digit or a mark: what words are made of. Whatever else stands beside a word ends it.
const inWord = '[\\p{L}\\p{N}\\p{M}_]';

/**
 * Patterns are matched by RE2, which takes time in proportion to the text alone, and whose language is nearly Rust's;
 * what it does not understand is left out.
 */
export function readyRule(rule: WordRule): ReadyRule {
  const keywords = anyOf(rule.keywords, 'iu');
  const allowed = anyOf(rule.allowed, 'giu');
  const patterns: RE2JS[] = [];
  for (const pattern of rule.patterns) {
    try {
      patterns.push(RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE));
    } catch {
      // Counted below: a check-up tells moderators of it.
    }
  }
  const mentionsTooMany = (text: string) =>
    rule.mentionsAtMost !== null &&
    new Set([...text.matchAll(/<@([!&]?)(\d{15,20})>/g)].map(([, kind, id]) => `${kind === '&'}${id}`)).size >
      rule.mentionsAtMost;
  return {
    rule,
    unread: rule.patterns.length - patterns.length,
    stops(text) {
      // What is allowed is taken out of the text, and still parts the words around it.
      const left = allowed ? text.replace(allowed, ' ') : text;
      if (keywords?.test(left)) return true;
      return patterns.some((pattern) => pattern.matcher(left).find()) || mentionsTooMany(text);
    },
  };
}

/** Keywords as one expression: whole words, unless a `*` at an end lets them go on there. */
function anyOf(keywords: readonly string[], flags: string): RegExp | undefined {
  const parts = keywords.flatMap((keyword) => {
    const words = keyword.replace(/^\*+|\*+$/g, '').trim();
    if (words === '') return [];
    const before = keyword.startsWith('*') ? '' : `(?<!${inWord})`;
    const after = keyword.endsWith('*') ? '' : `(?!${inWord})`;
    const escaped = words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
    return `${before}${escaped}${after}`;
  });
  return parts.length > 0 ? new RegExp(parts.join('|'), flags) : undefined;
}
