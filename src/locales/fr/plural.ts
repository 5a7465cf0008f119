/** French plurals for counts: 0 and 1 are singular. */
const rules = new Intl.PluralRules('fr');
const numbers = new Intl.NumberFormat('fr');

/** `plural(2, 'réponse', 'réponses')` is `2 réponses`. */
export function plural(count: number, one: string, other: string): string {
  return `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}
