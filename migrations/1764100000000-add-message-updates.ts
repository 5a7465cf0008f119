/** Adds posted messages that still have to be changed because they may name someone whose data was erased. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddMessageUpdates1764100000000 implements MigrationInterface {
  name = 'AddMessageUpdates1764100000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Only a keyed hash says whom it may name: the member's id is no longer stored anywhere.
    await queryRunner.query(`
      CREATE TABLE message_updates (
        message_id bigint NOT NULL,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
        channel_id bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('removed', 'card', 'digest', 'reminder', 'import')),
        attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
        next_at timestamptz NOT NULL,
        PRIMARY KEY (message_id, hash)
      )`);
    await queryRunner.query('CREATE INDEX message_updates_next ON message_updates (next_at)');
    await queryRunner.query('CREATE INDEX message_updates_guild ON message_updates (guild_id)');
    await queryRunner.query(
      'CREATE INDEX muted_hashes_until ON muted_hashes (muted_until) WHERE muted_until IS NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX muted_hashes_until');
    await queryRunner.query('DROP TABLE message_updates');
  }
}
