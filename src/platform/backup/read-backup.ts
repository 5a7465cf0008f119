/** Reads a backup line by line, checking counts and checksums on the way: what is cut off or changed is refused. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  type BackupEnd,
  BackupError,
  type BackupHeader,
  endOfRows,
  formatNumber,
  type TableHead,
  type TableSum,
} from './backup-format.js';

/** What becomes of the parts of a backup. */
export interface BackupReader {
  header?(header: BackupHeader): Promise<void>;
  /** Has to read all rows (lines with their ends). */
  table?(head: TableHead, rows: AsyncIterable<Buffer>): Promise<void>;
}

export interface BackupContents extends BackupEnd {
  header: BackupHeader;
  sums: ReadonlyMap<string, TableHead & TableSum>;
}

/**
 * Reads a file from its beginning to its end.
 * @throws BackupError when it is none, cut off or damaged; by then `reader` may have had a part of it
 */
export async function readBackup(file: string, reader: BackupReader = {}): Promise<BackupContents> {
  const lines = linesOf(file);
  try {
    return await readLines(file, lines, reader);
  } catch (error) {
    throw error instanceof BackupError ? error : (explain(file, error) ?? error);
  } finally {
    await lines.return(undefined);
  }
}

async function readLines(
  file: string,
  lines: AsyncGenerator<Buffer>,
  reader: BackupReader,
): Promise<BackupContents> {
  const header = parse(await next(file, lines)) as BackupHeader | undefined;
  if (header?.nexusBackup === undefined) throw new BackupError(`${file} is no backup of Nexus.`);
  if (header.nexusBackup > formatNumber) {
    throw new BackupError(
      `${file} was written by a newer version of Nexus (${header.version}): use that one.`,
    );
  }
  await reader.header?.(header);
  const sums = new Map<string, TableHead & TableSum>();
  let rows = 0;
  for (;;) {
    const part = parse(await next(file, lines)) as TableHead | BackupEnd | undefined;
    if (!part) throw damaged(file, 'a part of it cannot be read');
    if ('end' in part) {
      if (part.tables !== sums.size || part.rows !== rows) throw damaged(file, 'its counts do not agree');
      if (part.tables === 0) throw new BackupError(`${file} is empty: it holds no table.`);
      return { ...part, header, sums };
    }
    const sum = await readTable(file, part, lines, reader);
    sums.set(part.table, { ...part, ...sum });
    rows += sum.rows;
  }
}

async function readTable(
  file: string,
  head: TableHead,
  lines: AsyncGenerator<Buffer>,
  reader: BackupReader,
): Promise<TableSum> {
  const hash = createHash('sha256');
  let rows = 0;
  let isAtEnd = false;
  async function* read(): AsyncGenerator<Buffer> {
    while (!isAtEnd) {
      const row = await next(file, lines);
      if (row.equals(endOfRows)) {
        isAtEnd = true;
        return;
      }
      hash.update(row);
      rows += 1;
      yield row;
    }
  }
  const stream = read();
  await reader.table?.(head, stream);
  for await (const _ of stream);
  if (!isAtEnd) for await (const _ of read());
  const sum = parse(await next(file, lines)) as TableSum | undefined;
  if (sum?.rows !== rows || sum.sha256 !== hash.digest('hex')) {
    throw damaged(file, `the rows of ${head.table} do not match their checksum`);
  }
  return sum;
}

async function next(file: string, lines: AsyncGenerator<Buffer>): Promise<Buffer> {
  const { value, done } = await lines.next();
  if (done) throw new BackupError(`${file} is cut off: it has no end.`);
  return value;
}

/** Lines with their line feeds; what is left without one at the end is no line. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.on('error', (error) => unzipped.destroy(error));
  // A stored picture is a line of megabytes: what is read once isn't looked through or copied again.
  let parts: Buffer[] = [];
  for await (const chunk of unzipped) {
    let data = chunk as Buffer;
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10)) {
      const last = data.subarray(0, end + 1);
      yield parts.length > 0 ? Buffer.concat([...parts, last]) : last;
      parts = [];
      data = data.subarray(end + 1);
    }
    if (data.length > 0) parts.push(data);
  }
}

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

const damaged = (file: string, what: string) => new BackupError(`${file} is damaged: ${what}.`);

function explain(file: string, error: unknown): BackupError | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new BackupError(`There is no file ${file}.`);
  if (code === 'Z_BUF_ERROR') return new BackupError(`${file} is cut off: it has no end.`);
  if (code === 'Z_DATA_ERROR') return new BackupError(`${file} is no backup of Nexus, or damaged.`);
  return undefined;
}
