/** Members for whom something waits: what is kept of the database for a moment, and what isn't. */
import { expect, it } from 'vitest';
import { WaitingMembers } from '../../../src/features/notifications/waiting-members.js';

const kofi = { guildId: '1', userId: '2' };

it('notices what is committed only after it was told of the change', async () => {
  let stored: (typeof kofi)[] = [];
  const waiting = new WaitingMembers(async () => stored);
  waiting.forget();
  expect(await waiting.includes('1', '2')).toBe(false);
  stored = [kofi];
  expect(await waiting.includes('1', '2')).toBe(true);
});

it('asks the database once in a while when nothing changed', async () => {
  let reads = 0;
  const waiting = new WaitingMembers(async () => {
    reads += 1;
    return [kofi];
  });
  for (let times = 0; times < 5; times += 1) expect(await waiting.includes('1', '2')).toBe(true);
  expect(reads).toBe(1);
});
