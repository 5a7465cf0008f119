/** The database itself: its version, its size, and the migrations it has seen. */
import type { DataSource } from 'typeorm';

export interface DatabaseState {
  /** Of the server, such as `18.1`. */
  version: string;
  bytes: number;
  /** Whether the server compiles this session's statements, which takes longer than running them. */
  compiles: boolean;
  /** Timestamps (ms) that name the migrations run so far. */
  migrations: readonly number[];
  /** The bot's user may change the tables themselves, the audit log included. */
  ownsTables: boolean;
}

export class DatabaseStore {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws when the database cannot be reached */
  async state(): Promise<DatabaseState> {
    const [row] = (await this.dataSource.query(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
              current_setting('jit')::boolean AND pg_jit_available() AS compiles,
              pg_database_size(current_database())::text AS bytes,
              (SELECT coalesce(array_agg(timestamp::text), '{}') FROM migrations) AS migrations,
              (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'audit_log'::regclass) AS owns`,
    )) as [{ version: string; bytes: string; compiles: boolean; migrations: string[]; owns: boolean }];
    return {
      version: row.version,
      bytes: Number(row.bytes),
      compiles: row.compiles,
      migrations: row.migrations.map(Number),
      ownsTables: row.owns,
    };
  }
}
