/** Every sentence of a catalogue, with each function called with the longest values it can plausibly get. */

import { UserError } from '../../src/platform/user-error.js';

/** A place in the catalogue, such as `entries.forms.title`, and what may be read there. */
export interface Sentence {
  path: string;
  /** Several for a function that says different things. */
  texts: readonly string[];
}

const longTitle = 'ß'.repeat(120);
const id = '1234567890123456789';
const many = 1_234_567;
const kinds = ['technology', 'concept', 'practice', 'takeaway', 'collaboration', 'resource', 'goal'];

/** What a parameter of this name gets. A name that is not listed gets a value of every type in turn. */
const samples: Record<string, readonly unknown[]> = {
  number: [999_999],
  challenge: [999_999],
  accepted: [999_999],
  revision: [999],
  count: [0, 1, 2, 7, many],
  page: [999],
  pages: [999],
  weeks: [52],
  days: [6, 7],
  title: [longTitle, ''],
  memberId: [id],
  channelId: [id],
  roleId: [id],
  askerId: [id],
  helperId: [id],
  label: ['ß'.repeat(60)],
  weekday: ['ß'.repeat(10)],
  time: ['23:59'],
  window: ['hour', 'day', 'minute'],
  track: ['backend', 'frontend', 'other'],
  kind: [...kinds, 'private-key', 'address', 'webhook', 'token', 'password', 'key'],
  format: ['markdown', 'json', 'csv'],
  outcome: ['kept', 'hidden', 'removed', 'published', 'declined', 'withdrawn', 'sent', 'skipped'],
  field: ['projectName', 'objective', 'summary'],
  who: ['self', 'bot', 'moderator'],
  part: ['server', 'digest', 'queue', 'outbox', 'commands', 'clock'],
  problem: ['gone', 'everyone', 'managed', 'powerful', 'no-permission', 'above-me'],
  problems: [[new UserError('title-missing', {}), new UserError('link-not-http', {})]],
  why: [
    'automatic',
    'system',
    'empty',
    'closed-channel',
    'author',
    'author-left',
    'gone',
    'no-code',
    'formatted',
  ],
  done: ['added', 'replaced', 'removed'],
  day: [1, 7],
  uses: [['cohort'], ['digest', 'log'], ['cohort', 'digest', 'log']],
  missing: [
    ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'ReadMessageHistory', 'EmbedLinks'],
    ['CreatePrivateThreads', 'CreateEvents'],
  ],
};

/** One of each type, the longest first. */
const anything: readonly unknown[] = [
  'ß'.repeat(60),
  many,
  1,
  0,
  true,
  null,
  new Date('2026-09-23T21:59:00Z'),
  ['ß'.repeat(30), 'ß'.repeat(30), 'ß'.repeat(30)],
  '2026-09-23',
];

type Telling = (...facts: unknown[]) => unknown;

/** All sentences of `catalogue`; `measure` is the English one, whose functions name their parameters. */
export function sentencesOf(catalogue: object, measure: object): Sentence[] {
  const found: Sentence[] = [];
  visit(catalogue, measure, '');
  return found;

  function visit(copy: unknown, english: unknown, path: string): void {
    if (typeof copy === 'string') found.push({ path, texts: [copy] });
    else if (typeof copy === 'function') found.push({ path, texts: told(copy as Telling, String(english)) });
    else if (typeof copy === 'object' && copy !== null)
      for (const [key, part] of Object.entries(copy))
        visit(part, (english as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`);
  }
}

/** Everything a function says to its samples; calls that it cannot make sense of are left out. */
function told(say: Telling, source: string): string[] {
  const texts = new Set<string>();
  for (const facts of combinations(parametersOf(source))) {
    const said = attempt(say, facts);
    for (const text of stringsIn(said))
      if (!/undefined|NaN|Infinity|\[object|\bnull\b|Invalid Date/u.test(text)) texts.add(text);
  }
  return [...texts];
}

function attempt(say: Telling, facts: readonly unknown[]): unknown {
  try {
    return say(...facts);
  } catch {
    return undefined;
  }
}

function stringsIn(said: unknown): string[] {
  if (typeof said === 'string') return [said];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(stringsIn) : [];
}

/** A name, or the names of the properties that are taken out of an object. */
type Parameter = string | readonly string[];

/** The parameters of an arrow function by its source. */
function parametersOf(source: string): Parameter[] {
  const one = /^(\w+)\s*=>/u.exec(source)?.[1];
  if (one) return [one];
  const list = /^\(([^]*?)\)\s*=>/u.exec(source)?.[1] ?? '';
  return [...list.matchAll(/\{([^}]*)\}|(\w+)/gu)].map(([, properties, name]) =>
    properties === undefined
      ? String(name)
      : properties
          .split(',')
          .map((property) => property.split(':')[0]?.trim() ?? '')
          .filter(Boolean),
  );
}

/** Every combination of samples. */
function combinations(parameters: readonly Parameter[]): unknown[][] {
  return parameters.reduce<unknown[][]>(
    (begun, parameter) => begun.flatMap((facts) => valuesOf(parameter).map((value) => [...facts, value])),
    [[]],
  );
}

function valuesOf(parameter: Parameter): readonly unknown[] {
  if (typeof parameter === 'string')
    return samples[parameter] ?? [...anything, factsOf('kept'), factsOf(many)];
  return combinations(parameter).map((values) =>
    Object.fromEntries(parameter.map((name, at) => [name, values[at]])),
  );
}

/** An object that sentences about an entry, a member or figures can take apart. */
function factsOf(entries: 'kept' | number): object {
  return {
    entry: `**#999999** ${longTitle}`,
    subjectId: id,
    facts: { until: '2026-09-23T21:59:00Z' },
    after: {
      entries,
      until: '2026-09-23T21:59:00Z',
      dueAt: '2026-09-23T21:59:00Z',
      format: 'markdown',
    },
    learning: many,
    challenge: many,
    solution: many,
    asked: many,
    solved: many,
    unanswered: many,
    firstSolution: { median: 5_000_000, p90: 500_000_000 },
    week: many,
    fourWeeks: many,
    ever: many,
    line: 'ß'.repeat(80),
    lineNumber: 99_999,
    kind: 'key',
    service: 'ß'.repeat(20),
  };
}
