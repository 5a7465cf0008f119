/** The keyed hash by which an erased member is known again. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { memberHash } from '../../../src/features/guard/member-hash.js';

const hash = memberHash('a token');

it('is the same for the same member, and 32 bytes long', () => {
  expect(hash('1', '23')).toEqual(memberHash('a token')('1', '23'));
  expect(hash('1', '23')).toHaveLength(32);
});

it('differs by guild, member and token', () => {
  const hashes = [hash('1', '23'), hash('12', '3'), hash('1', '24'), memberHash('another token')('1', '23')];
  expect(new Set(hashes.map(String)).size).toBe(4);
});

it('cannot be found by trying all ids without the token', () => {
  expect(hash('1', '23')).not.toEqual(createHash('sha256').update('1:23').digest());
});
