/** Transactions that wait for each other: Postgres ends one of them, and it runs again. */
import type { EntityManager } from 'typeorm';
import { beforeEach, expect, it } from 'vitest';
import { useDataSource } from '../support/data-source.js';

const { database, dataSource } = useDataSource();

beforeEach(async () => {
  await database.query('DROP TABLE IF EXISTS places');
  await database.query('CREATE TABLE places (id integer PRIMARY KEY, visits integer NOT NULL)');
  await database.query('INSERT INTO places VALUES (1, 0), (2, 0)');
});

const visit = (manager: Pick<EntityManager, 'query'>, id: number) =>
  manager.query('UPDATE places SET visits = visits + 1 WHERE id = $1', [id]);

/** Goes on when it was called as often as said. */
function meeting(members: number): () => Promise<void> {
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived >= members) meet();
    return met;
  };
}

async function crossOver(from: number, to: number, meet: () => Promise<void>): Promise<number> {
  let tries = 0;
  await dataSource().transaction(async (manager) => {
    tries += 1;
    await visit(manager, from);
    await meet();
    await visit(manager, to);
  });
  return tries;
}

it('completes both of two transactions that lock the same rows in opposite order', async () => {
  const meet = meeting(2);
  const tries = await Promise.all([crossOver(1, 2, meet), crossOver(2, 1, meet)]);
  expect(tries.sort()).toEqual([1, 2]);
  expect(await database.query('SELECT * FROM places ORDER BY id')).toEqual([
    { id: 1, visits: 2 },
    { id: 2, visits: 2 },
  ]);
});

it('repeats a single statement that was rolled back', async () => {
  const runner = dataSource().createQueryRunner();
  await runner.startTransaction();
  // Its own check for deadlocks comes late, so that the other one is the one that Postgres ends.
  await runner.query(`SET LOCAL deadlock_timeout = '30s'`);
  await visit(runner, 2);
  const both = dataSource().query(
    'WITH first AS (UPDATE places SET visits = 10 WHERE id = 1 RETURNING id) SELECT id, pg_sleep(0.1), (SELECT visits FROM places WHERE id = 2 FOR UPDATE) FROM first',
  );
  await database.query('SELECT pg_sleep(0.3)');
  await visit(runner, 1);
  await runner.commitTransaction();
  await runner.release();
  await both;
  expect(await database.query('SELECT * FROM places ORDER BY id')).toEqual([
    { id: 1, visits: 10 },
    { id: 2, visits: 1 },
  ]);
});

it('looks again when what a row belongs to was deleted after it was found', async () => {
  await database.query('DROP TABLE IF EXISTS guests');
  await database.query('CREATE TABLE guests (place integer NOT NULL REFERENCES places)');
  const runner = dataSource().createQueryRunner();
  await runner.startTransaction();
  await runner.query('DELETE FROM places WHERE id = 1');
  const arrival = dataSource().query('INSERT INTO guests SELECT id FROM places WHERE id = 1 RETURNING place');
  await database.query('SELECT pg_sleep(0.3)');
  await runner.commitTransaction();
  await runner.release();
  expect(await arrival).toEqual([]);
  await database.query('DROP TABLE guests');
});

it('gives up on what fails for another reason at once', async () => {
  let tries = 0;
  await expect(
    dataSource().transaction(async (manager) => {
      tries += 1;
      await manager.query('INSERT INTO places VALUES (1, 0)');
    }),
  ).rejects.toThrow(/duplicate key/);
  expect(tries).toBe(1);
});
