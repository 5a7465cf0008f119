/** `npm run languages`: sentences of each language that are the same as in English, or too long for where Discord shows them. */
import { catalogues } from '../src/locales/catalogue.js';
import { en } from '../src/locales/en/index.js';
import { boundOf } from './languages/bounds.js';
import { sentencesOf } from './languages/sentences.js';

const english = new Map(sentencesOf(en, en).map(({ path, texts }) => [path, texts]));
let tooLongCount = 0;

for (const [language, catalogue] of Object.entries(catalogues)) {
  const sentences = sentencesOf(catalogue, en);
  const same = sentences.filter(
    ({ path, texts }) => language !== 'en' && hasWords(texts) && isSame(texts, english.get(path)),
  );
  const tooLong = sentences.flatMap(({ path, texts }) => {
    const longest = Math.max(0, ...texts.map((text) => text.length));
    return longest > boundOf(path) ? [`${path}: ${longest} of ${boundOf(path)} characters`] : [];
  });
  tooLongCount += tooLong.length;
  console.log(
    `${language}: ${sentences.length} sentences, ${same.length} as in English, ${tooLong.length} too long`,
  );
  for (const { path, texts } of same) console.log(`  as in English  ${path}: ${texts[0] ?? ''}`);
  for (const line of tooLong) console.log(`  too long       ${line}`);
}
process.exitCode = tooLongCount > 0 ? 1 : 0;

/** Whether there is something to translate: not only marks, emoji, links, mentions and the samples. */
function hasWords(texts: readonly string[]): boolean {
  return texts.every((text) =>
    /\p{L}{2}/u.test(
      text.replaceAll(/<[^>]*>|https?:\S*|`[^`]*`|\btrue\b|ß+|\d{4}-\d\d-\d\d|\{[^}]*\}/gu, ''),
    ),
  );
}

function isSame(texts: readonly string[], others: readonly string[] = []): boolean {
  return texts.length === others.length && texts.every((text, index) => text === others[index]);
}
