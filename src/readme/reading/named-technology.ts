/** Which words of a document are names of technologies. */
import { beginsWithSolution } from './pair-prose.js';
import { tagsIn } from './technologies.js';

/** Whether the words name a technology, with little else beside it. */
export function isTechnologyName(words: string): boolean {
  if (/^\$?\s*(?:python3?|pip3?|npm|npx|yarn|git|docker|cd|source|curl)\s+[a-z./-]/.test(words.trim()))
    return false;
  const bare = words.replace(/\([^)]*\)/g, ' ').trim();
  if (
    beginsWithSolution(bare) ||
    /^\p{L}+ing\b|\s(?:with|for|to|using|from|in|of|via|by|avec|pour)\s/iu.test(bare)
  )
    return false;
  return tagsIn(words).length > 0 && (bare.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length <= 5;
}
