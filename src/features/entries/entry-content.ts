/** What a member typed for an entry, cleaned; everything that is wrong with it is told at the same time. */
import { type Entry, type LearningKind, learningKinds } from '../../entities/entry.js';
import { cleanBody, cleanLink, cleanTags, cleanTitle } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { EntryDetails } from './entry-model.js';

/** What a member typed for a learning or a challenge, untouched. */
export interface TypedEntry {
  title: string;
  body: string;
  tags: string;
  link: string;
}

type Content = Pick<Entry, 'kind' | 'title' | 'body' | 'link' | 'tags'>;

/** @throws UserError of a text beyond its bounds; `several-problems` if there are more */
export function cleanEntry({ title, body, tags, link }: TypedEntry) {
  return cleanedTogether({
    title: () => cleanTitle(title),
    body: () => cleanBody(body),
    tags: () => cleanTags(tags),
    link: () => cleanLink(link),
  });
}

/**
 * A solution's text: its challenge has the title and the tags.
 * @throws as `cleanEntry`, and UserError `body-missing`
 */
export function cleanSolution(typed: Pick<TypedEntry, 'body' | 'link'>) {
  const cleaned = cleanedTogether({
    body: () => requireBody(cleanBody(typed.body)),
    link: () => cleanLink(typed.link),
  });
  return { title: null, tags: [] as string[], ...cleaned };
}

/** @throws as `cleanEntry` and `cleanSolution` */
export function editedContent(before: EntryDetails, typed: TypedEntry & { kind?: string }): Content {
  if (before.type === 'solution') return { kind: null, ...cleanSolution(typed), tags: before.tags };
  // Only learnings have one, whatever a form that was tampered with says.
  const kind: LearningKind | null =
    before.type === 'learning'
      ? (learningKinds.find((candidate) => candidate === typed.kind) ?? before.kind)
      : null;
  return { kind, ...cleanEntry(typed) };
}

export function sameContent(before: Content, after: Content): boolean {
  return (
    before.kind === after.kind &&
    before.title === after.title &&
    before.body === after.body &&
    before.link === after.link &&
    before.tags.join(' ') === after.tags.join(' ')
  );
}

function requireBody(body: string): string {
  if (body === '') throw new UserError('body-missing', {});
  return body;
}

type Cleaners = Record<string, () => unknown>;
type Cleaned<Given extends Cleaners> = { [Name in keyof Given]: ReturnType<Given[Name]> };

/** Runs all of them, in order, before it throws: the member corrects everything at the same time. */
export function cleanedTogether<Given extends Cleaners>(cleaners: Given): Cleaned<Given> {
  const cleaned: Record<string, unknown> = {};
  const problems: UserError[] = [];
  for (const [name, clean] of Object.entries(cleaners)) {
    try {
      cleaned[name] = clean();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
    }
  }
  const [first, ...others] = problems;
  if (first) throw others.length === 0 ? first : new UserError('several-problems', { problems });
  return cleaned as Cleaned<Given>;
}
