/** French typography: the no-break spaces that belong before ? ! ; : % and inside « », put in by rule so that copy is typed with plain ones. */

const narrowSpace = '\u202F';
const noBreakSpace = '\u00A0';

function spaced(text: string): string {
  return text
    .replaceAll(/ (?=[?!;»%])/g, narrowSpace)
    .replaceAll('« ', `«${narrowSpace}`)
    .replaceAll(/ (?=:(?:$|[\s*]))/g, noBreakSpace);
}

/** Tag of a sentence with values: what is inserted, such as a member's own text, is left as it is. */
export function phrase(sentence: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return sentence.map((part, at) => spaced(part) + String(values[at] ?? '')).join('');
}

/** A copy of `copy` with the spaces in all its constant texts; functions use the tag `phrase`. */
export function typeset<Copy>(copy: Copy): Copy {
  if (typeof copy === 'string') return spaced(copy) as Copy;
  if (Array.isArray(copy)) return copy.map(typeset) as Copy;
  if (typeof copy !== 'object' || copy === null) return copy;
  return Object.fromEntries(Object.entries(copy).map(([key, value]) => [key, typeset(value)])) as Copy;
}
