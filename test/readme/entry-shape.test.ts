/** What the reader takes for an entry's shape is what the bot keeps: the room imports neither, so they are held equal. */
import { expect, it } from 'vitest';
import * as bot from '../../src/entities/entry.js';
import { profileBounds } from '../../src/entities/profile.js';
import * as text from '../../src/platform/text.js';
import * as readme from '../../src/readme/entry-shape.js';

it('has the kinds and bounds of entries and profiles', () => {
  expect(readme.learningKinds).toEqual(bot.learningKinds);
  expect(bot.entryBounds).toMatchObject(readme.entryBounds);
  expect(profileBounds).toMatchObject(readme.profileBounds);
});

it.each(['a\r\n b \t\n', 'two  spaces', 'Café', '#Next.js /x_y', 'GitHub Actions'])(
  'cleans %j like the bot',
  (raw) => {
    expect(readme.cleanText(raw)).toBe(text.cleanText(raw));
    expect(readme.cleanLine(raw)).toBe(text.cleanLine(raw));
    expect(readme.foldTag(raw)).toBe(text.foldTag(raw));
    expect(readme.cut(raw, 1)).toBe(text.cut(raw, 1));
  },
);
