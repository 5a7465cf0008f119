/** A document's items made fit to keep: cleaned, each once, and with what they are known again by. */
import { createHash } from 'node:crypto';
import { type Entry, entryBounds } from '../../entities/entry.js';
import type { PreviewItem } from '../../entities/import-preview.js';
import type { ReadmeDocument, ReadmeItem, ReadmeProfile } from '../../entities/readme-document.js';
import { cut, shortened } from '../search-terms.js';
import { cleanLine, cleanLink, cleanText, foldTag } from '../text.js';
import { withoutContacts } from './contacts.js';
import { folded, plain, titleKey } from './folding.js';

/** What of an entry of the member's tells whether it is there already. */
export type KnownEntry = Pick<Entry, 'number' | 'type' | 'kind' | 'title' | 'fingerprint'>;

/** Longest name of a section, of a heading and of a profile's line (UTF-16 units); the database keeps so much. */
const lineLimit = 120;

/** Longest texts of a profile (UTF-16 units). */
const profileTextLimit = 2_000;

/** The items in the document's order, cleaned and marked; those that are kept already are dropped until wanted. */
export function previewItems(document: ReadmeDocument, known: readonly KnownEntry[]): PreviewItem[] {
  const lookUp = lookUpOf(known);
  return folded(document.items.flatMap(cleanItem)).map((item) => {
    const fingerprint = fingerprintOf(item);
    const { mark, alike } = lookUp({ ...item, fingerprint });
    return { ...item, fingerprint, mark, alike, isKept: mark === 'new' };
  });
}

/** Tells of an item whether the member has it already: the very same of an import, or something of its title. */
export function lookUpOf(known: readonly KnownEntry[]) {
  const imported = new Map(known.map(({ fingerprint, number }) => [fingerprint, number]));
  const titled = new Map(known.map((entry) => [titleKey(entry), entry.number]));
  return (
    item: Pick<PreviewItem, 'type' | 'kind' | 'title' | 'fingerprint'>,
  ): Pick<PreviewItem, 'mark' | 'alike'> => {
    const same = imported.get(item.fingerprint);
    if (same !== undefined) return { mark: 'imported', alike: same };
    const alike = titled.get(titleKey(item));
    return alike === undefined ? { mark: 'new', alike: null } : { mark: 'shared', alike };
  };
}

/** A profile without what is nobody's business, each text within its bounds. */
export function cleanProfile(profile: ReadmeProfile): ReadmeProfile {
  const line = (text: string | null) => shortened(cleanLine(withoutContacts(text ?? '')), lineLimit) || null;
  const prose = (text: string | null) =>
    shortened(cleanText(withoutContacts(cut(text ?? '', profileTextLimit * 2))), profileTextLimit) || null;
  return {
    track: profile.track,
    projectName: line(profile.projectName),
    summary: prose(profile.summary),
    objective: prose(profile.objective),
    repository: linkOf(profile.repository),
  };
}

/** A heading, or the first words of a part, fit to be shown. */
export function cleanSource(source: string): string {
  return shortened(cleanLine(withoutContacts(source)), lineLimit);
}

/** Nothing when no title is left of it. */
function cleanItem(item: ReadmeItem): ReadmeItem[] {
  const title = shortened(cleanLine(withoutContacts(item.title)), entryBounds.title);
  if (title === '') return [];
  return [
    {
      ...item,
      kind: item.type === 'learning' ? (item.kind ?? 'takeaway') : null,
      title,
      body: bodyOf(item.body),
      solution: item.type === 'challenge' ? bodyOf(item.solution ?? '') || null : null,
      link: linkOf(item.link),
      section: shortened(cleanLine(withoutContacts(item.section ?? '')), lineLimit) || null,
      source: cleanSource(item.source),
      tags: tagsOf(item.tags),
      isDone: item.kind === 'goal' && item.isDone,
    },
  ];
}

function bodyOf(text: string): string {
  return shortened(cleanText(withoutContacts(text)), entryBounds.body);
}

function linkOf(link: string | null): string | null {
  try {
    return cleanLink(link ?? '');
  } catch {
    return null;
  }
}

function tagsOf(tags: readonly string[]): string[] {
  const fit = tags
    .map((tag) => cut(foldTag(tag), entryBounds.tag))
    .filter((tag) => /^[a-z0-9+#.-]+$/.test(tag));
  return [...new Set(fit)].slice(0, entryBounds.tags);
}

function fingerprintOf({ type, kind, title, body, solution }: ReadmeItem): string {
  const content = [type, kind, plain(title), plain(body), plain(solution ?? '')];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
