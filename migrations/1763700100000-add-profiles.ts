/** Adds what members say about themselves and their project. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddProfiles1763700100000 implements MigrationInterface {
  name = 'AddProfiles1763700100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(profiles);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE profiles');
  }
}

const line = (column: string, limit: number) =>
  `${column} text CHECK (char_length(${column}) BETWEEN 1 AND ${limit} AND ${column} !~ '[\\x01-\\x1f\\x7f]' AND ${column} IS NFC NORMALIZED)`;

const text = (column: string, limit: number) =>
  `${column} text CHECK (char_length(${column}) BETWEEN 1 AND ${limit} AND ${column} !~ '[\\x01-\\x08\\x0b-\\x1f\\x7f]' AND ${column} IS NFC NORMALIZED)`;

const profiles = `CREATE TABLE profiles (
  guild_id bigint NOT NULL,
  user_id bigint NOT NULL,
  track text CHECK (track IN ('backend', 'frontend', 'other')),
  ${line('project_name', 120)},
  ${text('summary', 4000)},
  repository text CHECK (char_length(repository) <= 1000 AND repository ~ '^https?://'),
  ${text('objective', 1000)},
  -- An address holds no line feed, so that one pattern says of each that it is http(s).
  links text[] NOT NULL DEFAULT '{}' CHECK (cardinality(links) <= 5 AND char_length(array_to_string(links, '')) <= 5000
    AND (links = '{}' OR array_to_string(links, E'\\n', '') ~ '^https?://[^\\n]+(\\nhttps?://[^\\n]+)*$')),
  links_shown_at timestamptz,
  edited_at timestamptz NOT NULL,
  PRIMARY KEY (guild_id, user_id),
  FOREIGN KEY (guild_id, user_id) REFERENCES members ON DELETE CASCADE
)`;
