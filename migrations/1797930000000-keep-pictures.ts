/** Adds the bytes of pictures that wait for a message to lie in. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepPictures1797930000000 implements MigrationInterface {
  name = 'KeepPictures1797930000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE kept_pictures (
         guild_id bigint NOT NULL,
         entry_number integer NOT NULL,
         place smallint NOT NULL,
         content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 8388608),
         PRIMARY KEY (guild_id, entry_number, place),
         FOREIGN KEY (guild_id, entry_number, place) REFERENCES pictures ON DELETE CASCADE
       )`,
    );
    // Pictures are compressed already.
    await queryRunner.query('ALTER TABLE kept_pictures ALTER COLUMN content SET STORAGE EXTERNAL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kept_pictures');
  }
}
