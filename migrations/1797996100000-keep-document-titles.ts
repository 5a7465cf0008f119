/** Adds the titles of imported documents, and when members named their project themselves. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDocumentTitles1797996100000 implements MigrationInterface {
  name = 'KeepDocumentTitles1797996100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE imports ADD title text CHECK (char_length(title) BETWEEN 1 AND 120)',
    );
    await queryRunner.query('ALTER TABLE profiles ADD project_named_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE profiles DROP project_named_at');
    await queryRunner.query('ALTER TABLE imports DROP title');
  }
}
