/** Lets tags be of any script: what may not be in one is named, since Postgres knows no classes of letters by itself. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * ASCII but for `a-z0-9+#.-`, Latin letters that are stored as a–z, symbols and punctuation, invisible characters,
 * private use. Code points, which `C` compares whatever the database's locale.
 */
const never = [
  '\\u0001-\\u0022\\u0024-\\u002a\\u002c\\u002f\\u003a-\\u0060\\u007b-\\u02af',
  '\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u1e00-\\u1eff\\u2000-\\u2bff\\u2c60-\\u2c7f',
  '\\u3000-\\u3004\\u3164\\ua722-\\ua787\\ue000-\\uf8ff\\ufb00-\\ufb06\\ufe00-\\ufe0f\\ufeff\\uff00-\\uffef',
  '\\ufff0-\\uffff\\U0001f000-\\U0001faff\\U000e0000-\\U0010ffff',
].join('');

export class AllowTagsOfAnyScript1796200000000 implements MigrationInterface {
  name = 'AllowTagsOfAnyScript1796200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.allow(queryRunner, `[^${never}]`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `UPDATE entries SET tags = ARRAY(SELECT tag FROM unnest(tags) AS tag WHERE tag ~ '^[a-z0-9+#.-]{1,32}$')`,
    );
    await this.allow(queryRunner, '[a-z0-9+#.-]');
  }

  private async allow(queryRunner: QueryRunner, character: string): Promise<void> {
    await queryRunner.query('ALTER TABLE entries DROP CONSTRAINT entries_tags_check');
    await queryRunner.query(
      `ALTER TABLE entries ADD CONSTRAINT entries_tags_check CHECK (cardinality(tags) <= 5
         AND (tags = '{}' OR array_to_string(tags, ',', '') COLLATE "C" ~ '^${character}{1,32}(,${character}{1,32})*$'))`,
    );
  }
}
