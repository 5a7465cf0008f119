/** Labels that no list knows: told by their position, by their return, or by the known label that they stand beside. */
import type { Passage } from '../passages/passages.js';
import { plainText, type RichText } from '../passages/rich-text.js';
import { definitionIn } from './definitions.js';
import { beginsWithSolution } from './pair-prose.js';
import { wordsIn } from './section-kinds.js';
import type { Part } from './unit.js';

/** A label's words, and what it opens; the text is empty where the label stands alone above it. */
interface Lead {
  label: string;
  text: RichText;
}

/** Most words of a label without any mark. */
const longestPlainLabel = 6;

/** Labels nobody listed: the first opens the problem, the second what was done, whatever they are called. */
export function byPosition(parts: readonly Part[]): readonly Part[] {
  const leads = parts.map((part) => (part.role === null ? leadOf(part) : null));
  if (new Set(leads.map((lead) => lead?.label ?? '')).size < (leads.includes(null) ? 3 : 2)) return parts;
  let order = 0;
  return parts.map((part, index) => {
    const lead = leads[index];
    if (!lead) return part;
    order++;
    return { ...part, text: lead.text, role: order === 1 ? 'problem' : 'solution', label: part.text.plain };
  });
}

/** Whether a text begins with a marked word and a colon, or is one. */
export function isUnknownLabel(text: RichText): boolean {
  return markedLeadIn(text) !== null;
}

/** Whether a line begins with a few words and a colon, or a dash. */
export function hasPlainLabel({ shape, text }: Passage): boolean {
  return plainLeadIn(shape, text) !== null;
}

/** The same two unknown words before every problem and every answer, or more than two of them. */
export function hasRepeatedLabels(parts: readonly Part[]): boolean {
  return repeatedLabels(parts) !== null;
}

/** Parts with the roles that their labels' order tells, where no label is known and the same ones return. */
export function labelledByRepetition(parts: readonly Part[]): readonly Part[] {
  const order = parts.some(({ role }) => role !== null) ? null : repeatedLabels(parts);
  if (!order) return completed(parts);
  return parts.map((part): Part => {
    const lead = anyLead(part);
    const at = lead ? order.indexOf(lead.label) : -1;
    if (!lead || at < 0) return part;
    return { ...part, ...lead, role: at === 0 ? 'problem' : at === 1 ? 'solution' : 'extra' };
  });
}

/**
 * Where problems are labelled and nothing is labelled as what helped, the label that follows them is: 'Problem: …' and
 * 'Put right by: …'. With several problems it has to return; of several such labels one that tells of a deed comes first.
 */
export function completed(parts: readonly Part[]): readonly Part[] {
  const problems = parts.filter(({ role }) => role === 'problem').length;
  if (problems === 0 || parts.some(({ role }) => role === 'solution')) return parts;
  const leads = new Map<Part, Lead>();
  const told = new Map<string, { count: number; deeds: number }>();
  let isOpen = false;
  for (const part of parts) {
    isOpen ||= part.role === 'problem';
    const lead = isOpen && part.role === null ? (markedLead(part) ?? plainLead(part)) : null;
    if (!lead || !hasWords(lead, part)) continue;
    leads.set(part, lead);
    const { count, deeds } = told.get(lead.label) ?? { count: 0, deeds: 0 };
    told.set(lead.label, {
      count: count + 1,
      deeds: deeds + (beginsWithSolution(lead.text.plain) ? 1 : 0),
    });
  }
  const returning = [...told].filter(([, { count }]) => problems === 1 || count * 2 > problems);
  const [solution] = returning.find(([, { count, deeds }]) => deeds * 2 > count) ?? returning[0] ?? [];
  if (solution === undefined) return parts;
  return parts.map((part): Part => {
    const lead = leads.get(part);
    return lead?.label === solution ? { ...part, ...lead, role: 'solution' } : part;
  });
}

/** One word says how bad it was or when, not what was done. */
function hasWords({ text }: Lead, { below }: Part): boolean {
  return text.plain.trim() === '' || below.length > 0 || wordsIn(text.plain).length > 1;
}

/** A marked word, or an emoji that a line begins with. */
function leadOf(part: Part): Lead | null {
  return markedLead(part) ?? signLead(part);
}

function signLead({ text, at }: Part): Lead | null {
  const sign =
    at.shape === 'heading' ? null : /^\s*(\p{Extended_Pictographic})\ufe0f?\s*(?=\S)/u.exec(text.plain);
  return sign ? { label: sign[1] ?? '', text: text.slice(sign[0].length) } : null;
}

/** What stands behind a marked word and a colon, or an empty text where it stands alone above what it opens. */
function markedLead({ text, at }: Part): Lead | null {
  if (at.shape === 'heading' && at.children.length > 0)
    return { label: keyOf(text.plain), text: plainText('') };
  return markedLeadIn(text);
}

function markedLeadIn(text: RichText): Lead | null {
  const lead = text.leadEnd;
  if (lead === 0) return null;
  const label = keyOf(text.plain.slice(0, lead));
  const definition = definitionIn(text, false);
  if (definition && definition.meaning.plain.trim() !== '') return { label, text: definition.meaning };
  return lead >= text.plain.trim().length - 1 && text.plain.length <= 60
    ? { label, text: plainText('') }
    : null;
}

/** 'Put right by: …' without any mark. */
function plainLead({ text, at }: Part): Lead | null {
  return plainLeadIn(at.shape, text);
}

function plainLeadIn(shape: Passage['shape'], text: RichText): Lead | null {
  if (shape !== 'line' && shape !== 'bullet') return null;
  const definition = definitionIn(text, true);
  if (!definition || wordsIn(definition.name.plain).length > longestPlainLabel) return null;
  return { label: keyOf(definition.name.plain), text: definition.meaning };
}

function keyOf(label: string): string {
  return wordsIn(label).join(' ');
}

function repeatedLabels(parts: readonly Part[]): string[] | null {
  return repeated(parts, leadOf) ?? repeated(parts, anyLead);
}

/** A marked word, an emoji, or a few words and a colon. */
function anyLead(part: Part): Lead | null {
  return leadOf(part) ?? plainLead(part);
}

function repeated(parts: readonly Part[], lead: (part: Part) => Lead | null): string[] | null {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const found = part.at.shape === 'heading' ? null : lead(part);
    if (found) counts.set(found.label, (counts.get(found.label) ?? 0) + 1);
  }
  const [first, second] = [...counts.values()];
  const isInTurn = first !== undefined && first >= 2 && first === second && counts.size <= 4;
  return isInTurn ? [...counts.keys()] : null;
}
