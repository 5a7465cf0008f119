/** Accepting pings the author of the solution: not without end. */
import { expect, it } from 'vitest';
import { acceptSolution } from '../../../src/features/challenges/index.js';
import { contextWith } from '../../support/context.js';

it('makes each pair, and pings nobody beyond the pace of the member', async () => {
  let accepted = 0;
  let isWanted = true;
  const context = contextWith<Parameters<typeof acceptSolution>[1]['services']>({
    challenges: {
      accept: async () => {
        accepted += 1;
        return { challengeNumber: 1, authorId: '800000000000000002' };
      },
    },
    guard: { mayPing: () => accepted <= 2 },
    follows: { wantsMention: async () => isWanted },
  });
  const pinged = { view: { mentions: ['800000000000000002'] } };
  expect(await acceptSolution(2, context)).toMatchObject(pinged);
  expect(await acceptSolution(2, context)).toMatchObject(pinged);
  expect(await acceptSolution(2, context)).toMatchObject({ view: { mentions: [] } });
  expect(accepted).toBe(3);
  accepted = 0;
  isWanted = false;
  expect(await acceptSolution(2, context)).toMatchObject({ view: { mentions: [] } });
});
