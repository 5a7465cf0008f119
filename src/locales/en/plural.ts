/** English plurals for counts. */
const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** `plural(2, 'reply', 'replies')` is `2 replies`. */
export function plural(count: number, one: string, other: string): string {
  return `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}
