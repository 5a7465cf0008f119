/** Notices: told once by direct message, and where those are closed at the member's next command. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type NoticeMessage, NoticeService, noticeLease } from '../../src/services/notice-service.js';
import type { MailRefusal } from '../../src/services/publisher.js';
import { leaveNotice } from '../../src/stores/notice-statement.js';
import { NoticeStore } from '../../src/stores/notice-store.js';
import { amina, guildId, kofi, typed, useCohort } from '../support/cohort.js';

const cohort = useCohort(20);
const start = new Date('2026-03-02T08:00:00Z');
let sent: NoticeMessage[] = [];
let answers: ('posted' | 'unknown' | 'crash' | MailRefusal)[] = [];
const received = () => [...new Map(sent.map((message) => [message.nonce, message])).values()];

function service() {
  return new NoticeService({
    store: new NoticeStore(cohort.dataSource()),
    guilds: cohort.guilds,
    publisher: {
      async sendNotices(message) {
        const answer = answers.shift() ?? 'posted';
        if (answer === 'posted' || answer === 'unknown' || answer === 'crash') sent.push(message);
        if (answer === 'crash') throw new Error('killed');
        return answer;
      },
    },
    clock: () => cohort.time.now,
    pause: async () => undefined,
  });
}

const leave = (memberId = kofi.id, entryNumber: number | null = null, reason: string | null = null) =>
  leaveNotice(cohort.dataSource().manager, {
    guildId,
    memberId,
    kind: 'entry-hidden',
    entryNumber,
    facts: { reason },
    createdAt: cohort.time.now,
  });
const waiting = () => cohort.database.query('SELECT member_id, next_at FROM notices ORDER BY created_at');
const later = (milliseconds: number) => {
  cohort.time.now = new Date(cohort.time.now.getTime() + milliseconds);
};
/** What a member is shown below their next command, from this process. */
async function shownTo(notices: NoticeService, memberId = kofi.id): Promise<(string | null)[]> {
  const shown: (string | null)[] = [];
  await notices.tell(
    guildId,
    memberId,
    async (all) => void shown.push(...all.map(({ facts }) => String(facts['reason']))),
  );
  return shown;
}

beforeEach(async () => {
  sent = [];
  answers = [];
  cohort.time.now = start;
  await cohort.database.query('DELETE FROM guilds');
  await cohort.guilds.settings(guildId);
  for (const [index, member] of [amina, kofi].entries()) {
    await cohort.entries.share(guildId, member, typed({ title: `Number ${index + 1}` }));
  }
});

describe('a notice', () => {
  it('is sent with what the entry is called, several to one member in one message', async () => {
    await leave(kofi.id, 2, 'Off topic');
    later(1);
    await leave(kofi.id, null, 'Second');
    await leave(amina.id);
    await service().deliverDue();
    expect(sent).toHaveLength(2);
    const toKofi = sent.find(({ userId }) => userId === kofi.id);
    expect(toKofi?.notices).toMatchObject([
      { kind: 'entry-hidden', entryNumber: 2, title: 'Number 2', facts: { reason: 'Off topic' } },
      { entryNumber: null, title: null, facts: { reason: 'Second' } },
    ]);
    expect(await waiting()).toEqual([]);
  });

  it.each(['unknown', 'crash'] as const)('is not sent twice after an answer that is %s', async (fault) => {
    answers = [fault];
    await leave(kofi.id, null, 'first');
    await service()
      .deliverDue()
      .catch(() => undefined);
    await leave(kofi.id, null, 'second');
    await service().deliverDue();
    later(noticeLease + 1);
    await Promise.all([service().deliverDue(), service().deliverDue()]);
    expect(
      new Set(received().map(({ notices }) => notices.map(({ facts }) => facts['reason']).join())),
    ).toEqual(new Set(['first', 'second']));
    expect(received()).toHaveLength(2);
    expect(await waiting()).toEqual([]);
  });

  it('is sent once by several processes at once', async () => {
    for (let index = 0; index < 12; index += 1) await leave(kofi.id, null, `${index}`);
    await Promise.all(Array.from({ length: 6 }, () => service().deliverDue()));
    const reasons = sent.flatMap(({ notices }) => notices.map(({ facts }) => Number(facts['reason'])));
    expect(reasons.sort((one, two) => one - two)).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  it('waits for the next command where direct messages are closed, and is shown there once', async () => {
    answers = ['closed'];
    await leave(kofi.id, null, 'first');
    later(1);
    await leave(kofi.id, null, 'second');
    const notices = service();
    expect(await shownTo(notices)).toEqual([]);
    await notices.deliverDue();
    await notices.deliverDue();
    expect(sent).toEqual([]);
    expect(await waiting()).toMatchObject([{ next_at: null }, { next_at: null }]);
    expect(await shownTo(notices, amina.id)).toEqual([]);
    // After a restart, and where showing it fails, it is still there.
    const restarted = service();
    const failing = restarted.tell(guildId, kofi.id, async () => {
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(await shownTo(restarted)).toEqual(['first', 'second']);
    expect(await shownTo(restarted)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('is shown once when the member does two things at once', async () => {
    answers = ['closed'];
    await leave(kofi.id, null, 'once');
    const notices = service();
    await notices.deliverDue();
    const both = await Promise.all([shownTo(notices), shownTo(notices)]);
    expect(both.flat()).toEqual(['once']);
  });

  it('is tried again after a refusal, more seldom each time, and after two days waits for the next command', async () => {
    answers = Array.from({ length: 500 }, () => 'refused' as const);
    await leave();
    const notices = service();
    for (let minutes = 0; minutes <= 49 * 60; minutes += 10) {
      await notices.deliverDue();
      later(600_000);
    }
    const attempts = 500 - answers.length;
    expect(attempts).toBeGreaterThan(40);
    expect(attempts).toBeLessThan(60);
    expect(await waiting()).toMatchObject([{ next_at: null }]);
  });

  it('to somebody who is no longer there is let go of', async () => {
    answers = ['gone'];
    await leave();
    await service().deliverDue();
    expect(await waiting()).toEqual([]);
  });
});
