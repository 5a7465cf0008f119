/** What kind of picture a file is. */
import { describe, expect, it } from 'vitest';
import { isOtherType, pictureTypeOf } from '../../../src/features/pictures/picture-type.js';
import { beginnings } from '../../support/pictures.js';

describe('the type of a picture', () => {
  it.each(Object.entries(beginnings))('is told by its first bytes: %s', (type, bytes) => {
    expect(pictureTypeOf(bytes)).toBe(type);
  });

  it.each([
    ['nothing', ''],
    ['one byte', '\u0089'],
    ['a text', 'GIF89b, it says'],
    ['another RIFF', 'RIFF____WAVE'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a PDF', '%PDF-1.7'],
  ])('is none for %s', (_what, text) => {
    expect(pictureTypeOf(Buffer.from(text, 'latin1'))).toBeUndefined();
  });

  it('is ruled out early only where what was declared is surely something else', () => {
    for (const declared of [null, 'image/png', 'IMAGE/JPEG', 'image/webp', 'application/octet-stream'])
      expect(isOtherType(declared)).toBe(false);
    for (const declared of ['image/svg+xml', 'application/pdf', 'text/plain; charset=utf-8', 'video/mp4'])
      expect(isOtherType(declared)).toBe(true);
  });
});
