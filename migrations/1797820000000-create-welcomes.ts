/** Adds who got the list of first steps, and where each guild's Start here card is. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWelcomes1797820000000 implements MigrationInterface {
  name = 'CreateWelcomes1797820000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE welcomes (
         guild_id bigint NOT NULL,
         user_id bigint NOT NULL,
         welcomed_at timestamptz NOT NULL,
         PRIMARY KEY (guild_id, user_id),
         FOREIGN KEY (guild_id, user_id) REFERENCES members ON DELETE CASCADE
       )`,
    );
    // Who shared before needs no first steps. The row of former members (0) belongs to nobody.
    await queryRunner.query(
      `INSERT INTO welcomes (guild_id, user_id, welcomed_at)
       SELECT guild_id, author_id, min(created_at) FROM entries WHERE author_id <> 0 GROUP BY 1, 2`,
    );
    await queryRunner.query(
      `CREATE TABLE start_cards (
         guild_id bigint PRIMARY KEY REFERENCES guilds ON DELETE CASCADE,
         channel_id bigint NOT NULL,
         message_id bigint NOT NULL,
         posted_at timestamptz NOT NULL
       )`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE start_cards, welcomes');
  }
}
