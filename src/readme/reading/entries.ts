/** A section's learnings: each bullet, line, row or heading below it that names one. */
import type { LearningKind } from '../entry-shape.js';
import { markdownOf, type Passage } from '../passages/passages.js';
import { plainText, type RichText } from '../passages/rich-text.js';
import { type Definition, definitionIn, isNameLike } from './definitions.js';
import { bodyOf, linkOf, shortTitle, titleWords, withLeadIn } from './entry-texts.js';
import { isFact } from './facts.js';
import type { Learning, Place } from './learning.js';
import { isTechnologyName } from './named-technology.js';
import { bareHeading, learnedKinds, senseOf } from './section-kinds.js';
import { rowEntries } from './table-entries.js';
import { technologiesIn, technologyNamed } from './technologies.js';

/** Names of things and what is said of them, rather than sentences. */
const namingKinds: ReadonlySet<LearningKind> = new Set(['technology', 'concept', 'resource']);

/** The learnings of passages that stand in one section. */
export function learningsIn(passages: readonly Passage[], place: Place): Learning[] {
  const paragraphs = reflection(passages, place);
  if (paragraphs) return [paragraphs];
  const hasItems = passages.some(({ shape }) => shape !== 'line' && shape !== 'code');
  const learnings: Learning[] = [];
  let leadIn: RichText | null = null;
  const areGroups = mostlyGroups(passages, place);
  for (const each of grouped(passages, place.kind)) {
    if (isFact(each) || (each.isStruck && place.kind !== 'goal')) continue;
    if (each.shape === 'line') {
      const found = hasItems ? definedLine(each, passages, place) : ofLine(each, passages, place);
      learnings.push(...found);
      if (found.length === 0) leadIn = each.text;
    } else if (each.shape === 'heading' && !areGroups && !isGroupForSure(each))
      learnings.push(...ofHeading(each, place, true));
    else if (each.shape === 'bullet') learnings.push(...ofBullet(each, place, leadIn));
    else if (each.shape === 'heading') learnings.push(...ofHeading(each, place));
    else if (each.shape === 'table') learnings.push(...rowEntries(each, place));
    else if (each.shape === 'code') {
      const last = learnings.at(-1);
      if (last && last.body !== '') last.body = bodyOf(last.body, each.code);
    }
  }
  const named = learnings.filter(({ title }) => /[\p{L}\p{N}]/u.test(title));
  return named.length === 0 && place.kind === 'technology' ? namedInProse(passages, place) : named;
}

/** The technologies that badges among passages name. */
export function badgesIn(passages: readonly Passage[]): Learning[] {
  const place: Place = { kind: 'technology', section: null };
  const names = passages
    .flatMap(({ shape, rows }) => (shape === 'badges' ? (rows[0] ?? []) : []))
    .map(titleWords);
  return names.filter(isTechnologyName).map((name) => learning(place, name, ''));
}

/** Paragraphs that reflect on a whole are one learning, and not one a paragraph. */
function reflection(passages: readonly Passage[], place: Place): Learning | null {
  const lines = passages.filter((each) => each.shape === 'line' && !isFact(each));
  const [first] = lines;
  const length = lines.reduce((sum, { text }) => sum + text.plain.length, 0);
  const isProse = lines.length === passages.length && length > lines.length * longLine;
  const isDefined = ({ text }: Passage) => (definitionIn(text, false)?.meaning.plain ?? '').trim() !== '';
  if (!first || !isProse || namingKinds.has(place.kind) || lines.some(isDefined)) return null;
  const [sentence = ''] = /^.*?[.!?](?=\s|$)/su.exec(first.text.plain) ?? [first.text.plain];
  return learning(place, titleWords(plainText(sentence)), bodyOf(markdownOf(lines)));
}

/** Lines that are longer than this on average are paragraphs (characters). */
const longLine = 100;

/** 'I used Python for scripts, Django for …': technologies told in sentences are the names in them. */
function namedInProse(passages: readonly Passage[], place: Place): Learning[] {
  if (passages.some(({ shape }) => shape !== 'line')) return [];
  const names = technologiesIn(passages.map(({ text }) => text.plain).join('\n'));
  return names.length >= 2 ? names.map((name) => learning(place, name, '')) : [];
}

/** Bullets of which only the first is a name, and the others say something of it, below that first one. */
function grouped(passages: readonly Passage[], kind: LearningKind): Passage[] {
  if (kind !== 'technology' && kind !== 'concept') return [...passages];
  const isOwn = (words: string): boolean =>
    !/[:：]\s*$/u.test(words) && (kind === 'technology' ? isTechnologyName(words) : isNameLike(words));
  const lists: Passage[][] = [];
  for (const each of passages) {
    const list = lists.at(-1);
    if (each.shape === 'bullet' && !each.isFirst && list?.[0]?.shape === 'bullet') list.push(each);
    else lists.push([each]);
  }
  return lists.flatMap((list) => {
    const [first, ...rest] = list;
    const isOne =
      first?.shape === 'bullet' &&
      rest.length > 0 &&
      definitionIn(first.text, false) !== null &&
      first.text.leadEnd > 0 &&
      rest.every(({ text }) => text.leadEnd === 0 && !isOwn(text.plain));
    return isOne ? [{ ...first, children: [...first.children, ...rest] }] : list;
  });
}

