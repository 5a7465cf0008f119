/**
 * The format of a backup: a gzip file of lines, so that any tool can read it and any version of Postgres takes it.
 *
 *   {"nexusBackup":1, "version":…, "takenAt":…, "server":…, "migrations":[…], "sequences":{…}}
 *   {"table":"entries","columns":["guild_id",…]}
 *   …rows in the text format of COPY, one a line, until…
 *   \.
 *   {"rows":277,"sha256":"…"}                    of those rows
 *   … the next table …
 *   {"end":true,"tables":24,"rows":9173}
 */

/** Read by every version that knows this number or a higher one. */
export const formatNumber = 1;

export interface BackupHeader {
  nexusBackup: typeof formatNumber;
  /** Of Nexus. */
  version: string;
  /** ISO 8601, UTC. */
  takenAt: string;
  /** Version of Postgres. */
  server: string;
  migrations: { timestamp: number; name: string }[];
  /** Last values of sequences, by table and column: `table.column`. */
  sequences: Record<string, string>;
}

export interface TableHead {
  table: string;
  columns: string[];
}

export interface TableSum {
  rows: number;
  sha256: string;
}

export interface BackupEnd {
  end: true;
  tables: number;
  rows: number;
}

export const endOfRows = Buffer.from('\\.\n');

/** A backup can't be read, or not be used here; the message is a sentence. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
  }
}

/** Which process answers at this moment, and to what, and what was restored here: of no use elsewhere. */
export const transientTables: readonly string[] = ['restores', 'shard_owners', 'taken_interactions'];

/** The same text for the same value, whatever the settings of server and role are. */
export const plainFormats = `
  SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8'`;
