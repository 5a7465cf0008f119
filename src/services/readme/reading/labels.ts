/** 'Problem:', 'How I solved it –', 'Défi 2 :' … found in words, with the text that each one opens. */
import { plainText, type RichText } from '../passages/rich-text.js';

/** What the text behind a label is of a pair. */
export type PairRole = 'problem' | 'detail' | 'solution' | 'extra';

const subject = String.raw`(?:the |my |our |key |main |technical |biggest |core |initial |final |proposed |implemented |le |la |les |l['’]|mon |ma |notre )?`;
const verbs = String.raw`(?:solv|fix|handl|overc[ao]m|resolv|address|tackl|approach|deal|did|manag)\w*`;
const rest = String.raw`(?: (?:faced|encountered|statement|description|proposed|adopted|solved|implemented|applied|found|used|taken|rencontrée?s?|apportée?s?|adoptée?s?|proposée?s?|appliquée?s?|mise? en (?:œuvre|place)|trouvée?s?|retenue?s?))?`;

/** Of two that begin alike the longer comes first. */
const labels: readonly [PairRole, string][] = [
  [
    'problem',
    String.raw`challenges?|problems?|issues?|difficult(?:y|ies)|obstacles?|hurdles?|struggles?|roadblocks?|pain points?|stumbling blocks?|bottlenecks?|complications?|setbacks?|pitfalls?|bugs?|errors?|symptoms?|blockers?|where (?:i|we) got stuck|faced|encountered|situation|scenario|questions?|q|d[ée]fis?|probl[èe]mes?|difficult[ée]s?|blocages?|erreurs?|what (?:happened|went wrong|broke)`,
  ],
  [
    'solution',
    String.raw`(?:how|what) (?:i|we) (?:${verbs})(?: (?:it|this|that|them|to fix it|about it))?|how (?:i|we) (?:got (?:past|around|out of|through)|dealt with) (?:it|this|that|them)|how (?:it was |was it )?(?:solved|fixed|handled|resolved|overcome|addressed)|what (?:worked|helped|fixed it)|strateg(?:y|ies)|solutions?|fix(?:es)?|resolutions?|resolved|workarounds?|answers?|a|remed(?:y|ies)|mitigations?|approach|actions?(?: taken)?|steps? taken|way out|counter-?measures?|breakthroughs?|solved(?: by| with)?|fixed(?: by| with)?|over(?:come|came) by|r[ée]solutions?|r[ée]ponses?|correctifs?|ce que j['’]ai fait|comment (?:je|nous|on) (?:les |l[’' ]?)(?:ai|avons|a) (?:r[ée]solu|surmont|corrig|contourn|r[ée]gl|g[ée]r|trait)\p{L}*|ma solution`,
  ],
  [
    'detail',
    String.raw`root causes?|causes?|context|contexte|details?|description|logs?|what i tried|cause racine|why(?: it happened)?`,
  ],
  [
    'extra',
    String.raw`outcomes?|results?|r[ée]sultats?|lessons?(?: learned| learnt)?|le[çc]ons?(?: apprises?| retenues?)?|(?:what )?i learned|what (?:i|we) learne?[dt]|ce que j['’]ai appris|takeaways?|key takeaways?|learnings?|key learnings?|tools?(?: used)?|technolog(?:y|ies)(?: used)?|architecture|implementation|measures?|alternatives?|advanced(?: solution)?|benefits?|advantages?|code|example|prevention|next time|impact`,
  ],
];

const roleOf = new Map<number, PairRole>();
const alternatives = labels
  .map(([role, words], index) => {
    roleOf.set(index, role);
    return `(?<${role}>${words})`;
  })
  .join('|');
const ordinal = String.raw`(?:\s*(?:#|n[o°]\.?\s*)?\d{1,2})?`;
const aside = String.raw`(?:\s*\([^()]{1,60}\))?`;
const ornament = String.raw`(?:[^\p{L}\p{N}\s]|\s|\d{1,2}[.)]\s){0,10}`;

