/** The code pages that UTF-8 is wrongly read with: which byte each of their characters was. */

/** Bytes 80 to 9F of windows-1252 (WHATWG's index); a space where the page has no character. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

export type CodePage = 'windows-1252' | 'windows-1254';

function bytesOf(page: CodePage): Uint8Array {
  const bytes = new Map<number, number>();
  // Programs keep a byte without a character as the control of that number; Latin-1 does so for all of these.
  for (let byte = 0x80; byte <= 0xff; byte++) bytes.set(byte, byte);
  for (const [index, character] of [...windows1252].entries()) {
    if (character !== ' ') bytes.set(character.charCodeAt(0), 0x80 + index);
  }
  if (page === 'windows-1254') {
    for (const [letter, replaced] of ['ĞÐ', 'İÝ', 'ŞÞ', 'ğð', 'ıý', 'şþ'].map((pair) => [...pair])) {
      if (letter === undefined || replaced === undefined) continue;
      bytes.set(letter.charCodeAt(0), replaced.charCodeAt(0));
      bytes.delete(replaced.charCodeAt(0));
    }
    for (const letter of 'Žž') bytes.delete(letter.charCodeAt(0));
  }
  const table = new Uint8Array(0x10000);
  for (const [code, byte] of bytes) table[code] = byte;
  return table;
}

/** For each page, the byte of each character's code, 0 for characters it lacks; Latin-1 is within windows-1252. */
export const codePages: Readonly<Record<CodePage, Uint8Array>> = {
  'windows-1252': bytesOf('windows-1252'),
  'windows-1254': bytesOf('windows-1254'),
};

/** The bytes without a character in windows-1254, most of them in windows-1252 too, that careless programs drop. */
export const droppedBytes = [0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e] as const;

/** Text of windows-1252 bytes, as the web reads it (WHATWG: a byte without a character is the control of that number). */
export function fromWindows1252(bytes: Uint8Array): string {
  const characters = [...windows1252];
  let text = '';
  for (const byte of bytes) {
    const special = byte >= 0x80 && byte < 0xa0 ? characters[byte - 0x80] : undefined;
    text += special !== undefined && special !== ' ' ? special : String.fromCharCode(byte);
  }
  return text;
}
