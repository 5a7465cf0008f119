/** Keeps points of the week that ended too: the leaderboard shows them until somebody has points in the new one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepLastWeek1797810000000 implements MigrationInterface {
  name = 'KeepLastWeek1797810000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await allow(queryRunner, table, ['week', 'last-week', 'month', 'all']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await queryRunner.query(`DELETE FROM ${table} WHERE period = 'last-week'`);
      await allow(queryRunner, table, ['week', 'month', 'all']);
    }
  }
}

const tables = ['point_periods', 'member_points'] as const;

async function allow(queryRunner: QueryRunner, table: string, periods: readonly string[]): Promise<void> {
  const check = `${table}_period_check`;
  await queryRunner.query(
    `ALTER TABLE ${table} DROP CONSTRAINT ${check},
       ADD CONSTRAINT ${check} CHECK (period IN (${periods.map((period) => `'${period}'`).join(', ')}))`,
  );
}
