/** What a digest costs the database: each statement for the largest guild's digest, and the plan of the slowest. */
import type { DataSource } from 'typeorm';
import { DigestContentStore } from '../../src/features/digest/digest-content-store.js';
import { createDataSource } from '../../src/platform/database.js';
import { digestGuildIds } from './guilds.js';

const week = 7 * 86_400_000;

interface Asked {
  statement: string;
  parameters: unknown[];
}

/** The statements with their times, and the plan of the slowest, as `EXPLAIN` prints them. */
export async function explainContent(url: string, end: Date): Promise<string> {
  const dataSource = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    const [guildId = ''] = digestGuildIds;
    const start = new Date(end.getTime() - week);
    const plans: { plan: string[]; ms: number; statement: string }[] = [];
    for (const { statement, parameters } of await statementsOf(dataSource, (store) =>
      store.read(guildId, { start, end }),
    )) {
      const explain = () =>
        dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN (ANALYZE, BUFFERS) ${statement}`, parameters);
      await explain();
      const plan = (await explain()).map((row) => row['QUERY PLAN']);
      const ms = Number(/Execution Time: ([\d.]+)/.exec(plan.at(-1) ?? '')?.[1]);
      plans.push({ plan, ms, statement });
    }
    plans.sort((one, other) => other.ms - one.ms);
    const all = plans.reduce((sum, { ms }) => sum + ms, 0);
    return [
      `\nthe largest guild's digest: ${plans.length} statements, ${all.toFixed(1)} ms in the database (${plans.map(({ ms }) => ms.toFixed(1)).join(', ')}); the longest:`,
      (plans[0]?.statement ?? '').trim(),
      '',
      ...(plans[0]?.plan ?? []),
    ].join('\n');
  } finally {
    await dataSource.destroy();
  }
}

/** What a store asks the database meanwhile. */
async function statementsOf(
  dataSource: DataSource,
  work: (store: DigestContentStore) => Promise<unknown>,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const listening = new Proxy(dataSource, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name);
      return (statement: string, parameters: unknown[]) => {
        asked.push({ statement, parameters });
        return target.query(statement, parameters);
      };
    },
  });
  await work(new DigestContentStore(listening));
  return asked;
}
