/** What texts are inspected for outside the main thread, as plain data: secrets, and the words of AutoMod. */
import type { FoundSecret, Texts } from '../secrets/index.js';
import type { UnreadPatterns } from './auto-moderation-model.js';

/** A task for the thread. `rules` is JSON of the rules, which the thread keeps ready between tasks. */
export type InspectionTask =
  | { kind: 'secrets'; texts: readonly Texts[] }
  | { kind: 'file'; name: string; raw: string; read: unknown }
  | { kind: 'patterns'; rules: string }
  | { kind: 'rules'; rules: string; exempt: readonly number[]; texts: readonly Texts[] };

export interface InspectionAnswers {
  /** For each of the texts the first secret in it. */
  secrets: readonly (FoundSecret | null)[];
  file: FoundSecret | null;
  patterns: UnreadPatterns;
  /** For each of the texts the first rule that stops it. */
  rules: readonly (number | null)[];
}

/** A task of more (UTF-16 units) would keep others waiting for the thread. */
const unitsAtMost = 64 * 1024;

/** The texts in portions, each small enough for one task. */
export function portioned(texts: readonly Texts[]): Texts[][] {
  const portions: Texts[][] = [];
  let left = 0;
  for (const one of texts) {
    const units = Object.values(one).reduce((sum, text) => sum + text.length, 0);
    if (units > left || portions.length === 0) {
      portions.push([]);
      left = unitsAtMost;
    }
    portions.at(-1)?.push(one);
    left -= units;
  }
  return portions;
}

/** Inspects in a thread under limits of time and memory. */
export interface Inspector {
  /** @throws when the thread fails, or does not answer in time */
  inspect<Task extends InspectionTask>(task: Task): Promise<InspectionAnswers[Task['kind']]>;
}
