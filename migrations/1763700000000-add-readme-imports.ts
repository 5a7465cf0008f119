/** Adds imports of READMEs: previews, the origin of each imported entry, and technologies that many learned. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddReadmeImports1763700000000 implements MigrationInterface {
  name = 'AddReadmeImports1763700000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE entries DROP COLUMN technology, DROP COLUMN fingerprint, DROP COLUMN import_id, DROP COLUMN section',
    );
    await queryRunner.query('DROP FUNCTION folded_name(text)');
    await queryRunner.query('DROP TABLE imports');
  }
}

const statements = [
  `CREATE TABLE imports (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     id uuid NOT NULL,
     member_id bigint NOT NULL,
     state text NOT NULL DEFAULT 'preview' CHECK (state IN ('preview', 'done', 'cancelled')),
     file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 100),
     file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
     preview jsonb CHECK (jsonb_typeof(preview) = 'object'),
     entry_count integer CHECK (entry_count >= 0),
     pair_count integer CHECK (pair_count >= 0),
     known_count integer CHECK (known_count >= 0),
     channel_id bigint,
     message_id bigint,
     kept_until timestamptz,
     created_at timestamptz NOT NULL,
     decided_at timestamptz,
     PRIMARY KEY (guild_id, id),
     -- What was read is kept no longer than it takes to decide: an import that is done has become entries.
     CONSTRAINT imports_preview_until_decided CHECK ((state = 'preview') = (preview IS NOT NULL)),
     CONSTRAINT imports_decided CHECK ((state = 'preview') = (decided_at IS NULL)),
     CONSTRAINT imports_counted_when_done CHECK ((state = 'done') = (entry_count IS NOT NULL)
       AND (entry_count IS NULL) = (pair_count IS NULL) AND (entry_count IS NULL) = (known_count IS NULL)),
     CONSTRAINT imports_kept_when_done CHECK ((state = 'done') = (kept_until IS NULL)),
     CONSTRAINT imports_card_when_done
       CHECK ((channel_id IS NULL) = (message_id IS NULL) AND (message_id IS NULL OR state = 'done'))
   )`,
  'CREATE INDEX imports_kept_until ON imports (kept_until) WHERE kept_until IS NOT NULL',
  'CREATE INDEX imports_member ON imports (guild_id, member_id, file_hash)',
  // How technologies are compared: without case, accents, spaces, emoji and punctuation, except for `C++` and `C#`.
  `CREATE FUNCTION folded_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     nullif(regexp_replace(lower(normalize(name, NFKD)),
       '[\\s\\u0300-\\u036f!-"$-*,-/:-@\\[-\`{-~\\u2000-\\u2bff\\ufe00-\\ufe0f\\U0001f000-\\U0001faff]+', '', 'g'), '')`,
  `ALTER TABLE entries
     ADD section text CHECK (char_length(section) BETWEEN 1 AND 120),
     ADD import_id uuid,
     ADD fingerprint text CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
     ADD technology text GENERATED ALWAYS AS (CASE WHEN kind = 'technology' THEN folded_name(title) END) STORED,
     ADD CONSTRAINT entries_import FOREIGN KEY (guild_id, import_id) REFERENCES imports,
     ADD CONSTRAINT entries_fingerprint_of_import CHECK (fingerprint IS NULL OR import_id IS NOT NULL)`,
  // Makes importing the same entry twice impossible, whatever the race.
  `CREATE UNIQUE INDEX entries_imported_once ON entries (guild_id, author_id, fingerprint) WHERE fingerprint IS NOT NULL`,
  'CREATE INDEX entries_of_import ON entries (guild_id, import_id, number) WHERE import_id IS NOT NULL',
  `CREATE INDEX entries_technology ON entries (guild_id, technology, number) WHERE technology IS NOT NULL AND visible`,
];
