/** The figures of a digest in one line, with what there is more of than in the stretch before. */

import type { Catalogue } from '../../locales/catalogue.js';
import type { DigestContent, Figure } from './digest-content-model.js';

const dayMs = 86_400_000;

/** What there is none of, now and before, is left out; so are changes where there was nothing at all before. */
export function figuresText(words: Catalogue, { figures, imported, start, end }: DigestContent): string {
  const { figures: worded } = words.digest;
  const isComparable = Object.values(figures).some(({ before }) => before > 0);
  const line = (['learnings', 'challenges', 'solved', 'members'] as const)
    .filter((name) => figures[name].count > 0 || figures[name].before > 0)
    .map((name) => {
      const change = isComparable ? changeOf(words, figures[name]) : '';
      return `${emphasized(worded[name](figures[name].count))}${change === '' ? '' : ` (${change})`}`;
    })
    .join(' · ');
  const isChangeShown = Object.values(figures).some((figure) => changeOf(words, figure) !== '');
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
  return [
    line,
    ...(imported.entries > 0 ? [worded.imported(imported.entries, imported.documents)] : []),
    ...(isComparable && isChangeShown ? [worded.comparedWith(days)] : []),
  ].join('\n');
}

/** Empty for a fall: a quiet week is nothing to shout about. */
function changeOf(words: Catalogue, { count, before }: Figure): string {
  const { more, same } = words.digest.figures;
  if (count === before) return before > 0 ? same : '';
  return count > before ? more(count - before) : '';
}

/** The number stands out, wherever in the phrase a language puts it. */
function emphasized(phrase: string): string {
  return phrase.replace(/[\d.,\u00a0\u202f]*\d/, (number) => `**${number}**`);
}
