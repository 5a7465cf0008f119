/** Adds the pictures of entries: where each of them lies, and what it shows in its author's words. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPictures1797910000000 implements MigrationInterface {
  name = 'AddPictures1797910000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // It lies in a message of the bot's; until that is posted, at the address it came from.
    await queryRunner.query(
      `CREATE TABLE pictures (
         guild_id bigint NOT NULL,
         entry_number integer NOT NULL,
         place smallint NOT NULL CHECK (place BETWEEN 1 AND 4),
         file_name text NOT NULL CHECK (char_length(file_name) <= 100),
         size integer NOT NULL CHECK (size > 0),
         alt text CHECK (char_length(alt) <= 500),
         source_url text CHECK (char_length(source_url) <= 2000),
         channel_id bigint,
         message_id bigint,
         attachment_id bigint,
         PRIMARY KEY (guild_id, entry_number, place),
         FOREIGN KEY (guild_id, entry_number) REFERENCES entries (guild_id, number) ON DELETE CASCADE,
         CHECK ((channel_id IS NULL) = (message_id IS NULL))
       )`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE pictures');
  }
}
