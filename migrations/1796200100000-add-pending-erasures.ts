/** Adds erasures that wait for their day, and lets a moderator's key outlive their erasure for a while. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPendingErasures1796200100000 implements MigrationInterface {
  name = 'AddPendingErasures1796200100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE pending_erasures (
         guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
         member_id bigint NOT NULL,
         entries text NOT NULL CHECK (entries IN ('removed', 'kept')),
         requested_by bigint,
         requested_at timestamptz NOT NULL,
         due_at timestamptz NOT NULL,
         PRIMARY KEY (guild_id, member_id),
         CONSTRAINT pending_erasures_wait CHECK (due_at > requested_at)
       )`,
    );
    await queryRunner.query('CREATE INDEX pending_erasures_due ON pending_erasures (due_at)');
    await queryRunner.query('ALTER TABLE subjects ADD forgotten_at timestamptz');
    await queryRunner.query(
      'CREATE INDEX subjects_forgotten ON subjects (forgotten_at) WHERE forgotten_at IS NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM subjects WHERE forgotten_at IS NOT NULL');
    await queryRunner.query('ALTER TABLE subjects DROP COLUMN forgotten_at');
    await queryRunner.query('DROP TABLE pending_erasures');
  }
}
