/** The reminder of a study session: in time, late after an outage, and not once it is over. */
import { expect, it } from 'vitest';
import type { Session } from '../../../src/entities/session.js';
import { reminderMs, sessionTopics } from '../../../src/features/sessions/session-model.js';
import { sessionTopicsOf } from '../../../src/features/sessions/session-topics.js';

const startsAt = new Date('2026-03-02T18:00:00Z');
const endsAt = new Date('2026-03-02T19:00:00Z');
const session = {
  id: 's',
  guildId: '1',
  topic: 'Indexes',
  startsAt,
  endsAt,
  cancelledAt: null,
  place: null,
  eventId: null,
  cardChannelId: '2',
  cardMessageId: '3',
  going: ['11'],
} as unknown as Session;

async function prepared(now: Date, follow = async () => false, shown = session) {
  const topics = sessionTopicsOf({
    store: { find: async () => shown },
    guilds: { settings: async () => ({ language: 'en' }) },
    events: { interested: async () => [] },
    follower: { follow },
  } as unknown as Parameters<typeof sessionTopicsOf>[0]);
  const reminder = topics.find(({ name }) => name === sessionTopics.reminder);
  return reminder?.prepare({ guildId: '1', key: 's', payload: {} } as never, now);
}

const minutes = (count: number) => new Date(startsAt.getTime() + count * 60_000);

it.each([
  [-reminderMs / 60_000, 'starts'],
  [-1, 'starts'],
  [0, 'began'],
  [59, 'began'],
])('is posted %i minutes from the start, and says that it %s', async (minute, said) => {
  expect(JSON.stringify(await prepared(minutes(minute)))).toContain(`**Indexes** ${said} <t:`);
});

it('waits until it is due, and is left out once the session is over', async () => {
  expect(await prepared(minutes(-60))).toEqual({ wait: 'later', at: minutes(-15) });
  expect(await prepared(minutes(60))).toEqual({ drop: 'nothing-to-say' });
});

it('goes out at the time that is known while Discord does not say what became of the event', async () => {
  const away = async () => Promise.reject(Object.assign(new Error('x'), { name: 'AbortError' }));
  expect(JSON.stringify(await prepared(minutes(-10), away))).toContain('starts');
  await expect(prepared(minutes(-10), () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
});

it('waits for the card, and goes to each member when there is none five minutes before', async () => {
  const cardless = { ...session, cardChannelId: null, cardMessageId: null } as Session;
  expect(await prepared(minutes(-10), undefined, cardless)).toEqual({ wait: 'no-channel', at: minutes(-9) });
  expect(await prepared(minutes(-5), undefined, cardless)).toEqual({ drop: 'direct' });
});
