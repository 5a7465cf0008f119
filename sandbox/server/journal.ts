/** The journal: what was asked, answered and sent lately, in a buffer bounded in entries and in characters. */

import { isObject } from './json.js';
export type JournalKind = 'request' | 'gateway' | 'interaction' | 'control';

/** An entry as it is read. */
export interface JournalEntry {
  number: number;
  /** Real time, ISO. */
  at: string;
  kind: JournalKind;
  [fact: string]: unknown;
}

interface Facts {
  [fact: string]: unknown;
}

/** JSON as it went over the line: parsed when it is read, never when it is noted. */
interface Texts {
  [field: string]: string | undefined;
}

/** An entry as it is kept. */
export interface NotedEntry {
  number: number;
  /** Milliseconds since 1970, real time. */
  at: number;
  kind: JournalKind;
  facts: Facts;
  texts: Texts;
  size: number;
}

/** One thing a refused body has wrong. */
export interface Reason {
  /** Keys and indexes from the body down. */
  path: string[];
  code: string;
  message: string;
}

/** Characters kept of one body; what is longer keeps its beginning. */
const MAX_TEXT = 64 * 1_024;
/** Characters kept of all. */
const MAX_TOTAL = 16 * 1_024 * 1_024;
/** What an entry weighs besides its texts. */
const ENTRY_SIZE = 300;
/** Dropped entries that may still stand at the head of the list. */
const SLACK = 64;
const TOKEN = /("token"\s*:\s*")[^"]+"/g;

export class Journal {
  /** Called with each entry. */
  onAdd: (entry: NotedEntry) => void = () => {};
  private entries: NotedEntry[] = [];
  private first = 0;
  private size = 0;
  private count = 0;

  constructor(private readonly capacity: () => number) {}

  get on(): boolean {
    return this.capacity() > 0;
  }

  add(kind: JournalKind, facts: Facts, texts: Texts = {}): void {
    const capacity = this.capacity();
    if (capacity === 0) return;
    this.count += 1;
    const entry: NotedEntry = { number: this.count, at: Date.now(), kind, facts, texts, size: ENTRY_SIZE };
    for (const field in texts) {
      const text = texts[field];
      if (text === undefined) continue;
      if (text.length > MAX_TEXT) shorten(entry, field, text);
      entry.size += Math.min(text.length, MAX_TEXT);
    }
    this.entries.push(entry);
    this.size += entry.size;
    while (this.entries.length - this.first > capacity || this.size > MAX_TOTAL) this.dropFirst();
    this.onAdd(entry);
  }

  /** The last entries, oldest first; `after` is the number of the last one known. */
  list(wanted: { limit?: number; after?: number; kind?: string } = {}): JournalEntry[] {
    const limit = Math.min(wanted.limit ?? this.capacity(), this.capacity());
    const found = this.entries
      .slice(this.first)
      .filter(
        (entry) =>
          entry.number > (wanted.after ?? 0) && (wanted.kind === undefined || entry.kind === wanted.kind),
      );
    return limit > 0 ? found.slice(-limit).map(readEntry) : [];
  }

  clear(): void {
    this.entries = [];
    this.first = 0;
    this.size = 0;
  }

  /** The list moves down only once in a while, so that dropping one costs nothing. */
  private dropFirst(): void {
    this.size -= this.entries[this.first]?.size ?? 0;
    this.first += 1;
    if (this.first < SLACK) return;
    this.entries = this.entries.slice(this.first);
    this.first = 0;
  }
}

/** Keeps the beginning; copied, since a slice would keep the whole alive. */
function shorten(entry: NotedEntry, field: string, text: string): void {
  entry.texts = { ...entry.texts, [field]: Buffer.from(text.slice(0, MAX_TEXT)).toString() };
  entry.facts = { ...entry.facts, [`${field}Length`]: text.length };
}

/** An entry as it is read: tokens masked, bodies parsed, a refusal's reasons in a row. */
export function readEntry({ number, at, kind, facts, texts }: NotedEntry): JournalEntry {
  const entry: JournalEntry = { number, at: new Date(at).toISOString(), kind, ...facts };
  for (const [field, text] of Object.entries(texts)) {
    if (text === undefined) continue;
    const masked = text.replace(TOKEN, '$1…"');
    if (facts[`${field}Length`] === undefined) entry[field] = parsed(masked);
    else entry[`${field}Start`] = masked;
  }
  if (isObject(entry.answer) && isObject(entry.answer.errors)) entry.reasons = reasonsIn(entry.answer.errors);
  return entry;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Discord's tree of errors, one reason a leaf. */
function reasonsIn(errors: { [key: string]: unknown }, path: string[] = []): Reason[] {
  return Object.entries(errors).flatMap(([key, value]): Reason[] => {
    if (key === '_errors' && Array.isArray(value))
      return value
        .filter(isObject)
        .map((one) => ({ path, code: String(one.code), message: String(one.message) }));
    return isObject(value) ? reasonsIn(value, [...path, key]) : [];
  });
}
