/** What members follow, and how they are told of it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFollows1797700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE follows (
        guild_id bigint NOT NULL,
        member_id bigint NOT NULL,
        kind text NOT NULL CONSTRAINT follows_kind CHECK (kind IN ('tag', 'challenge', 'member')),
        target text NOT NULL CONSTRAINT follows_target CHECK (char_length(target) BETWEEN 1 AND 32),
        followed_at timestamptz NOT NULL,
        CONSTRAINT follows_pkey PRIMARY KEY (guild_id, member_id, kind, target),
        CONSTRAINT follows_member FOREIGN KEY (guild_id, member_id) REFERENCES members (guild_id, user_id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX follows_by_target ON follows (guild_id, kind, target)');
    await runner.query(`
      CREATE TABLE news_settings (
        guild_id bigint NOT NULL,
        member_id bigint NOT NULL,
        solution text NOT NULL CONSTRAINT news_settings_solution CHECK (solution IN ('direct', 'channel', 'off')),
        accepted text NOT NULL CONSTRAINT news_settings_accepted CHECK (accepted IN ('direct', 'channel', 'off')),
        helped text NOT NULL CONSTRAINT news_settings_helped CHECK (helped IN ('direct', 'channel', 'off')),
        followed text NOT NULL CONSTRAINT news_settings_followed CHECK (followed IN ('direct', 'channel', 'off')),
        told_at timestamptz,
        CONSTRAINT news_settings_pkey PRIMARY KEY (guild_id, member_id),
        CONSTRAINT news_settings_member FOREIGN KEY (guild_id, member_id) REFERENCES members (guild_id, user_id) ON DELETE CASCADE
      )`);
    // Entries that helped three people before are no news.
    await runner.query('ALTER TABLE entries ADD COLUMN helped_told_at timestamptz DEFAULT now()');
    await runner.query('ALTER TABLE entries ALTER COLUMN helped_told_at DROP DEFAULT');
    await runner.query('CREATE INDEX helpful_votes_by_time ON helpful_votes (voted_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM outbox_messages WHERE topic IN ('news', 'news-in-channel')`);
    await runner.query('DROP INDEX helpful_votes_by_time');
    await runner.query('ALTER TABLE entries DROP COLUMN helped_told_at');
    await runner.query('DROP TABLE news_settings');
    await runner.query('DROP TABLE follows');
  }
}
