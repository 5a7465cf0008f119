/** Inspects texts, task by task, and keeps rules ready that were used lately. */
import { secretInFile, secretInTexts } from '../secrets/index.js';
import type { UnreadPatterns, WordRule } from './auto-moderation-model.js';
import type { InspectionAnswers, InspectionTask } from './inspection.js';
import { comparable } from './keyword-matcher.js';
import { type ReadyRule, readyRule } from './word-rule.js';

/** Guilds whose rules are kept ready; a guild's thousands of keywords take some MiB. */
const guildsAtMost = 8;

export class Inspecting {
  private readonly ready = new Map<string, readonly ReadyRule[]>();

  take(task: InspectionTask): InspectionAnswers[keyof InspectionAnswers] {
    switch (task.kind) {
      case 'secrets':
        return task.texts.map((texts) => secretInTexts(texts) ?? null);
      case 'file':
        return secretInFile(task.name, task.raw, task.read) ?? null;
      case 'patterns':
        return unreadOf(this.rulesOf(task.rules));
      case 'rules': {
        const rules = this.rulesOf(task.rules);
        return task.texts.map((texts) => {
          const all = Object.values(texts).map((text) => [text, comparable(text)] as const);
          const index = rules.findIndex(
            ({ stops }, place) =>
              !task.exempt.includes(place) && all.some(([text, words]) => stops(text, words)),
          );
          return index < 0 ? null : index;
        });
      }
    }
  }

  private rulesOf(json: string): readonly ReadyRule[] {
    const known = this.ready.get(json) ?? (JSON.parse(json) as WordRule[]).map(readyRule);
    // What was asked for last is forgotten last.
    this.ready.delete(json);
    this.ready.set(json, known);
    const [oldest] = this.ready.keys();
    if (this.ready.size > guildsAtMost && oldest !== undefined) this.ready.delete(oldest);
    return known;
  }
}

function unreadOf(rules: readonly ReadyRule[]): UnreadPatterns {
  return rules.reduce(
    (sum, { unread }) => ({
      unknown: sum.unknown + unread.unknown,
      tooLarge: sum.tooLarge + unread.tooLarge,
    }),
    { unknown: 0, tooLarge: 0 },
  );
}
