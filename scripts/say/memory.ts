/** What `npm run say` remembers between two calls: who acts where, the numbered controls, and the open form. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Modal } from '../../sandbox/client.js';
import type { Control } from './page.js';

export interface Memory {
  as?: string;
  in?: string;
  /** Of the last answer, in order. */
  controls: Control[];
  /** Messages of the last `read`, in order. */
  messages: { id: string; channelId: string }[];
  /** The open form, and whose it is. */
  form?: { modal: Modal; as: string; channelId: string };
}

/** An empty memory if there is no file, or an unreadable one. */
export async function recall(file: string): Promise<Memory> {
  try {
    const memory = JSON.parse(await readFile(file, 'utf8')) as Partial<Memory>;
    return { ...memory, controls: memory.controls ?? [], messages: memory.messages ?? [] };
  } catch {
    return { controls: [], messages: [] };
  }
}

export async function remember(file: string, memory: Memory): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(memory, null, 2)}\n`);
}
