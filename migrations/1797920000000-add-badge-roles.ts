/** Adds roles that are tied to badges, and whom the bot gave them to or still has to. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddBadgeRoles1797920000000 implements MigrationInterface {
  name = 'AddBadgeRoles1797920000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE badge_roles (
         guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
         badge text NOT NULL
           CHECK (badge IN ('teacher', 'bridge-builder', 'four-weeks', 'first-accepted', 'first-share')),
         role_id bigint NOT NULL,
         tied_at timestamptz NOT NULL,
         check_at timestamptz NOT NULL,
         PRIMARY KEY (guild_id, badge),
         UNIQUE (guild_id, role_id)
       )`,
    );
    await queryRunner.query('CREATE INDEX badge_roles_check ON badge_roles (check_at)');
    // Doesn't refer to the member: a role that is still to be taken outlives their data.
    await queryRunner.query(
      `CREATE TABLE given_roles (
         guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
         user_id bigint NOT NULL,
         role_id bigint NOT NULL,
         is_earned boolean NOT NULL,
         asked_at timestamptz,
         outcome text CHECK (outcome IN ('given', 'had', 'refused')),
         owed_since timestamptz NOT NULL,
         due_at timestamptz,
         attempt integer NOT NULL DEFAULT 0,
         PRIMARY KEY (guild_id, user_id, role_id)
       )`,
    );
    await queryRunner.query('CREATE INDEX given_roles_due ON given_roles (due_at) WHERE due_at IS NOT NULL');
    await queryRunner.query('CREATE INDEX given_roles_role ON given_roles (guild_id, role_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE given_roles, badge_roles');
  }
}
