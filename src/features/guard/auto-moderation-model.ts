/** What of a guild's own AutoMod holds for texts that the bot posts: Discord checks those of people alone. */

/** A rule that stops messages, as far as the bot can read and apply it. */
export interface WordRule {
  /** Words and phrases; `*` at either end stands for more letters. */
  keywords: readonly string[];
  /** Rust's regular expressions. */
  patterns: readonly string[];
  /** What is let through although a keyword or a pattern is in it; written as keywords are. */
  allowed: readonly string[];
  /** Different members and roles that a text may mention. */
  mentionsAtMost: number | null;
  exemptRoles: readonly string[];
  exemptChannels: readonly string[];
  /** What moderators want to be said. */
  message: string | null;
}

export interface ReadRules {
  rules: readonly WordRule[];
  /** Rules that stop messages by Discord's own lists of words, which nobody can read. */
  presets: number;
}

/** Patterns that can't be applied here: not understood, or compiled into too large a program. */
export interface UnreadPatterns {
  unknown: number;
  tooLarge: number;
}
