/** Adds messages that members saved as entries, and the choice that one's own messages aren't saved. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddCaptures1797790000000 implements MigrationInterface {
  name = 'AddCaptures1797790000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A message makes one entry at most, even after its author deleted that.
    await queryRunner.query(
      `CREATE TABLE captures (
         guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
         message_id bigint NOT NULL,
         channel_id bigint NOT NULL,
         entry_number integer,
         saved_by bigint,
         is_edited boolean NOT NULL,
         captured_at timestamptz NOT NULL,
         PRIMARY KEY (guild_id, message_id),
         CONSTRAINT captures_entry FOREIGN KEY (guild_id, entry_number) REFERENCES entries (guild_id, number)
           ON DELETE SET NULL (entry_number),
         CONSTRAINT captures_saver FOREIGN KEY (guild_id, saved_by) REFERENCES members (guild_id, user_id)
           ON DELETE SET NULL (saved_by)
       )`,
    );
    await queryRunner.query('CREATE INDEX captures_entries ON captures (guild_id, entry_number)');
    await queryRunner.query('CREATE INDEX captures_savers ON captures (guild_id, saved_by)');
    await queryRunner.query('ALTER TABLE profiles ADD saving_refused_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE profiles DROP saving_refused_at');
    await queryRunner.query('DROP TABLE captures');
  }
}
