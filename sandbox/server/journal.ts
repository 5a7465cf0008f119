/** The journal: what was asked, answered and sent lately, in a buffer that never grows past its size. */

export interface JournalEntry {
  number: number;
  /** Real time, ISO. */
  at: string;
  kind: 'request' | 'gateway' | 'control';
  [fact: string]: unknown;
}

export class Journal {
  private readonly entries: JournalEntry[] = [];
  private count = 0;

  constructor(private readonly capacity: () => number) {}

  get on(): boolean {
    return this.capacity() > 0;
  }

  add(kind: JournalEntry['kind'], facts: { [fact: string]: unknown }): void {
    const capacity = this.capacity();
    if (capacity === 0) return;
    this.count += 1;
    this.entries.push({ number: this.count, at: new Date().toISOString(), kind, ...facts });
    if (this.entries.length > capacity * 2) this.entries.splice(0, this.entries.length - capacity);
  }

  /** The last entries, oldest first; `after` is the number of the last one known. */
  list(wanted: { limit?: number; after?: number; kind?: string } = {}): JournalEntry[] {
    const limit = Math.min(wanted.limit ?? this.capacity(), this.capacity());
    const found = this.entries.filter(
      (entry) =>
        entry.number > (wanted.after ?? 0) && (wanted.kind === undefined || entry.kind === wanted.kind),
    );
    return limit > 0 ? found.slice(-limit) : [];
  }

  clear(): void {
    this.entries.length = 0;
  }
}
