/** The order of test files: those known to take long begin first, so that two workers end at about the same time. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From the longest on. Whatever is not named follows. */
const longest = [
  'scripts/start',
  'e2e/trouble',
  'platform/embedded-postgres',
  'platform/embedded-postgres-identity',
  'e2e/importing',
  'services/readme/damage',
  'services/readme/round-trip',
  'e2e/digest-delivery',
  'e2e/digest',
  'platform/readme-reader',
].map((name) => `/test/${name}.test.ts`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.endsWith(name));
      return found === -1 ? longest.length : found;
    };
    const sorted = await super.sort(files);
    // A stable sort within each project: a worker is kept for as long as its project's files follow each other.
    return sorted.sort((one, other) =>
      one.project.name === other.project.name ? rank(one) - rank(other) : 0,
    );
  }
}
