/** A member's id is taken out of what others wrote, and what it stood in stays what it was. */
import { describe, expect, it } from 'vitest';
import { withoutMember } from '../../../src/features/rights/member-mentions.js';

const id = '812345678901234567';
const text = (value: string, limit?: number) =>
  withoutMember(value, id, { form: 'text', ...(limit && { limit }) });

describe('in text', () => {
  it.each([
    [`Thanks <@${id}>!`, 'Thanks a former member!'],
    [`Thanks <@!${id}>!`, 'Thanks a former member!'],
    [`user ${id}, twice: ${id}`, 'user a former member, twice: a former member'],
    [
      `see https://example.org/u/${id}?x=%40${id}.`,
      'see https://example.org/u/a-former-member?x=%40a-former-member.',
    ],
    [`${id}\u0301 in NFC`, 'a former membe\u0155 in NFC'],
    // Another number, of which it is a part, is somebody else.
    [`9${id} and ${id}0`, `9${id} and ${id}0`],
    ['nobody at all\u0301', 'nobody at all\u0301'],
  ])('%s', (before, after) => expect(text(before)).toBe(after));

  it('stays within its bound without cutting a character in two', () => {
    expect(text(`${id}${'𒀀'.repeat(119)}`, 120)).toBe(`a former member${'𒀀'.repeat(105)}`);
  });
});

it('leaves an address one that a browser reads', () => {
  const link = withoutMember(`https://${id}.example.org/%40${id}`, id, { form: 'address' }) as string;
  expect(new URL(link).href).toBe('https://a-former-member.example.org/%40a-former-member');
});

it('leaves tags tags, each once', () => {
  const tags = withoutMember([`of-${id}`, 'sql', id, 'a-former-member'], id, { form: 'tags' });
  expect(tags).toEqual(['of-a-former-member', 'sql', 'a-former-member']);
});

it('looks into JSON at every depth', () => {
  const json = withoutMember({ items: [{ title: `By <@${id}>`, count: 3, none: null }] }, id, {
    form: 'json',
  });
  expect(JSON.parse(json as string)).toEqual({
    items: [{ title: 'By a former member', count: 3, none: null }],
  });
});
