/** Smaller rules of the page's state: the clock's next Monday, whom one can be, what is unread, what is on its way. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Exchange, WorldView } from '../../../sandbox/client/types.js';
import { castOf, firstViewer } from '../../../sandbox/web/state/cast.js';
import { describeOffset, nextDay, nextMondayMorning } from '../../../sandbox/web/state/clock.js';
import { Exchanges } from '../../../sandbox/web/state/exchanges.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('the clock', () => {
  it.each([
    ['2026-11-21T10:00:00', '2026-11-23T09:00:00'],
    ['2026-11-22T23:59:00', '2026-11-23T09:00:00'],
    ['2026-11-23T08:59:59', '2026-11-23T09:00:00'],
    ['2026-11-23T09:00:00', '2026-11-30T09:00:00'],
    ['2026-11-24T00:00:00', '2026-11-30T09:00:00'],
    ['2026-12-29T12:00:00', '2027-01-04T09:00:00'],
  ])('after %s the next Monday morning is %s', (now, monday) => {
    expect(nextMondayMorning(Date.parse(now))).toBe(Date.parse(monday));
  });

  it('goes to the same time of the next day', () => {
    expect(nextDay(Date.parse('2026-11-30T10:15:00'))).toBe(Date.parse('2026-12-01T10:15:00'));
  });

  it.each([
    [0, ''],
    [59_000, ''],
    [5 * 60_000, '5 min ahead'],
    [-3 * 3_600_000, '3 h behind'],
    [50 * 3_600_000, '2 days ahead'],
  ])('%d ms are shown as "%s"', (offset, words) => {
    expect(describeOffset(offset)).toBe(words);
  });
});

describe('the cast', () => {
  const member = (userId: string, roles: string[] = [], bot = false) => ({
    userId,
    name: `user${userId}`,
    nick: null,
    roles,
    bot,
  });
  const world: WorldView = {
    guilds: [
      {
        id: '1',
        name: 'Guild',
        ownerId: '30',
        locale: 'en-US',
        roles: [
          { id: '1', name: '@everyone', permissions: ['ManageMessages'] },
          { id: '2', name: 'Moderator', permissions: ['ModerateMembers'] },
          { id: '3', name: 'Backend', permissions: [] },
        ],
        channels: [],
        members: [member('10', ['3']), member('20', ['2', '3']), member('30'), member('40', [], true)],
      },
    ],
    users: [{ id: '10', username: 'user10', displayName: 'Amina' }],
    bots: [],
  };

  it('is everybody but the bots: owners, then moderators, then the others', () => {
    expect(castOf(world).map(({ id, name, roles }) => [id, name, roles])).toEqual([
      ['30', 'user30', []],
      ['20', 'user20', ['Moderator', 'Backend']],
      ['10', 'Amina', ['Backend']],
    ]);
  });

  it('begins with whom the page was used as last, else with an ordinary member', () => {
    const cast = castOf(world);
    expect(firstViewer(cast, undefined)?.id).toBe('10');
    expect(firstViewer(cast, 'user20')?.id).toBe('20');
    expect(firstViewer(cast, 'gone')?.id).toBe('10');
    expect(firstViewer([], 'gone')).toBeUndefined();
  });
});

describe('an exchange with a bot', () => {
  const exchange = (more: Partial<Exchange>) => ({ outcome: 'message', channelId: '1', ...more }) as Exchange;
  const pendingOf = (exchanges: Exchanges) => exchanges.pending.value.get('1') ?? [];

  it('is shown until it is answered', async () => {
    const exchanges = new Exchanges();
    const running = exchanges.command('1', { command: '/share' }, () => Promise.resolve(exchange({})));
    expect(pendingOf(exchanges)).toMatchObject([{ command: '/share' }]);
    await running;
    expect(pendingOf(exchanges)).toEqual([]);
  });

  it('is shown no longer once the bot says that it thinks', async () => {
    vi.useFakeTimers();
    const exchanges = new Exchanges();
    let answer: (exchange: Exchange) => void = () => {};
    const running = exchanges.command('1', { command: '/share' }, () => new Promise((yes) => (answer = yes)));
    exchanges.answerStarted('1', '/search');
    exchanges.answerStarted('2', '/share');
    expect(pendingOf(exchanges)).toHaveLength(1);
    exchanges.answerStarted('1', '/share');
    expect(pendingOf(exchanges)).toEqual([]);
    answer(exchange({ outcome: 'failed', failure: 'It thought for too long.' }));
    await running;
    expect(pendingOf(exchanges)).toMatchObject([{ failure: { reason: 'It thought for too long.' } }]);
  });

  it('stays with the reason when no answer came, until it is dismissed', async () => {
    const exchanges = new Exchanges();
    await exchanges.command('1', { command: '/share' }, () =>
      Promise.resolve(exchange({ outcome: 'failed', failure: 'Too late.' })),
    );
    expect(pendingOf(exchanges)).toMatchObject([{ failure: { what: 'command', reason: 'Too late.' } }]);
    exchanges.dismiss(pendingOf(exchanges)[0]?.id ?? '');
    expect(pendingOf(exchanges)).toEqual([]);
  });

  it('rejects what the sandbox refuses at once, and shows what is refused later', async () => {
    vi.useFakeTimers();
    const exchanges = new Exchanges();
    const refused = exchanges.command('1', { command: '/x' }, () =>
      Promise.reject(new Error('No such option.')),
    );
    await expect(refused).rejects.toThrow('No such option.');
    expect(pendingOf(exchanges)).toEqual([]);

    let reject: (error: Error) => void = () => {};
    const late = exchanges.command('1', { command: '/x' }, () => new Promise((_, no) => (reject = no)));
    await vi.advanceTimersByTimeAsync(1_000);
    await late;
    reject(new Error('Gone.'));
    await vi.advanceTimersByTimeAsync(0);
    expect(pendingOf(exchanges)).toMatchObject([{ failure: { reason: 'Gone.' } }]);
  });

  it('opens a form here, and keeps it open when it could not be sent', async () => {
    const exchanges = new Exchanges();
    const modal = { exchangeId: '5', custom_id: 'form', title: 'Form', components: [] };
    await exchanges.onMessage('9', () => Promise.resolve(exchange({ outcome: 'modal', modal })));
    expect(exchanges.form.value).toEqual({ modal, channelId: '1' });
    const failure = await exchanges.submit(() => Promise.reject(new Error('Title is required.')));
    expect(failure?.reason).toBe('Title is required.');
    expect(exchanges.form.value).toBeDefined();
    await exchanges.submit(() => Promise.resolve(exchange({})));
    expect(exchanges.form.value).toBeUndefined();
  });

  it('leaves its failure at the message until that is used again', async () => {
    const exchanges = new Exchanges();
    await exchanges.onMessage('9', () => Promise.resolve(exchange({ outcome: 'failed' })));
    expect(exchanges.failures.value.get('9')).toMatchObject({ what: 'interaction' });
    await exchanges.onMessage('9', () => Promise.resolve(exchange({})));
    expect(exchanges.failures.value.has('9')).toBe(false);
  });
});
