/** Importing a README on a real database: everything once, all of it or nothing, whatever comes at the same time. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DigestContentStore } from '../../../src/features/digest/digest-content-store.js';
import { figuresText } from '../../../src/features/digest/digest-figures.js';
import type { ImportSummary } from '../../../src/features/readme/import-model.js';
import { ImportService } from '../../../src/features/readme/import-service.js';
import { ImportStore } from '../../../src/features/readme/import-store.js';
import { en } from '../../../src/locales/en/index.js';
import { type ReadmeDocument, UnreadableReadme } from '../../../src/readme/readme-document.js';
import { amina, atOnce, guildId, kofi, otherGuildId } from '../../support/cohort.js';
import { passingGuard } from '../../support/passing-guard.js';
import { documentOf, item, pair, technology } from '../../support/readme-document.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();

const place = { channelId: '720000000000000001', language: 'en' };
const file = { name: 'README.md', url: 'https://cdn.discordapp.com/README.md' };
const card = { channelId: place.channelId, messageId: '730000000000000001' };

let posted: ImportSummary[] = [];
let filled: unknown[] = [];
let channelIsClosed = false;

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  cohort.time.now = new Date('2026-03-04T09:00:00Z');
  await cohort.guilds.settings(guildId);
  posted = [];
  filled = [];
  channelIsClosed = false;
});

/** A service to which every file reads as this document; the file's bytes are told apart by its title. */
function importing(document: ReadmeDocument | UnreadableReadme, guard = passingGuard) {
  return new ImportService({
    store: new ImportStore(cohort.dataSource()),
    attachments: { read: async () => Buffer.from('title' in document ? `${document.title}` : '') },
    reader: {
      async read() {
        if (document instanceof UnreadableReadme) throw document;
        return structuredClone(document);
      },
    },
    guard,
    publisher: {
      async postSummary(_channelId, summary) {
        posted.push(summary);
        return channelIsClosed ? null : card;
      },
    },
    profiles: {
      async fill(...facts) {
        filled.push(facts);
      },
    },
    mutes: cohort.mutes,
    clock: () => cohort.time.now,
  });
}

async function importWhole(document: ReadmeDocument, author = amina) {
  const imports = importing(document);
  const { id } = await imports.open(guildId, author, file);
  return imports.confirm(guildId, author, id, place);
}

const kept = () =>
  cohort.database.query(
    `SELECT number, type, kind, title, body, section, author_id, challenge_number, accepted_by, done_at
       FROM entries ORDER BY number`,
  );

const three = documentOf([
  pair('CORS blocks the front end', 'Allow its origin', { body: 'Every request failed', tags: ['cors'] }),
  technology('Docker', { section: 'Containerization', body: 'Runs the same everywhere' }),
  item({ title: 'Deploy to the cloud', kind: 'goal', isDone: true, source: 'Next steps' }),
]);

