/** A cohort's export, read back from its zips: everything public is there and nothing private, in any number of parts. */
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ExportFormat,
  exportColumns,
  exportTables,
} from '../../../src/features/export/cohort-export-model.js';
import {
  type CohortExportParts,
  CohortExportService,
} from '../../../src/features/export/cohort-export-service.js';
import { CohortExportStore } from '../../../src/features/export/cohort-export-store.js';
import { ReadmeStore } from '../../../src/features/export/readme-material-store.js';
import { ProfileService } from '../../../src/features/profiles/profile-service.js';
import { ProfileStore } from '../../../src/features/profiles/profile-store.js';
import { documentWordsFor } from '../../../src/locales/document-words.js';
import {
  amina,
  guildId,
  kofi,
  moderator,
  otherGuildId,
  typed,
  useCohort,
  wanjiru,
} from '../../support/cohort.js';
import { readCsv } from '../../support/csv.js';
import { exportWriter } from '../../support/export-writer.js';
import { passingGuard } from '../../support/passing-guard.js';

const cohort = useCohort();
const words = documentWordsFor('en');
const service = (parts: Partial<CohortExportParts> = {}) =>
  new CohortExportService({
    store: new CohortExportStore(cohort.dataSource()),
    readmes: new ReadmeStore(cohort.dataSource()),
    profiles: new ProfileStore(cohort.dataSource()),
    writer: exportWriter,
    clock: () => cohort.time.now,
    ...parts,
  });

interface Taken {
  zips: { name: string; files: Record<string, string> }[];
  /** The files of all zips in one folder. */
  files: Record<string, string>;
}

async function take(format: ExportFormat, parts?: Partial<CohortExportParts>): Promise<Taken> {
  const taken = await takeIfAny(format, parts);
  if (!taken) throw new Error('There was nothing to take.');
  return taken;
}

async function takeIfAny(
  format: ExportFormat,
  parts?: Partial<CohortExportParts>,
): Promise<Taken | undefined> {
  const bundles = await service(parts).begin(guildId, { format, actorId: moderator.id, words });
  if (!bundles) return undefined;
  const zips: Taken['zips'] = [];
  for await (const { files } of bundles) {
    for (const { name, content } of files) {
      expect(content.length).toBeLessThanOrEqual(parts?.limit ?? 10 * 1024 * 1024);
      const unpacked = Object.entries(unzipSync(content)).map(([path, bytes]) => [
        path,
        Buffer.from(bytes).toString(),
      ]);
      zips.push({ name, files: Object.fromEntries(unpacked) });
    }
  }
  const files = Object.assign({}, ...zips.map((zip) => zip.files)) as Record<string, string>;
  expect(Object.keys(files)).toHaveLength(zips.reduce((sum, zip) => sum + Object.keys(zip.files).length, 0));
  return { zips, files };
}

type Document = Record<(typeof exportTables)[number], Record<string, unknown>[]> & Record<string, unknown>;
const documentOf = async () => JSON.parse((await take('json')).files['cohort.json'] ?? '') as Document;

const hostile = {
  title: `=HYPERLINK("http://x","y"),'; "quoted"`,
  body: '+1\n"two", three\r\n\tfour </script>\u2028 𝄞 日本 مرحبا',
};

