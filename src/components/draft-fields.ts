/** Reading a draft's fields back; they were kept as JSON, so nothing about them is taken for granted. */
import type { Draft } from '../entities/draft.js';
import type { Filled } from '../views/entry-forms.js';

export function filledFrom({ fields }: Draft): Filled & { number?: string } {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined);
  return {
    kind: text('kind'),
    title: text('title'),
    body: text('body'),
    tags: text('tags'),
    link: text('link'),
    number: text('number'),
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
