/** Which words of a document are names of technologies. */
import { tagsIn } from './technologies.js';

/** Whether the words name a technology, with little else beside it. */
export function isTechnologyName(words: string): boolean {
  const bare = words.replace(/\([^)]*\)/g, ' ').trim();
  return tagsIn(words).length > 0 && (bare.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length <= 5;
}