/** Amina asks, Kofi solves it, it is accepted and liked; besides, one of everything that should not get out. */
async function fill() {
  const asked = await cohort.entries.post(
    guildId,
    amina,
    typed({ title: hostile.title, body: hostile.body }),
  );
  const solution = await cohort.entries.solve(guildId, kofi, asked.number, {
    solution: '@SUM(A1)',
    link: '',
  });
  await cohort.challenges.accept(guildId, solution.number, amina);
  await cohort.votes.toggleHelpful(guildId, solution.number, amina);
  await cohort.votes.toggleHelpful(guildId, solution.number, wanjiru);
  await cohort.votes.toggleSave(guildId, solution.number, wanjiru);
  const edited = await cohort.entries.share(guildId, amina, typed({ title: 'Before' }));
  await cohort.entries.edit(guildId, edited.number, amina, typed({ title: 'After', tags: 'a, b' }));
  const gone = await cohort.entries.share(guildId, amina, typed({ title: 'Erased', body: 'before' }));
  await cohort.entries.edit(guildId, gone.number, amina, typed({ title: 'Erased', body: 'after' }));
  await cohort.entries.remove(guildId, gone.number, amina.id);
  const hidden = await cohort.entries.share(guildId, kofi, typed({ title: 'Hidden one' }));
  await cohort.database.query('UPDATE entries SET hidden_at = created_at WHERE number = $1', [hidden.number]);
  await cohort.drafts.keep(guildId, amina.id, 'share', { title: 'A draft' });
  await cohort.entries.share(otherGuildId, amina, typed({ title: 'Elsewhere' }));
  await cohort.cards.record(guildId, edited.number, { channelId: '20', messageId: '31' });
  const profiles = new ProfileService(
    new ProfileStore(cohort.dataSource()),
    () => cohort.time.now,
    passingGuard,
    cohort.mutes,
  );
  await profiles.editProject(guildId, kofi, {
    track: 'backend',
    projectName: 'Shop',
    repository: '',
    objective: '',
    summary: '',
  });
  await cohort.database.query(`UPDATE profiles SET links = '{https://kofi.example}'`);
}

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
});

describe('a cohort as JSON', () => {
  it('holds entries with their former states, pairs, members, tags and settings, and votes as counts', async () => {
    await fill();
    const document = await documentOf();
    expect(document).toMatchObject({
      format: 'nexus-cohort',
      version: 1,
      part: 1,
      guildId,
      settings: { timezone: 'Africa/Nairobi', digestTime: '09:00:00' },
    });
    expect(document.entries.map(({ number, title }) => [number, title])).toEqual([
      [1, hostile.title],
      [2, null],
      [3, 'After'],
      [5, 'Hidden one'],
    ]);
    expect(document.entries[0]).toMatchObject({
      authorId: amina.id,
      authorName: 'Amina',
      tags: ['postgresql'],
    });
    expect(document.entries[1]).toMatchObject({ challengeNumber: 1, helpful: 2, acceptedBy: amina.id });
    expect(document.entries[2]).toMatchObject({
      revision: 2,
      message: `https://discord.com/channels/${guildId}/20/31`,
    });
    expect(document.entries[3]?.['hiddenAt']).not.toBeNull();
    expect(document.revisions).toMatchObject([{ entryNumber: 3, revision: 1, title: 'Before' }]);
    expect(document.pairs).toMatchObject([
      { challengeNumber: 1, askerName: 'Amina', solutionNumber: 2, solverName: 'Kofi' },
    ]);
    expect(document.tags).toEqual([
      { tag: 'a', entries: 1 },
      { tag: 'b', entries: 1 },
      { tag: 'postgresql', entries: 2 },
    ]);
    expect(document.members.map(({ name }) => name)).toEqual(['Amina', 'Kofi', 'Wanjiru']);
    expect(document.members[1]).toMatchObject({
      userId: kofi.id,
      track: 'backend',
      projectName: 'Shop',
      solutions: 1,
      acceptedSolutions: 1,
      helpfulReceived: 2,
    });
  });

  it('holds no deleted entry, draft, save, name of a voter, link that is not shown, nor anything of another guild', async () => {
    await fill();
    const text = JSON.stringify(await documentOf());
    for (const word of ['Erased', 'A draft', 'Elsewhere', 'kofi.example', otherGuildId]) {
      expect(text).not.toContain(word);
    }
    // Wanjiru voted and saved, and is named as a member alone.
    expect(text.split(wanjiru.id)).toHaveLength(2);
  });

  it('holds imports that were done and what became of digests', async () => {
    await fill();
    await cohort.database.query(
      `INSERT INTO imports (guild_id, id, member_id, state, file_name, file_hash, entry_count, pair_count, known_count, created_at, decided_at)
       VALUES ($1, gen_random_uuid(), $2, 'done', 'README.md', repeat('a', 64), 3, 1, 0, now(), now())`,
      [guildId, amina.id],
    );
    await cohort.database.query(
      `INSERT INTO digests (guild_id, period_start, period_end, state, reason, settled_at)
       VALUES ($1, '2026-01-05T06:00Z', '2026-01-12T06:00Z', 'skipped', 'empty', '2026-01-12T06:01Z')`,
      [guildId],
    );
    const { imports, digests } = await documentOf();
    expect(imports).toMatchObject([{ memberId: amina.id, fileName: 'README.md', entries: 3, pairs: 1 }]);
    expect(digests).toMatchObject([
      { periodEnd: '2026-01-12T06:00:00.000Z', state: 'skipped', reason: 'empty' },
    ]);
  });

  it('says where pictures lie and what they show, and nothing of those of deleted entries', async () => {
    await fill();
    await cohort.database.query(
      `INSERT INTO pictures (guild_id, entry_number, place, file_name, size, alt, source_url, channel_id, message_id, attachment_id)
       SELECT $1, number, 1, 'picture-1.png', 70, 'A desk', 'https://cdn', 20, 31, 32 FROM unnest('{3,4,5}'::integer[]) number`,
      [guildId],
    );
    const lies = {
      fileName: 'picture-1.png',
      bytes: 70,
      description: 'A desk',
      channelId: '20',
      messageId: '31',
    };
    const document = await documentOf();
    expect(document.pictures).toEqual(
      [3, 5].map((entryNumber) => ({ entryNumber, position: 1, ...lies, attachmentId: '32' })),
    );
    expect(JSON.stringify(document)).not.toContain('https://cdn');
  });

  it('has the columns that are documented, in every table', async () => {
    await fill();
    const document = await documentOf();
    for (const table of exportTables) {
      for (const row of document[table]) expect(Object.keys(row)).toEqual([...exportColumns[table]]);
    }
  });
});

