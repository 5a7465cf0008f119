/** Adds the digest's settings, its subscribers, and when moderators were notified of a failure. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddDigestSettings1763800000000 implements MigrationInterface {
  name = 'AddDigestSettings1763800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE digest_deliveries, digest_subscriptions');
    await queryRunner.query('ALTER TABLE digests DROP is_nudge');
    await queryRunner.query(
      'ALTER TABLE guilds DROP digest_nudges, DROP digest_hidden, DROP digest_role_id, DROP digest_trouble_told_at',
    );
  }
}

const statements = [
  `ALTER TABLE guilds
     ADD digest_nudges boolean NOT NULL DEFAULT false,
     ADD digest_hidden text[] NOT NULL DEFAULT '{}' CONSTRAINT guilds_digest_hidden
       CHECK (digest_hidden <@ ARRAY['learnings', 'pairs', 'waiting', 'thanks', 'chart', 'older']),
     -- The role that everybody has bears the guild's own id, and is never pinged.
     ADD digest_role_id bigint CONSTRAINT guilds_digest_role CHECK (digest_role_id <> id),
     ADD digest_trouble_told_at timestamptz`,
  'ALTER TABLE digests ADD is_nudge boolean NOT NULL DEFAULT false',
  `CREATE TABLE digest_subscriptions (
     guild_id bigint NOT NULL,
     user_id bigint NOT NULL,
     subscribed_at timestamptz NOT NULL,
     closed_at timestamptz,
     PRIMARY KEY (guild_id, user_id),
     FOREIGN KEY (guild_id, user_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX digest_subscriptions_closed ON digest_subscriptions (closed_at) WHERE closed_at IS NOT NULL',
  `CREATE TABLE digest_deliveries (
     guild_id bigint NOT NULL,
     user_id bigint NOT NULL,
     period_end timestamptz NOT NULL,
     attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
     next_at timestamptz NOT NULL,
     channel_id bigint,
     PRIMARY KEY (guild_id, user_id, period_end),
     -- Unsubscribing also cancels what is still waiting.
     FOREIGN KEY (guild_id, user_id) REFERENCES digest_subscriptions ON DELETE CASCADE,
     FOREIGN KEY (guild_id, period_end) REFERENCES digests ON DELETE CASCADE
   )`,
  'CREATE INDEX digest_deliveries_next ON digest_deliveries (next_at, guild_id)',
  'CREATE INDEX digest_deliveries_digest ON digest_deliveries (guild_id, period_end)',
];
