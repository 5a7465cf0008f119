/** Adds who was asked about a challenge that stays open, and what they said. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddChallengeAsks1797760000000 implements MigrationInterface {
  name = 'AddChallengeAsks1797760000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE challenge_asks');
  }
}

const statements = [
  // The message is theirs alone when somebody passed the question on to them.
  `CREATE TABLE challenge_asks (
     guild_id bigint NOT NULL,
     challenge_number integer NOT NULL,
     member_id bigint NOT NULL,
     asked_at timestamptz NOT NULL,
     answer text CHECK (answer IN ('looking', 'not-now')),
     answered_at timestamptz,
     channel_id bigint,
     message_id bigint,
     PRIMARY KEY (guild_id, challenge_number, member_id),
     FOREIGN KEY (guild_id, challenge_number) REFERENCES entries ON DELETE CASCADE,
     FOREIGN KEY (guild_id, member_id) REFERENCES members ON DELETE CASCADE,
     CHECK ((answer IS NULL) = (answered_at IS NULL))
   )`,
  'CREATE INDEX challenge_asks_member ON challenge_asks (guild_id, member_id, asked_at)',
];