describe('a cohort as CSV', () => {
  it('has a file a table with a line of names, reads back as it was, and runs no formula', async () => {
    await fill();
    const { files } = await take('csv');
    expect(Object.keys(files)).toEqual(['settings.csv', ...exportTables.map((table) => `${table}.csv`)]);
    for (const text of Object.values(files)) expect(text.startsWith('\ufeff')).toBe(true);
    const tableOf = (name: string) => readCsv((files[`${name}.csv`] ?? '').slice(1));
    for (const table of exportTables) expect(tableOf(table)[0]).toEqual([...exportColumns[table]]);
    const [, asked, solved, edited] = tableOf('entries');
    const cell = (row: string[] | undefined, column: string) =>
      row?.[exportColumns.entries.indexOf(column as 'title')];
    expect(cell(asked, 'title')).toBe(`'${hostile.title}`);
    expect(cell(asked, 'body')).toBe('\'+1\n"two", three\n\tfour </script>\n 𝄞 日本 مرحبا');
    expect(cell(solved, 'body')).toBe("'@SUM(A1)");
    expect(cell(edited, 'tags')).toBe('a b');
    expect(cell(edited, 'createdAt')).toBe('2026-03-02T08:00:00.000Z');
    expect(cell(edited, 'held')).toBe('false');
    for (const text of Object.values(files)) {
      for (const row of readCsv(text.slice(1)))
        for (const value of row) expect(value).not.toMatch(/^[=+\-@]/);
    }
  });
});

describe('a cohort as pages', () => {
  it('is one a member who shared what can be seen, and three for all', async () => {
    await fill();
    const { files } = await take('markdown');
    expect(Object.keys(files)).toEqual([
      'README.md',
      'members/amina.md',
      'members/kofi.md',
      'challenges.md',
      'tags.md',
    ]);
    expect(files['challenges.md']).toContain('HYPERLINK');
    expect(files['members/kofi.md']).toContain('## 🛟 Solutions for others');
    expect(JSON.stringify(files)).not.toMatch(/Hidden one|Erased|Elsewhere/);
  });
});

describe('every export', () => {
  it.each(['json', 'csv', 'markdown'] as const)(
    'as %s is nothing where nobody shared anything',
    async (format) => {
      await cohort.entries.share(otherGuildId, amina, typed());
      const { number } = await cohort.entries.share(guildId, amina, typed());
      await cohort.entries.remove(guildId, number, amina.id);
      expect(await takeIfAny(format)).toBeUndefined();
      expect(await cohort.database.query('SELECT 1 FROM audit_log')).toEqual([]);
    },
  );

  it.each(['json', 'csv', 'markdown'] as const)('as %s has its line in the log', async (format) => {
    await fill();
    await take(format);
    const rows = await cohort.database.query(
      'SELECT action, actor IS NOT NULL AS by, after, note FROM audit_log',
    );
    expect(rows).toContainEqual({ action: 'cohort-exported', by: true, after: { format }, note: null });
  });
});

