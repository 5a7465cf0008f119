/** The order of test files: those known to take long start first, so that two workers finish at about the same time. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From the longest on. All others follow. */
const longest = [
  'e2e/operating',
  'discord/refused-calls',
  'platform/backup',
  'e2e/trouble',
  'commands/permissions',
  'platform/migrations',
  'platform/shard-ownership',
  'platform/embedded-postgres',
  'e2e/buddies',
  'platform/embedded-postgres-identity',
  'discord/refusals',
  'platform/catalogue',
  'features/readme/import-documents',
  'commands/races',
  'readme/damage',
  'readme/round-trip',
  'features/readme/readme-reader',
].map((name) => `/test/${name}.test.ts`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.endsWith(name));
      return found === -1 ? longest.length : found;
    };
    const sorted = await super.sort(files);
    // A stable sort within each project: a worker is kept as long as its project's files follow each other.
    return sorted.sort((one, other) =>
      one.project.name === other.project.name ? rank(one) - rank(other) : 0,
    );
  }
}
