/** Notices: told once by direct message, and where those are closed at the member's next command. */

import { beforeEach, describe, expect, it } from 'vitest';
import { LanguageService } from '../../../src/features/languages/language-service.js';
import { LanguageStore } from '../../../src/features/languages/language-store.js';
import { NoticeService } from '../../../src/features/notifications/notice-service.js';
import { NoticeStore } from '../../../src/features/notifications/notice-store.js';
import { leaveNotice, noticeTopic } from '../../../src/features/notifications/notice-topic.js';
import { amina, guildId, kofi, typed, useCohort } from '../../support/cohort.js';
import { directChannelOf, makeOutbox, RecordingMessenger } from '../../support/outbox.js';
import { textOf } from '../../support/view-text.js';

const cohort = useCohort(20);
const start = new Date('2026-03-02T08:00:00Z');
let messenger = new RecordingMessenger();

/** The notices of one process. */
function useProcess() {
  const notices = new NoticeService(new NoticeStore(cohort.dataSource()));
  const topic = noticeTopic({
    languages: new LanguageService(
      new LanguageStore(cohort.dataSource()),
      cohort.guilds,
      () => cohort.time.now,
    ),
    read: (ids) => notices.read(ids),
    nameOf: async () => 'Cohort',
    onParked: () => notices.forgetWaiting(),
  });
  const outbox = makeOutbox(cohort.dataSource(), [topic], { messenger, clock: () => cohort.time.now });
  return Object.assign(notices, { deliver: () => outbox.deliverDue() });
}

const leave = (memberId = kofi.id, entryNumber: number | null = null, reason: string | null = null) =>
  leaveNotice(cohort.dataSource().manager, {
    guildId,
    memberId,
    kind: 'entry-hidden',
    entryNumber,
    facts: { reason: reason && `because-${reason}` },
    createdAt: cohort.time.now,
  });
const waiting = () => cohort.database.query('SELECT member_id, due_at FROM outbox_messages ORDER BY id');
const later = (milliseconds: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + milliseconds);
};
/** The reasons in each message to a member. */
const received = (memberId = kofi.id) =>
  messenger
    .in(directChannelOf(memberId))
    .map(({ view }) => [...textOf(view).matchAll(/because-([^\s”]+)/g)].map(([, reason]) => reason));
/** What a member is shown below their next command, from this process. */
async function shownTo(notices: NoticeService, memberId = kofi.id): Promise<string[]> {
  const shown: string[] = [];
  await notices.tell(
    guildId,
    memberId,
    async (all) =>
      void shown.push(...all.map(({ facts }) => String(facts['reason']).replace('because-', ''))),
  );
  return shown;
}
const close = () => messenger.doors.set(kofi.id, { outcome: 'refused', reason: 'closed' });

beforeEach(async () => {
  messenger = new RecordingMessenger();
  cohort.time.now = start;
  await cohort.database.query('DELETE FROM guilds');
  await cohort.guilds.settings(guildId);
  for (const [index, member] of [amina, kofi].entries()) {
    await cohort.entries.share(guildId, member, typed({ title: `Number ${index + 1}` }));
  }
});

describe('a notice', () => {
  it('is sent with what the entry is called, several to one member in one message', async () => {
    await leave(kofi.id, 2, 'first');
    later(1);
    await leave(kofi.id, null, 'second');
    await leave(amina.id, null, 'other');
    await useProcess().deliver();
    expect([received(), received(amina.id)]).toEqual([[['first', 'second']], [['other']]]);
    expect(messenger.messages.some(({ view }) => textOf(view).includes('Number 2'))).toBe(true);
    expect(await waiting()).toEqual([]);
  });

  it.each(['posted-unheard', 'crash-after'] as const)(
    'is not sent twice after an answer that was lost (%s)',
    async (fault) => {
      messenger.faults.push(fault);
      await leave(kofi.id, null, 'first');
      await useProcess().deliver();
      messenger.restarted();
      await leave(kofi.id, null, 'second');
      await useProcess().deliver();
      later(600_000);
      await Promise.all([useProcess().deliver(), useProcess().deliver()]);
      expect(received()).toEqual([['first'], ['second']]);
      expect(await waiting()).toEqual([]);
    },
  );

  it('waits for the next command where direct messages are closed, and is shown there once', async () => {
    close();
    await leave(kofi.id, null, 'first');
    later(1);
    await leave(kofi.id, null, 'second');
    const notices = useProcess();
    expect(await shownTo(notices)).toEqual([]);
    await notices.deliver();
    await notices.deliver();
    expect(received()).toEqual([]);
    expect(await waiting()).toMatchObject([{ due_at: null }, { due_at: null }]);
    expect(await shownTo(notices, amina.id)).toEqual([]);
    // After a restart, and where showing it fails, it is still there.
    const restarted = useProcess();
    const failing = restarted.tell(guildId, kofi.id, async () => {
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(await shownTo(restarted)).toEqual(['first', 'second']);
    expect(await shownTo(restarted)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('is shown once when the member does two things at once', async () => {
    close();
    await leave(kofi.id, null, 'once');
    const notices = useProcess();
    await notices.deliver();
    const both = await Promise.all([shownTo(notices), shownTo(notices)]);
    expect(both.flat()).toEqual(['once']);
  });

  it('that is refused for two days waits for the next command', async () => {
    messenger.channels.set(directChannelOf(kofi.id), { outcome: 'refused', reason: 'refused' });
    await leave();
    const notices = useProcess();
    for (let hours = 0; hours <= 49; hours += 1) {
      await notices.deliver();
      later(3_600_000);
    }
    expect(messenger.posts).toBeGreaterThan(40);
    expect(await waiting()).toMatchObject([{ due_at: null }]);
  });

  it('to somebody who is no longer there is dropped', async () => {
    messenger.doors.set(kofi.id, { outcome: 'refused', reason: 'gone' });
    await leave();
    await useProcess().deliver();
    expect(await waiting()).toEqual([]);
  });
});
