/** Keeping entries on a real database: numbers, bounds, edits, deletion and who may do what. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/entities/draft.js';
import { DraftService } from '../../../src/features/drafts/draft-service.js';
import { DraftStore } from '../../../src/features/drafts/draft-store.js';
import { amina, atOnce, guildId, kofi, otherGuildId, typed, useCohort } from '../../support/cohort.js';

const cohort = useCohort(50);

describe('numbers', () => {
  it('gives 50 members sharing at once the numbers 1 to 50, each once', async () => {
    const results = await atOnce(50, (index) =>
      cohort.entries.share(
        '700000000000000050',
        { id: `9000000000000000${String(index).padStart(2, '0')}`, displayName: `Member ${index}` },
        typed({ title: `Learning ${index}`, body: `Words number ${index} and some more` }),
      ),
    );
    const numbers = results.map((result) =>
      result.status === 'fulfilled' ? result.value.number : result.reason,
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('counts learnings, challenges and solutions together, apart for each guild', async () => {
    const guild = '700000000000000051';
    const learning = await cohort.entries.share(guild, amina, typed());
    const challenge = await cohort.entries.post(guild, amina, typed({ title: 'Redis loses keys' }));
    const solution = await cohort.entries.solve(guild, kofi, challenge.number, {
      solution: 'Set maxmemory',
      link: '',
    });
    const elsewhere = await cohort.entries.share('700000000000000052', amina, typed());
    expect([learning, challenge, solution, elsewhere].map(({ number }) => number)).toEqual([1, 2, 3, 1]);
  });

  it('uses no number for a solution to a missing challenge', async () => {
    const guild = '700000000000000053';
    const learning = await cohort.entries.share(guild, amina, typed());
    const answer = (number: number) =>
      cohort.entries.solve(guild, kofi, number, { solution: 'This way', link: '' });
    await expect(answer(99)).rejects.toMatchObject({ code: 'entry-not-found' });
    await expect(answer(learning.number)).rejects.toMatchObject({ code: 'not-a-challenge' });
    expect((await cohort.entries.share(guild, amina, typed())).number).toBe(2);
  });
});

describe('a draft', () => {
  it('becomes one challenge however often it is posted at once', async () => {
    const draft = await cohort.drafts.keep(guildId, amina.id, 'challenge', { title: 'Celery waits' });
    const results = await atOnce(20, () => cohort.entries.post(guildId, amina, typed(), { draftId: draft }));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'draft-gone' });
    }
  });

  it('belongs to its author only', async () => {
    const draft = await cohort.drafts.keep(guildId, amina.id, 'challenge', { title: 'Celery waits' });
    await expect(cohort.drafts.open(guildId, kofi.id, draft)).rejects.toMatchObject({ code: 'draft-gone' });
    await expect(cohort.entries.post(guildId, kofi, typed(), { draftId: draft })).rejects.toMatchObject({
      code: 'draft-gone',
    });
    await expect(cohort.drafts.open(otherGuildId, amina.id, draft)).rejects.toMatchObject({
      code: 'draft-gone',
    });
  });

  it('that the database stored late is not stored twice', async () => {
    let insert = (): void => undefined;
    const store = new DraftStore(cohort.dataSource());
    const slow = {
      insert: async (draft: Draft) => {
        await new Promise<void>((resolve) => {
          insert = resolve;
        });
        await store.insert(draft);
        inserted();
      },
      find: store.find.bind(store),
      remove: store.remove.bind(store),
      removeExpired: store.removeExpired.bind(store),
    };
    let inserted = (): void => undefined;
    const taken = new Promise<void>((resolve) => {
      inserted = resolve;
    });
    const drafts = new DraftService(slow, () => cohort.time.now);
    const id = await drafts.keep(guildId, amina.id, 'challenge', { title: 'Celery waits' });
    expect(drafts.release(id)).toBe(true);
    insert();
    await taken;
    await expect.poll(() => drafts.open(guildId, amina.id, id).catch(({ code }) => code)).toBe('draft-gone');
  });

  it('only in memory is given back when it could not be posted, and is let go by its owner alone', async () => {
    const away = () => Promise.reject(new Error('away'));
    const store = {
      insert: away,
      find: async () => undefined,
      remove: async () => false,
      removeExpired: away,
    };
    const drafts = new DraftService(store, () => cohort.time.now);
    const id = await drafts.keep(guildId, amina.id, 'challenge', { title: 'Celery waits' });
    const draft = await drafts.open(guildId, amina.id, id);
    expect(drafts.release(id)).toBe(true);
    drafts.giveBack(draft);
    await drafts.discard(guildId, kofi.id, id);
    expect(await drafts.open(guildId, amina.id, id)).toEqual(draft);
    await drafts.discard(guildId, amina.id, id);
    await expect(drafts.open(guildId, amina.id, id)).rejects.toMatchObject({ code: 'draft-gone' });
  });

  it('keeps what was typed, NUL left out', async () => {
    const draft = await cohort.drafts.keep(guildId, amina.id, 'share', { body: 'a\u0000b "quoted" \\u0000' });
    expect((await cohort.drafts.open(guildId, amina.id, draft)).fields).toEqual({
      body: 'ab "quoted" \\u0000',
    });
  });
});

describe('texts', () => {
  it.each([
    ['an empty title', { title: '' }, 'title-missing'],
    ['only spaces', { title: '   \u00a0 ' }, 'title-missing'],
    ['only zero-width marks', { title: '\u200b\u200d\u2060\ufeff' }, 'title-missing'],
    ['a title of 121 characters', { title: 'x'.repeat(121) }, 'title-too-long'],
    ['a body of 4,001 characters', { body: 'x'.repeat(4001) }, 'body-too-long'],
    ['six tags', { tags: 'a, b, c, d, e, f' }, 'too-many-tags'],
    ['a tag of emoji', { tags: '🔥' }, 'tag-invalid'],
    ['a tag of 33 characters', { tags: 'x'.repeat(33) }, 'tag-invalid'],
    ['a link that is a script', { link: 'javascript:alert(1)' }, 'link-not-http'],
    ['a link that is a word', { link: 'docs' }, 'link-not-http'],
  ])('refuses %s', async (_name, changes, code) => {
    await expect(cohort.entries.share(guildId, amina, typed(changes))).rejects.toMatchObject({ code });
  });

  it.each([
    ['emoji alone', { title: '🎉🎉' }, { title: '🎉🎉' }],
    ['right-to-left text', { title: 'تعلمت Django' }, { title: 'تعلمت Django' }],
    ['direction overrides, left out', { title: 'abc\u202edef' }, { title: 'abcdef' }],
    ['NUL and control characters, left out', { body: 'a\u0000b\u0007c' }, { body: 'abc' }],
    ['line ends of any kind', { body: 'a\r\nb\rc' }, { body: 'a\nb\nc' }],
    ['a title over several lines, as one', { title: 'two\nlines' }, { title: 'two lines' }],
    ['a decomposed accent, composed', { title: 'de\u0301ploiement' }, { title: 'd\u00e9ploiement' }],
    ['half a character', { body: 'a\ud83db' }, { body: 'a\ufffdb' }],
    ['an empty body', { body: '' }, { body: '' }],
    [
      'tags folded',
      { tags: '#Django, CI/CD, C++, Sécurité' },
      { tags: ['django', 'ci-cd', 'c++', 'securite'] },
    ],
    [
      'a link with parentheses, encoded',
      { link: '<https://x.org/a(b)>' },
      { link: 'https://x.org/a%28b%29' },
    ],
    ['a tag said twice', { tags: 'redis, Redis, #redis' }, { tags: ['redis'] }],
    ['the longest texts', { title: 'x'.repeat(120), body: '😀'.repeat(2000) }, { title: 'x'.repeat(120) }],
  ])('keeps %s', async (_name, changes, expected) => {
    const { number } = await cohort.entries.share(guildId, amina, typed(changes));
    expect(await cohort.entries.view(guildId, number)).toMatchObject(expected);
  });
});

describe('an entry', () => {
  it('belongs to its guild alone', async () => {
    await cohort.entries.share(otherGuildId, amina, typed());
    const { number } = await cohort.entries.share(guildId, amina, typed());
    expect(number).toBeGreaterThan(1);
    await expect(cohort.entries.view(otherGuildId, number)).rejects.toMatchObject({
      code: 'entry-not-found',
    });
  });

  it('is edited by its author, and its earlier versions stay', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed({ title: 'First words' }));
    await expect(cohort.entries.edit(guildId, number, kofi, typed())).rejects.toMatchObject({
      code: 'not-your-entry',
    });
    cohort.time.now = new Date('2026-03-02T09:00:00Z');
    const edited = await cohort.entries.edit(guildId, number, amina, typed({ title: 'Second words' }));
    expect(edited).toMatchObject({ title: 'Second words', revision: 2, editedAt: cohort.time.now });
    await cohort.entries.edit(guildId, number, amina, typed({ title: 'Second words' }));
    const [entry, revisions] = await cohort.entries.history(guildId, number, kofi.id);
    expect(entry.revision).toBe(2);
    expect(revisions.map(({ title }) => title)).toEqual(['First words']);
  });

  it('keeps every version of 20 edits at once', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed({ title: 'Start' }));
    await atOnce(20, (index) =>
      cohort.entries.edit(guildId, number, amina, typed({ title: `Edit ${index}` })),
    );
    const [entry, revisions] = await cohort.entries.history(guildId, number, amina.id);
    expect(entry.revision).toBe(21);
    expect(revisions.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 20 }, (_, index) => 20 - index),
    );
    expect(new Set([entry.title, ...revisions.map(({ title }) => title)]).size).toBe(21);
  });

  it('quotes what is wrong without cutting a character in two', async () => {
    const tags = `${'x'.repeat(39)}😀`;
    const error = await cohort.entries
      .share(guildId, amina, typed({ tags }))
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'tag-invalid', facts: { tag: 'x'.repeat(39) } });
  });

  it('is restored once, however often Undo is pressed at once', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    await cohort.entries.remove(guildId, number, amina.id);
    const presses = await atOnce(8, () => cohort.entries.restore(guildId, number, amina.id));
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const press of presses) {
      if (press.status === 'rejected') expect(press.reason).toMatchObject({ code: 'not-deleted' });
    }
  });

  it('is deleted and restored by its author, for 30 days', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    await expect(cohort.entries.remove(guildId, number, kofi.id)).rejects.toMatchObject({
      code: 'not-your-entry',
    });
    await cohort.entries.remove(guildId, number, amina.id);
    await expect(cohort.entries.view(guildId, number)).rejects.toMatchObject({ code: 'entry-deleted' });
    await expect(cohort.entries.remove(guildId, number, amina.id)).rejects.toMatchObject({
      code: 'entry-deleted',
    });
    await expect(cohort.entries.restore(guildId, number, kofi.id)).rejects.toMatchObject({
      code: 'not-your-entry',
    });
    expect(await cohort.entries.restore(guildId, number, amina.id)).toMatchObject({
      number,
      deletedAt: null,
    });
    await expect(cohort.entries.restore(guildId, number, amina.id)).rejects.toMatchObject({
      code: 'not-deleted',
    });

    await cohort.entries.remove(guildId, number, amina.id);
    cohort.time.now = new Date(cohort.time.now.getTime() + 31 * 86_400_000);
    await expect(cohort.entries.restore(guildId, number, amina.id)).rejects.toMatchObject({
      code: 'restore-too-late',
    });
    expect(await cohort.entries.eraseDeleted()).toBe(1);
    await expect(cohort.entries.any(guildId, number)).rejects.toMatchObject({ code: 'entry-not-found' });
  });

  it('that others answered stays after its author is erased', async () => {
    const challenge = await cohort.entries.post(guildId, amina, typed());
    await cohort.entries.solve(guildId, kofi, challenge.number, { solution: 'Like this', link: '' });
    await cohort.entries.remove(guildId, challenge.number, amina.id);
    cohort.time.now = new Date(cohort.time.now.getTime() + 31 * 86_400_000);
    await cohort.entries.eraseDeleted();
    expect(await cohort.entries.any(guildId, challenge.number)).toMatchObject({ number: challenge.number });
  });

  it('that is a goal can be done, and not done again', async () => {
    const goal = await cohort.entries.share(guildId, amina, typed({ kind: 'goal' }));
    expect((await cohort.entries.toggleDone(guildId, goal.number, amina.id)).doneAt).toEqual(cohort.time.now);
    expect((await cohort.entries.toggleDone(guildId, goal.number, amina.id)).doneAt).toBeNull();
  });

  it('that was a goal and done can become another kind, and is not done then', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed({ kind: 'goal' }));
    await cohort.entries.toggleDone(guildId, number, amina.id);
    const reworded = await cohort.entries.edit(guildId, number, amina, typed({ kind: 'goal', title: 'Aim' }));
    expect(reworded.doneAt).toEqual(cohort.time.now);
    const edited = await cohort.entries.edit(guildId, number, amina, typed({ kind: 'practice' }));
    expect(edited).toMatchObject({ kind: 'practice', doneAt: null });
  });
});
