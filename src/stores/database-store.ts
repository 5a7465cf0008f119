/** The database itself: its version, its size, and the migrations it has seen. */
import type { DataSource } from 'typeorm';

export interface DatabaseState {
  /** Of the server, such as `18.1`. */
  version: string;
  bytes: number;
  /** Timestamps (ms) that name the migrations run so far. */
  migrations: readonly number[];
}

export class DatabaseStore {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws when the database cannot be reached */
  async state(): Promise<DatabaseState> {
    const [row] = (await this.dataSource.query(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
              pg_database_size(current_database())::text AS bytes,
              (SELECT coalesce(array_agg(timestamp::text), '{}') FROM migrations) AS migrations`,
    )) as [{ version: string; bytes: string; migrations: string[] }];
    return { version: row.version, bytes: Number(row.bytes), migrations: row.migrations.map(Number) };
  }
}
