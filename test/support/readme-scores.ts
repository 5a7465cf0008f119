/** Compares what was read from a README with what a careful reader expects: precision and recall. */
import type { ReadmeDocument, ReadmeItem, SkipReason } from '../../src/readme/readme-document.js';

/** Expected entries are named by their first six words, without Markdown; shorter ones by all their words. */
export interface ExpectedReadme {
  pairs: { challenge: string; solution: string }[];
  openChallenges: string[];
  technologies: string[];
  concepts: string[];
  practices: string[];
  takeaways: string[];
  collaboration: string[];
  goals: string[];
  resources: string[];
  /** Of sections whose heading names both. */
  practicesOrTakeaways?: string[];
  /** Goals that are done. */
  done?: string[];
  /** The sub-group of an entry. */
  sections?: Record<string, string>;
  /** Reasons that must be given; there may be others. */
  skipped?: SkipReason[];
  /** What no entry may contain. */
  absent?: string[];
  /** The beginnings of what is offered for the profile. */
  profile?: Partial<Record<'track' | 'objective' | 'repository' | 'projectName' | 'summary', string>>;
}

/** What was found and expected (`right`), only found (`wrong`: its names) and only expected (`missing`). */
export interface Score {
  right: number;
  wrong: string[];
  missing: string[];
}

export const kinds = [
  'openChallenges',
  'technologies',
  'concepts',
  'practices',
  'takeaways',
  'collaboration',
  'goals',
  'resources',
] as const;
export type Kind = (typeof kinds)[number];

const kindOf = {
  technology: 'technologies',
  concept: 'concepts',
  practice: 'practices',
  takeaway: 'takeaways',
  collaboration: 'collaboration',
  goal: 'goals',
  resource: 'resources',
} as const;

/** The words of a text for comparison: without Markdown, punctuation at their ends and case. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`\\]/g, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}+#]+|[^\p{L}\p{N}+#]+$/gu, ''))
    .filter((word) => word !== '');
}

/** Whether `texts` together start with the expected words, or one of them contains them; three words or more may be anywhere. */
export function saysFirst(expected: string, ...texts: string[]): boolean {
  const wanted = wordsOf(expected).slice(0, 6);
  if (wanted.length === 0) return false;
  const within = (words: readonly string[], start: number) =>
    wanted.every((word, at) => words[start + at] === word);
  return [...texts, texts.join(' ')].map(wordsOf).some((words) => {
    if (wanted.length < 3) return within(words, 0);
    return words.some((_word, start) => within(words, start));
  });
}

/** Matches each expected thing with at most one that was found. */
export function score<Expected, Found>(
  expected: readonly Expected[],
  found: readonly Found[],
  matches: (expected: Expected, found: Found) => boolean,
): { right: number; wrong: Found[]; missing: Expected[] } {
  const left = [...found];
  const missing = expected.filter((each) => {
    const at = left.findIndex((other) => matches(each, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { right: expected.length - missing.length, wrong: left, missing };
}

const isPair = (item: ReadmeItem) => item.type === 'challenge' && item.solution !== null;

export function scorePairs(
  expected: readonly { challenge: string; solution: string }[],
  document: ReadmeDocument,
): Score {
  const { right, wrong, missing } = score(expected, document.items.filter(isPair), (pair, item) => {
    return saysFirst(pair.challenge, item.title, item.body) && saysFirst(pair.solution, item.solution ?? '');
  });
  return {
    right,
    wrong: wrong.map(({ title, solution }) => `${title} ⇒ ${solution}`),
    missing: missing.map(({ challenge, solution }) => `${challenge} ⇒ ${solution}`),
  };
}

/** The entries of one kind. What may be either of two kinds is expected as the kind it was given. */
export function scoreKind(kind: Kind, expected: ExpectedReadme, document: ReadmeDocument): Score {
  const items = document.items.filter((item) => {
    if (item.type === 'challenge') return kind === 'openChallenges' && item.solution === null;
    return item.kind !== null && kindOf[item.kind] === kind;
  });
  const isNamed = (name: string, item: ReadmeItem) => saysFirst(name, item.title, item.body);
  const either = (expected.practicesOrTakeaways ?? []).filter((name) => {
    const given = document.items.find((item) => isNamed(name, item))?.kind;
    return kind === (given === 'takeaway' ? 'takeaways' : 'practices');
  });
  const { right, wrong, missing } = score([...expected[kind], ...either], items, isNamed);
  return { right, wrong: wrong.map(({ title }) => title), missing };
}

/** What is expected besides entries: sub-groups, done goals, reasons for skipping, the profile, nothing private. */
export function missingFacts(expected: ExpectedReadme, document: ReadmeDocument): string[] {
  const { items, skipped, profile } = document;
  const itemNamed = (name: string) => items.find((item) => saysFirst(name, item.title, item.body));
  const reasons = new Set(skipped.map(({ reason }) => reason));
  const everything = JSON.stringify(items).toLowerCase();
  return [
    ...Object.entries(expected.sections ?? {})
      .filter(([name, section]) => !saysFirst(section, itemNamed(name)?.section ?? ''))
      .map(([name, section]) => `${name} in ${section}, not ${itemNamed(name)?.section ?? 'any'}`),
    ...(expected.done ?? [])
      .filter((name) => itemNamed(name)?.isDone !== true)
      .map((name) => `${name} is done`),
    ...(expected.skipped ?? [])
      .filter((reason) => !reasons.has(reason))
      .map((reason) => `skipped: ${reason}`),
    ...(expected.absent ?? [])
      .filter((text) => everything.includes(text.toLowerCase()))
      .map((text) => `not: ${text}`),
    ...Object.entries(expected.profile ?? {})
      .filter(([fact, value]) => {
        const given = profile[fact as keyof typeof profile];
        return given === null || !(given === value || saysFirst(value, given));
      })
      .map(([fact, value]) => `profile: ${fact} ${value}`),
  ];
}

/** How many facts `missingFacts` checks. */
export const factsAsked = ({
  sections = {},
  done = [],
  skipped = [],
  absent = [],
  profile = {},
}: ExpectedReadme) =>
  Object.keys(sections).length + done.length + skipped.length + absent.length + Object.keys(profile).length;

export const total = (scores: readonly Score[]): Score => ({
  right: scores.reduce((sum, { right }) => sum + right, 0),
  wrong: scores.flatMap(({ wrong }) => wrong),
  missing: scores.flatMap(({ missing }) => missing),
});

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
export const precision = ({ right, wrong }: Score) => share(right, right + wrong.length);
export const recall = ({ right, missing }: Score) => share(right, right + missing.length);
