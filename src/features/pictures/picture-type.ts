/** What kind of picture a file is, told by its first bytes: names and declared types can be wrong. */

const signatures: readonly [extension: string, isOne: (bytes: Buffer) => boolean][] = [
  ['png', (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a'],
  ['jpg', (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff'],
  ['gif', (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))],
  [
    'webp',
    (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
];

/** `png`, `jpg`, `gif` or `webp`; undefined for anything else. */
export function pictureTypeOf(bytes: Buffer): string | undefined {
  return signatures.find(([, isOne]) => isOne(bytes))?.[0];
}

/** Whether a declared type rules a picture out, before anything is downloaded. */
export function isOtherType(contentType: string | null): boolean {
  return contentType !== null && !/^(?:image\/(?!svg)|application\/octet-stream)/i.test(contentType.trim());
}
