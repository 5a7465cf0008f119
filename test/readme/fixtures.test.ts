/** The project's own READMEs, in every shape that people use: what is read of each against what is expected. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReadme } from '../../src/readme/read-readme.js';
import {
  type ExpectedReadme,
  factsAsked,
  kinds,
  missingFacts,
  precision,
  recall,
  type Score,
  scoreKind,
  scorePairs,
  total,
} from '../support/readme-scores.js';

const least = { pairs: 0.95, rest: 0.9 };

const folder = path.join(import.meta.dirname, '../fixtures/readmes');
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.md') ? [path.basename(file, '.md')] : [],
);

const results = names.map((name) => {
  const expected = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as ExpectedReadme;
  const document = readReadme(readFileSync(path.join(folder, `${name}.md`)));
  const byKind = kinds.map((kind) => ({ kind, score: scoreKind(kind, expected, document) }));
  const missing = missingFacts(expected, document);
  const facts: Score = { right: factsAsked(expected) - missing.length, wrong: [], missing };
  return { name, pairs: scorePairs(expected.pairs, document), byKind, facts };
});

const percent = (share: number) => `${Math.round(share * 100)}`.padStart(4);
const line = (name: string, score: Score) =>
  `${name.padEnd(36)}${percent(precision(score))}${percent(recall(score))}  (${score.right} right, ${score.wrong.length} wrong, ${score.missing.length} missing)`;
const differences = ({ wrong, missing }: Score) => [
  ...wrong.map((what) => `      wrong: ${what}`),
  ...missing.map((what) => `    missing: ${what}`),
];

it('there are at least 25 documents, each with what is expected of it', () => {
  expect(names.length).toBeGreaterThanOrEqual(25);
});

it('prints precision and recall of each (per cent)', () => {
  const lines = results.flatMap(({ name, pairs, byKind, facts }) => {
    const rest = total([...byKind.map(({ score }) => score), facts]);
    return [
      line(`${name}: pairs`, pairs),
      ...differences(pairs),
      line(`${name}: rest`, rest),
      ...byKind.flatMap(({ kind, score }) => differences(score).map((text) => `${text} [${kind}]`)),
      ...differences(facts),
    ];
  });
  console.log(['document                             prec. recall', ...lines].join('\n'));
});

describe('over all documents', () => {
  const meets = (score: Score, bound: number) => {
    expect({ precision: precision(score) >= bound, recall: recall(score) >= bound, ...score }).toMatchObject({
      precision: true,
      recall: true,
    });
  };

  it(`pairs: precision and recall of at least ${least.pairs}`, () => {
    const all = total(results.map(({ pairs }) => pairs));
    console.log(line('all: pairs', all));
    meets(all, least.pairs);
  });

  it.each(kinds)(`%s: precision and recall of at least ${least.rest}`, (kind) => {
    const all = total(
      results.flatMap(({ byKind }) => byKind.filter((each) => each.kind === kind).map(({ score }) => score)),
    );
    console.log(line(`all: ${kind}`, all));
    meets(all, least.rest);
  });

  it(`other facts: at least ${least.rest}`, () => {
    const all = total(results.map(({ facts }) => facts));
    console.log(line('all: facts', all));
    meets(all, least.rest);
  });
});
