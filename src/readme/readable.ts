/** What is no README at all, told from the bytes before any of it is parsed. */
import { UnreadableReadme } from './document.js';

/** Bounds of what is parsed at all; the longest documents of learners have a tenth of each. */
export const readableBounds = {
  bytes: 1_048_576,
  /** Bytes of one line. A document that lost its line breaks is one line of some tens of thousands. */
  line: 131_072,
  lines: 30_000,
  /** Marks of quotes and lists at the beginning of one line, and levels of indentation. */
  nesting: 24,
  /** Signs that may be marks: what a parser spends its time on. Documents of 40 KiB have some 4,000. */
  marks: 24_000,
} as const;

/** Control characters in a hundred characters from which on it is no text. */
const controlShare = 1;

/** Pictures that stand in the text itself, as base64; and addresses of data of any other kind. */
const embedded =
  /data:[\w./+-]{0,60}(?:;[\w=-]{1,40}){0,3};base64,[A-Za-z0-9+/=\s]{64,}?(?=[)"'\]>]|[^A-Za-z0-9+/=\s]|$)/g;

/** The document without the pictures that it holds within itself, and how many these are. */
export function withoutPictures(bytes: Uint8Array): { bytes: Uint8Array; pictures: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes(';base64,')) return { bytes, pictures: 0 };
  let pictures = 0;
  const text = buffer.toString('latin1').replace(embedded, () => {
    pictures++;
    return 'data:,';
  });
  return { bytes: Buffer.from(text, 'latin1'), pictures };
}

/** @throws UnreadableReadme with the reason */
export function assertReadable(whole: Uint8Array): void {
  if (whole.byteLength > readableBounds.bytes) throw new UnreadableReadme('too-heavy');
  const { bytes } = withoutPictures(whole);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = buffer.subarray(0, 4096).toString('latin1');
  const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(beginning);
  if (
    bytes.every((byte) => byte <= 0x20 || [0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(byte)) &&
    !hasControls(bytes, isWide)
  ) {
    throw new UnreadableReadme('empty');
  }
  if (
    /^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\x7fELF|\x1f\x8b|Rar!|\{\\rtf)/.test(beginning) ||
    hasControls(bytes, isWide)
  ) {
    throw new UnreadableReadme('binary');
  }
  const plain = beginning.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0/g, '');
  if (/^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(plain)) {
    throw new UnreadableReadme('html');
  }
  if (isTooHeavy(buffer)) throw new UnreadableReadme('too-heavy');
}

function hasControls(bytes: Uint8Array, isWide: boolean): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0 && !isWide) return true;
    if (byte < 0x20 && byte !== 0 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++;
  }
  return controls * 100 > bytes.byteLength * controlShare;
}

/** Lists and quotes within one another, by their marks on one line or by how far in one stands. */
const tooDeep = new RegExp(
  `^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${readableBounds.nesting},}|^[ \\t]{${readableBounds.nesting * 4},}[-*+>]`,
  'm',
);

/** Whether one line alone, or the number of lines, or their depth would cost a parser more than the rest is worth. */
function isTooHeavy(bytes: Buffer): boolean {
  let lines = 0;
  for (let start = 0; start < bytes.length; lines++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    if (end - start > readableBounds.line && !bytes.subarray(start, end).includes(0x0d)) return true;
    start = end + 1;
  }
  return (
    lines > readableBounds.lines ||
    marksIn(bytes) > readableBounds.marks ||
    tooDeep.test(bytes.toString('latin1'))
  );
}

const marks = new Set(Buffer.from('*_`[]<>|&!#~'));

function marksIn(bytes: Uint8Array): number {
  let found = 0;
  for (const byte of bytes) if (marks.has(byte)) found++;
  return found;
}
