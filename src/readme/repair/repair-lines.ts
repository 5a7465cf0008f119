/** Single lines that lack what makes them a heading or a bullet. */

import { isPairLabel, isPlainPlural } from '../reading/labels.js';
import { bareHeading, senseOf } from '../reading/section-kinds.js';
import { isBlank, isBlankOrEdge } from './blank-lines.js';

/** Signs that stand for a bullet wherever a line begins with them. */
const bulletSign = /^(\s*)([•●▪◦‣⁃∙·○■□▫❖➢➤►▸»⦁⦿⚫\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf0e0])\s*(?=\S)/u;
/** Signs that are a bullet when the lines beside it begin with the same. */
const repeatedSign = /^(\s*)([–—✓✔✅☑➡→👉🔹🔸▶⭐🟢🔵]\ufe0f?)\s*(?=\S)/u;

/** Lines with another sign before them as bullets; an emoji stays as the item's first character, for it may say something. */
export function repairBullets(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  const signAt = (at: number) => (isCode[at] ? undefined : repeatedSign.exec(lines[at] ?? '')?.[2]);
  const isRepeated = (at: number) => {
    const sign = signAt(at);
    for (const step of [-1, 1]) {
      let beside = at + step;
      if (isBlankOrEdge(lines[beside])) beside += step;
      if (sign !== undefined && signAt(beside) === sign) return true;
    }
    return false;
  };
  const glued = lines.filter((line, at) => !isCode[at] && isGluedBullet(line)).length;
  return lines.flatMap((given, at) => {
    if (isCode[at]) return [given];
    // 'o' and a tab is how word processors write the bullet of a second level.
    const line = given.replace(/^(\s*)o\t\s*(?=\S)/, '$1- ');
    if (bulletSign.test(line)) return splitBullets(line.replace(bulletSign, '$1- '));
    if (isRepeated(at)) {
      return [
        line.replace(
          repeatedSign,
          (_whole, indent: string, sign: string) => `${indent}- ${/[–—]/.test(sign) ? '' : `${sign} `}`,
        ),
      ];
    }
    if (glued >= 2 && isGluedBullet(line)) return [line.replace(/^(\s*[-*+])/, '$1 ')];
    return [line];
  });
}

const listItem = /^\s*(?:[-*+]|\d{1,2}[.)])\s+\S/;

/** `KEY CONCEPTS` between two lists without a blank line, where Markdown reads it as more of the last item above it. */
export function repairNamesBelowBullets(
  lines: readonly string[],
  isCode: readonly boolean[],
): readonly string[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1] ?? '';
    const isBelow = (listItem.test(before) || /^\s{2,}\S/.test(before)) && !/[,;:]\s*$/.test(before);
    const isBetween = !isCode[at] && isBelow && !listItem.test(line) && listItem.test(lines[at + 1] ?? '');
    return isBetween && namesSection(line) ? ['', line] : [line];
  });
}

/** Longest line that is taken for the name of a section (characters). */
const longestName = 60;

