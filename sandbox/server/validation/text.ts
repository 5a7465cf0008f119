/** Owns how Discord measures text: by Unicode code points, with a look at blanks. */

/**
 * Length of a text as Discord counts it: code points, so an emoji outside the basic plane counts once where
 * JavaScript's `length` counts it twice.
 */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) length -= 1;
  }
  return length;
}

/** Whether there is nothing to read: absent, empty, or white space alone (Discord trims what it is sent). */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
