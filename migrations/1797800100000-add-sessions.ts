/** Adds study sessions, and who comes to them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSessions1797800100000 implements MigrationInterface {
  name = 'AddSessions1797800100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE session_members');
    await queryRunner.query('DROP TABLE sessions');
  }
}

const line = (column: string, limit: number) =>
  `CHECK (char_length(${column}) BETWEEN 1 AND ${limit} AND ${column} !~ '[\\x01-\\x1f\\x7f]' AND ${column} IS NFC NORMALIZED)`;

const statements = [
  `CREATE TABLE sessions (
     id uuid PRIMARY KEY,
     guild_id bigint NOT NULL,
     host_id bigint NOT NULL,
     topic text NOT NULL ${line('topic', 100)},
     place text ${line('place', 100)},
     starts_at timestamptz NOT NULL,
     ends_at timestamptz NOT NULL,
     created_at timestamptz NOT NULL,
     cancelled_at timestamptz,
     event_id bigint,
     is_event_stale boolean NOT NULL DEFAULT false,
     card_channel_id bigint,
     card_message_id bigint,
     card_stale_since timestamptz,
     reminder_message_id bigint,
     recap_message_id bigint,
     CONSTRAINT sessions_span CHECK (ends_at > starts_at),
     CONSTRAINT sessions_card CHECK ((card_channel_id IS NULL) = (card_message_id IS NULL)),
     FOREIGN KEY (guild_id, host_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX sessions_coming ON sessions (guild_id, starts_at) WHERE cancelled_at IS NULL',
  'CREATE INDEX sessions_host ON sessions (guild_id, host_id)',
  'CREATE INDEX sessions_stale_cards ON sessions (card_stale_since) WHERE card_stale_since IS NOT NULL',
  'CREATE INDEX sessions_events ON sessions (ends_at) WHERE event_id IS NOT NULL',
  `CREATE TABLE session_members (
     guild_id bigint NOT NULL,
     session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
     user_id bigint NOT NULL,
     joined_at timestamptz,
     attended_at timestamptz,
     PRIMARY KEY (session_id, user_id),
     CONSTRAINT session_members_why CHECK (joined_at IS NOT NULL OR attended_at IS NOT NULL),
     FOREIGN KEY (guild_id, user_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX session_members_user ON session_members (guild_id, user_id)',
];
