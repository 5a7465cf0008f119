/** Adds the basis of moderation: the append-only audit log, hidden and held entries, mutes, notices, limits and invitations. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddModeration1764000000000 implements MigrationInterface {
  name = 'AddModeration1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...audit, ...entries, ...members, ...settings]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE guilds DROP review, DROP review_below, DROP invites_allowed, DROP hourly_limit, DROP daily_limit',
    );
    await queryRunner.query('DROP TABLE notices, muted_hashes, mutes');
    await queryRunner.query(
      'ALTER TABLE entries DROP held, DROP lost_acceptance_at, DROP lost_acceptance_by',
    );
    await queryRunner.query('DROP TABLE log_posts, audit_log, audit_notes, subjects');
    await queryRunner.query('DROP FUNCTION refuse_change_of_audit_log()');
  }
}

const audit = [
  // The log's name for a member. Erasing a member deletes this row, so the log no longer says who it was.
  `CREATE TABLE subjects (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     user_id bigint NOT NULL,
     key uuid NOT NULL UNIQUE,
     PRIMARY KEY (guild_id, user_id)
   )`,
  // What someone wrote about an action. The log itself contains no text, so this can be erased.
  `CREATE TABLE audit_notes (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     key uuid PRIMARY KEY,
     text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 500 AND text !~ '[\\x01-\\x08\\x0b-\\x1f\\x7f]')
   )`,
  'CREATE INDEX audit_notes_guild ON audit_notes (guild_id)',
  `CREATE TABLE audit_log (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     action text NOT NULL CHECK (action ~ '^[a-z]+(-[a-z]+)*$' AND char_length(action) <= 40),
     actor uuid,
     subject uuid,
     entry_number integer CHECK (entry_number > 0),
     entry_revision integer CHECK (entry_revision > 0),
     before jsonb CHECK (jsonb_typeof(before) = 'object'),
     after jsonb CHECK (jsonb_typeof(after) = 'object'),
     note uuid,
     at timestamptz NOT NULL,
     CONSTRAINT audit_log_revision_of_entry CHECK (entry_revision IS NULL OR entry_number IS NOT NULL)
   )`,
  'CREATE INDEX audit_log_guild ON audit_log (guild_id, id)',
  'CREATE INDEX audit_log_actor ON audit_log (actor) WHERE actor IS NOT NULL',
  'CREATE INDEX audit_log_subject ON audit_log (subject) WHERE subject IS NOT NULL',
  // A guild's log is deleted with the guild: when the foreign key deletes its rows, the guild is already gone.
  `CREATE FUNCTION refuse_change_of_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM public.guilds WHERE id = OLD.guild_id) THEN
       RETURN OLD;
     END IF;
     RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'integrity_constraint_violation';
   END $$`,
  `CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
     FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit_log()`,
  `CREATE TRIGGER audit_log_never_emptied BEFORE TRUNCATE ON audit_log
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_log()`,
  // Actions that still have to be posted in the log channel.
  `CREATE TABLE log_posts (
     audit_id bigint PRIMARY KEY REFERENCES audit_log ON DELETE CASCADE,
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
     next_at timestamptz NOT NULL
   )`,
  'CREATE INDEX log_posts_next ON log_posts (next_at)',
  'CREATE INDEX log_posts_guild ON log_posts (guild_id)',
];

const entries = [
  // Held until a moderator reviews it: hidden like any other hidden entry, but distinguishable from them.
  // A hidden solution loses its acceptance; restoring it gives that back if the challenge has no other one.
  `ALTER TABLE entries
     ADD held boolean NOT NULL DEFAULT false,
     ADD lost_acceptance_at timestamptz,
     ADD lost_acceptance_by bigint,
     ADD CONSTRAINT entries_held_is_hidden CHECK (NOT held OR hidden_at IS NOT NULL),
     ADD CONSTRAINT entries_lost_acceptance CHECK ((lost_acceptance_at IS NULL) = (lost_acceptance_by IS NULL)
       AND (lost_acceptance_at IS NULL OR (type = 'solution' AND accepted_at IS NULL)))`,
];

const members = [
  `CREATE TABLE mutes (
     guild_id bigint NOT NULL,
     member_id bigint NOT NULL,
     muted_at timestamptz NOT NULL,
     muted_until timestamptz CHECK (muted_until > muted_at),
     PRIMARY KEY (guild_id, member_id),
     FOREIGN KEY (guild_id, member_id) REFERENCES members ON DELETE CASCADE
   )`,
  // A mute that survives the erasure of its member's data: only a keyed hash recognises the member.
  `CREATE TABLE muted_hashes (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     hash bytea NOT NULL CHECK (octet_length(hash) = 32),
     muted_until timestamptz,
     PRIMARY KEY (guild_id, hash)
   )`,
  // What a member is to read: by direct message, or, if those are closed (next_at is null), after their next command.
  `CREATE TABLE notices (
     id uuid PRIMARY KEY,
     guild_id bigint NOT NULL,
     member_id bigint NOT NULL,
     kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$' AND char_length(kind) <= 40),
     entry_number integer CHECK (entry_number > 0),
     facts jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(facts) = 'object'),
     created_at timestamptz NOT NULL,
     attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
     next_at timestamptz,
     FOREIGN KEY (guild_id, member_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX notices_member ON notices (guild_id, member_id)',
  'CREATE INDEX notices_next ON notices (next_at) WHERE next_at IS NOT NULL',
];

const settings = [
  `ALTER TABLE guilds
     ADD review text NOT NULL DEFAULT 'off' CONSTRAINT guilds_review CHECK (review IN ('off', 'new', 'all')),
     ADD review_below smallint NOT NULL DEFAULT 3 CONSTRAINT guilds_review_below CHECK (review_below BETWEEN 1 AND 50),
     ADD invites_allowed boolean NOT NULL DEFAULT false,
     ADD hourly_limit smallint NOT NULL DEFAULT 20 CONSTRAINT guilds_hourly_limit CHECK (hourly_limit BETWEEN 1 AND 500),
     ADD daily_limit smallint NOT NULL DEFAULT 60 CONSTRAINT guilds_daily_limit CHECK (daily_limit BETWEEN 1 AND 1000)`,
];
