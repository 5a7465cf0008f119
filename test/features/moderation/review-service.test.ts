/** Entries and imports held until a moderator has looked, on a real database: whose, and what publishing makes of them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ModerationService } from '../../../src/features/moderation/moderation-service.js';
import { ModerationStore } from '../../../src/features/moderation/moderation-store.js';
import { amina, atOnce, guildId, kofi, moderator, typed, wanjiru } from '../../support/cohort.js';
import { useQueue } from '../../support/queue.js';

const cohort = useQueue();
const place = { channelId: '720000000000000001', language: 'en' };
const file = { name: 'README.md', url: 'https://cdn.discordapp.com/README.md' };

beforeEach(() => cohort.beginAnew());

const share = (author = amina, title?: string) =>
  cohort.entries.share(guildId, author, typed(title ? { title } : {}));
const decide = (id: string, action: 'publish' | 'decline', reason?: string) =>
  cohort.queue.decide(guildId, id, { action, actorId: moderator.id, reason });
const row = async (number: number) =>
  (await cohort.database.query('SELECT * FROM entries WHERE number = $1', [number]))[0];
const notices = () =>
  cohort.database.query(
    `SELECT member_id, payload ->> 'kind' AS kind, (payload ->> 'entryNumber')::integer AS entry_number,
            payload -> 'facts' AS facts FROM outbox_messages WHERE topic = 'notice' ORDER BY created_at, kind`,
  );

describe('a new entry', () => {
  it('is held where the guild’s rule says so, and never a moderator’s', async () => {
    expect((await share()).held).toBe(false);
    await cohort.set({ review: 'all' });
    expect((await share()).held).toBe(true);
    expect((await share(moderator)).held).toBe(false);
    await cohort.set({ review: 'off' });
    expect((await share()).held).toBe(false);
  });

  it('is held while its author has fewer published ones than it takes', async () => {
    await cohort.set({ review: 'new', reviewBelow: 2 });
    const [first, second] = [await share(), await share()];
    expect([first.held, second.held]).toEqual([true, true]);
    for (const { item } of [await cohort.queue.page(guildId, 1), await cohort.queue.page(guildId, 0)]) {
      await decide(item?.id ?? '', 'publish');
    }
    expect((await share()).held).toBe(false);
    expect((await share(kofi)).held).toBe(true);
  });

  it('is held from the start, in one statement with its item, also with fifty at once', async () => {
    await cohort.set({ review: 'all' });
    await atOnce(50, () => share());
    expect(
      await cohort.database.query('SELECT count(*)::int AS open FROM queue_items WHERE is_review'),
    ).toEqual([{ open: 50 }]);
    expect(await cohort.database.query('SELECT 1 FROM entries WHERE visible OR NOT held')).toEqual([]);
  });

  it('uses no draft and no number when its challenge is held, because that can’t be answered', async () => {
    await cohort.set({ review: 'all' });
    const challenge = await cohort.entries.post(guildId, amina, typed());
    const answer = cohort.entries.solve(guildId, kofi, challenge.number, { solution: 'So', link: '' });
    await expect(answer).rejects.toMatchObject({ code: 'challenge-unavailable' });
  });
});

describe('what is taken away before it was published', () => {
  const moderation = () =>
    new ModerationService(new ModerationStore(cohort.dataSource()), cohort.entries, () => cohort.time.now);

  it.each(['decline', 'hide', 'remove'] as const)(
    'by %s shows nobody its versions from before, also once it is restored',
    async (action) => {
      await cohort.set({ review: 'all' });
      const { number } = await share(amina, 'With the key');
      cohort.time.now = new Date(cohort.time.now.getTime() + 60_000);
      await cohort.entries.edit(guildId, number, amina, typed({ title: 'Without the key' }));
      cohort.time.now = new Date(cohort.time.now.getTime() + 60_000);
      if (action === 'decline') await decide(await cohort.onlyItem(), 'decline');
      else await moderation()[action](guildId, number, moderator, null);
      cohort.time.now = new Date(cohort.time.now.getTime() + 60_000);
      await moderation().restore(guildId, number, moderator, null);
      const [entry, versions] = await cohort.entries.history(guildId, number, kofi.id);
      expect(entry).toMatchObject({ title: 'Without the key', editedAt: null });
      expect(versions).toEqual([]);
    },
  );
});

describe('what is held', () => {
  it('is its author’s to see, edit and delete, and nobody else’s', async () => {
    await cohort.set({ review: 'all' });
    const { number } = await share();
    expect((await cohort.entries.viewAs(guildId, number, amina.id)).held).toBe(true);
    await expect(cohort.entries.viewAs(guildId, number, kofi.id)).rejects.toMatchObject({
      code: 'entry-hidden',
    });
    const edited = await cohort.entries.edit(guildId, number, amina, typed({ title: 'Without the key' }));
    expect(edited).toMatchObject({ title: 'Without the key', held: true });
    await cohort.entries.remove(guildId, number, amina.id);
    expect((await cohort.queue.page(guildId, 0)).count).toBe(0);
  });

  it('waits again when its author deletes it and brings it back', async () => {
    await cohort.set({ review: 'all' });
    const { number } = await share();
    await cohort.entries.remove(guildId, number, amina.id);
    expect((await cohort.entries.restore(guildId, number, amina.id)).held).toBe(true);
    expect((await cohort.queue.page(guildId, 0)).item?.entry?.number).toBe(number);
  });

  it('stays in the queue when the rule is switched off', async () => {
    await cohort.set({ review: 'all' });
    await share();
    await cohort.set({ review: 'off' });
    await decide(await cohort.onlyItem(), 'publish');
    expect((await cohort.queue.page(guildId, 0)).count).toBe(0);
  });
});

describe('publishing', () => {
  it('shows it to all from that moment on, as new as any other, and tells its author', async () => {
    await cohort.set({ review: 'all' });
    const { number } = await share();
    await cohort.entries.edit(guildId, number, amina, typed({ title: 'Without the key' }));
    cohort.time.now = new Date('2026-03-06T12:00Z');
    expect(await decide(await cohort.onlyItem(), 'publish')).toEqual([]);
    expect(await row(number)).toMatchObject({
      visible: true,
      held: false,
      hidden_at: null,
      created_at: cohort.time.now,
      edited_at: null,
    });
    expect(await notices()).toEqual([
      { member_id: amina.id, kind: 'entry-published', entry_number: number, facts: { reason: null } },
    ]);
    const log = await cohort.database.query('SELECT action, entry_number, entry_revision FROM audit_log');
    expect(log).toEqual([{ action: 'entry-published', entry_number: number, entry_revision: 2 }]);
  });

  it('shows its earlier versions only to its author', async () => {
    await cohort.set({ review: 'all' });
    const { number } = await share(amina, 'My key is 1234');
    await cohort.entries.edit(guildId, number, amina, typed({ title: 'Without the key' }));
    cohort.time.now = new Date('2026-03-06T12:00Z');
    await decide(await cohort.onlyItem(), 'publish');
    cohort.time.now = new Date('2026-03-07T12:00Z');
    await cohort.entries.edit(guildId, number, amina, typed({ title: 'Better put' }));
    const titles = async (id: string) =>
      (await cohort.entries.history(guildId, number, id))[1].map(({ title }) => title);
    expect(await titles(kofi.id)).toEqual(['Without the key']);
    expect(await titles(amina.id)).toEqual(['Without the key', 'My key is 1234']);
  });

  it('and the author’s own deletion at once leave nothing in between', async () => {
    await cohort.set({ review: 'all' });
    for (let round = 0; round < 10; round += 1) {
      const { number } = await share();
      const id = await cohort.onlyItem();
      await Promise.allSettled([decide(id, 'publish'), cohort.entries.remove(guildId, number, amina.id)]);
      const { visible, held, deleted_at: deletedAt } = (await row(number)) ?? {};
      expect([visible, deletedAt !== null, (await cohort.queue.page(guildId, 0)).count]).toEqual([
        false,
        true,
        0,
      ]);
      // Deleted after it was published it is held no more; deleted before, it is looked at once it is back.
      expect((await cohort.entries.restore(guildId, number, amina.id)).held).toBe(held);
      if (held) await decide(await cohort.onlyItem(), 'decline');
    }
  });

  it('happens once of twenty at once', async () => {
    await cohort.set({ review: 'all' });
    await share();
    const id = await cohort.onlyItem();
    const results = await atOnce(20, (index) => decide(id, index % 2 ? 'publish' : 'decline'));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
  });

  it('goes on though the challenge that a solution answers was deleted meanwhile', async () => {
    const challenge = await cohort.entries.post(guildId, amina, typed());
    await cohort.set({ review: 'all' });
    const solution = await cohort.entries.solve(guildId, kofi, challenge.number, {
      solution: 'So',
      link: '',
    });
    await cohort.entries.remove(guildId, challenge.number, amina.id);
    await decide(await cohort.onlyItem(), 'publish');
    expect(await row(solution.number)).toMatchObject({ visible: true });
  });
});

it('declining leaves it unseen and tells its author why', async () => {
  await cohort.set({ review: 'all' });
  const { number } = await share();
  await decide(await cohort.onlyItem(), 'decline', 'Leave out the key, please');
  expect(await row(number)).toMatchObject({ visible: false, held: false, deleted_at: null });
  expect(await notices()).toMatchObject([
    { kind: 'entry-declined', facts: { reason: 'Leave out the key, please' } },
  ]);
  await expect(cohort.entries.own(guildId, number, amina.id)).rejects.toMatchObject({ code: 'entry-hidden' });
});

describe('an import', () => {
  const bring = async (author = amina) => {
    const { imports } = cohort;
    const { id } = await imports.open(guildId, author, file);
    return imports.confirm(guildId, author, id, place);
  };
  const visible = async () =>
    await cohort.database.query(
      'SELECT type, accepted_at IS NOT NULL AS accepted FROM entries WHERE visible ORDER BY number',
    );

  it('is one item, published as a whole: pairs are pairs again, and its card is posted then', async () => {
    await cohort.set({ review: 'new' });
    const summary = await bring();
    expect(summary).toMatchObject({ review: 'held', card: null, entryCount: 2 });
    expect([await visible(), cohort.posted]).toEqual([[], []]);
    const { item, count } = await cohort.queue.page(guildId, 0);
    expect([count, item?.import?.entries.length, item?.author?.id]).toEqual([1, 3, amina.id]);
    await decide(item?.id ?? '', 'publish');
    expect(await visible()).toEqual([
      { type: 'challenge', accepted: false },
      { type: 'solution', accepted: true },
      { type: 'learning', accepted: false },
    ]);
    await cohort.work();
    await cohort.work();
    expect(cohort.posted.map(({ what }) => what)).toEqual(['import']);
    expect(await notices()).toMatchObject([{ kind: 'import-published', facts: { entries: 3 } }]);
  });

  it('is declined as a whole, and pressing Import all again posts nothing', async () => {
    await cohort.set({ review: 'all' });
    const { id } = await bring(kofi);
    await decide(await cohort.onlyItem(), 'decline', 'Not yours');
    expect(await visible()).toEqual([]);
    expect(await cohort.imports.confirm(guildId, kofi, id, place)).toMatchObject({
      review: 'declined',
      card: null,
    });
    await cohort.work();
    expect(cohort.posted).toEqual([]);
  });

  it('of a moderator is never held', async () => {
    await cohort.set({ review: 'all' });
    expect(await bring(moderator)).toMatchObject({ review: 'published' });
    expect((await cohort.queue.page(guildId, 0)).count).toBe(0);
  });

  it('settles itself once its author deleted all of it, or was erased', async () => {
    await cohort.set({ review: 'all' });
    await bring();
    for (const { number } of await cohort.database.query('SELECT number FROM entries ORDER BY number')) {
      await cohort.entries.remove(guildId, number, amina.id);
    }
    await bring(wanjiru);
    await cohort.database.query('DELETE FROM entries WHERE author_id = $1', [wanjiru.id]);
    await cohort.work();
    expect((await cohort.queue.page(guildId, 0)).count).toBe(0);
  });
});
