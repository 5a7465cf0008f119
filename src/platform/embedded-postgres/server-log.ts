/** The file to which the server writes its own events, and the reason it gives there for not starting. */
import { open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A longer log is overwritten at the next start. */
const MAXIMUM_BYTES = 1_048_576;

export interface ServerLog {
  /** The open file, for the server's output; it outlives the bot, as a pipe to it would not. */
  descriptor: number;
  /** The server's last error since the log was opened, for a message to the operator. */
  reason(): Promise<string>;
  close(): Promise<void>;
}

export async function openServerLog(path: string): Promise<ServerLog> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  const isTooLong = size > MAXIMUM_BYTES;
  const file = await open(path, isTooLong ? 'w' : 'a', 0o600);
  if (process.getuid?.() === 0) {
    // Made by root in a user's folder, it must still be open to that user's next start.
    const { uid, gid } = await stat(dirname(path));
    await file.chown(uid, gid);
  }
  const reason = async (): Promise<string> => {
    const written = (await readFile(path)).subarray(isTooLong ? 0 : size).toString();
    const fatal = /(?:FATAL|PANIC|ERROR): +(.*)/.exec(written)?.[1];
    return fatal ?? (written.trim().split('\n').at(-1) || 'it gave no reason');
  };
  return { descriptor: file.fd, reason, close: () => file.close() };
}
