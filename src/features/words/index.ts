/** What other rooms may use of words: how texts are indexed, and what is looked for in them. */
export { type Alternative, type AskedWord, askedWordsOf } from './asked-words.js';
export {
  type DocumentSource,
  documentOf,
  documentVersion,
  type EntryDocument,
  joinedTagWord,
  markWord,
  onlyWords,
  queryOfGuild,
  quotedWord,
  tagWord,
  wordsOfGuild,
} from './document.js';
export { foldedWord } from './folding.js';
export { beginningOf, stemOf } from './stems.js';
export { isEverydayWord, isStopWord } from './stop-words.js';
export { highestStrength } from './strength.js';
export { tokensOf, wordsIn } from './tokens.js';
