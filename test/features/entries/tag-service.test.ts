/** Renaming, merging and removing tags on a real database: every entry, in one piece, beside edits of the same. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TagService } from '../../../src/features/entries/tag-service.js';
import { TagStore } from '../../../src/features/entries/tag-store.js';
import { SearchIndex } from '../../../src/features/search/search-index-store.js';
import {
  amina,
  atOnce,
  guildId,
  kofi,
  moderator,
  otherGuildId,
  typed,
  useCohort,
} from '../../support/cohort.js';

const cohort = useCohort(20);
const tags = () => new TagService(new TagStore(cohort.dataSource()), () => cohort.time.now);
const share = async (ofEntry: string, guild = guildId) =>
  (await cohort.entries.share(guild, amina, typed({ tags: ofEntry }))).number;
const tagsOf = async (number: number, guild = guildId) => (await cohort.entries.any(guild, number)).tags;
const rename = (from: string, to: string) => tags().rename(guildId, { from, to }, moderator.id);
const logged = () =>
  cohort.database.query(
    `SELECT action, before, after, text FROM audit_log LEFT JOIN audit_notes ON audit_notes.key = note ORDER BY id`,
  );

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  cohort.time.now = new Date('2026-03-02T08:00:00Z');
});

describe('a tag', () => {
  it('is renamed on every entry of the guild, hidden and deleted ones too, in its place', async () => {
    const [first, hidden, deleted, other] = [
      await share('api, js, web'),
      await share('js'),
      await share('js'),
      await share('jsx'),
    ];
    const elsewhere = await share('js', otherGuildId);
    await cohort.database.query('UPDATE entries SET hidden_at = now() WHERE number = $1', [hidden]);
    await cohort.entries.remove(guildId, deleted, amina.id);
    const change = await rename(' #JS ', 'Java Script');
    expect(change).toMatchObject({ tag: 'js', by: 'java-script', merged: 0, isMerger: false });
    expect(change.numbers).toEqual([first, hidden, deleted]);
    expect(await tagsOf(first)).toEqual(['api', 'java-script', 'web']);
    expect(await tagsOf(hidden)).toEqual(['java-script']);
    expect(await tagsOf(deleted)).toEqual(['java-script']);
    expect(await tagsOf(other)).toEqual(['jsx']);
    expect(await tagsOf(elsewhere, otherGuildId)).toEqual(['js']);
  });

  it('is merged into one in use: no entry has it twice, and the first place is kept', async () => {
    const both = await share('web, js, api, javascript');
    const reversed = await share('javascript, web, js');
    const full = await share('a, b, c, d, js');
    expect(await rename('js', 'javascript')).toMatchObject({ merged: 2, isMerger: true });
    expect(await tagsOf(both)).toEqual(['web', 'javascript', 'api']);
    expect(await tagsOf(reversed)).toEqual(['javascript', 'web']);
    expect(await tagsOf(full)).toEqual(['a', 'b', 'c', 'd', 'javascript']);
  });

  it('is known as a merger although no entry had both', async () => {
    await share('js');
    await share('javascript');
    expect(await rename('js', 'javascript')).toMatchObject({ merged: 0, isMerger: true });
  });

  it('is removed, the last one too', async () => {
    const [only, among] = [await share('spam'), await share('a, spam, b')];
    const change = await tags().remove(guildId, 'Spam', moderator.id);
    expect(change).toMatchObject({ tag: 'spam', by: null, numbers: [only, among] });
    expect(await tagsOf(only)).toEqual([]);
    expect(await tagsOf(among)).toEqual(['a', 'b']);
  });

  it('keeps earlier versions and the time of the last edit, and marks its cards stale', async () => {
    const number = await share('js');
    await cohort.cards.record(guildId, number, { channelId: '20', messageId: '30' });
    await cohort.database.query(
      `INSERT INTO revisions (guild_id, entry_number, revision, body, tags, edited_by, written_at)
       VALUES ($1, $2, 1, '', '{js}', $3, now())`,
      [guildId, number, amina.id],
    );
    cohort.time.now = new Date('2026-03-03T08:00:00Z');
    await rename('js', 'javascript');
    const [entry] = await cohort.database.query('SELECT edited_at, revision FROM entries');
    expect(entry).toEqual({ edited_at: null, revision: 1 });
    expect(await cohort.database.query('SELECT tags FROM revisions')).toEqual([{ tags: ['js'] }]);
    expect(await cohort.database.query('SELECT stale_since FROM cards')).toEqual([
      { stale_since: cohort.time.now },
    ]);
  });

  it('is found by its new name and no longer by its old one', async () => {
    await share('kubernets');
    await rename('kubernets', 'kubernetes');
    await new SearchIndex(cohort.dataSource()).catchUp(guildId);
    const found = (word: string) =>
      cohort.database.query(
        `SELECT number FROM search_documents WHERE words @@ $1::tsquery AND EXISTS (
           SELECT FROM vocabulary WHERE word = $2)`,
        [`'${word}'`, word],
      );
    expect(await found('kubernets')).toEqual([]);
    expect(await found('kubernetes')).toHaveLength(1);
  });

  it('has its line in the log: counts in it, the tags in its note', async () => {
    await share('js, javascript');
    await share('js');
    await rename('js', 'javascript');
    await tags().remove(guildId, 'javascript', moderator.id);
    expect(await logged()).toEqual([
      { action: 'tag-renamed', before: null, after: { entries: 2, merged: 1 }, text: 'js → javascript' },
      { action: 'tag-removed', before: null, after: { entries: 2 }, text: 'javascript' },
    ]);
  });

  it.each([
    [{ from: 'nothing', to: 'other' }, 'tag-not-used'],
    [{ from: '', to: 'other' }, 'tag-not-used'],
    [{ from: 'JS', to: '#js' }, 'same-tag'],
    [{ from: 'js', to: '' }, 'one-tag'],
    [{ from: 'js', to: 'a, b' }, 'one-tag'],
    [{ from: 'js', to: '🎉' }, 'tag-invalid'],
    [{ from: 'js', to: 'x'.repeat(33) }, 'tag-invalid'],
    [{ from: "js'); DROP TABLE entries; --", to: 'js' }, 'tag-not-used'],
  ])('stays when %o is asked', async ({ from, to }, code) => {
    const number = await share('js');
    await expect(rename(from, to)).rejects.toMatchObject({ code });
    expect(await tagsOf(number)).toEqual(['js']);
    expect(await logged()).toEqual([]);
  });

  it('is offered with its count: what begins as typed first, the most used before others', async () => {
    await share('redis, postgres');
    await share('postgres, my-post');
    await share('post');
    await share('post', otherGuildId);
    expect(await tags().suggest(guildId, '#Post')).toEqual([
      { tag: 'postgres', entries: 2 },
      { tag: 'post', entries: 1 },
      { tag: 'my-post', entries: 1 },
    ]);
    expect((await tags().suggest(guildId, '')).map(({ tag }) => tag)).toEqual([
      'postgres',
      'my-post',
      'post',
      'redis',
    ]);
  });
});

describe('twenty at once', () => {
  it('renames and edits of the same entries wait for each other, and lose nothing', async () => {
    const numbers = [await share('js, api'), await share('js, api'), await share('js, api')];
    for (const [index, number] of numbers.entries()) {
      await cohort.cards.record(guildId, number, { channelId: '20', messageId: `3${9 - index}` });
    }
    const edit = (index: number) =>
      cohort.entries.edit(
        guildId,
        numbers[index % 3] ?? 1,
        amina,
        typed({ tags: 'js, api', body: `Edit ${index}` }),
      );
    const results = await atOnce<unknown>(20, (index) =>
      index % 2 === 0 ? edit(index) : rename('js', index % 4 === 1 ? 'javascript' : 'ecmascript'),
    );
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    const unexpected = failed.filter((error) => error.code !== 'tag-not-used');
    expect(unexpected).toEqual([]);
    for (const number of numbers) {
      const found = await tagsOf(number);
      expect(found).toHaveLength(2);
      expect(found[1]).toBe('api');
      expect(['js', 'javascript', 'ecmascript']).toContain(found[0]);
    }
    await rename('js', 'javascript').catch(() => undefined);
    for (const number of numbers) expect(await tagsOf(number)).not.toContain('js');
  });

  it('renames of one tag are one rename: the others find nothing left', async () => {
    for (let count = 0; count < 5; count++) await share('js');
    const results = await atOnce(20, (index) =>
      tags().rename(guildId, { from: 'js', to: `to-${index}` }, kofi.id),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = await cohort.database.query('SELECT DISTINCT tags FROM entries');
    expect(left).toHaveLength(1);
    expect(await logged()).toHaveLength(1);
  });
});
