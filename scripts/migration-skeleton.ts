/** The template of a new migration. */

/**
 * Names a migration and writes its skeleton.
 *
 * @param name what it does, as `<verb>-<noun>` in lower case, for example `add-profile`
 * @param now milliseconds since 1970
 * @param taken existing files; the new one comes after all of them, even if clocks disagree
 * @throws {TypeError} if the name is missing, malformed or taken
 */
export function migrationOf(
  name: string | undefined,
  now: number,
  taken: readonly string[],
): { file: string; text: string } {
  if (!name || !/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new TypeError('Say what it does as <verb>-<noun>, for example: npm run db:generate -- add-profile');
  }
  if (taken.some((file) => file.replace(/^\d+-/, '') === `${name}.ts`)) {
    throw new TypeError(`There is a migration ${name} already: name this one for what it does differently.`);
  }
  const timestamp = Math.max(now, ...taken.map((file) => Number.parseInt(file, 10) + 1));
  const words = name.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const className = `${words.join('')}${timestamp}`;
  return {
    file: `${timestamp}-${name}.ts`,
    text: `/** Says in one sentence what it does, and why. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`ALTER TABLE …\`);
  }

  /** Restores the previous schema exactly. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`ALTER TABLE …\`);
  }
}
`,
  };
}
