/** Allows message updates to be found later: for messages that were being posted while someone was erased. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddLaterMessageUpdates1764100100000 implements MigrationInterface {
  name = 'AddLaterMessageUpdates1764100100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.allow(queryRunner, "'removed', 'card', 'digest', 'reminder', 'import', 'later'");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DELETE FROM message_updates WHERE kind = 'later'");
    await this.allow(queryRunner, "'removed', 'card', 'digest', 'reminder', 'import'");
  }

  private async allow(queryRunner: QueryRunner, kinds: string): Promise<void> {
    await queryRunner.query('ALTER TABLE message_updates DROP CONSTRAINT message_updates_kind_check');
    await queryRunner.query(
      `ALTER TABLE message_updates ADD CONSTRAINT message_updates_kind_check CHECK (kind IN (${kinds}))`,
    );
  }
}
