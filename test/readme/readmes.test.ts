/** Documents of learners against what a careful reader took from each; printed per document. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadmeItem } from '../../src/readme/document.js';
import { readReadme } from '../../src/readme/read-readme.js';

const folder = new URL('../../../shared/readmes/', import.meta.url);
const labelsFile = new URL('labels.json', folder);
const isThere = existsSync(labelsFile);

interface LabelledPair {
  title?: string;
  challenge_first6: string;
  solution_first6: string;
}
interface Label {
  file: string;
  pairs: LabelledPair[];
  counts: {
    technologies_tools: number;
    concepts: number;
    best_practices_takeaways: number;
    future_goals: number;
  };
}

const kinds = ['technologies_tools', 'concepts', 'best_practices_takeaways', 'future_goals'] as const;

/** Documents, by number, whose counts differ from the label by more than one, and why; at most one in ten. */
const shortfalls: Record<string, string> = {
  '001': 'a textbook: its steps and lists of advantages stand at the level of its technologies',
  '010': 'its technologies and practices run together in one line without any mark between them',
  '018': "eight 'Key Learnings' without a category are read as takeaways and are labelled as none",
  '042': "five 'Major Learnings' without a category are read as takeaways and are labelled as none",
  '057': 'a glossary without any section: its 31 terms are labelled as concepts',
};

/** A document's number, which its file's name begins with. */
const numberOf = (file: string): string => file.slice(0, 3);

const firstWords = (markdown: string): string =>
  markdown
    .replace(/^\s*-\s+/, '')
    .replace(/[*`_\\#]/g, '')
    .replace(/[\p{Extended_Pictographic}\ufe0f]/gu, '')
    .trim()
    .split(/\s+/)
    .slice(0, 6)
    .join(' ')
    .toLowerCase();

const begins = (text: string, words: string): boolean => {
  const [left, right] = [firstWords(text), firstWords(words)];
  return left !== '' && (left.startsWith(right) || right.startsWith(left.replace(/[….]+$/, '')));
};

function isSame(item: ReadmeItem, { title, challenge_first6, solution_first6 }: LabelledPair): boolean {
  const isTitled = title === undefined || begins(item.title, title);
  const isTold = begins(item.title, challenge_first6) || begins(item.body, challenge_first6);
  return isTitled && isTold && begins(item.solution ?? '', solution_first6);
}

const countsOf = (items: readonly ReadmeItem[]): Record<(typeof kinds)[number], number> => {
  const count = (...names: string[]): number => items.filter(({ kind }) => names.includes(kind ?? '')).length;
  return {
    technologies_tools: count('technology'),
    concepts: count('concept'),
    best_practices_takeaways: count('practice', 'takeaway'),
    future_goals: count('goal'),
  };
};

it.runIf(!isThere)(
  'MISSING: ../shared/readmes is not beside the repository, its documents were not read',
  () => {
    console.warn('../shared/readmes is missing: the labelled documents were not read');
  },
);

describe.skipIf(!isThere)('the labelled documents', () => {
  it('give the pairs and counts that a careful reader took from them', () => {
    const labels: Label[] = JSON.parse(readFileSync(labelsFile, 'utf8')).files;
    const documents = labels.filter(({ file }) => !file.includes('seeds'));
    const total = { expected: 0, found: 0, right: 0 };
    const off: string[] = [];
    const rows = documents.map(({ file, pairs, counts }) => {
      const { items } = readReadme(readFileSync(new URL(file, folder)));
      const found = items.filter(({ type, solution }) => type === 'challenge' && solution !== null);
      const open = items.filter(({ type, solution }) => type === 'challenge' && solution === null);
      const right = pairs.filter((pair) => found.some((item) => isSame(item, pair))).length;
      total.expected += pairs.length;
      total.found += found.length;
      total.right += right;
      const own = countsOf(items);
      const isOff = kinds.some((kind) => Math.abs(own[kind] - counts[kind]) > 1);
      if (isOff) off.push(file);
      const figures = kinds.map((kind) => `${own[kind]}/${counts[kind]}`).join('  ');
      const reason = isOff ? `  counts: ${shortfalls[numberOf(file)] ?? 'UNEXPLAINED'}` : '';
      return `${file.padEnd(30)} pairs ${right} of ${pairs.length}, ${found.length} found, ${open.length} open; ${figures}${reason}`;
    });
    const recall = total.right / total.expected;
    const precision = total.right / total.found;
    console.info(
      [
        'technologies, concepts, practices and takeaways, goals: found/labelled',
        ...rows,
        `pairs: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}; counts within one: ${documents.length - off.length} of ${documents.length}`,
      ].join('\n'),
    );
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(off.filter((file) => !(numberOf(file) in shortfalls))).toEqual([]);
    expect(off.length).toBeLessThanOrEqual(documents.length / 10);
  });
});
