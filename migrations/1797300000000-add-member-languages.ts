/** The language a member chose for what they alone see, and Discord's for them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddMemberLanguages1797300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE members
         ADD language text CONSTRAINT members_language CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' AND length(language) <= 20),
         ADD locale text CONSTRAINT members_locale CHECK (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' AND length(locale) <= 20)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE members DROP language, DROP locale');
  }
}