const atStart = new RegExp(
  String.raw`^${ornament}${subject}(?:${alternatives})${rest}(?<number>${ordinal})${aside}\s*(?:(?<colon>[:：]|=>|->|→|➡️?)|\s(?<dash>[–—-])\s|(?<end>[?.]?\s*$))\s*`,
  'iu',
);
const within = new RegExp(
  String.raw`(?:(?<=^|[\s.;,!?)|/–—→-])|(?<=[\p{Ll}\p{Extended_Pictographic}]))(?:[^\p{L}\p{N}\s]\ufe0f?\s?)?(?<word>(?:The |My |Our )?(?:Challenge|Problem|Issue|Solution|Fix|Resolution|Outcome|Result|Lesson(?: learned)?|Root [Cc]ause|Cause|D[ée]fi|Probl[èe]me|R[ée]solution|How I (?:solved|fixed) it|How we (?:solved|fixed) it|Answer))\s*[:：]\s*`,
  'gu',
);

export interface Segment {
  role: PairRole | null;
  /** The label as it stands there, without colon and number; empty where there is none. */
  label: string;
  /** 'Challenge 3' is numbered. */
  isNumbered: boolean;
  text: RichText;
}

/** Whether words begin with the label of a problem or a solution, or are one. */
export function isPairLabel(words: string): boolean {
  const role = labelAt(words)?.role;
  return role === 'problem' || role === 'solution';
}

/** Whether words are 'Challenges' or 'Solutions' alone, which name a section. */
export function isPlainPlural(words: string): boolean {
  return /^[^\p{L}]*(?:challenges|problems|issues|difficulties|obstacles|solutions|fixes|resolutions|d[ée]fis|probl[èe]mes|difficult[ée]s)[^\p{L}]*$/iu.test(
    words,
  );
}

interface Found {
  role: PairRole;
  label: string;
  isNumbered: boolean;
  end: number;
}

function labelAt(words: string): Found | null {
  const match = atStart.exec(words.slice(0, 160));
  const groups = match?.groups;
  if (!match || !groups) return null;
  const role = labels.map(([each]) => each).find((each) => groups[each] !== undefined);
  const label = role && groups[role];
  if (!role || !label) return null;
  // One letter is a label only with a colon, and a dash behind an unbold word is a sentence.
  if (label.length === 1 && groups['colon'] === undefined) return null;
  return { role, label: label.toLowerCase(), isNumbered: groups['number'] !== '', end: match[0].length };
}

/** Sections are asked for their labels more than once, and a text's labels never change. */
const segmentsByText = new WeakMap<RichText, Segment[]>();

/** The text cut at its labels; one segment without a role when there is none. */
export function segmentsOf(text: RichText): readonly Segment[] {
  const known = segmentsByText.get(text) ?? cutAtLabels(text);
  segmentsByText.set(text, known);
  return known;
}

function cutAtLabels(text: RichText): Segment[] {
  const words = text.plain;
  const first = labelAt(words);
  const cuts: { start: number; found: Found | null }[] = [{ start: 0, found: first }];
  if (first || /(?:Solution|Fix|Resolution|R[ée]solution|solved it)\s*[:：]/u.test(words)) {
    for (const match of words.matchAll(within)) {
      if (match.index < (first?.end ?? 1)) continue;
      const found = labelAt(`${match.groups?.['word'] ?? ''}:`);
      if (found) cuts.push({ start: match.index, found: { ...found, end: match.index + match[0].length } });
    }
  }
  return cuts.flatMap(({ start, found }, index): Segment[] => {
    const end = cuts[index + 1]?.start ?? words.length;
    const body = trimmed(text, found?.end ?? start, end, index < cuts.length - 1);
    if (!found && body.plain === '') return [];
    return [
      {
        role: found?.role ?? null,
        label: found?.label ?? '',
        isNumbered: found?.isNumbered ?? false,
        text: body,
      },
    ];
  });
}

/** A part of a text without white space around it, nor the dash or arrow that led to the next label. */
function trimmed(text: RichText, from: number, to: number, isFollowed: boolean): RichText {
  const part = text.plain.slice(from, to);
  const kept = isFollowed ? part.replace(/[\s|;,–—→>=-]+$/u, '') : part.trimEnd();
  const start = from + kept.length - kept.trimStart().length;
  return kept.trim() === '' ? plainText('') : text.slice(start, from + kept.length);
}
