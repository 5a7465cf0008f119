/** What is no README at all, told from the bytes before any of it is parsed. */
import { UnreadableReadme } from './document.js';

/** Bytes of one document. What costs much within them is left out by the reader, and the rest is read. */
const mostBytes = 1_048_576;

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
  if (whole.byteLength > mostBytes) throw new UnreadableReadme('too-heavy');
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
}

function hasControls(bytes: Uint8Array, isWide: boolean): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0 && !isWide) return true;
    if (byte < 0x20 && byte !== 0 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++;
  }
  return controls * 100 > bytes.byteLength * controlShare;
}
