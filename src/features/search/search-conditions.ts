/** Turns what a member asked for into conditions on entries, for the statements that search and list. */
import { queryOfGuild, quotedWord, tagWord, wordsOfGuild } from '../words/index.js';
import type { SearchFilter } from './search-model.js';

export interface Conditions {
  /** Which conditions there are: statements with the same shape have the same text. */
  shape: string;
  /** On the entries known by that alias; each begins with `AND`; the guild is always `$1`. */
  sql(entry: string): string;
  /** Whether entries of several authors are wanted, so that a technology many learned is shown once. */
  groupsTechnologies: boolean;
  /** Whether everything is wanted, so that what one import brought is shown once. */
  groupsImports: boolean;
  /** In the order of their placeholders. */
  values: unknown[];
}

const isSolved = (entry: string) => `EXISTS (SELECT FROM entries s
  WHERE s.guild_id = ${entry}.guild_id AND s.challenge_number = ${entry}.number AND s.accepted_at IS NOT NULL)`;

/** @param firstPlaceholder the number of the first placeholder that is free */
export function conditionsOf(guildId: string, filter: SearchFilter, firstPlaceholder: number): Conditions {
  const parts: ((entry: string) => string)[] = [];
  const shape: string[] = [];
  const values: unknown[] = [];
  const add = (
    name: string,
    condition: (entry: string, placeholder: string) => string,
    value?: unknown,
  ): void => {
    if (value !== undefined) values.push(value);
    const placeholder = `$${firstPlaceholder + values.length - 1}`;
    parts.push((entry) => `AND ${condition(entry, placeholder)}`);
    shape.push(name);
  };
  const { type, kind, tag, authorId, savedBy, status, number } = filter;
  if (number !== undefined) add('number', (entry, placeholder) => `${entry}.number = ${placeholder}`, number);
  // Not a parameter: the planner then knows that an index of challenges alone will do.
  if (type || status)
    add(status ? 'challenge' : (type ?? ''), (entry) => `${entry}.type = '${status ? 'challenge' : type}'`);
  if (kind) add('kind', (entry, placeholder) => `${entry}.kind = ${placeholder}`, kind);
  if (authorId) add('author', (entry, placeholder) => `${entry}.author_id = ${placeholder}`, authorId);
  if (tag) add('tag', (entry, placeholder) => `${placeholder} = ANY (${entry}.tags)`, tag);
  // The index knows which entries have it.
  if (tag)
    add(
      'tagged',
      (entry, placeholder) =>
        `${entry}.number IN (SELECT number FROM search_documents WHERE ${wordsOfGuild} @@ ${placeholder}::tsquery)`,
      queryOfGuild(guildId, quotedWord(tagWord(tag))),
    );
  if (savedBy)
    add(
      'saved',
      (entry, placeholder) =>
        `${entry}.number IN (SELECT entry_number FROM saves WHERE guild_id = $1 AND member_id = ${placeholder})`,
      savedBy,
    );
  if (status) add(status, (entry) => (status === 'solved' ? isSolved(entry) : `NOT ${isSolved(entry)}`));
  return {
    shape: shape.join('+'),
    sql: (entry) => parts.map((part) => part(entry)).join(' '),
    groupsTechnologies: !authorId && !savedBy && !status && !number && (type ?? 'learning') === 'learning',
    groupsImports: parts.length === 0,
    values,
  };
}
