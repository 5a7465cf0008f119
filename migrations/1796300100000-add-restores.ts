/** Remembers that a backup was restored, until what was posted after it has been looked up. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRestores1796300100000 implements MigrationInterface {
  name = 'AddRestores1796300100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE restores (
        restored_at timestamptz PRIMARY KEY,
        taken_at timestamptz NOT NULL,
        checked_at timestamptz
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE restores');
  }
}