describe('a preview', () => {
  it('keeps nothing, and knows what the document says', async () => {
    const shown = await importing({ ...three, isRepaired: true }).open(guildId, amina, file);
    expect(await kept()).toEqual([]);
    expect(shown).toMatchObject({ fileName: 'README.md', doneBefore: null, preview: { isRepaired: true } });
    expect(shown.preview.items.map(({ title, mark, isKept }) => [title, mark, isKept])).toEqual([
      ['CORS blocks the front end', 'new', true],
      ['Docker', 'new', true],
      ['Deploy to the cloud', 'new', true],
    ]);
  });

  it('shows what the guard inspected: texts are cleaned before, whatever is hidden in them', async () => {
    const inspected: Record<string, string | undefined>[] = [];
    const document = documentOf(
      [
        pair(' See\u200b this ', 'At disco(a@example.org)rd.gg/x', {
          body: 'In disc\u202eord.gg/x',
          tags: ['C_I'],
        }),
      ],
      { profile: { ...three.profile, summary: 'Join disco<a@example.org>rd.gg/x' } },
    );
    const { preview } = await importing(document, {
      ...passingGuard,
      refusedAmong: async (_guildId, _author, texts) => {
        inspected.push(...texts);
        return texts.map(() => false);
      },
    }).open(guildId, amina, file);
    const [{ title, body, solution, tags } = item({ title: '' })] = preview.items;
    expect(inspected[0]).toMatchObject({ title, body, solution, tags: tags.join(', ') });
    expect(solution).toBe('At discord.gg/x');
    expect(inspected).toContainEqual({ summary: preview.profile.summary });
  });

  it('says each thing once: a technology with all that is said of it, a concept unless it says something else', async () => {
    const { preview } = await importing(
      documentOf([
        technology('Docker', { tags: ['docker'] }),
        technology('docker', { body: 'Runs the same everywhere', tags: ['containers'] }),
        technology('Docker', { body: 'Used for deployment' }),
        item({ title: 'Caching', body: 'Keep what is dear to make' }),
        item({ title: 'Caching!', body: 'keep what is dear' }),
        item({ title: 'Caching', body: 'Redis holds sessions' }),
        pair('Slow', null),
        pair('Slow', 'An index'),
        pair('Slow', 'Fewer rows'),
      ]),
    ).open(guildId, amina, file);
    expect(preview.items.map(({ title, body, solution, tags }) => [title, body, solution, tags])).toEqual([
      ['Docker', 'Runs the same everywhere\n\nUsed for deployment', null, ['docker', 'containers']],
      ['Caching', 'Keep what is dear to make', null, []],
      ['Caching', 'Redis holds sessions', null, []],
      ['Slow', '', 'An index', []],
      ['Slow', '', 'Fewer rows', []],
    ]);
  });

  it('marks what the member has shared already, and leaves it out unless they want it', async () => {
    const number = await cohort.share({ kind: 'technology', title: 'docker' });
    const imports = importing(three);
    const { id, preview } = await imports.open(guildId, amina, file);
    expect(preview.items[1]).toMatchObject({ mark: 'shared', alike: number, isKept: false });
    await imports.keepOnly(guildId, amina.id, id, { page: 0, wanted: [1] });
    expect(await imports.confirm(guildId, amina, id, place)).toMatchObject({ entryCount: 1, knownCount: 0 });
    expect((await kept()).map(({ title }) => title)).toEqual(['docker', 'Docker']);
  });

  it('leaves out addresses and numbers of people wherever they stand', async () => {
    const { preview } = await importing(
      documentOf(
        [
          item({ title: 'Ask amina@example.com', body: 'Call +254 700 000 001 or <amina@example.com>.' }),
          pair('Mail', 'Write to kofi.b@mail.example.org, or run `git clone git@github.com:a/b.git`'),
        ],
        {
          profile: { ...three.profile, summary: 'By amina@example.com', objective: 'Learn' },
          skipped: [{ source: 'amina@example.com', reason: 'contact' }],
        },
      ),
    ).open(guildId, amina, file);
    const text = JSON.stringify(preview);
    expect(text).not.toMatch(/example|700 000/);
    expect(text).toContain('git@github.com:a/b.git');
  });

  it.each([
    ['empty', 'readme-empty'],
    ['binary', 'readme-not-text'],
    ['html', 'readme-not-text'],
    ['too-heavy', 'readme-too-heavy'],
  ] as const)('of a file that is %s is refused as %s', async (reason, code) => {
    const imports = importing(new UnreadableReadme(reason));
    await expect(imports.open(guildId, amina, file)).rejects.toMatchObject({ code });
  });

  it('of a file with nothing in it is refused', async () => {
    await expect(importing(documentOf([])).open(guildId, amina, file)).rejects.toMatchObject({
      code: 'readme-nothing',
    });
  });

  it('belongs to its member, in its guild, for a day', async () => {
    const imports = importing(three);
    const { id } = await imports.open(guildId, amina, file);
    await expect(imports.show(guildId, kofi.id, id)).rejects.toMatchObject({ code: 'not-your-control' });
    await expect(imports.confirm(guildId, kofi, id, place)).rejects.toMatchObject({
      code: 'not-your-control',
    });
    await expect(imports.show(otherGuildId, amina.id, id)).rejects.toMatchObject({ code: 'import-gone' });
    cohort.time.now = new Date(cohort.time.now.getTime() + 86_400_000);
    await expect(imports.confirm(guildId, amina, id, place)).rejects.toMatchObject({ code: 'import-gone' });
    await imports.removeExpired();
    cohort.time.now = new Date(cohort.time.now.getTime() + 1);
    expect(await imports.removeExpired()).toBe(1);
    expect(await kept()).toEqual([]);
  });

  it('is one of five of its member at most, the newest', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      cohort.time.now = new Date(cohort.time.now.getTime() + 1);
      ids.push((await importing(three).open(guildId, amina, file)).id);
    }
    await importing(three).open(guildId, kofi, file);
    const rows = await cohort.database.query(
      'SELECT id FROM imports WHERE member_id = $1 ORDER BY created_at',
      [amina.id],
    );
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(2));
  });

  it('that was cancelled keeps nothing, of the file either', async () => {
    const imports = importing(three);
    const { id } = await imports.open(guildId, amina, file);
    await expect(imports.cancel(guildId, kofi.id, id)).rejects.toMatchObject({ code: 'not-your-control' });
    await imports.cancel(guildId, amina.id, id);
    await expect(imports.confirm(guildId, amina, id, place)).rejects.toMatchObject({ code: 'import-gone' });
    expect(await cohort.database.query('SELECT state, preview FROM imports')).toEqual([
      { state: 'cancelled', preview: null },
    ]);
  });
});

