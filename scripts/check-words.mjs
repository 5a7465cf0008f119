/**
 * Checks that texts use none of the words that `docs/style.md` rules out, in the first table of its chapter *Words*, and
 * first that the check finds each of them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const guide = 'docs/style.md';

/** Files and folders that are checked. */
const checked = [
  'README.md',
  'CONTRIBUTING.md',
  'bench',
  'docs',
  'migrations',
  'sandbox',
  'scripts',
  'src',
  'test',
];

/**
 * Left out: documents and texts that learners wrote or could have written (fixtures, the sample cohort, whose words the
 * tests of the search draw from), and lists of words that learners use.
 */
const leftOut = [
  /fixtures/,
  /^scripts\/cohort\/timeline-week/,
  /^src\/features\/words\/stop-words\.ts$/,
  /^src\/readme\/reading\//,
  /^test\/features\/search\/misspellings\.test\.ts$/,
];

const isChecked = (/** @type {string} */ file) =>
  /\.(?:ts|tsx|mjs|md|css|html)$/.test(file) && file !== guide && !leftOut.some((path) => path.test(file));

/** @returns {string[]} */
function filesIn(/** @type {string} */ path) {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).map((file) => join(path, file));
}

/** The left column of the first table below the heading *Words*: comma-separated words and phrases. */
function ruledOut() {
  const [, chapter = ''] = readFileSync(join(root, guide), 'utf8').split('\n## Words\n');
  const [table = ''] = chapter.split('\n\n').filter((part) => part.startsWith('|'));
  return table
    .split('\n')
    .slice(2)
    .flatMap((row) => (row.split('|')[1] ?? '').split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const words = ruledOut();
/** A word before `:`, `(` or `}`, or after `.` or `{`, is a name in code. */
const pattern = new RegExp(
  String.raw`(?<![\w.{-])(?:${words.map((word) => word.replaceAll(' ', String.raw`[\s*/]+`)).join('|')})(?![\w:(}-])`,
  'giu',
);

/** @returns {string[]} */
function found(/** @type {string} */ text) {
  return [...text.matchAll(pattern)].map(
    ({ index, 0: word }) => `${text.slice(0, index).split('\n').length}: ${word.replaceAll(/\s+/g, ' ')}`,
  );
}

const overlooked = words.filter((word) => found(`So it is ${word}, again.`).length !== 1);
const files = checked.flatMap(filesIn).filter(isChecked);
const mistakes = files.flatMap((file) =>
  found(readFileSync(join(root, file), 'utf8')).map((mistake) => `${file}:${mistake}`),
);

for (const word of overlooked) console.error(`The check does not find “${word}”.`);
for (const mistake of mistakes) console.error(mistake);
if (words.length < 10 || files.length < 10)
  console.error(`Only ${words.length} words and ${files.length} files.`);
if (mistakes.length > 0) console.error(`${guide} says what to write instead.`);
process.exit(overlooked.length + mistakes.length > 0 || words.length < 10 || files.length < 10 ? 1 : 0);
