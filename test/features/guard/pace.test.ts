/** What is posted again has a pace, and drafts have a number. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { Pace } from '../../../src/features/guard/pace.js';
import { amina, guildId, typed, useCohort } from '../../support/cohort.js';

const cohort = useCohort();

it('five in ten minutes, each member by themselves', () => {
  const pace = new Pace();
  for (let time = 0; time < 5; time += 1) expect(pace.take('amina', time)).toBeUndefined();
  expect(pace.take('amina', 5)).toBe(600_000);
  expect(pace.take('kofi', 5)).toBeUndefined();
  expect(pace.take('amina', 600_000)).toBeUndefined();
});

it('a member has twenty drafts at most, the newest', async () => {
  await cohort.entries.share(guildId, amina, typed());
  let last = '';
  for (let time = 0; time < 25; time += 1) {
    cohort.time.now = new Date(cohort.time.now.getTime() + 1_000);
    last = await cohort.drafts.keep(guildId, amina.id, 'share', { title: randomUUID() });
  }
  const [row] = await cohort.database.query('SELECT count(*)::integer AS count FROM drafts');
  expect(row).toEqual({ count: 20 });
  expect(await cohort.drafts.open(guildId, amina.id, last)).toMatchObject({ id: last });
});