describe('what is confirmed', () => {
  it('is kept in the document’s order, a challenge with its solution as a pair of its author', async () => {
    await cohort.share({ title: 'Before' });
    const summary = await importWhole(three);
    expect(await kept()).toMatchObject([
      { number: 1 },
      {
        number: 2,
        type: 'challenge',
        kind: null,
        title: 'CORS blocks the front end',
        body: 'Every request failed',
      },
      {
        number: 3,
        type: 'solution',
        title: null,
        body: 'Allow its origin',
        challenge_number: 2,
        accepted_by: amina.id,
      },
      { number: 4, type: 'learning', kind: 'technology', title: 'Docker', section: 'Containerization' },
      { number: 5, kind: 'goal', title: 'Deploy to the cloud', done_at: cohort.time.now },
    ]);
    expect(summary).toMatchObject({
      entryCount: 3,
      pairCount: 1,
      knownCount: 0,
      counts: { technology: 1, goal: 1 },
      pairs: [{ number: 2, title: 'CORS blocks the front end', solution: 'Allow its origin' }],
      technologies: ['Docker'],
      card,
    });
    expect(posted).toHaveLength(1);
    expect((await cohort.entries.view(guildId, 2)).accepted).toMatchObject({ number: 3, authorId: amina.id });
    expect(await cohort.share({ title: 'After' })).toBe(6);
  });

  it('is what the member left of it', async () => {
    const imports = importing(
      documentOf([...three.items, pair('Nobody knows', null)], {
        profile: { ...three.profile, projectName: 'Nexus' },
      }),
    );
    const { id } = await imports.open(guildId, amina, file);
    await imports.keepOnly(guildId, amina.id, id, { page: 0, wanted: [1, 2, 3] });
    await imports.setKind(guildId, amina.id, id, { place: 1, kind: 'practice' });
    await imports.setKind(guildId, amina.id, id, { place: 2, kind: 'takeaway' });
    await imports.setKind(guildId, amina.id, id, { place: 3, kind: 'concept' });
    await imports.setKind(guildId, amina.id, id, { place: 1, kind: 'rumour' });
    await imports.includeOpenChallenges(guildId, amina.id, id, false);
    await imports.toggleProfile(guildId, amina.id, id);
    await imports.confirm(guildId, amina, id, place);
    expect(await kept()).toMatchObject([
      { number: 1, kind: 'practice', title: 'Docker' },
      { number: 2, kind: 'takeaway', title: 'Deploy to the cloud', done_at: null },
    ]);
    expect(await kept()).toHaveLength(2);
    expect(filled).toEqual([[guildId, amina, expect.objectContaining({ projectName: 'Nexus' })]]);
  });

  it('leaves a challenge without a solution open, for others to answer', async () => {
    await importWhole(documentOf([pair('Nobody knows', null)]));
    const number = await cohort.solve(1, 'I do', kofi);
    await cohort.challenges.accept(guildId, number, amina);
    expect((await cohort.entries.view(guildId, 1)).accepted?.authorId).toBe(kofi.id);
  });

  it('is kept once however often and however many at once confirm it', async () => {
    const imports = importing(three);
    const { id } = await imports.open(guildId, amina, file);
    // Connections that are open already, so that all of them arrive together.
    await atOnce(8, () => cohort.dataSource().query('SELECT pg_sleep(0.05)'));
    const results = await atOnce(8, () => imports.confirm(guildId, amina, id, place));
    expect(results.map(({ status }) => status)).toEqual(Array(8).fill('fulfilled'));
    expect(await imports.confirm(guildId, amina, id, place)).toMatchObject({ entryCount: 3, card });
    expect(await kept()).toHaveLength(4);
    await expect(imports.show(guildId, amina.id, id)).rejects.toMatchObject({ code: 'import-done' });
  });

  it('is not brought again by the same file, nor by another with the same in it', async () => {
    await importWhole(three);
    const imports = importing(three);
    const again = await imports.open(guildId, amina, file);
    expect(again.doneBefore).toEqual(cohort.time.now);
    expect(again.preview.items.every(({ mark, isKept }) => mark === 'imported' && !isKept)).toBe(true);
    // Wanting it all the same does not bring it twice.
    await imports.keepOnly(guildId, amina.id, again.id, { page: 0, wanted: [0, 1, 2] });
    expect(await imports.confirm(guildId, amina, again.id, place)).toMatchObject({
      entryCount: 0,
      knownCount: 3,
    });
    expect(posted).toHaveLength(1);
    const overlapping = documentOf([...three.items, item({ title: 'New' })], { title: 'Another file' });
    expect(await importWhole(overlapping)).toMatchObject({ entryCount: 1, knownCount: 3 });
    expect(await kept()).toHaveLength(5);
  });

  it('is known again after its author changed a kind, edited it, or said it with more words', async () => {
    const imports = importing(three);
    const { id } = await imports.open(guildId, amina, file);
    await imports.setKind(guildId, amina.id, id, { place: 1, kind: 'practice' });
    await imports.confirm(guildId, amina, id, place);
    await cohort.entries.edit(guildId, 1, amina, { title: 'Edited', body: '', tags: '', link: '' });
    expect(await importWhole(three)).toMatchObject({ entryCount: 0 });
    const longer = documentOf([item({ title: 'deploy to the CLOUD', kind: 'goal', body: 'On AWS' })]);
    expect(await importWhole(longer)).toMatchObject({ entryCount: 0, knownCount: 1 });
  });

  it('comes again after it was deleted, and others may bring the same', async () => {
    await importWhole(three);
    await cohort.entries.remove(guildId, 3, amina.id);
    expect(await importWhole(three)).toMatchObject({ entryCount: 1, knownCount: 2 });
    await cohort.entries.restore(guildId, 3, amina.id);
    expect(await importWhole(three, kofi)).toMatchObject({ entryCount: 3, memberId: kofi.id });
  });

  it('is there once when it is restored at the very moment it is imported again', async () => {
    await importWhole(three);
    await cohort.entries.remove(guildId, 3, amina.id);
    const restoring = cohort.dataSource().createQueryRunner();
    await restoring.startTransaction();
    await restoring.query('UPDATE entries SET deleted_at = NULL, deleted_by = NULL WHERE number = 3');
    const again = importWhole(three);
    await untilSomebodyWaits();
    await restoring.commitTransaction();
    await restoring.release();
    expect(await again).toMatchObject({ entryCount: 0, knownCount: 3 });
  });

  it('stays when a newer preview takes the place of older ones at that moment', async () => {
    const imports = importing(documentOf([]));
    const opened: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      cohort.time.now = new Date(cohort.time.now.getTime() + 1);
      opened.push((await importing(three).open(guildId, amina, file)).id);
    }
    const confirming = cohort.dataSource().createQueryRunner();
    await confirming.startTransaction();
    await confirming.query(
      `UPDATE imports SET state = 'done', preview = NULL, kept_until = NULL, decided_at = created_at,
              entry_count = 0, pair_count = 0, known_count = 0 WHERE id = $1`,
      [opened[0]],
    );
    const newer = importing(three).open(guildId, amina, file);
    await untilSomebodyWaits();
    await confirming.commitTransaction();
    await confirming.release();
    await newer;
    expect(await imports.confirm(guildId, amina, opened[0] ?? '', place)).toMatchObject({ entryCount: 0 });
  });

  it('is there once when two previews that overlap are confirmed at the same time', async () => {
    const other = documentOf([...three.items, item({ title: 'New' })], { title: 'Another file' });
    const services = [importing(three), importing(other)];
    const opened = await Promise.all(services.map((imports) => imports.open(guildId, amina, file)));
    const results = await atOnce(2, async (index) =>
      services[index]?.confirm(guildId, amina, opened[index]?.id ?? '', place),
    );
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await kept()).toHaveLength(5);
  });

  it('leaves out what another preview brought meanwhile in other words', async () => {
    const [one, other] = ['Runs the same everywhere', 'Containers'].map((body) =>
      importing(documentOf([technology('Docker', { body })], { title: body })),
    );
    const opened = [await one?.open(guildId, amina, file), await other?.open(guildId, amina, file)];
    expect(opened[1]?.preview.items[0]?.mark).toBe('new');
    await one?.confirm(guildId, amina, opened[0]?.id ?? '', place);
    expect(await other?.confirm(guildId, amina, opened[1]?.id ?? '', place)).toMatchObject({
      entryCount: 0,
      knownCount: 1,
    });
  });

  it('is all there or not at all', async () => {
    const imports = importing(three);
    const { id } = await imports.open(guildId, amina, file);
    await cohort.database.query(
      `ALTER TABLE entries ADD CONSTRAINT no_goals CHECK (kind IS DISTINCT FROM 'goal')`,
    );
    await expect(imports.confirm(guildId, amina, id, place)).rejects.toThrow();
    expect(await kept()).toEqual([]);
    await cohort.database.query('ALTER TABLE entries DROP CONSTRAINT no_goals');
    expect(await imports.confirm(guildId, amina, id, place)).toMatchObject({ entryCount: 3 });
    expect((await kept())[0]).toMatchObject({ number: 1 });
  });

  it('stays kept when the channel is closed, and its card comes with the next click', async () => {
    channelIsClosed = true;
    const imports = importing(three);
    const { id } = await imports.open(guildId, amina, file);
    expect(await imports.confirm(guildId, amina, id, place)).toMatchObject({ entryCount: 3, card: null });
    channelIsClosed = false;
    expect(await imports.confirm(guildId, amina, id, place)).toMatchObject({ entryCount: 3, card });
    await imports.confirm(guildId, amina, id, place);
    expect(posted).toHaveLength(2);
    expect(await kept()).toHaveLength(4);
  });

  it('fits what the database takes, whatever a document holds', async () => {
    const nasty = `e\u0301\0\ud800\u202e\x07 ${'𝒲'.repeat(3_000)}\r\n`;
    const texts = { title: nasty, body: nasty, section: nasty, source: nasty };
    const tags = [nasty, '#Docker', 'a b', 'UPPER', '', 'six', 'seven', 'eight', 'nine'];
    const document = documentOf(
      [
        technology('', { ...texts, tags, link: 'javascript:alert(1)' }),
        pair('', nasty, { ...texts, link: `https://example.org/${'x'.repeat(2_000)}` }),
        pair('No solution in it', '\u200b\0 ', { isDone: true, kind: 'goal' }),
        item({ title: '\u200b\0' }),
      ],
      {
        profile: { track: null, projectName: nasty, summary: nasty, objective: nasty, repository: nasty },
        skipped: [{ source: nasty, reason: 'prose' }],
      },
    );
    const imports = importing(document);
    const { id } = await imports.open(guildId, amina, { ...file, name: nasty });
    expect(await imports.confirm(guildId, amina, id, place)).toMatchObject({ entryCount: 3, pairCount: 1 });
    expect(await cohort.database.query('SELECT tags FROM entries WHERE number = 1')).toEqual([
      { tags: ['docker', 'a-b', 'upper', 'six', 'seven'] },
    ]);
  });

  it('takes 200 entries in one go, while others share', async () => {
    const many = documentOf(
      Array.from({ length: 200 }, (_, index) =>
        index % 5 === 0
          ? pair(`Challenge ${index}`, `Solution ${index}`)
          : item({ title: `Concept ${index}` }),
      ),
    );
    const imports = importing(many);
    const { id } = await imports.open(guildId, amina, file);
    const [summary, ...shared] = await Promise.all([
      imports.confirm(guildId, amina, id, place),
      ...Array.from({ length: 8 }, (_, index) => cohort.share({ title: `Meanwhile ${index}` }, amina)),
    ]);
    expect(summary).toMatchObject({ entryCount: 200, pairCount: 40 });
    expect(new Set(shared).size).toBe(8);
    const [numbers] = await cohort.database.query(
      'SELECT count(*)::integer AS count, max(number) AS last FROM entries',
    );
    expect(numbers).toEqual({ count: 248, last: 248 });
  });
});

