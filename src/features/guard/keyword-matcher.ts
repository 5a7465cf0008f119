/** Finds any of many words and phrases in one pass over a text (Aho–Corasick), however many there are. */

/** A text made comparable: lower case, each run of white space one space, nothing invisible. */
export interface ComparableText {
  text: string;
  /** For each of its UTF-16 units, where it stands in the original. */
  origins: Uint32Array;
}

interface Keyword {
  length: number;
  /** Whether letters may stand right before or right after it. */
  openBefore: boolean;
  openAfter: boolean;
}

// What words are made of. Whatever else stands beside a word ends it.
const inWord = /[\p{L}\p{N}\p{M}_]/u;
const invisible = /[\p{Default_Ignorable_Code_Point}]/u;
const whiteSpace = /\s/;

/** Takes time in proportion to the text. */
export function comparable(original: string): ComparableText {
  const origins = new Uint32Array(original.length * 2);
  const pieces: string[] = [];
  let length = 0;
  let index = 0;
  let wasSpace = false;
  for (const character of original) {
    const isSpace = whiteSpace.test(character);
    if (!(isSpace && wasSpace) && !(character > '\u007f' && invisible.test(character))) {
      const lower = character.toLowerCase();
      // The one letter that grows (İ) is compared by its first.
      const piece = isSpace ? ' ' : lower.length > character.length ? (lower[0] ?? '') : lower;
      for (let unit = 0; unit < piece.length; unit += 1) origins[length + unit] = index;
      length += piece.length;
      pieces.push(piece);
      wasSpace = isSpace;
    }
    index += character.length;
  }
  return { text: pieces.join(''), origins: origins.subarray(0, length) };
}

export class KeywordMatcher {
  /** From a node by a UTF-16 unit to the next: the key is `node * 65536 + unit`. */
  private readonly edges = new Map<number, number>();
  private readonly fallback: number[] = [0];
  private readonly keywords: Keyword[][] = [[]];
  /** The nearest shorter match that ends at the same place; 0 for none. */
  private readonly shorter: number[] = [0];
  readonly isEmpty: boolean;

  /** `*` at either end of a keyword stands for more letters. */
  constructor(keywords: readonly string[]) {
    for (const keyword of new Set(keywords)) this.add(keyword);
    this.isEmpty = this.fallback.length === 1;
    this.link();
  }

  /** Whether any keyword is in the text. */
  isIn(text: string): boolean {
    return !this.isEmpty && !this.matches(text).next().done;
  }

  /** Where keywords stand, `end` excluded; they may overlap. */
  *matches(text: string): Generator<{ start: number; end: number }> {
    let node = 0;
    for (let index = 0; index < text.length; index += 1) {
      node = this.step(node, text.charCodeAt(index));
      for (
        let match = this.keywords[node]?.length ? node : this.shorterOf(node);
        match !== 0;
        match = this.shorterOf(match)
      ) {
        for (const { length, openBefore, openAfter } of this.keywords[match] ?? []) {
          const end = index + 1;
          const start = end - length;
          if ((openBefore || !isInWord(text, start, -1)) && (openAfter || !isInWord(text, end, 1)))
            yield { start, end };
        }
      }
    }
  }

  private shorterOf(node: number): number {
    return this.shorter[node] ?? 0;
  }

  private step(from: number, unit: number): number {
    let node = from;
    for (;;) {
      const next = this.edges.get(node * 65_536 + unit);
      if (next !== undefined) return next;
      if (node === 0) return 0;
      node = this.fallback[node] ?? 0;
    }
  }

  private add(keyword: string): void {
    const words = comparable(
      keyword
        .normalize('NFC')
        .replace(/^\*+|\*+$/g, '')
        .trim(),
    ).text;
    if (words === '') return;
    let node = 0;
    for (let index = 0; index < words.length; index += 1) {
      const key = node * 65_536 + words.charCodeAt(index);
      let next = this.edges.get(key);
      if (next === undefined) {
        next = this.fallback.length;
        this.edges.set(key, next);
        this.fallback.push(0);
        this.shorter.push(0);
        this.keywords.push([]);
      }
      node = next;
    }
    this.keywords[node]?.push({
      length: words.length,
      openBefore: keyword.startsWith('*'),
      openAfter: keyword.endsWith('*'),
    });
  }

  /** A child is made after its parent, and a longer word's fallback is shorter: by depth, all that is needed is there. */
  private link(): void {
    let level: (readonly [node: number, parent: number, unit: number])[] = [];
    const children = new Map<number, (readonly [number, number, number])[]>();
    for (const [key, node] of this.edges) {
      const parent = Math.floor(key / 65_536);
      const listed = children.get(parent) ?? [];
      listed.push([node, parent, key % 65_536]);
      children.set(parent, listed);
    }
    level = children.get(0) ?? [];
    while (level.length > 0) {
      for (const [node, parent, unit] of level) {
        const back = parent === 0 ? 0 : this.step(this.fallback[parent] ?? 0, unit);
        this.fallback[node] = back;
        this.shorter[node] = this.keywords[back]?.length ? back : (this.shorter[back] ?? 0);
      }
      level = level.flatMap(([node]) => children.get(node) ?? []);
    }
  }
}

/** Whether the character before (`-1`) or from (`1`) a place is part of a word. */
function isInWord(text: string, place: number, side: -1 | 1): boolean {
  if (side === 1)
    return place < text.length && inWord.test(String.fromCodePoint(text.codePointAt(place) ?? 32));
  if (place <= 0) return false;
  const isPair = place > 1 && /[\udc00-\udfff]/.test(text[place - 1] ?? '');
  return inWord.test(text.slice(place - (isPair ? 2 : 1), place));
}
