/** Rows of SQL: camel-cased names, counts of changed rows, and contents left as they are. */

import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDataSource } from '../../src/platform/database.js';
import { changed, rows } from '../../src/platform/rows.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
let dataSource: DataSource;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
  await dataSource.query('CREATE TEMPORARY TABLE things (thing_id integer, kept_until_day text)');
  await dataSource.query(`INSERT INTO things SELECT n, 'day ' || n FROM generate_series(1, 5) n`);
});
afterAll(() => dataSource.destroy());

it('gives what a query and a RETURNING give, by camel-cased names', async () => {
  const first = { thingId: 1, keptUntilDay: 'day 1' };
  expect(await rows(dataSource, 'SELECT * FROM things WHERE thing_id = $1', [1])).toEqual([first]);
  expect(
    await rows(dataSource, 'UPDATE things SET thing_id = thing_id WHERE thing_id < 2 RETURNING *'),
  ).toEqual([first]);
  expect(await rows(dataSource, 'DELETE FROM things WHERE thing_id = 0 RETURNING *')).toEqual([]);
});

it('leaves the keys within a value as they are', async () => {
  const [row] = await rows(dataSource, `SELECT '{"some_key": 1}'::jsonb AS the_facts`);
  expect(row).toEqual({ theFacts: { some_key: 1 } });
});

it('counts what was changed, with and without RETURNING', async () => {
  expect(await changed(dataSource, 'UPDATE things SET kept_until_day = NULL WHERE thing_id > 3')).toBe(2);
  expect(await changed(dataSource, 'DELETE FROM things WHERE thing_id > 2 RETURNING thing_id')).toBe(3);
  expect(await changed(dataSource, 'DELETE FROM things WHERE thing_id > 2')).toBe(0);
});
