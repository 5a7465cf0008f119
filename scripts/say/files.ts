/** Files of this machine that a member sends to the bot. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileToSend } from '../../sandbox/client.js';
import { PlainError } from '../plain-error.js';

/** Files for a command's options, each given as `option=path`. */
export async function optionFiles(given: readonly string[]): Promise<Record<string, FileToSend>> {
  const found: Record<string, FileToSend> = {};
  for (const word of given) {
    const [, option, path] = /^([\w-]+)=(.+)$/s.exec(word) ?? [];
    if (!option || !path)
      throw new PlainError(`"${word}" should be an option and a path: --file file=README.md.`);
    found[option] = await fileAt(path.replace(/^@/, ''));
  }
  return found;
}

export async function fileAt(path: string): Promise<FileToSend> {
  try {
    return { name: basename(path), content: await readFile(path) };
  } catch {
    throw new PlainError(`The file ${path} cannot be read.`);
  }
}
