/** Members' texts that run from right to left, beside what the bot says from left to right. */

/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const open = '\u2068';
const close = '\u2069';

/**
 * A text that runs from right to left keeps to itself: it doesn't move the numbers, mentions and code beside it. The
 * isolates are shown and never stored: what members type is cleaned of them.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `${open}${text}${close}` : text;
}

/** A tag as it is shown in a sentence. */
export function tagCode(tag: string): string {
  return isolated(`\`${tag}\``);
}

/** Cuts what `cut` cuts, and ends an isolate whose end was left out: what comes behind isn't the member's. */
export function cutIsolated(
  text: string,
  limit: number,
  cut: (text: string, limit: number) => string,
): string {
  if (text.length <= limit || !text.includes(open)) return cut(text, limit);
  const short = cut(text, limit - close.length);
  return short.lastIndexOf(open) > short.lastIndexOf(close) ? short + close : short;
}