describe('a cohort larger than a file may be', () => {
  const limit = 250_000;
  const count = 300;

  beforeEach(async () => {
    await cohort.entries.share(guildId, amina, typed({ title: 'Entry 1' }));
    // Text that compresses little, and differs from entry to entry.
    await cohort.database.query(
      `INSERT INTO entries (guild_id, number, author_id, created_at, type, kind, title, body)
       SELECT $1, n, $2, now(), 'learning', 'concept', 'Entry ' || n,
              (SELECT string_agg(md5(n || ' ' || i), ' ') FROM generate_series(1, 120) AS i)
         FROM generate_series(2, $3::integer) AS n`,
      [guildId, amina.id, count],
    );
  });
  const titles = Array.from({ length: count }, (_, index) => `Entry ${index + 1}`);

  it('comes as JSON in parts, each a document of the same shape, together all of it', async () => {
    const { zips } = await take('json', { limit });
    expect(zips.length).toBeGreaterThan(2);
    expect(zips.map(({ name }) => name)).toEqual(zips.map((_, index) => `cohort-${index + 1}.zip`));
    const documents = zips.map(({ files }) => JSON.parse(Object.values(files)[0] ?? '') as Document);
    expect(documents.map(({ part }) => part)).toEqual(zips.map((_, index) => index + 1));
    const shape = Object.keys(documents[0] ?? {});
    for (const document of documents) expect(Object.keys(document)).toEqual(shape);
    expect(documents.flatMap(({ entries }) => entries.map(({ title }) => title))).toEqual(titles);
    expect(documents.flatMap(({ members }) => members)).toHaveLength(1);
    expect(documents.flatMap(({ tags }) => tags)).toHaveLength(1);
  });

  it('comes as CSV in parts, each table with its names, together all of it', async () => {
    const { zips, files } = await take('csv', { limit });
    expect(zips.length).toBeGreaterThan(2);
    const parts = Object.keys(files).filter((name) => name.startsWith('entries'));
    expect(parts.slice(0, 2)).toEqual(['entries.csv', 'entries-2.csv']);
    const rows = parts.flatMap((name) => readCsv((files[name] ?? '').slice(1)).slice(1));
    expect(rows.map((row) => row[exportColumns.entries.indexOf('title')])).toEqual(titles);
  });

  it('comes as pages in parts, together all of it', async () => {
    const { zips, files } = await take('markdown', { limit: 700_000 });
    expect(zips.length).toBeGreaterThan(1);
    const pages = Object.keys(files).filter((name) => name.startsWith('members/'));
    expect(pages.slice(0, 2)).toEqual(['members/amina.md', 'members/amina.part-2.md']);
    const found = pages.flatMap((name) => files[name]?.match(/Entry \d+(?=\*\*)/g) ?? []);
    expect(found).toEqual(titles);
  });

  it('is read no further than its parts are taken', async () => {
    let pages = 0;
    const store = new CohortExportStore(cohort.dataSource());
    const watched = {
      settings: (id: string) => store.settings(id),
      isEmpty: (id: string) => store.isEmpty(id),
      log: async () => undefined,
      async *rows(id: string, table: (typeof exportTables)[number]) {
        for await (const rows of store.rows(id, table)) {
          pages += 1;
          yield rows;
        }
      },
    };
    let isClosed = false;
    const writer = {
      async open() {
        const session = await exportWriter.open();
        return {
          ask: session.ask,
          close: () => {
            isClosed = true;
          },
        };
      },
    };
    const wanted = { format: 'json', actorId: moderator.id, words } as const;
    const bundles = await service({ store: watched, writer, limit }).begin(guildId, wanted);
    expect(pages).toBe(0);
    const files = [];
    for await (const bundle of bundles ?? []) {
      files.push(...bundle.files);
      break;
    }
    expect(files.length).toBeGreaterThan(0);
    expect(isClosed).toBe(true);
  });
});
