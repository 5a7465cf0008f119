/** Lines that say who wrote a document, when and where it is: nothing learned, and partly nobody's business. */
import type { Passage } from '../passages/passages.js';

const labelled =
  /^[^\p{L}]*(?:author|authors|auteur|created by|made by|written by|maintained by|repository|repo|d[ée]p[ôo]t|email|e-mail|phone|t[ée]l[ée]phone|github|linkedin|twitter|portfolio|website|contact|duration|dur[ée]e|track|cohort|date|last updated|version|status|licen[cs]e|live demo|demo|deployed app|hosted \w+|discord channel|location)(?:\s+(?:name|link|url|address|number|id|handle|profile|used))?\s*[:：]/iu;
const onlyAddress = /^[^:]{1,40}[:：]\s*\S*https?:\/\/\S+\s*$/iu;

export function isFact({ shape, text }: Passage): boolean {
  return shape === 'line' && (labelled.test(text.plain) || onlyAddress.test(text.plain.slice(0, 400)));
}
