/** Creates study buddies: who takes part, when a guild's rounds are due, and the groups of each round. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBuddies1797750000000 implements MigrationInterface {
  name = 'CreateBuddies1797750000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`DROP TABLE ${table}`);
  }
}

const member = (column: string) => `FOREIGN KEY (guild_id, ${column}) REFERENCES members ON DELETE CASCADE`;

const statements = [
  // Without due_at no rounds are scheduled.
  `CREATE TABLE buddy_schedules (
     guild_id bigint PRIMARY KEY REFERENCES guilds ON DELETE CASCADE,
     weekday smallint NOT NULL DEFAULT 1 CHECK (weekday BETWEEN 1 AND 7),
     time time(0) NOT NULL DEFAULT '10:00',
     due_at timestamptz,
     paused_at timestamptz
   )`,
  'CREATE INDEX buddy_schedules_due ON buddy_schedules (due_at) WHERE due_at IS NOT NULL AND paused_at IS NULL',
  `CREATE TABLE buddies (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     user_id bigint NOT NULL,
     joined_at timestamptz NOT NULL,
     skips_next boolean NOT NULL DEFAULT false,
     hours text CHECK (hours IN ('morning', 'afternoon', 'evening', 'weekend')),
     is_named boolean NOT NULL DEFAULT false,
     PRIMARY KEY (guild_id, user_id),
     ${member('user_id')}
   )`,
  `CREATE TABLE buddy_blocks (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     user_id bigint NOT NULL,
     blocked_id bigint NOT NULL,
     blocked_at timestamptz NOT NULL,
     PRIMARY KEY (guild_id, user_id, blocked_id),
     CHECK (user_id <> blocked_id),
     ${member('user_id')},
     ${member('blocked_id')}
   )`,
  'CREATE INDEX buddy_blocks_blocked ON buddy_blocks (guild_id, blocked_id)',
  `CREATE TABLE buddy_rounds (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     due_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('matched', 'skipped')),
     made_at timestamptz NOT NULL,
     PRIMARY KEY (guild_id, due_at)
   )`,
  `CREATE TABLE buddy_groups (
     guild_id bigint NOT NULL,
     round_at timestamptz NOT NULL,
     number smallint NOT NULL CHECK (number > 0),
     thread_id bigint,
     message_id bigint,
     told_at timestamptz,
     PRIMARY KEY (guild_id, round_at, number),
     FOREIGN KEY (guild_id, round_at) REFERENCES buddy_rounds ON DELETE CASCADE
   )`,
  // Without a group nobody was left for the member.
  `CREATE TABLE buddy_members (
     guild_id bigint NOT NULL,
     round_at timestamptz NOT NULL,
     user_id bigint NOT NULL,
     number smallint,
     met boolean,
     answered_at timestamptz,
     contact_at timestamptz,
     PRIMARY KEY (guild_id, round_at, user_id),
     FOREIGN KEY (guild_id, round_at) REFERENCES buddy_rounds ON DELETE CASCADE,
     FOREIGN KEY (guild_id, round_at, number) REFERENCES buddy_groups ON DELETE CASCADE,
     CHECK ((met IS NULL) = (answered_at IS NULL)),
     ${member('user_id')}
   )`,
  'CREATE INDEX buddy_members_group ON buddy_members (guild_id, round_at, number)',
  'CREATE INDEX buddy_members_user ON buddy_members (guild_id, user_id)',
];

const tables = [
  'buddy_members',
  'buddy_groups',
  'buddy_rounds',
  'buddy_blocks',
  'buddies',
  'buddy_schedules',
];
