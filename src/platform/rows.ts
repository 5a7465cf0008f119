/** What SQL run through TypeORM gives, typed: rows with camel-cased names, and how many rows a statement changed. */
import type { EntityManager } from 'typeorm';

type Runs = Pick<EntityManager, 'query'>;

/** The rows of a query, or of an `UPDATE … RETURNING` or `DELETE … RETURNING`; `kept_until` is `keptUntil`. */
export async function rows<Row extends object>(
  manager: Runs,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await run(manager, sql, values)).rows.map((row) => camelCased(row) as Row);
}

/** How many rows an `UPDATE` or a `DELETE` changed. */
export async function changed(manager: Runs, sql: string, values: readonly unknown[] = []): Promise<number> {
  return (await run(manager, sql, values)).count;
}

/** TypeORM gives rows alone, except for `UPDATE` and `DELETE`: rows with their count. */
async function run(
  manager: Runs,
  sql: string,
  values: readonly unknown[],
): Promise<{ rows: Record<string, unknown>[]; count: number }> {
  const result: unknown = await manager.query(sql, [...values]);
  if (!Array.isArray(result)) return { rows: [], count: 0 };
  const [first, count] = result as [unknown, unknown];
  if (result.length === 2 && Array.isArray(first) && typeof count === 'number') return { rows: first, count };
  return { rows: result, count: result.length };
}

/** A row with camel-cased names. */
export function camelCased(row: Record<string, unknown>): Record<string, unknown> {
  const renamed: Record<string, unknown> = {};
  for (const name in row) renamed[camelCase(name)] = row[name];
  return renamed;
}

const known = new Map<string, string>();

/** Names are those of columns in our statements, so there are few. */
function camelCase(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const renamed = name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  known.set(name, renamed);
  return renamed;
}
