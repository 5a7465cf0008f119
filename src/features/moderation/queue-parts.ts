/** Parts of an item in the queue: why it was reported, who wrote it, and what a held import says as one file. */

import { safeMarkdown, shorten } from '../../discord/message/text.js';
import { reportReasons } from '../../entities/report.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { tagCode } from '../../platform/right-to-left.js';
import type { AuthorRecord, HeldEntry, QueueDetails } from './queue-model.js';

type Reports = QueueDetails['reports'];

/** Reporters who are named, notes that are shown, and how much of each (UTF-16 units), from ample to tight. */
const shown = [
  { names: 10, notes: 5, noteLength: 300 },
  { names: 5, notes: 3, noteLength: 150 },
  { names: 3, notes: 1, noteLength: 100 },
] as const;

/** The reasons with how often each was given. */
export function reasonsOf({ queue, reports: { reasons } }: Catalogue, reports: Reports): string {
  return reportReasons
    .map((reason) => ({ reason, count: reports.filter((report) => report.reason === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => queue.reason(reasons[reason].name, count))
    .join(', ');
}

export function reportLines(words: Catalogue, reports: Reports, measure: 0 | 1 | 2): string {
  const { queue } = words;
  if (reports.length === 0) return queue.noReports;
  const { names, notes, noteLength } = shown[measure];
  const noted = reports.filter(({ note }) => note !== null).slice(-notes);
  const named = reports.slice(0, names).map(({ reporterId }) => reporterId);
  return [
    queue.reasons(reasonsOf(words, reports)),
    ...noted.map(({ reporterId, note }) => queue.note(reporterId, oneLine(note ?? '', noteLength))),
    queue.reportedBy(named, reports.length - named.length),
  ].join('\n');
}

export function authorLines({ queue }: Catalogue, author: AuthorRecord): string {
  const { id, publishedCount, hiddenCount, removedCount, upheldCount, muted, firstSeenAt } = author;
  const before = [
    ...(hiddenCount > 0 ? [queue.hiddenBefore(hiddenCount)] : []),
    ...(removedCount > 0 ? [queue.removedBefore(removedCount)] : []),
    ...(upheldCount > 0 ? [queue.upheld(upheldCount)] : []),
  ];
  const parts = [
    ...(before.length > 0 ? before : [queue.nothingBefore]),
    ...(muted ? [queue.muted(muted.until)] : []),
    queue.since(firstSeenAt),
  ];
  return `${queue.author(id, publishedCount)}\n-# ${parts.join(' · ')}`;
}

/** Everything in an import, for the moderator who decides on it. */
export function heldPages(words: Catalogue, entries: readonly HeldEntry[]): string {
  const pages = entries.map(({ number, type, kind, title, body, link, tags }) => {
    const { kinds, open, solution } = words.entries;
    const name =
      type === 'learning' ? kinds[kind ?? 'takeaway'].name : (type === 'challenge' ? open : solution).name;
    return [
      `## #${number} ${title ?? name}`,
      ...(title === null ? [] : [`*${name}*`]),
      ...(body === '' ? [] : [body]),
      ...(link ? [link] : []),
      ...(tags.length > 0 ? [tags.map(tagCode).join(' ')] : []),
    ].join('\n\n');
  });
  return `${pages.join('\n\n')}\n`;
}

/** A note within a quotation: it cannot begin a line of its own. */
function oneLine(note: string, limit: number): string {
  return shorten(safeMarkdown(note).replace(/\s+/g, ' ').replaceAll('```', "'''").trim(), limit);
}
