/** A document's items made fit to keep: cleaned, each once, and with what they are known again by. */
import { createHash } from 'node:crypto';
import { type Entry, entryBounds } from '../../entities/entry.js';
import { cleanLine, cleanLink, cleanText, cut, foldTag, isTag, shortened } from '../../platform/text.js';
import { withoutContacts } from '../../readme/contacts.js';
import { folded, plain, titleKey } from '../../readme/folding.js';
import type { ReadmeDocument, ReadmeItem, ReadmeProfile } from '../../readme/readme-document.js';
import type { PreviewItem } from './import-model.js';

/** What of an entry of the member's tells whether it is there already. */
export type KnownEntry = Pick<Entry, 'number' | 'type' | 'kind' | 'title' | 'fingerprint'>;

/** Longest name of a section, of a heading and of a profile's line (UTF-16 units); the database keeps so much. */
const lineLimit = 120;

/** Longest texts of a profile (UTF-16 units). */
const profileTextLimit = 2_000;

/** The document with its items and profile as they would be stored: what is inspected and what is kept are one. */
export function cleanDocument(document: ReadmeDocument): ReadmeDocument {
  return {
    ...document,
    title: lineOf(document.title),
    items: document.items.flatMap(cleanItem),
    profile: cleanProfile(document.profile),
  };
}

/** The items of a clean document in its order, each once and marked; those that are kept already are dropped until wanted. */
export function previewItems({ items }: ReadmeDocument, known: readonly KnownEntry[]): PreviewItem[] {
  const lookUp = lookUpOf(known);
  return folded(items).map((item) => {
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

/** A profile without private details, each text within its bounds. */
function cleanProfile(profile: ReadmeProfile): ReadmeProfile {
  const prose = (text: string | null) =>
    shortened(cleanText(withoutContacts(cut(text ?? '', profileTextLimit * 2))), profileTextLimit) || null;
  return {
    track: profile.track,
    projectName: lineOf(profile.projectName),
    summary: prose(profile.summary),
    objective: prose(profile.objective),
    repository: linkOf(profile.repository),
  };
}

function lineOf(text: string | null): string | null {
  return shortened(cleanLine(withoutContacts(text ?? '')), lineLimit) || null;
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
  const fit = tags.map((tag) => [...foldTag(tag)].slice(0, entryBounds.tag).join('')).filter(isTag);
  return [...new Set(fit)].slice(0, entryBounds.tags);
}

function fingerprintOf({ type, kind, title, body, solution }: ReadmeItem): string {
  const content = [type, kind, plain(title), plain(body), plain(solution ?? '')];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
