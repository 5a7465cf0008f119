/** Adds the one reminder of an open challenge, and which members chose to be asked. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddChallengeReminders1763800100000 implements MigrationInterface {
  name = 'AddChallengeReminders1763800100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE challenge_reminders');
    await queryRunner.query('DROP INDEX entries_challenges_created');
    await queryRunner.query('ALTER TABLE profiles DROP reminders_since');
  }
}

const statements = [
  'ALTER TABLE profiles ADD reminders_since timestamptz',
  'CREATE INDEX profiles_reminders ON profiles (guild_id) WHERE reminders_since IS NOT NULL',
  // The key makes a second reminder of the same challenge impossible.
  `CREATE TABLE challenge_reminders (
     guild_id bigint NOT NULL,
     challenge_number integer NOT NULL,
     attempt integer NOT NULL CHECK (attempt > 0),
     claimed_at timestamptz NOT NULL,
     next_at timestamptz,
     channel_id bigint,
     message_id bigint,
     settled_at timestamptz,
     PRIMARY KEY (guild_id, challenge_number),
     FOREIGN KEY (guild_id, challenge_number) REFERENCES entries ON DELETE CASCADE,
     CHECK ((next_at IS NULL) = (settled_at IS NOT NULL)),
     CHECK (message_id IS NULL OR (settled_at IS NOT NULL AND channel_id IS NOT NULL))
   )`,
  'CREATE INDEX challenge_reminders_next ON challenge_reminders (next_at) WHERE next_at IS NOT NULL',
  `CREATE INDEX entries_challenges_created ON entries (created_at)
     WHERE type = 'challenge' AND visible AND import_id IS NULL`,
];
