/** The labelled set that retrieval is measured with: what it holds, and how good what was found is. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface RetrievalSet {
  /** In the order in which they are posted. */
  entries: readonly {
    id: string;
    type: 'challenge' | 'learning';
    kind?: string;
    title: string;
    details: string;
    tags?: string;
    solution?: string;
  }[];
  drafts: readonly {
    id: string;
    class: string;
    title: string;
    details: string;
    tags: string;
    grades: Grades;
  }[];
  queries: readonly { id: string; query: string; grades: Grades; not?: readonly string[] }[];
  typed: readonly { id: string; command: string; typed: string; means: readonly string[] }[];
}

/** 2 answers it, 1 helps. */
type Grades = Readonly<Record<string, number>>;

/** How each is asked; results are ids of entries, the best first. */
export interface Asked {
  /** What a draft is interrupted with, and what is named after it was posted. */
  draft(draft: {
    title: string;
    details: string;
    tags: string;
  }): Promise<{ shown: string[]; named: string[] }>;
  query(query: string): Promise<string[]>;
  typed(command: string, typed: string): Promise<string[]>;
}

/** Parts of 1. */
export interface RetrievalFigures {
  falseAlarms: number;
  recallOfWords: number;
  recallInterrupting: number;
  recallWithNamed: number;
  search: number;
  autocomplete: number;
}

/** Beside the checkout; another one may be named. */
const path =
  process.env['RETRIEVAL_SET'] ??
  fileURLToPath(new URL('../../../shared/retrieval/set.json', import.meta.url));

/** Undefined when it is not there. */
export function readRetrievalSet(): RetrievalSet | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RetrievalSet) : undefined;
}

const shownAtMost = 3;
const successAmong = 5;

/** Asks everything of the set, drafts last, since those that nothing answers are posted. */
export async function measureRetrieval(set: RetrievalSet, asked: Asked): Promise<RetrievalFigures> {
  const queries: boolean[] = [];
  for (const { query, grades, not = [] } of set.queries) {
    const found = (await asked.query(query)).slice(0, successAmong);
    queries.push(found.some((id) => grades[id] === 2) && !found.some((id) => not.includes(id)));
  }
  const typed: boolean[] = [];
  for (const { command, typed: text, means } of set.typed) {
    const found = (await asked.typed(command, text)).slice(0, successAmong);
    typed.push(found.some((id) => means.includes(id)));
  }
  const answered: { isOfWords: boolean; shown: number; withNamed: number }[] = [];
  const alarms: boolean[] = [];
  const challenges = new Set(set.entries.filter(({ type }) => type === 'challenge').map(({ id }) => id));
  for (const draft of set.drafts) {
    const { shown, named } = await asked.draft(draft);
    const answers = Object.keys(draft.grades).filter((id) => draft.grades[id] === 2 && challenges.has(id));
    if (answers.length === 0) {
      alarms.push(shown.length > 0);
      continue;
    }
    const recall = (found: readonly string[]) =>
      answers.filter((id) => found.slice(0, shownAtMost).includes(id)).length /
      Math.min(shownAtMost, answers.length);
    answered.push({
      isOfWords: draft.class === 'words' || draft.class === 'error',
      shown: recall(shown),
      withNamed: recall([...shown, ...named]),
    });
  }
  return {
    falseAlarms: mean(alarms.map(Number)),
    recallOfWords: mean(answered.filter(({ isOfWords }) => isOfWords).map(({ shown }) => shown)),
    recallInterrupting: mean(answered.map(({ shown }) => shown)),
    recallWithNamed: mean(answered.map(({ withNamed }) => withNamed)),
    search: mean(queries.map(Number)),
    autocomplete: mean(typed.map(Number)),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