function namesSection(line: string): boolean {
  if (line.length > longestName || /^\s|^[#>|*_-]|[.!,;]\s*$|[:：]\s+\S/u.test(line)) return false;
  if (!/^[^\p{L}]*\p{Lu}/u.test(line) || (isPairLabel(line) && !isPlainPlural(line))) return false;
  const sense = senseOf(bareHeading(line));
  return sense !== null && sense.isSure && sense.coverage >= 0.8;
}

/** `•` within a line that began with one: the other items of a list that lost its line breaks. */
const splitBullets = (line: string) =>
  line.split(/\s+[•●▪◦‣]\s+/u).map((part, index) => (index === 0 ? part : `- ${part}`));

/** `-Docker is …`, `*Docker: …`, `-**Docker**`: a bullet without the space behind it. */
function isGluedBullet(line: string): boolean {
  const rest = /^\s*([-*+])(?=\S)(?!\1)(.*)$/u.exec(line);
  if (/^\s*\*\*\*[^*]+\*\*(?!\*)/.test(line) || /^\s*[-+]\*\*[^*]/.test(line)) return true;
  if (!rest) return false;
  const [, mark, text = ''] = rest;
  if (!/^[\p{L}"“`([\p{Extended_Pictographic}]/u.test(text)) return false;
  // `*word* …` is emphasis, `-v` an option of a program.
  return mark === '*'
    ? (text.match(/\*/g)?.length ?? 0) % 2 === 0
    : / /.test(text) && !/^\w(?:\s|$)/.test(text);
}

/** `##Tools` as `## Tools`. A line that begins with one `#` may be a hashtag, and counts where others leave no doubt. */
export function repairHeadings(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  const isGlued = (line: string, at: number) => !isCode[at] && /^ {0,3}#{2,6}[^\s#]/.test(line);
  const hasGlued = lines.some(isGlued);
  // `#Docker#` once may be anything; twice it is how this writer makes headings.
  const areClosed =
    lines.filter((line, at) => !isCode[at] && /^#{1,6}[^\s#].{0,80}?#{1,6}\s*$/.test(line)).length >= 2;
  const first = lines.findIndex((line) => !isBlank(line));
  return lines.flatMap((line, at) => {
    if (isCode[at]) return [line];
    const closed = /^#{1,6}([^\s#].{0,80}?)#{1,6}\s*$/.exec(line)?.[1];
    if (closed && (areClosed || isBlankOrEdge(lines[at - 1]))) return ['', `## ${closed}`, ''];
    if (isGlued(line, at)) return [line.replace(/^( {0,3}#{2,6})(?=[^\s#])/, '$1 ')];
    const isAlone = isBlankOrEdge(lines[at - 1]) && /^#[\p{L}\p{Extended_Pictographic}]/u.test(line);
    const isTitle = at === first && / /.test(line) && !/ #/.test(line);
    if (isAlone && (isTitle || hasGlued)) return [line.replace('#', '# ')];
    return [line];
  });
}

/** `- ## Tools` as `## Tools`, with what stood under the bullet moved out with it. */
export function repairHeadingsInBullets(
  lines: readonly string[],
  isCode: readonly boolean[],
): readonly string[] {
  const repaired: string[] = [];
  let moved = 0;
  for (const [at, line] of lines.entries()) {
    const [, bullet = '', heading] =
      (!isCode[at] && /^(\s{0,3}(?:[-*+]|\d{1,2}[.)])\s+)(#{1,6}\s+\S.*)$/.exec(line)) || [];
    if (heading !== undefined) {
      moved = bullet.length;
      repaired.push(
        ...(isBlankOrEdge(repaired.at(-1)) ? [] : ['']),
        heading,
        ...(isBlankOrEdge(lines[at + 1]) ? [] : ['']),
      );
      continue;
    }
    const columns = /^ */.exec(line)?.[0].length ?? 0;
    if (!isBlank(line) && columns < moved) moved = 0;
    repaired.push(moved > 0 ? line.slice(Math.min(columns, moved)) : line);
  }
  return repaired;
}

/** A list indented by a tab or four columns below its heading, where Markdown takes it for code: without that indentation. */
export function repairIndentedLists(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  let above = '';
  let indent = 0;
  return lines.map((line, at) => {
    if (isCode[at]) {
      above = '';
      indent = 0;
      return line;
    }
    if (isBlank(line)) return line;
    const spaced = line.replace(/^[ \t]+/, (white) => white.replaceAll('\t', '    '));
    const columns = spaced.search(/\S/);
    if (columns === 0) {
      above = line;
      indent = 0;
      return line;
    }
    const begins = indent === 0 && columns >= 4 && listItem.test(line);
    if (begins && /^#{1,6}\s/.test(above)) indent = columns;
    above = indent > 0 ? above : '';
    return indent > 0 ? spaced.slice(Math.min(columns, indent)) : line;
  });
}

/** `(1) …`, `1.Text`, `1)Text`: numbers of a list without the space that makes them one, where they count on. */
export function repairNumbers(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  const glued = /^(\s*)(?:\((\d{1,2})\)\s*|(\d{1,2})[.)](?=[^\s\d.)]))/;
  const numbers = lines.flatMap((line, at) => {
    const match = isCode[at] ? null : glued.exec(line);
    return match ? [Number(match[2] ?? match[3])] : [];
  });
  if (numbers[0] !== 1 || !numbers.includes(2)) return lines;
  return lines.map((line, at) =>
    isCode[at]
      ? line
      : line.replace(
          glued,
          (_whole, indent: string, first?: string, second?: string) => `${indent}${first ?? second}. `,
        ),
  );
}

/** `** Challenge: ** text` as `**Challenge:** text`: bold marks with the space on their wrong side, which bind nothing. */
export function repairBold(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  return lines.map((line, at) => {
    if (isCode[at] || !/\*\*\s|\s\*\*/.test(line) || line.includes('***')) return line;
    const parts = line.split('**');
    if (parts.length % 2 === 0 || line.includes('`')) return line;
    const isLoose = (part: string, index: number) => {
      const isSum = /^\s/.test(part) && /\s$/.test(part) && parts[index - 1]?.trim() !== '';
      return index % 2 === 1 && part.trim() !== '' && part !== part.trim() && !isSum;
    };
    if (!parts.some(isLoose)) return line;
    return parts
      .map((part, index) => {
        if (index % 2 === 0 || part.trim() === '') return index % 2 === 0 ? part : `**${part}**`;
        const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/.exec(part) ?? [];
        const isAtStart = parts[index - 1]?.trim() === '';
        return `${isAtStart ? '' : before}**${text}**${after !== '' && /^\s/.test(parts[index + 1] ?? '') ? '' : after}`;
      })
      .join('');
  });
}
