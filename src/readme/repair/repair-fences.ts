/** Fences of code that were never closed, or closed without having been opened, and which lines are code. */
import { isBlank } from './blank-lines.js';

interface Fence {
  indent: number;
  mark: string;
  info: string;
  /** It belongs to a list item, and ends with it. */
  isInList: boolean;
}

interface Block {
  open: number;
  fence: Fence;
  /** The closing fence's line, or the line that ends the list item it stood in; the number of lines when neither came. */
  close: number;
  end: 'fence' | 'list' | 'none';
  /** How many lines within would open a fence themselves. */
  inner: number;
}

const bullet = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const indentOf = (line: string) => /^\s*/.exec(line.replaceAll('\t', '    '))?.[0].length ?? 0;

function fenceAt(lines: readonly string[], at: number): Fence | undefined {
  const line = lines[at] ?? '';
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const match = /^(\s*)(`{3,}(?=[^`]*$)|~{3,})\s*(.*?)\s*$/.exec(line);
  if (!match) return undefined;
  const indent = indentOf(lines[at] ?? '');
  let above = at - 1;
  while (above >= 0 && isBlank(lines[above])) above--;
  const isInList =
    indent >= 2 && above >= 0 && (bullet.test(lines[above] ?? '') || indentOf(lines[above] ?? '') >= 2);
  return { indent, mark: match[2] ?? '', info: match[3] ?? '', isInList };
}

const closes = (fence: Fence, by: Fence) =>
  by.info === '' && by.mark[0] === fence.mark[0] && by.mark.length >= fence.mark.length;

/** The blocks as CommonMark reads them. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let block = blockFrom(lines, 0); block; block = blockFrom(lines, endOf(block))) blocks.push(block);
  return blocks;
}

/** From where the lines after a block are read: the line that ends a list may open the next one. */
function endOf({ close, end }: Block): number {
  return end === 'fence' ? close + 1 : close;
}

/** The first block that begins at a line or below it, outside of every other. */
function blockFrom(lines: readonly string[], start: number): Block | undefined {
  let block: Block | undefined;
  for (let at = start; at < lines.length; at++) {
    const fence = fenceAt(lines, at);
    if (!block) {
      if (fence) block = { open: at, fence, close: lines.length, end: 'none', inner: 0 };
      continue;
    }
    if (fence && closes(block.fence, fence)) return { ...block, close: at, end: 'fence' };
    const isBelow = block.fence.isInList && !isBlank(lines[at]);
    if (isBelow && indentOf(lines[at] ?? '') < block.fence.indent)
      return { ...block, close: at, end: 'list' };
    if (fence && fence.info !== '') block.inner++;
  }
  return block;
}

/** The first block below those that are settled; what a list's end opens at `from - 1` is one of these. */
function nextBlock(lines: readonly string[], from: number, settled: Block | undefined): Block | undefined {
  let block = blockFrom(lines, settled ? Math.min(endOf(settled), from) : from);
  while (block && block.open < from) block = blockFrom(lines, endOf(block));
  return block;
}

/** For each line, whether it is code: within a fence or a fence itself, or indented like code outside of any list. */
export function codeLines(lines: readonly string[]): boolean[] {
  const isCode = lines.map(() => false);
  for (const { open, close, end } of blocksOf(lines))
    isCode.fill(true, open, end === 'fence' ? close + 1 : close);
  let isInList = false;
  for (const [at, line] of lines.entries()) {
    if (isCode[at] || isBlank(line)) continue;
    if (bullet.test(line) && indentOf(line) < 4) isInList = true;
    else if (indentOf(line) < 2) isInList = false;
    isCode[at] =
      !isInList && indentOf(line) >= 4 && (at === 0 || isBlank(lines[at - 1]) || isCode[at - 1] === true);
  }
  return isCode;
}

/** A line that code does not have: a heading of the document, a bold label, a table. */
function isDocument(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const isApart = at === 0 || isBlank(lines[at - 1]) || /^\s*(?:-{3,}|\*{3,})\s*$/.test(lines[at - 1] ?? '');
  if (/^(?:[-*+] |\d{1,2}[.)] )?\*\*[^*]+\*\*/.test(line) || /^\|?\s*:?-{3,}:?\s*\|/.test(line)) return true;
  return isApart && (/^#{2,6}\s+\S/.test(line) || /^#\s+\p{Extended_Pictographic}/u.test(line));
}

/** A line of prose, for a fence that swallows everything down to the document's end. */
function isProse(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (
    /^(?:\p{Extended_Pictographic}\ufe0f?\s*\p{L}|(?:challenge|problem|solution|défi)s?\b[^=(){};]*:)/iu.test(
      line,
    )
  )
    return true;
  return isBlank(lines[at - 1]) && /^\p{Lu}[^=(){};<>]*\.\s*$/u.test(line) && line.split(/\s+/).length >= 6;
}

/** Blocks of languages whose text is such a document itself. */
const isMarkdown = (info: string) => /^(?:markdown|md|mdx|text|txt)\b/i.test(info);

