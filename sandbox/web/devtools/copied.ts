/** A request as text to take elsewhere: as JSON, or as a line for a terminal. */
import type { JournalEntry } from '../../client/types.js';

/** A curl line that repeats the request; the token comes from the shell, since the journal does not hold it. */
export function curlOf(entry: JournalEntry, origin: string): string {
  const { method = 'GET', path = '', query, body, bodyStart, files } = entry;
  const url = `${origin}/api/v10${path}${query ? `?${query}` : ''}`;
  const isOpen = path.startsWith('/interactions/') || path.startsWith('/webhooks/');
  const json = bodyStart ?? (body === undefined ? undefined : JSON.stringify(body));
  const parts = [`curl -X ${method} ${quoted(url)}`];
  if (!isOpen) parts.push('-H "Authorization: Bot $DISCORD_TOKEN"');
  if (files) {
    if (json !== undefined) parts.push(`-F ${quoted(`payload_json=${json};type=application/json`)}`);
    parts.push(...files.map((file, index) => `-F ${quoted(`files[${index}]=@${file.name}`)}`));
  } else if (json !== undefined) {
    parts.push(`-H ${quoted('content-type: application/json')}`, `--data-raw ${quoted(json)}`);
  }
  return parts.join(' \\\n  ');
}

export function jsonOf(entry: JournalEntry): string {
  return JSON.stringify(entry, null, 2);
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
