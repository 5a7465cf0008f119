/** What entries owe: a card whose answer was never confirmed, and the word that a challenge is open again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { announcedCard } from '../../../src/features/entries/entry-card.js';
import { en } from '../../../src/locales/en/index.js';
import { amina, guildId, kofi, typed } from '../../support/cohort.js';
import { cohortChannelId, useQueue } from '../../support/queue.js';

const cohort = useQueue();
const later = (milliseconds: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + milliseconds);
};
const grace = 120_000;

beforeEach(() => cohort.beginAnew());

describe('the card of a new entry', () => {
  const share = () => cohort.entries.share(guildId, { ...amina, cardChannelId: cohortChannelId }, typed());
  const cardsIn = () => cohort.messenger.in(cohortChannelId);

  it('is owed until it is shown, and not after that', async () => {
    const { number } = await share();
    expect(await cohort.owed('entry-card')).toHaveLength(1);
    await cohort.cards.record(guildId, number, { channelId: cohortChannelId, messageId: '77' });
    expect(await cohort.owed('entry-card')).toEqual([]);
  });

  it('is posted once when nobody showed it, after the time an answer may take', async () => {
    const { number } = await share();
    await cohort.work();
    expect(cardsIn()).toEqual([]);
    later(grace);
    await Promise.all([cohort.work(), cohort.work(), cohort.work()]);
    expect(cardsIn()).toHaveLength(1);
    const { card } = await cohort.entries.any(guildId, number);
    expect(card).toEqual({ channelId: cohortChannelId, messageId: cardsIn()[0]?.messageId });
  });

  it('that an answer showed before the process ended is found by its buttons, and remembered', async () => {
    const entry = await share();
    const answer = { nonce: '', componentId: 0, view: announcedCard(en, entry) };
    await cohort.messenger.post({ ...answer, channelId: cohortChannelId });
    later(grace);
    await cohort.work();
    expect(cardsIn()).toHaveLength(1);
    const { card } = await cohort.entries.any(guildId, entry.number);
    expect(card?.messageId).toBe(cardsIn()[0]?.messageId);
  });

  it('brings the entry’s pictures along when it is late, and they lie in it', async () => {
    const picture = {
      position: 1,
      fileName: 'picture-1.png',
      size: 5,
      alt: 'A chart',
      sourceUrl: 'https://cdn',
    };
    const author = { ...amina, cardChannelId: cohortChannelId };
    await cohort.entries.share(guildId, author, typed(), { pictures: [picture] });
    later(grace);
    await cohort.work();
    const [card] = cardsIn();
    expect(card?.view.files).toMatchObject([{ name: 'picture-1.png', description: 'A chart' }]);
    expect(JSON.stringify(card?.view.components)).toContain('attachment://picture-1.png');
    expect(await cohort.database.query('SELECT channel_id, message_id FROM pictures')).toEqual([
      { channel_id: cohortChannelId, message_id: card?.messageId },
    ]);
  });

  it('is not posted for an entry that was deleted meanwhile', async () => {
    const { number } = await share();
    await cohort.entries.remove(guildId, number, amina.id);
    later(grace);
    await cohort.work();
    expect([cardsIn(), await cohort.owed('entry-card')]).toEqual([[], []]);
  });

  it('is not owed while a moderator has to look at it first', async () => {
    await cohort.set({ review: 'all' });
    await share();
    expect(await cohort.owed('entry-card')).toEqual([]);
    expect(await cohort.owed('queue-card')).toHaveLength(1);
  });
});

describe('an accepted solution that is deleted', () => {
  const solved = async (solver: typeof amina) => {
    const challenge = await cohort.entries.post(guildId, amina, typed());
    const answer = { solution: 'It works', link: '' };
    const solution = await cohort.entries.solve(guildId, solver, challenge.number, answer);
    await cohort.challenges.accept(guildId, solution.number, { id: amina.id, isModerator: false });
    return solution.number;
  };
  const told = () => cohort.messenger.in(cohortChannelId);

  it.each([
    ['somebody else’s', kofi, [amina.id]],
    ['the asker’s own', amina, []],
  ] as const)(
    '(%s) tells the asker, in the transaction that deletes it',
    async (_whose, solver, mentions) => {
      const number = await solved(solver);
      await cohort.entries.remove(guildId, number, solver.id);
      expect(await cohort.owed('challenge-reopened')).toHaveLength(1);
      await cohort.work();
      await cohort.work();
      expect(told().map(({ view }) => view.mentions)).toEqual([mentions]);
    },
  );
});
