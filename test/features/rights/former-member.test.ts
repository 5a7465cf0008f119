/** An erased member is named nowhere: neither as a mention nor as somebody to ping. */
import { expect, it } from 'vitest';
import { note } from '../../../src/discord/message/blocks.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import { formerMember } from '../../../src/entities/member.js';
import { en } from '../../../src/locales/en/index.js';

const { entries, imports, search } = en;

it.each([
  entries.by(formerMember),
  entries.solvedBy(formerMember, 3),
  entries.similar.solvedBy(formerMember, 3),
  imports.summary(formerMember),
  search.learnedBy([formerMember], 1),
])('is no mention: %s', (text) => {
  expect(text).toContain('a former member');
  expect(text).not.toContain('<@');
});

it('is never pinged', () => {
  const view = { ...note('Solved.'), mentions: [formerMember, '800000000000000002'] };
  expect(messageBody(view).body.allowed_mentions.users).toEqual(['800000000000000002']);
});
