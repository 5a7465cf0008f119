/** Digests by direct message: once to each subscriber, whatever the process goes through. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DigestMailService, mailPace } from '../../src/services/digest-mail.js';
import type { DigestMail, MailPublisher, MailRefusal } from '../../src/services/publisher.js';
import { DigestMailStore } from '../../src/stores/digest-mail-store.js';
import { Crash, makeEntry, useDigests } from '../support/digest.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const bench = useDigests(database);
const due = new Date('2026-03-09T06:00Z');
const minutes = 60_000;

type Fault = 'unheard' | 'lost' | 'crash-before' | 'crash-after' | MailRefusal;

/** Direct channels as far as this can see them; the faults befall the next messages. */
class RecordingMail implements MailPublisher {
  readonly sent: DigestMail[] = [];
  readonly faults: Fault[] = [];
  readonly left = new Set<string>();

  async isMember(_guildId: string, userId: string) {
    return !this.left.has(userId);
  }
  async openDirectChannel(userId: string) {
    return { outcome: 'open', channelId: `9${userId.slice(1)}` } as const;
  }
  async mailDigest(mail: DigestMail) {
    const fault = this.faults.shift();
    if (fault === 'lost') return { outcome: 'unknown' } as const;
    if (fault === 'crash-before') throw new Crash();
    if (fault === 'closed' || fault === 'gone' || fault === 'refused') {
      return { outcome: 'refused', reason: fault } as const;
    }
    this.sent.push(mail);
    if (fault === 'crash-after') throw new Crash();
    return { outcome: fault === 'unheard' ? 'unknown' : 'posted' } as never;
  }
  async findMail(channelId: string, guildId: string, periodEnd: Date) {
    const found = this.sent.some(
      (mail) =>
        mail.channelId === channelId &&
        mail.content.guildId === guildId &&
        mail.content.periodEnd.getTime() === periodEnd.getTime(),
    );
    return found ? ('found' as const) : ('absent' as const);
  }
}

let mail: RecordingMail;
let service: DigestMailService;
let guildId: string;
let pauses: number[];

