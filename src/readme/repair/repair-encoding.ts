/** A document's bytes as text: UTF-8, UTF-16 or windows-1252, and repaired where it was decoded with the wrong encoding. */
import { fromWindows1252 } from './code-pages.js';
import { repairMojibake } from './mojibake.js';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Characters that came back from what a wrong code page had made of them. */
  repaired: number;
  /** Characters that could not come back, mostly emoji; U+FFFD stands for each. */
  lost: number;
}

/** The text of a document, without a byte order mark. Text that was not spoilt is given as it is, to the byte. */
export function decodeDocument(bytes: Uint8Array): DecodedText {
  const { text, encoding } = decode(bytes);
  const repair = repairMojibake(text);
  return { ...repair, text: repair.text.replace(/^\ufeff/, ''), encoding };
}

function decode(bytes: Uint8Array): Pick<DecodedText, 'text' | 'encoding'> {
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (mark === '254 255') return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // UTF-8 with a single broken byte gets here too: what of it is whole comes back as a repair.
    return { text: fromWindows1252(bytes), encoding: 'windows-1252' };
  }
}
