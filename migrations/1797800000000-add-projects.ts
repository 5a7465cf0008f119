/** Adds the project board: projects, who builds or asked about them, and reports of them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddProjects1797800000000 implements MigrationInterface {
  name = 'AddProjects1797800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['project_reports', 'project_members', 'projects'])
      await queryRunner.query(`DROP TABLE ${table}`);
  }
}

const text = (column: string, limit: number, controls: string) =>
  `CHECK (char_length(${column}) BETWEEN 1 AND ${limit} AND ${column} !~ '[${controls}]' AND ${column} IS NFC NORMALIZED)`;
const noControls = '\\x01-\\x1f\\x7f';
const noControlsButLines = '\\x01-\\x08\\x0b-\\x1f\\x7f';
const link = (column: string) =>
  `${column} text CHECK (char_length(${column}) <= 1000 AND ${column} ~ '^https?://')`;

const statements = [
  `CREATE TABLE projects (
     id uuid PRIMARY KEY,
     guild_id bigint NOT NULL,
     owner_id bigint NOT NULL,
     name text NOT NULL ${text('name', 120, noControls)},
     summary text ${text('summary', 1000, noControlsButLines)},
     stack text[] NOT NULL DEFAULT '{}' CHECK (cardinality(stack) <= 5),
     ${link('repository')},
     ${link('live')},
     ${link('api_base')},
     ${link('api_docs')},
     looking_for text[] NOT NULL DEFAULT '{}' CHECK (looking_for <@ '{backend,frontend,design,tester}'),
     created_at timestamptz NOT NULL,
     active_at timestamptz NOT NULL,
     asked_at timestamptz,
     closed_at timestamptz,
     hidden_at timestamptz,
     card_channel_id bigint,
     card_message_id bigint,
     card_stale_since timestamptz,
     CONSTRAINT projects_card CHECK ((card_channel_id IS NULL) = (card_message_id IS NULL)),
     FOREIGN KEY (guild_id, owner_id) REFERENCES members ON DELETE CASCADE
   )`,
  // Not unique: erasing a member can make two names the same.
  'CREATE INDEX projects_owner ON projects (guild_id, owner_id, created_at)',
  'CREATE INDEX projects_board ON projects (guild_id, active_at DESC, id) WHERE closed_at IS NULL AND hidden_at IS NULL',
  'CREATE INDEX projects_stale_cards ON projects (card_stale_since) WHERE card_stale_since IS NOT NULL',
  'CREATE INDEX projects_quiet ON projects (active_at) WHERE closed_at IS NULL',
  `CREATE TABLE project_members (
     guild_id bigint NOT NULL,
     project_id uuid NOT NULL REFERENCES projects ON DELETE CASCADE,
     user_id bigint NOT NULL,
     interested_at timestamptz,
     thread_id bigint,
     message_id bigint,
     invited_at timestamptz,
     joined_at timestamptz,
     PRIMARY KEY (project_id, user_id),
     CONSTRAINT project_members_why CHECK (interested_at IS NOT NULL OR invited_at IS NOT NULL),
     CONSTRAINT project_members_joined CHECK (joined_at IS NULL OR invited_at IS NOT NULL),
     FOREIGN KEY (guild_id, user_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX project_members_user ON project_members (guild_id, user_id)',
  `CREATE TABLE project_reports (
     guild_id bigint NOT NULL,
     project_id uuid NOT NULL REFERENCES projects ON DELETE CASCADE,
     reporter_id bigint NOT NULL,
     note text NOT NULL ${text('note', 500, noControlsButLines)},
     reported_at timestamptz NOT NULL,
     PRIMARY KEY (project_id, reporter_id),
     FOREIGN KEY (guild_id, reporter_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX project_reports_reporter ON project_reports (guild_id, reporter_id)',
];