function ofBullet(bullet: Passage, place: Place, leadIn: RichText | null): Learning[] {
  const { text, children } = bullet;
  const definition = definitionOf(text, place);
  const isBare = !definition || definition.meaning.plain.trim() === '';
  if (isBare && isCategory(bullet, place)) {
    return learningsIn(children, { ...place, section: place.section ?? shortTitle(titleWords(text)) });
  }
  const listed = !definition && namingKinds.has(place.kind) ? namesListed(text) : null;
  if (listed && bullet.isAlone && children.length === 0)
    return listed.map((name) => learning(place, name, ''));
  const below = markdownOf(children);
  if (definition) {
    return [
      {
        ...learning(place, titleWords(definition.name), bodyOf(definition.meaning.markdown(), below)),
        link: linkOf(text),
      },
    ];
  }
  const words = titleWords(text);
  const sentence = withLeadIn(leadIn, text);
  const own = sentence ?? (words === shortTitle(words) ? '' : text.markdown());
  return [
    {
      ...learning(place, words, bodyOf(own, below)),
      link: linkOf(text),
      isDone: place.kind === 'goal' && bullet.isDone === true,
    },
  ];
}

/** 'Measure first: my guess was wrong' is a sentence; 'Testing: Write tests first' names what it is about. */
function definitionOf(text: RichText, { kind }: Place): Definition | null {
  const definition = definitionIn(text, namingKinds.has(kind));
  const isSentence =
    definition !== null &&
    !namingKinds.has(kind) &&
    text.leadEnd === 0 &&
    /^\p{Ll}/u.test(definition.meaning.plain);
  return isSentence ? null : definition;
}

/** Whether a bullet only names a group of those below it. */
function isCategory({ text, children }: Passage, { kind, section }: Place): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  if (bullets.length < 2 || section !== null || !isNameLike(text.plain.replace(/[:：]\s*$/u, '')))
    return false;
  if (kind === 'technology') {
    return (
      !isTechnologyName(titleWords(text)) && share(bullets, (each) => isTechnologyName(nameOf(each))) > 0.5
    );
  }
  return kind !== 'concept' && text.leadEnd === 0;
}

function nameOf({ text }: Passage): string {
  return titleWords(definitionIn(text, true)?.name ?? text);
}

function share(passages: readonly Passage[], has: (each: Passage) => boolean): number {
  return passages.length === 0 ? 0 : passages.filter(has).length / passages.length;
}

/** A heading that is an entry itself, with what is below it as its body, or one that groups entries. */
function ofHeading(heading: Passage, place: Place, isItem = false): Learning[] {
  const title = bareHeading(heading.text.plain);
  if (!isItem && groups(heading, place)) {
    return learningsIn(heading.children, { ...place, section: place.section ?? shortTitle(title) });
  }
  const words = titleWords(plainText(title));
  const isOnlyCode = heading.children.length > 0 && heading.children.every(({ shape }) => shape === 'code');
  if (isOnlyCode && !isTechnologyName(words)) return [];
  return [{ ...learning(place, words, bodyOf(markdownOf(heading.children))), link: linkOf(heading.text) }];
}

/** What headings of one section are is decided for all of them: three of four that are items make the fourth one. */
function mostlyGroups(passages: readonly Passage[], place: Place): boolean {
  if (place.kind !== 'technology' && place.kind !== 'concept') return true;
  const headings = passages.filter(
    (each) => each.shape === 'heading' && each.children.length > 0 && !isGroupForSure(each),
  );
  return headings.length < 3 || headings.filter((each) => groups(each, place)).length * 2 > headings.length;
}

/** Headings that name a section, or stand above a table. */
function isGroupForSure({ text, children }: Pick<Passage, 'text' | 'children'>): boolean {
  const sense = senseOf(bareHeading(text.plain));
  const isNamed = sense?.isSure === true && sense.coverage >= 0.8 && learnedKinds.has(sense.kind);
  return children.some(({ shape }) => shape === 'table') || (isNamed && children.length > 0);
}

