/**
 * What makes a search quicker: what each word of an entry says is stored with its document, so that a search need not work it
 * out from the word's places; and the index knows words by their guild, so that a guild's search goes through no other's entries.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexWordsByGuild1797990000000 implements MigrationInterface {
  name = 'IndexWordsByGuild1797990000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Documents without it are made again by the bot, some at a time; until then they are found and ranked by their words alone.
    await queryRunner.query('ALTER TABLE search_documents ADD COLUMN strengths tsvector');
    await queryRunner.query(
      `CREATE FUNCTION words_of_guild(guild bigint, words tsvector) RETURNS tsvector
         LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
         RETURN array_to_tsvector(ARRAY(SELECT guild || ' ' || word FROM unnest(tsvector_to_array(words)) AS word))`,
    );
    await queryRunner.query(
      'CREATE INDEX search_documents_guild_words ON search_documents USING gin (words_of_guild(guild_id, words)) WITH (fastupdate = off)',
    );
    await queryRunner.query('DROP INDEX search_documents_words');
    // Without statistics of the new index, the planner would guess how many entries have a word.
    await queryRunner.query('ANALYZE search_documents');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX search_documents_words ON search_documents USING gin (guild_id, words) WITH (fastupdate = off)',
    );
    await queryRunner.query('DROP INDEX search_documents_guild_words');
    await queryRunner.query('DROP FUNCTION words_of_guild(bigint, tsvector)');
    await queryRunner.query('ALTER TABLE search_documents DROP COLUMN strengths');
  }
}
