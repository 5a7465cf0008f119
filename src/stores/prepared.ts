/** Statements that each connection plans once: for what runs on every keystroke, planning would cost more than running. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** Runs a statement kept under `name`, which must always mean the same text; gives its rows. */
export async function prepared<Row extends object>(
  dataSource: DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  return (await master.query({ name, text, values })).rows as Row[];
}
