/** Statements that each connection plans once: for what runs on every keystroke, planning would cost more than running. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { withRetry } from './conflict-retry.js';
import { camelCased } from './rows.js';

/** Runs a statement prepared as `name`, which must always stand for the same text; its rows have camel-cased names. */
export async function prepared<Row extends object>(
  dataSource: DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  const { rows } = await withRetry(() => master.query({ name, text, values }));
  return rows.map((row) => camelCased(row) as Row);
}
