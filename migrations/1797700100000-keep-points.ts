/** Keeps the points of each member in each period of the leaderboard, and who has to be counted again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepPoints1797700100000 implements MigrationInterface {
  name = 'KeepPoints1797700100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...changes]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      'DROP TRIGGER helpful_votes_note_points ON helpful_votes',
      'DROP TRIGGER entries_note_points_of_change ON entries',
      'DROP TRIGGER entries_note_points ON entries',
      'DROP FUNCTION note_points_of_vote()',
      'DROP FUNCTION note_points_of_entry()',
      'DROP TABLE point_changes, member_points, point_periods',
    ]) {
      await queryRunner.query(statement);
    }
  }
}

const tables = [
  // What a guild's points were counted for: contributions since then, with weeks that begin at that instant.
  `CREATE TABLE point_periods (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     period text NOT NULL CHECK (period IN ('week', 'month', 'all')),
     since timestamptz NOT NULL,
     week_anchor timestamptz NOT NULL,
     PRIMARY KEY (guild_id, period)
   )`,
  `CREATE TABLE member_points (
     guild_id bigint NOT NULL,
     period text NOT NULL CHECK (period IN ('week', 'month', 'all')),
     user_id bigint NOT NULL,
     points integer NOT NULL,
     reached_at timestamptz NOT NULL,
     accepted integer NOT NULL,
     solutions integer NOT NULL,
     learnings integer NOT NULL,
     challenges integer NOT NULL,
     helpful integer NOT NULL,
     PRIMARY KEY (guild_id, user_id, period),
     FOREIGN KEY (guild_id, user_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX member_points_places ON member_points (guild_id, period, points DESC, reached_at, user_id)',
  // Members whose points may have changed since they were counted. Append-only: a transaction that changes an entry or a
  // vote waits for nobody, and what it leaves is seen when it has committed.
  `CREATE TABLE point_changes (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     guild_id bigint NOT NULL,
     user_id bigint NOT NULL,
     FOREIGN KEY (guild_id, user_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX point_changes_member ON point_changes (guild_id, user_id)',
];

const changes = [
  // When a member or a guild goes, entries and votes go with them, and nobody is left to count for.
  `CREATE FUNCTION note_points_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'DELETE' AND (NEW.import_id IS NULL OR (TG_OP = 'UPDATE' AND OLD.import_id IS NULL)) THEN
       INSERT INTO point_changes (guild_id, user_id) VALUES (NEW.guild_id, NEW.author_id);
     END IF;
     IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.author_id <> NEW.author_id) THEN
       INSERT INTO point_changes (guild_id, user_id)
       SELECT guild_id, user_id FROM members
        WHERE guild_id = OLD.guild_id AND user_id = OLD.author_id AND OLD.import_id IS NULL;
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION note_points_of_vote() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     vote helpful_votes := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
   BEGIN
     INSERT INTO point_changes (guild_id, user_id)
     SELECT m.guild_id, m.user_id FROM entries e JOIN members m ON m.guild_id = e.guild_id AND m.user_id = e.author_id
      WHERE e.guild_id = vote.guild_id AND e.number = vote.entry_number AND e.import_id IS NULL;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER entries_note_points AFTER INSERT OR DELETE ON entries
     FOR EACH ROW EXECUTE FUNCTION note_points_of_entry()`,
  `CREATE TRIGGER entries_note_points_of_change
     AFTER UPDATE OF author_id, type, import_id, created_at, accepted_at, deleted_at, hidden_at ON entries
     FOR EACH ROW EXECUTE FUNCTION note_points_of_entry()`,
  `CREATE TRIGGER helpful_votes_note_points AFTER INSERT OR UPDATE OR DELETE ON helpful_votes
     FOR EACH ROW EXECUTE FUNCTION note_points_of_vote()`,
];
