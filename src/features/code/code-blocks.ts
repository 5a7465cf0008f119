/** Finds the code in a message: what is between fences, and else the lines that are code beyond doubt. */
import { cleanText } from '../../platform/text.js';
import { repairIndentation } from './code-indentation.js';
import { isJson, languageOf } from './code-language.js';
import type { CodeBlock } from './code-model.js';

const fenced = /```(?:([\w+#.-]{1,20})\n|\n?)([^]*?)(?:```|$)/g;

/** A line that is code whatever is around it. */
const strong: readonly RegExp[] = [
  /[;{}]\s*(?:\/\/.*)?$/,
  /^\s*(?:async )?def \w+\(/,
  /^\s*(?:class \w+.*:|(?:el)?if .+:|else:|try:|except.*:|for .+ in .+:|while .+:|with .+:)\s*(?:#.*)?$/,
  /^\s*(?:from [\w.]+ import \S|import [\w.]+(?: as \w+)?\s*$|import .+ from ['"])/,
  /^\s*(?:export )?(?:const|let|var) [\w${}[\], ]+ = \S/,
  /^\s*(?:export )?(?:async )?function\b.*\(/,
  /^\s*(?:#include\b|#!\/|<\?php|<!doctype|diff --git|@@ -\d)/i,
  /^\s*<\/?[a-z][\w-]*(?:\s[^<>]*)?>/i,
  /^\s*(?:console\.\w+|print|println!|System\.out\.\w+|echo)\(.*\)/,
  /^\s*(?:SELECT .+|FROM \w+.*|WHERE .+[=<>].*|INSERT INTO .+|UPDATE \w+ SET .+|DELETE FROM .+|CREATE (?:UNIQUE )?(?:TABLE|INDEX) .+)$/,
  /^\s*(?:Traceback \(most recent call last\):|File "[^"]+", line \d+|at .+[(:]\S*:\d+(?::\d+)?\)?$)/,
  /^\s*\$ \S/,
  /^\s*(?:npm|npx|git|pip3?|docker|curl|sudo|yarn|pnpm|cargo|go|kubectl|psql) (?:-{1,2}\w|install|run|add|commit|push|pull|clone|checkout|compose|build|exec|get|apt)\S*/,
  /^\s*(?:FROM \S+:\S+|RUN \S.+|COPY \S+ \S+|ENTRYPOINT \[|CMD \[)/,
  /^\s*@\w+(?:\.\w+)*(?:\(.*\))?$/,
  /^\s*[\w.[\]'"]+\s(?:=|\+=|-=|:=)\s\S.*$/,
  /^\s*return(?:\s[^.]*)?$/,
];
/** A line that is code beside code. */
const weak: readonly RegExp[] = [
  /^(?: {2,}|\t)\S/,
  /^\s*[[\](){}<>]+[,;:]?\s*$/,
  /^\s*(?:#|\/\/|--|\/\*|\*)\s?/,
  /^\s*[\w.]+\(.*\)[,:]?$/,
  /^\s*["'][^"']+["']\s*[:,]/,
  /[,([{=\\:]$|=>/,
  /^\s*(?:FROM|WHERE|JOIN|ORDER BY|GROUP BY|LIMIT|VALUES|SET|AND|OR)\b/i,
  /^\s*[\w-]+:\s*\S*$/,
];
/** Three words in a row, and an end as sentences have it. */
const sentence = /^(?![ \t]{2,})[\p{L}][^{}();=<>[\]]*\p{L}{2,} \p{L}+ [^{}();=<>[\]]*(?:[.?!:…,]|\p{L})$/u;

type Line = 'strong' | 'weak' | 'prose' | 'blank';

function kindOf(line: string): Line {
  if (line.trim() === '') return 'blank';
  if (strong.some((pattern) => pattern.test(line)) && !isQuotedSentence(line)) return 'strong';
  if (sentence.test(line.trimEnd())) return 'prose';
  return weak.some((pattern) => pattern.test(line)) ? 'weak' : 'prose';
}

/** A list, a quote or a sentence that merely names code; mentions and emoji aren't code either. */
function isQuotedSentence(line: string): boolean {
  return (
    /^\s*(?:>|[-*•] |\d+[.)] )/.test(line) ||
    /^\p{L}[\p{L}']* (?:\p{L}[\p{L}']*,? ){3,}/u.test(withoutKeyword(line))
  );
}

const withoutKeyword = (line: string) =>
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|RUN|if|elif|for|while|class|public|private|static|export|import|return|const|let|var|async|git|docker|npm)\b/.test(
    line,
  )
    ? ''
    : line;

/** The blocks of a message, tidied, in its order; `isTidy` when it already shows all of them as they'd be shown. */
export function codeBlocksIn(text: string): { blocks: CodeBlock[]; isTidy: boolean } {
  const cleaned = cleanText(text);
  const blocks: CodeBlock[] = [];
  let isTidy = true;
  let end = 0;
  const addFrom = (prose: string) => {
    const found = unfenced(prose);
    if (found.length > 0) isTidy = false;
    blocks.push(...found);
  };
  for (const match of cleaned.matchAll(fenced)) {
    const [whole, named = '', inner = ''] = match;
    addFrom(cleaned.slice(end, match.index));
    end = match.index + whole.length;
    const block = tidied(inner, named);
    if (block.code === '') continue;
    blocks.push(block);
    const isClosed = whole.length > 3 && whole.endsWith('```');
    if (!isClosed || block.language !== named || block.code !== trimmedLines(inner)) isTidy = false;
  }
  addFrom(cleaned.slice(end));
  return { blocks, isTidy };
}

/** A whole message between single backticks shows its lines as one; several lines of it are a block. */
function unfenced(prose: string): CodeBlock[] {
  const trimmed = trimmedLines(prose);
  const [, ticked] = /^`([^`]+\n[^`]+)`$/.exec(trimmed) ?? [];
  if (ticked) return [tidied(ticked, '')];
  if (isJson(trimmed) && /["{]/.test(trimmed)) return [tidied(trimmed, '')];
  const lines = trimmed.split('\n');
  const kinds = lines.map(kindOf);
  const blocks: CodeBlock[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (kinds[start] !== 'strong' && kinds[start] !== 'weak') continue;
    let last = start;
    for (let index = start; index < lines.length && kinds[index] !== 'prose'; index += 1)
      if (kinds[index] !== 'blank') last = index;
    if (kinds.slice(start, last + 1).includes('strong'))
      blocks.push(tidied(lines.slice(start, last + 1).join('\n'), ''));
    start = last;
  }
  return blocks;
}

function tidied(code: string, named: string): CodeBlock {
  const lines = trimmedLines(code);
  const language = named === '' ? (languageOf(lines) ?? '') : named.toLowerCase();
  return { language: named === '' ? language : named, code: repairIndentation(lines, language) };
}

/** Without the empty lines around it. */
const trimmedLines = (code: string) => code.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
