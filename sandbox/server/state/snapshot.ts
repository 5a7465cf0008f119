/** The state as one JSON file: read at the start, written soon after a change and at the end. */

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { StoredFile } from './records.js';
import type { State } from './state.js';

const FORMAT = 1;
const DELAY = 800;
const MAPS = ['applications', 'users', 'guilds', 'channels', 'commands', 'webhooks', 'invites'] as const;
/** What records of older snapshots lack. */
const ADDED_SINCE: { [map: string]: object } = {
  applications: { emojis: [] },
  users: { installs: [] },
  guilds: { emojis: [], bans: {}, auditLog: [], events: [], settings: {}, autoModeration: [] },
};

const ADDED_TO_THREADS = { appliedTags: [], isPinned: false };

/** Fills an empty state from the file; false when there is none. */
export async function loadSnapshot(sandbox: Sandbox, file: string): Promise<boolean> {
  let written: string;
  try {
    written = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  const snapshot: unknown = JSON.parse(written);
  if (!isObject(snapshot) || snapshot.format !== FORMAT)
    throw new Error(`${file} is not a snapshot of this sandbox; move it away to start again.`);
  const { state } = sandbox;
  for (const name of MAPS) {
    const map = state[name] as Map<string, unknown>;
    for (const [id, record] of (snapshot[name] ?? []) as [string, object][])
      map.set(id, { ...ADDED_SINCE[name], ...record });
  }
  for (const { thread } of state.channels.values())
    if (thread) Object.assign(thread, { ...ADDED_TO_THREADS, totalSent: thread.messageCount }, { ...thread });
  for (const message of snapshot.messages as Parameters<State['addMessage']>[0][]) state.addMessage(message);
  for (const [id, stored] of snapshot.files as [string, Omit<StoredFile, 'data'> & { data: string }][])
    state.files.set(id, { ...stored, data: Buffer.from(stored.data, 'base64') });
  sandbox.clock.offsetMs = Number(snapshot.offsetMs ?? 0);
  sandbox.ids.after(String(snapshot.lastId));
  return true;
}

/** Writes the file within a second of each change. */
export class SnapshotKeeper {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly sandbox: Sandbox,
    private readonly file: string,
  ) {
    sandbox.state.onChange = () => {
      this.timer ??= setTimeout(() => void this.write().catch(report), DELAY);
    };
  }

  /** Writes now; one writing follows another, each to a file of its own that then takes the place. */
  write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.catch(report).then(async () => {
      const temporary = `${this.file}.${process.pid}.tmp`;
      await mkdir(dirname(this.file), { recursive: true });
      await writeFile(temporary, this.text());
      await rename(temporary, this.file);
    });
    return this.writing;
  }

  private text(): string {
    const { state, clock, ids } = this.sandbox;
    return JSON.stringify({
      format: FORMAT,
      offsetMs: clock.offsetMs,
      lastId: ids.next(),
      ...Object.fromEntries(MAPS.map((name) => [name, [...state[name]]])),
      messages: [...state.messages.values()],
      files: [...state.files].map(([id, stored]) => [
        id,
        { ...stored, data: stored.data.toString('base64') },
      ]),
    });
  }
}

function report(error: unknown): void {
  console.error('The snapshot could not be written:', error);
}
