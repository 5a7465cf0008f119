/** A TypeORM data source on the test file's own database. */
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll } from 'vitest';
import { createDataSource } from '../../src/platform/database.js';
import { type TestDatabase, useDatabase } from './postgres.js';

/** Call once at the top level of a test file. `poolSize` connections let that many statements race. */
export function useDataSource(poolSize = 10): { database: TestDatabase; dataSource: () => DataSource } {
  const database = useDatabase();
  let dataSource: DataSource | undefined;
  beforeAll(async () => {
    dataSource = await createDataSource({ url: database.url, poolSize }).initialize();
  });
  afterAll(async () => {
    await dataSource?.destroy();
  });
  return {
    database,
    dataSource() {
      if (!dataSource) throw new Error('The data source exists from beforeAll on.');
      return dataSource;
    },
  };
}
