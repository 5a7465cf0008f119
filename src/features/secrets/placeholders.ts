/** Which values only stand in for a secret: examples of documentation, variables, words like `changeme`. */

/** Examples that documentation has made known everywhere. */
const knownExamples = [
  '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b',
  '4eC39HqLyjWDarjtT1zdp7dc',
  '550e8400-e29b-41d4-a716-446655440000',
  '123e4567-e89b-12d3-a456-426614174000',
  // The payload of the token that jwt.io begins with.
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lI',
];

const standIns =
  /example|sample|placeholder|your|change[-_ ]?(?:me|this|it)|replace|insert|dummy|fake|redacted|xxxx|todo|goes[-_]?here|[-_]here$|foobar|lorem|\.\.\.|…|•|\*{3}|123456789|abcdefghij|0{8}|deadbeef/i;

/** Nobody writes longer ones (UTF-16 units). */
const longestStandIn = 120;

/** A variable, or something to be filled in: `$NAME`, `${…}`, `{{…}}`, `<…>`, `%(…)s`, `[…]`. */
const variables =
  /^\$\w|\$\{|\$\(|^\{.*\}$|\{\{|^<.*>?$|^\[.*\]$|^%\w|^%\(|^%[A-Z_]+%$|^\$\$|^#\{|^@\w+@$|^:\w+$/;

/** `DB_PASSWORD`, `JWT_SECRET`: a name in place of its value. */
const constantName = /^(?:[A-Z]{1,18}|[A-Z]+(?:_[A-Z]+)+)$/;

/** Words that people write in examples; tested on what is left once `@`, `0`, `1`, `3`, `$` are read as letters. */
const exampleWords =
  /pass|test|demo|secret|admin|user|root|guest|qwert|letmein|welcome|hello|abc|asdf|1234|foo|bar|token|key|value|string|default|temp|postgres|mysql|mongo|redis|rabbit|django|none|null|undefined|local/;

/** Whether a value with the shape of a secret is a stand-in. */
export function isStandIn(value: string): boolean {
  return (
    // Long ones hold such words by chance.
    (value.length <= longestStandIn && standIns.test(value)) ||
    variables.test(value) ||
    constantName.test(value) ||
    knownExamples.some((example) => value.includes(example)) ||
    new Set(value).size <= Math.min(4, value.length / 3)
  );
}

/** Whether a password is one that examples are written with; long random ones hold such words by chance. */
export function isExampleWord(value: string): boolean {
  return (
    value.length < 24 && (exampleWords.test(value.toLowerCase()) || exampleWords.test(plainLetters(value)))
  );
}

function plainLetters(value: string): string {
  return value
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('$', 's')
    .replaceAll('5', 's');
}

/** How many bits each character of the value tells (Shannon). */
export function bitsOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