function firstDocumentLine(lines: readonly string[], block: Block): number | undefined {
  for (let at = block.open + 1; at < block.close; at++) {
    if (isDocument(lines, at) || (block.end === 'none' && isProse(lines, at))) return at;
  }
  return undefined;
}

function isSound(lines: readonly string[], block: Block): boolean {
  if (block.end === 'list') return true;
  if (block.end === 'none' || block.inner > 0) return false;
  if (isMarkdown(block.fence.info)) return true;
  return documentLines(lines, block) <= (block.fence.info === '' ? 0 : 1);
}

/** A line that only code has; a list of statements would be longer and no surer. */
const codeLine =
  /[;{}]\s*$|^\s*(?:\}|\)|<\/?[a-zA-Z]|\/\/|@\w|(?:import|export|const|let|var|return|def|class|function|from|if|for|npm|npx|pip|git|docker|python3?|curl|cd|SELECT|INSERT|CREATE)\s)|=>|\);?\s*$/;
/** A language's name alone on its line, as it is left of a fence copied from a page. */
const languageLine =
  /^(?:tsx?|jsx?|typescript|javascript|json|bash|sh|shell|zsh|console|python|py|sql|html|css|ya?ml|dockerfile|graphql|java|go|rust|php|c|cpp|text|plaintext)$/i;

/** Fences that are put in or taken out of one document; what has more of them is damaged beyond telling. */
const mostChanges = 200;

/** Puts an opening fence before code that only has a closing one, where that one would make code of the document. */
function openLostFences(lines: readonly string[]): string[] {
  const repaired = [...lines];
  let settled: Block | undefined;
  let from = 0;
  for (let changes = 0; changes < mostChanges; ) {
    const block = nextBlock(repaired, from, settled);
    if (!block) return repaired;
    settled = block;
    from = block.close + 1;
    if (block.fence.info !== '' || block.fence.isInList || documentLines(repaired, block) === 0) continue;
    const start = startOfCode(repaired, block.open);
    if (start === undefined) continue;
    const name = languageLine.test(repaired[start] ?? '') ? (repaired[start] ?? '') : '';
    repaired.splice(start, name === '' ? 0 : 1, `\`\`\`${name}`);
    from = block.open + (name === '' ? 2 : 1);
    settled = undefined;
    changes++;
  }
  return repaired;
}

/** Where the code that ends before a line begins; undefined when what ends there is no code. */
function startOfCode(lines: readonly string[], end: number): number | undefined {
  let found = 0;
  let start = end;
  let first: number | undefined;
  for (let at = end - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (languageLine.test(line.trim())) first = at;
    else if (codeLine.test(line) || /^\s{2,}\S/.test(line)) {
      found++;
      start = at;
    } else if (isBlank(line)) continue;
    else if (
      isDocument(lines, at) ||
      /^\s*(?:`{3}|~{3}|#)/.test(line) ||
      /^\p{L}[\p{L}\s,.'’:&-]*$/u.test(line)
    )
      break;
  }
  return found >= 2 ? (first ?? start) : undefined;
}

function documentLines(lines: readonly string[], block: Block): number {
  let found = 0;
  for (let at = block.open + 1; at < block.close; at++) if (isDocument(lines, at)) found++;
  return found;
}

/** Whether a block that is closed holds a document: several headings, and lists or bold words below them. */
function holdsDocument(lines: readonly string[], block: Block): boolean {
  if (block.end !== 'fence' || block.fence.info === '' || isMarkdown(block.fence.info)) return false;
  const within = lines.slice(block.open + 1, block.close);
  const headings = within.filter((line, at) => /^#{2,6}\s+\S/.test(line) && isBlank(within[at - 1]));
  return (
    headings.length >= 2 &&
    within.filter((line) => /^(?:[-*+] |\d{1,2}[.)] )?(?:\*\*)?\p{Lu}/u.test(line)).length >= 2
  );
}

/**
 * Closes fences where the document goes on after them, and leaves out closing ones that nothing had opened.
 * A document whose fences all pair, with no other opened within, stays as it is.
 */
export function repairFences(lines: readonly string[]): string[] {
  const repaired = openLostFences(lines);
  const isDamaged = blocksOf(repaired).some(
    (block) => block.end === 'none' || block.inner > 0 || holdsDocument(repaired, block),
  );
  if (!isDamaged) return repaired;
  // Each turn settles the first block that is not sound, and so moves at least one line on.
  let settled: Block | undefined;
  let from = 0;
  for (let changes = 0; changes < mostChanges; ) {
    const block = nextBlock(repaired, from, settled);
    if (!block) return repaired;
    settled = block;
    from = block.close + 1;
    if (isSound(repaired, block)) continue;
    const goesOn = firstDocumentLine(repaired, block);
    if (goesOn === undefined) continue;
    let last = goesOn;
    while (isBlank(repaired[last - 1]) || /^\s*-{3,}\s*$/.test(repaired[last - 1] ?? '')) last--;
    if (last <= block.open + 1) {
      repaired.splice(block.open, 1, '');
      from = block.open + 1;
    } else {
      repaired.splice(last, 0, ' '.repeat(block.fence.indent) + block.fence.mark);
      from = last + 1;
    }
    settled = undefined;
    changes++;
  }
  return repaired;
}
