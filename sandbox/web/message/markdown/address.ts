/** Which addresses of a message may be opened. */

const SCHEMES = ['http:', 'https:', 'discord:'];

/** The address as the browser understands it; undefined for what is none, or has a scheme that could do harm. */
export function safeAddress(target: string): string | undefined {
  if (!URL.canParse(target)) return undefined;
  const { protocol, href } = new URL(target);
  return SCHEMES.includes(protocol) ? href : undefined;
}

/**
 * The bare address at the start of a text, without the punctuation that follows it; a closing parenthesis
 * belongs to it when it was opened in it.
 */
export function addressAt(text: string): string | undefined {
  let address = /^https?:\/\/[^\s<]+/i.exec(text)?.[0];
  while (address) {
    const isOpened = address.split('(').length >= address.split(')').length;
    const last = address.at(-1) ?? '';
    if (!'.,:;"\'!?]*|'.includes(last) && (last !== ')' || isOpened)) break;
    address = address.slice(0, -1);
  }
  return address && safeAddress(address) ? address : undefined;
}

/** A masked link: its label, its address, and how long it is with its brackets. */
export interface MaskedLink {
  label: string;
  target: string;
  length: number;
}

/** `[label](address)` or `[label](address "title")` at the start of a text, brackets and parentheses paired. */
export function maskedLinkAt(text: string): MaskedLink | undefined {
  if (!text.startsWith('[')) return undefined;
  const labelEnd = closing(text, 0, '[', ']');
  if (labelEnd < 2 || text[labelEnd + 1] !== '(') return undefined;
  const end = closing(text, labelEnd + 1, '(', ')');
  if (end < 0) return undefined;
  const inside = /^\s*<?([^\s<>]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/.exec(text.slice(labelEnd + 2, end));
  const target = inside?.[1];
  if (!target) return undefined;
  return { label: text.slice(1, labelEnd), target: target.replace(/\\([^\w\s])/g, '$1'), length: end + 1 };
}

/** Where the bracket that opens at `from` is closed; -1 when it is not. A backslash takes a bracket's meaning. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === open) depth += 1;
    else if (character === close) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