function groups({ text, children }: Passage, { kind }: Place): boolean {
  const bullets = children.filter(({ shape }) => shape === 'bullet');
  const headings = children.filter(({ shape }) => shape === 'heading');
  const isName = isTechnologyName(bareHeading(text.plain));
  if (isGroupForSure({ text, children })) return true;
  if (kind === 'technology') {
    if (headings.length > 0 && !isName) return true;
    const named = share(bullets, (each) => isTechnologyName(nameOf(each)));
    const defined = share(bullets, ({ text: own }) => definitionIn(own, true) !== null);
    if (bullets.length === 0) return false;
    if (technologyNamed(bareHeading(text.plain)) !== undefined) return named > 0.6 && bullets.length > 1;
    return (
      named > (isName ? 0.6 : 0.5) || (defined >= (isName ? 1 : 0.6) && bullets.length >= (isName ? 3 : 1))
    );
  }
  if (kind === 'concept') {
    if (headings.length >= 2) return true;
    const defined = bullets.filter(({ text: own }) => definitionIn(own, false) !== null);
    const bold = defined.filter(({ text: own }) => own.leadEnd > 0).length;
    if (bold > 0 && bold >= bullets.length * 0.6) return true;
    return defined.length >= 3 && defined.length >= bullets.length * 0.75;
  }
  return bullets.length > 0 || headings.length > 0;
}

/** Among bullets a line is an entry only where several lines define something. */
function definedLine(line: Passage, passages: readonly Passage[], place: Place): Learning[] {
  const isDefined = (each: Passage): boolean => {
    const definition = each.shape === 'line' ? definitionIn(each.text, false) : null;
    return definition !== null && definition.meaning.plain.trim() !== '';
  };
  return isDefined(line) && passages.filter(isDefined).length >= 2 ? ofDefinition(line, place) : [];
}

function ofDefinition({ text, children }: Passage, place: Place): Learning[] {
  const definition = definitionOf(text, place);
  if (!definition) return [];
  const body = bodyOf(definition.meaning.markdown(), markdownOf(children));
  return [{ ...learning(place, titleWords(definition.name), body), link: linkOf(text) }];
}

/** A line of a section that has nothing but lines. */
function ofLine(line: Passage, passages: readonly Passage[], place: Place): Learning[] {
  const words = titleWords(line.text);
  const lines = passages.filter(({ shape }) => shape === 'line');
  const defined = ofDefinition(line, place);
  if (defined.length > 0 && defined[0]?.body !== '') return defined;
  if (/[:：]\s*$/u.test(line.text.plain)) return [];
  if (place.kind === 'technology') {
    const listed = namesListed(line.text);
    if (listed) return listed.map((name) => learning(place, name, ''));
    // '**Docker** packaged my services.'
    const lead = line.text.slice(0, line.text.leadEnd);
    const isNamed = isTechnologyName(lead.plain) || lines.every(({ text }) => text.leadEnd > 0);
    if (!line.text.isBold && lead.plain !== '' && isNamed)
      return [learning(place, titleWords(lead), bodyOf(line.text.markdown()))];
    return isNameLike(words) ? [learning(place, words, '')] : [];
  }
  const concepts = place.kind === 'concept' && lines.length === 1 ? namesListed(line.text) : null;
  if (concepts) return concepts.map((name) => learning(place, name, ''));
  if (place.kind === 'concept')
    return isNameLike(words) && lines.length > 1 ? [learning(place, words, '')] : [];
  if (lines.length > 1 && line === lines[0] && introduces.test(line.text.plain)) return [];
  // Two words alone are no sentence; among other lines they are one of a list.
  if (words.split(/\s+/).length < (lines.length > 1 ? 2 : 3)) return [];
  return [learning(place, words, words === shortTitle(words) ? '' : bodyOf(line.text.markdown()))];
}

/** A first line that speaks of the section itself. */
const introduces =
  /^(?:(?:in )?this (?:section|project|program|repository|document)|the following|below|here (?:are|is)|these are|throughout|some of|voici|cette section|ce document|ci-dessous)\b/iu;

/** 'Python, Django, Docker' as its names; null when it is no list of names. */
function namesListed(text: RichText): string[] | null {
  const codes = text.pieces.filter(({ markdown }) => markdown.startsWith('`'));
  const isOnlyCode = text.pieces.every((piece) => codes.includes(piece) || /^[\s,·|•]*$/u.test(piece.plain));
  if (isOnlyCode && codes.length >= 2) return codes.map(({ plain }) => titleWords(plainText(plain)));
  if (text.leadEnd > 0 && !text.isBold) return null;
  const names = text.plain
    .replace(/,?\s(?:and|et|&|e|y|und)\s(?=[^,]{1,30}$)/iu, ', ')
    .split(/\s*(?:[,،;፣]\s*)+(?=\p{L})|\s*[•|·]\s+/u)
    .map((name) => titleWords(plainText(name.replace(/^(?:and|et)\s+|\.$/gi, ''))));
  const areNames = names.every((name) => name !== '' && isNameLike(name) && name.split(/\s+/).length <= 4);
  return names.length >= 3 && areNames ? names : null;
}

function learning({ kind, section }: Place, title: string, body: string): Learning {
  const short = shortTitle(title);
  const whole = short === title || body.includes(title.slice(0, 40)) ? body : bodyOf(title, body);
  return { kind, title: short, body: whole, link: null, section, isDone: false };
}