const another = () =>
  new DigestMailService({
    store: new DigestMailStore(bench.dataSource),
    contents: bench.contents,
    guilds: bench.guilds,
    publisher: mail,
    clock: () => bench.now,
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
const member = (id: string) => ({ id, displayName: `Member ${id}`, isBot: false });
const later = (milliseconds: number) => {
  bench.now = new Date(bench.now.getTime() + milliseconds);
};
const post = async () => {
  bench.now = due;
  await bench.service.postDue();
};
const waiting = async () =>
  database.query('SELECT user_id, attempt FROM digest_deliveries WHERE guild_id = $1', [guildId]);
const subscriptions = async () =>
  database.query('SELECT user_id, closed_at FROM digest_subscriptions WHERE guild_id = $1', [guildId]);

beforeEach(async () => {
  await database.query('DELETE FROM guilds');
  guildId = bench.guild();
  mail = new RecordingMail();
  pauses = [];
  service = another();
  bench.now = new Date('2026-03-04T10:00Z');
  await bench.service.schedule(guildId, { weekday: 1, time: '09:00', timezone: 'Africa/Nairobi' });
  await makeEntry(bench.dataSource, { guildId, number: 1, at: '2026-03-04T09:00Z' });
});

describe('subscribing', () => {
  it('is said once, and ended by oneself alone', async () => {
    expect(await service.subscribe(guildId, member('201'))).toBe(true);
    expect(await service.subscribe(guildId, member('201'))).toBe(false);
    expect(await service.subscribers(guildId)).toBe(1);
    expect(await service.unsubscribe(guildId, '202')).toBe(false);
    expect(await service.unsubscribe(guildId, '201')).toBe(true);
    expect(await service.subscribers(guildId)).toBe(0);
  });

  it('is not for bots', async () => {
    await expect(service.subscribe(guildId, { ...member('201'), isBot: true })).rejects.toThrowError(
      expect.objectContaining({ code: 'bots-cannot' }),
    );
  });
});

describe('delivering', () => {
  it('comes after the channel’s post, slowly, to each subscriber once', async () => {
    for (const id of ['201', '202', '203']) await service.subscribe(guildId, member(id));
    bench.now = due;
    await service.deliverDue();
    expect(mail.sent).toHaveLength(0);
    await post();
    await Promise.all([service.deliverDue(), another().deliverDue(), another().deliverDue()]);
    expect(mail.sent.map(({ channelId }) => channelId).sort()).toEqual(['901', '902', '903']);
    expect(mail.sent[0]).toMatchObject({ message: { channelId: '500000000000000001' }, language: 'en' });
    expect(pauses).toEqual([mailPace, mailPace, mailPace]);
    expect(await waiting()).toEqual([]);
    later(10 * minutes);
    await service.deliverDue();
    expect(mail.sent).toHaveLength(3);
  });

  it('does not come to those who subscribe after it was posted, nor who unsubscribe before', async () => {
    await service.subscribe(guildId, member('201'));
    await post();
    await service.unsubscribe(guildId, '201');
    await service.subscribe(guildId, member('202'));
    await service.deliverDue();
    expect(mail.sent).toEqual([]);
  });

  it('shows what the channel’s digest shows', async () => {
    await bench.guilds.change(guildId, { digestHidden: ['learnings'] });
    await service.subscribe(guildId, member('201'));
    await post();
    await service.deliverDue();
    expect(mail.sent[0]?.content.learnings).toEqual([]);
    expect(mail.sent[0]?.content.figures.learnings.count).toBe(1);
  });

  it.each(['unheard', 'lost', 'crash-before', 'crash-after'] as const)(
    'arrives once although the first attempt was %s',
    async (fault) => {
      await service.subscribe(guildId, member('201'));
      await post();
      mail.faults.push(fault);
      await service.deliverDue().catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      expect(await waiting()).toHaveLength(1);
      await another().deliverDue();
      later(4 * minutes);
      await another().deliverDue();
      expect(mail.sent).toHaveLength(1);
      expect(await waiting()).toEqual([]);
    },
  );

  it('is tried with growing pauses, and given up after two days', async () => {
    await service.subscribe(guildId, member('201'));
    await post();
    mail.faults.push(...Array.from({ length: 100 }, () => 'refused' as const));
    for (let minute = 0; minute < 49 * 60; minute += 20) {
      await service.deliverDue();
      later(20 * minutes);
    }
    expect(100 - mail.faults.length).toBeLessThan(60);
    expect(await waiting()).toEqual([]);
    expect(await subscriptions()).toHaveLength(1);
  });

  it('ends with whoever left the guild, or is nobody any more', async () => {
    await service.subscribe(guildId, member('201'));
    await service.subscribe(guildId, member('202'));
    mail.left.add('201');
    mail.faults.push('gone');
    await post();
    await service.deliverDue();
    expect(mail.sent).toEqual([]);
    expect(await subscriptions()).toEqual([]);
    expect(await service.endClosed(guildId, '201')).toBe(false);
  });
});

describe('closed direct messages', () => {
  it('are said once, then the subscription is over', async () => {
    await service.subscribe(guildId, member('201'));
    await service.subscribe(guildId, member('202'));
    mail.faults.push('closed');
    await post();
    await service.deliverDue();
    expect(mail.sent).toHaveLength(1);
    expect(await service.subscribers(guildId)).toBe(1);
    const closed = (await subscriptions()).find(({ closed_at: at }) => at)?.['user_id'] as string;
    expect(await service.endClosed(guildId, closed === '201' ? '202' : '201')).toBe(false);
    const told = await Promise.all(
      [service, another(), another()].map((one) => one.endClosed(guildId, closed)),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await subscriptions()).toHaveLength(1);
  });

  it('are tried anew by whoever subscribes again', async () => {
    await service.subscribe(guildId, member('201'));
    mail.faults.push('closed');
    await post();
    await service.deliverDue();
    expect(await service.subscribe(guildId, member('201'))).toBe(true);
    expect(await service.endClosed(guildId, '201')).toBe(false);
    expect(await service.subscribers(guildId)).toBe(1);
  });
});
