/** Reads a draft's fields; they were stored as JSON, so each one is checked. */
import type { Draft } from '../../entities/draft.js';
import type { Filled } from './entry-forms.js';

export function filledFrom({ id, fields }: Draft): Filled & { number?: string } {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined);
  const picture = text('picture');
  return {
    kind: text('kind'),
    title: text('title'),
    body: text('body'),
    tags: text('tags'),
    link: text('link'),
    number: text('number'),
    // A picture that came with a command is in this draft itself; one that came with a form has its own.
    picture: picture?.startsWith('{') ? id : picture || undefined,
  };
}

/** The fields that hold text, by name. */
export function textsOf({ fields }: Draft): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

export function typedEntryOf(draft: Draft) {
  const { title = '', body = '', tags = '', link = '' } = filledFrom(draft);
  return { title, body, tags, link };
}