describe('what was imported', () => {
  it('brings no points, nor does Helpful on it; helping with what it left open does', async () => {
    await importWhole(documentOf([...three.items, pair('Nobody knows', null)]));
    await cohort.votes.toggleHelpful(guildId, 1, kofi);
    await cohort.solve(5, 'I do', kofi);
    const { standings } = await cohort
      .newLeaderboard()
      .standings(await cohort.guilds.settings(guildId), 'all', amina.id);
    expect(standings.map(({ displayName, points }) => [displayName, points])).toEqual([['Kofi', 1]]);
  });

  it('is one line of the digest, not its learnings, pairs or the whole week', async () => {
    await importWhole(three);
    await cohort.share({ title: 'Learned today' });
    const contents = new DigestContentStore(cohort.dataSource());
    const span = { start: new Date('2026-03-02T06:00Z'), end: new Date('2026-03-09T06:00Z') };
    const content = await contents.read(guildId, span);
    expect(content).toMatchObject({
      imported: { entries: 3, documents: 1 },
      figures: {
        learnings: { count: 1 },
        challenges: { count: 0 },
        solved: { count: 0 },
        members: { count: 1 },
      },
      pairs: [],
      waiting: [],
      isEmpty: false,
    });
    expect(content.learnings.map(({ title }) => title)).toEqual(['Learned today']);
    expect(figuresText(en, content)).toContain('3 entries imported from 1 README');
    expect(await contents.week(guildId, span, { offset: 0, limit: 15 })).toMatchObject({ inAll: 1 });
  });

  it('is found, and listed as solved', async () => {
    await importWhole(three);
    const search = cohort.newSearch();
    expect((await search.search(guildId, { query: 'docker' })).results).toMatchObject([{ number: 3 }]);
    expect((await search.search(guildId, { kind: 'challenge', status: 'solved' })).results).toMatchObject([
      { number: 1, solved: true },
    ]);
  });
});

/** Until a statement of another connection waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  await expect
    .poll(() =>
      cohort.database.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      ),
    )
    .not.toEqual([]);
}
