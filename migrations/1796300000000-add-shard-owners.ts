/** Which process answers for a shard, and which interactions were taken: no two processes act on the same one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddShardOwners1796300000000 implements MigrationInterface {
  name = 'AddShardOwners1796300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE shard_owners (
        bot text NOT NULL,
        shard_count integer NOT NULL CHECK (shard_count > 0),
        shard_id integer NOT NULL CHECK (shard_id >= 0 AND shard_id < shard_count),
        token bigint NOT NULL CHECK (token > 0),
        owned_since timestamptz NOT NULL,
        PRIMARY KEY (bot, shard_count, shard_id)
      )`);
    await queryRunner.query(`
      CREATE TABLE taken_interactions (
        id bigint PRIMARY KEY,
        taken_at timestamptz NOT NULL
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE taken_interactions');
    await queryRunner.query('DROP TABLE shard_owners');
  }
}
