/** Whole documents, the project's own and those of learners where available: stored as previewed, and once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { ImportService } from '../../../src/features/readme/import-service.js';
import { ImportStore } from '../../../src/features/readme/import-store.js';
import { readReadme } from '../../../src/readme/read-readme.js';
import { guildId, useCohort } from '../../support/cohort.js';
import { passingGuard } from '../../support/passing-guard.js';

const cohort = useCohort();

const folders = ['../../fixtures/readmes/', '../../../../shared/seeds/', '../../../../shared/readmes/'].map(
  (folder) => fileURLToPath(new URL(folder, import.meta.url)),
);
const files = folders.flatMap((folder) => {
  if (existsSync(folder)) return readdirSync(folder).map((name) => join(folder, name));
  console.warn(`SKIPPED: there are no documents at ${folder}.`);
  return [];
});

const place = { channelId: '720000000000000001', language: 'en' };

beforeAll(() => cohort.guilds.settings(guildId));

const documents = files.filter((file) => /\.(md|txt)$/.test(file));

it.each(documents.map((file, index) => [file.split('/').slice(-2).join('/'), file, index] as const))(
  'is kept as it was previewed, and once: %s',
  async (_name, file, index) => {
    const bytes = readFileSync(file);
    const author = { id: String(810_000_000_000_000_000n + BigInt(index)), displayName: `Learner ${index}` };
    const imports = new ImportService({
      store: new ImportStore(cohort.dataSource()),
      attachments: { read: async () => bytes },
      reader: { read: async (given) => readReadme(given) },
      publisher: { postSummary: async () => null },
      profiles: { fill: async () => undefined },
      guard: passingGuard,
      mutes: cohort.mutes,
      clock: () => cohort.time.now,
    });
    const open = () =>
      imports.open(guildId, author, { name: 'README.md', url: 'https://cdn.discordapp.com' });
    const { id, preview } = await open().catch((error: { code?: string }) => {
      expect(error.code).toBe('readme-nothing');
      return { id: '', preview: undefined };
    });
    if (!preview) return;
    const pairCount = preview.items.filter(({ solution }) => solution !== null).length;
    expect(await imports.confirm(guildId, author, id, place)).toMatchObject({
      entryCount: preview.items.length,
      pairCount,
      knownCount: 0,
    });
    const again = await open();
    expect(again.preview.items.filter(({ mark }) => mark !== 'imported')).toEqual([]);
    expect(await imports.confirm(guildId, author, again.id, place)).toMatchObject({ entryCount: 0 });
    const rows = await cohort.database.query(
      `SELECT count(*)::integer AS count FROM entries WHERE author_id = $1 AND (body ~ $2 OR title ~ $2)`,
      [author.id, '[[:alnum:]._]+@[[:alnum:]-]+\\.[[:alpha:]]{2,}'],
    );
    expect(rows).toEqual([{ count: 0 }]);
  },
);
