/** READMEs for the benchmark: 200 entries in the forms that learners use, all different, the same in every run. */
import { seededChance } from './chance.js';
import { bodyOf, type Cohort, titleOf } from './cohort.js';

/** How many entries a document contains: pairs, and learnings in equal parts. */
export const readmeEntries = { pairs: 40, technologies: 40, concepts: 40, practices: 40, takeaways: 40 };

/** Markdown of about 60 KiB. */
export function readmeOf({ words }: Pick<Cohort, 'words'>, index: number): string {
  const chance = seededChance(20_260_107 + index);
  const several = (count: number, line: (place: number) => string) =>
    Array.from({ length: count }, (_, place) => line(place)).join('\n');
  const title = (place: number) => `${titleOf(words, chance).slice(0, 70).trim()} ${index} ${place}`;
  const text = () => bodyOf(words, chance).slice(0, 300).trim();
  const definitions = (count: number) => several(count, (place) => `- **${title(place)}**: ${text()}`);
  return [
    '# Project Nexus',
    `## Technologies\n\n${definitions(readmeEntries.technologies)}`,
    `## Key Concepts\n\n${definitions(readmeEntries.concepts)}`,
    `## Challenges and Solutions\n\n${several(
      readmeEntries.pairs,
      (place) => `- **Challenge:** ${title(place)}\n  - **Solution:** ${text()}`,
    )}`,
    `## Best Practices\n\n${definitions(readmeEntries.practices)}`,
    `## Personal Takeaways\n\n${definitions(readmeEntries.takeaways)}`,
    '',
  ].join('\n\n');
}
