/** The lines of the panel's lists: interactions with the requests they caused, filtered. */
import type { JournalEntry } from '../../client/types.js';
import { gatewayWords, gistOf, type Names, routeWords, statusWords } from './words.js';

/** Who did what, with the requests below it. */
export interface GroupRow {
  kind: 'group';
  key: string;
  entry: JournalEntry;
  settled: JournalEntry | undefined;
  /** The event that was sent to the bot. */
  dispatched: JournalEntry | undefined;
  count: number;
  isOpen: boolean;
}

export interface EntryRow {
  kind: 'entry';
  key: string;
  entry: JournalEntry;
  /** Below an interaction. */
  isInside: boolean;
  /** Made while the interaction ran, without naming it. */
  isMeanwhile: boolean;
}

export type Row = GroupRow | EntryRow;

export type StatusFilter = 'all' | 'bad' | 'slow';

export interface Filter {
  text: string;
  status: StatusFilter;
  /** Method and template, or empty for any. */
  route: string;
}

/** Milliseconds from which a request counts as slow. */
export const SLOW = 500;
/** Milliseconds after an interaction's last word within which a request is still put beside it. */
const AFTERMATH = 300;

interface Group {
  started: JournalEntry;
  settled?: JournalEntry;
  dispatched?: JournalEntry;
  from: number;
  until: number;
  inside: { entry: JournalEntry; isMeanwhile: boolean }[];
}

/** Requests and interactions, oldest first; `turned` are the keys of groups that are not as they usually are. */
export function requestRows(
  entries: readonly JournalEntry[],
  filter: Filter,
  turned: ReadonlySet<string>,
  names: Names,
): Row[] {
  const { groups, loose } = grouped(entries);
  const wants = matcher(filter, names);
  const heads = [...groups.values()].map((group) => ({ at: group.started.number, group }));
  const alone = loose.map((entry) => ({ at: entry.number, entry }));
  return [...heads, ...alone]
    .sort((first, second) => first.at - second.at)
    .flatMap((one): Row[] => {
      if ('entry' in one) return wants(one.entry) ? [lone(one.entry)] : [];
      return groupRows(one.group, filter, wants, turned);
    });
}

export function gatewayRows(entries: readonly JournalEntry[], text: string): EntryRow[] {
  const wanted = text.trim().toLowerCase();
  return entries.flatMap((entry) => {
    if (entry.kind !== 'gateway') return [];
    const { name, gist } = gatewayWords(entry);
    return `${name} ${gist}`.toLowerCase().includes(wanted) ? [lone(entry)] : [];
  });
}

/** Every method and template among the entries, in order of the alphabet. */
export function routesIn(entries: readonly JournalEntry[]): string[] {
  const found = new Set(entries.filter((entry) => entry.kind === 'request').map(routeOf));
  return [...found].sort();
}

function routeOf({ method, route, path }: JournalEntry): string {
  return `${method ?? ''} ${route ?? path ?? ''}`;
}

/** Finds each interaction's requests: those with its token, and those made while it ran. */
function grouped(entries: readonly JournalEntry[]): { groups: Map<string, Group>; loose: JournalEntry[] } {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    if (!entry.interaction) continue;
    const at = Date.parse(entry.at);
    if (entry.kind === 'interaction' && entry.phase === 'started') {
      groups.set(entry.interaction, { started: entry, from: at, until: at, inside: [] });
      continue;
    }
    const group = groups.get(entry.interaction);
    if (!group) continue;
    if (entry.kind === 'gateway') {
      group.dispatched = entry;
      continue;
    }
    group.until = Math.max(group.until, at);
    if (entry.kind === 'interaction') group.settled = entry;
    else group.inside.push({ entry, isMeanwhile: false });
  }
  const all = [...groups.values()];
  const loose = entries.filter((entry) => {
    if (entry.kind !== 'request' || (entry.interaction && groups.has(entry.interaction))) return false;
    const started = Date.parse(entry.at) - (entry.ms ?? 0);
    const around = all.findLast((group) => group.from <= started && started <= group.until + AFTERMATH);
    around?.inside.push({ entry, isMeanwhile: true });
    return around === undefined;
  });
  for (const { inside } of all) inside.sort((first, second) => first.entry.number - second.entry.number);
  return { groups, loose };
}

function groupRows(
  { started, settled, dispatched, inside }: Group,
  filter: Filter,
  wants: (entry: JournalEntry) => boolean,
  turned: ReadonlySet<string>,
): Row[] {
  const key = `group ${started.interaction ?? started.number}`;
  const isPlain = filter.status === 'all' && filter.route === '';
  const head = `${String(started.who)} ${String(started.what)} ${String(started.channel)}`.toLowerCase();
  const isWhole = isPlain && head.includes(filter.text.trim().toLowerCase());
  const isBad = filter.status === 'bad' && settled?.outcome === 'failed';
  const shown = isWhole ? inside : inside.filter(({ entry }) => wants(entry));
  if (!isWhole && !isBad && shown.length === 0) return [];
  // Completing fires with every key that is pressed: its requests are shown when asked for.
  const isOpen = (started.type !== COMPLETION) !== turned.has(key);
  const row: GroupRow = {
    kind: 'group',
    key,
    entry: started,
    settled,
    dispatched,
    count: inside.length,
    isOpen,
  };
  if (!isOpen) return [row];
  return [row, ...shown.map(({ entry, isMeanwhile }) => ({ ...lone(entry), isInside: true, isMeanwhile }))];
}

const COMPLETION = 4;

function lone(entry: JournalEntry): EntryRow {
  return { kind: 'entry', key: String(entry.number), entry, isInside: false, isMeanwhile: false };
}

function matcher({ text, status, route }: Filter, names: Names): (entry: JournalEntry) => boolean {
  const wanted = text.trim().toLowerCase();
  return (entry) => {
    if (route !== '' && routeOf(entry) !== route) return false;
    if (status === 'bad' && statusWords(entry).tone === 'good') return false;
    if (status === 'slow' && (entry.ms ?? 0) < SLOW) return false;
    if (wanted === '') return true;
    const words = [routeOf(entry), routeWords(entry, names), gistOf(entry), statusWords(entry).text];
    return words.join(' ').toLowerCase().includes(wanted);
  };
}
