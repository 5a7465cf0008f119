/** What there is to back up: the tables of the bot's schema, their columns and sequences. */
import type { ClientBase } from 'pg';
import { escapeIdentifier } from 'pg';
import { type TableHead, transientTables } from './backup-format.js';

/** Ordinary tables and the columns that hold data of their own, by name. */
export async function tablesOf(client: ClientBase): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> ALL ($1)
      GROUP BY c.relname ORDER BY c.relname`,
    [transientTables],
  );
  return rows;
}

/** Last values of the sequences that number rows, as `table.column`. */
export async function sequencesOf(client: ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ place: string; sequence: string }>(
    `SELECT c.relname || '.' || a.attname AS place, pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS sequence
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL`,
  );
  const values: Record<string, string> = {};
  for (const { place, sequence } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${sequence}`,
    );
    if (state[0]?.called) values[place] = state[0].value;
  }
  return values;
}

export function copyStatement({ table, columns }: TableHead, direction: 'TO STDOUT' | 'FROM STDIN'): string {
  return `COPY ${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(', ')}) ${direction}`;
}
