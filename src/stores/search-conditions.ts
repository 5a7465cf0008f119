/** Turns what a member asked for into conditions on `entries e`, for the statements that search and list. */
import type { SearchFilter } from '../entities/search.js';

export interface Conditions {
  /** Which conditions there are: statements with the same shape have the same text. */
  shape: string;
  /** Each begins with `AND`; the guild is always `$1`. */
  sql: string;
  /** In the order of their placeholders. */
  values: unknown[];
}

const isSolved = `EXISTS (SELECT FROM entries s
  WHERE s.guild_id = e.guild_id AND s.challenge_number = e.number AND s.accepted_at IS NOT NULL)`;

/** @param firstPlaceholder the number of the first placeholder that is free */
export function conditionsOf(filter: SearchFilter, firstPlaceholder: number): Conditions {
  const parts: string[] = [];
  const shape: string[] = [];
  const values: unknown[] = [];
  const add = (name: string, condition: (placeholder: string) => string, value?: unknown): void => {
    if (value !== undefined) values.push(value);
    parts.push(`AND ${condition(`$${firstPlaceholder + values.length - 1}`)}`);
    shape.push(name);
  };
  const { type, kind, tag, authorId, savedBy, status } = filter;
  // Not a parameter: the planner then knows that an index of challenges alone will do.
  if (type || status)
    add(status ? 'challenge' : (type ?? ''), () => `e.type = '${status ? 'challenge' : type}'`);
  if (kind) add('kind', (placeholder) => `e.kind = ${placeholder}`, kind);
  if (authorId) add('author', (placeholder) => `e.author_id = ${placeholder}`, authorId);
  if (tag) add('tag', (placeholder) => `${placeholder} = ANY (e.tags)`, tag);
  // Tags are among the words that are indexed: that narrows down, what is above decides.
  if (tag && /[a-z0-9]/.test(tag))
    add(
      'tagged',
      (placeholder) => `e.search @@ (SELECT plainto_tsquery('nexus_words', search_text(${placeholder})))`,
    );
  if (savedBy)
    add(
      'saved',
      (placeholder) =>
        `e.number IN (SELECT entry_number FROM saves WHERE guild_id = $1 AND member_id = ${placeholder})`,
      savedBy,
    );
  if (status) add(status, () => (status === 'solved' ? isSolved : `NOT ${isSolved}`));
  return { shape: shape.join('+'), sql: parts.join(' '), values };
}
