/** Lines that run on because the breaks between headings, paragraphs and bullets were lost. */

/** Words that begin a sentence, so that a heading which runs into it ends before. */
const sentenceStart =
  /\s(?=(?:This|The|These|I|My|In|It|A|An|We|Here|During|Throughout|Below|Through|As|Ce|Cette|Ces|Le|La|Les|Je|J[’']ai|Mon|Un|Une|Dans|Voici|Pendant|Au)\s+\p{Ll})/u;

/** A heading longer than this has run into what follows. */
const longestHeading = 90;

/** A longer line is no document that lost its breaks (UTF-16 units). */
const longestLine = 200_000;

/** The lines with the breaks that their marks tell of. */
export function repairLineBreaks(lines: readonly string[], isCode: readonly boolean[]): readonly string[] {
  return lines.flatMap((line, at) =>
    isCode[at] || line.length < 80 || line.length > longestLine ? [line] : brokenLines(line),
  );
}

const headingWithin = /\s+(?=#{2,6}\s+\S)|\s+(?=#\s+[\p{Lu}\p{Extended_Pictographic}])/u;

function brokenLines(line: string): string[] {
  const hasHeading = /\S\s+#{2,6}\s+\S/.test(line) && !/^\s*\|/.test(line.split(headingWithin)[0] ?? '');
  if (!hasHeading) return /^\s*(?:#{1,6}|[-*+]|\d+[.)])\s/.test(line) ? (itemsOf(line, 3) ?? [line]) : [line];
  const [first = '', ...rest] = line.split(headingWithin);
  return [first, ...rest].flatMap((part, index) => {
    const broken = part.split(/\s+-{3,}(?=\s|$)/).flatMap((piece) => partsOf(piece.trim()));
    return index === 0 ? broken : ['', ...broken];
  });
}

/** A heading, what stands below it, and its items. */
function partsOf(part: string): string[] {
  if (part === '') return [];
  const heading = /^#{1,6}\s/.test(part) ? headingOf(part) : '';
  const rest = part.slice(heading.length).trim();
  const below = rest === '' ? [] : (itemsOf(rest, 2) ?? [rest]);
  return heading === '' ? below : [heading, '', ...below];
}

function headingOf(part: string): string {
  const list = part.search(/\s(?:[-*+•]|\d{1,2}[.)])\s+\S|\s\||\s\*\*/);
  const sentence = part.search(sentenceStart);
  const ends = [list, sentence].filter((end) => end > 2);
  const end = ends.length > 0 ? Math.min(...ends) : part.length;
  return end <= longestHeading ? part.slice(0, end) : part;
}

/** The items of a list that stands on one line; undefined when it is no such list or has fewer than `least`. */
function itemsOf(text: string, least: number): string[] | undefined {
  const heading = /^#{1,6}\s/.test(text) ? headingOf(text) : '';
  const rest = text.slice(heading.length).trim();
  const lead = /^(?:[^-*]{0,120}?:\s+)?(?=[-*+•]\s|1[.)]\s)/.exec(rest)?.[0];
  if (lead === undefined) return undefined;
  const list = rest.slice(lead.length);
  const items = list.startsWith('1') ? numberedItems(list) : bulletItems(list);
  if (items.length < (heading === '' ? least : 2)) return undefined;
  return [...(heading === '' ? [] : [heading, '']), ...(lead === '' ? [] : [lead.trim(), '']), ...items];
}

function bulletItems(list: string): string[] {
  const mark = list[0] ?? '-';
  const any = mark.replace(/[*+]/, '\\$&');
  // A dash within an item looks like a bullet; where the items begin in bold, only what is bold begins one.
  const isBold = list.startsWith('**', 2);
  const item = new RegExp(`\\s+(?=${any}\\s+${isBold ? '[*_]' : '[\\p{Lu}`*\\[]'})`, 'u');
  return list.split(item);
}

function numberedItems(list: string): string[] {
  const items: string[] = [];
  let rest = list;
  for (let number = 2; ; number++) {
    const end = rest.search(new RegExp(`\\s${number}[.)]\\s+\\S`));
    if (end < 0) return [...items, rest];
    items.push(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
}
