/** Exports on a real database: whose entries are in them, and whose may be seen. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../src/features/export/bundles.js';
import { ExportService } from '../../../src/features/export/readme-export-service.js';
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
import { exportWriter } from '../../support/export-writer.js';
import { passingGuard } from '../../support/passing-guard.js';

const cohort = useCohort();
const words = documentWordsFor('en');
const service = () =>
  new ExportService(
    new ReadmeStore(cohort.dataSource()),
    new ProfileStore(cohort.dataSource()),
    exportWriter,
  );
/** The documents, one after the other; undefined when there is none. */
async function filesOf(userId: string, viewerId = userId): Promise<ExportFile[] | undefined> {
  const bundles = await service().readme(guildId, { userId, viewerId }, words);
  if (!bundles) return undefined;
  const files: ExportFile[] = [];
  for await (const bundle of bundles) files.push(...bundle.files);
  return files;
}
const readmeOf = async (userId: string, viewerId = userId) =>
  (await filesOf(userId, viewerId))?.map(({ content }) => content.toString()).join('');

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
});

/** Amina asks, Kofi solves it, and it is accepted. */
async function solvedByKofi(title = 'Too many clients') {
  const asked = await cohort.entries.post(guildId, amina, typed({ title, body: 'It refuses.' }));
  const solution = await cohort.entries.solve(guildId, kofi, asked.number, { solution: 'A pool.', link: '' });
  await cohort.challenges.accept(guildId, solution.number, amina);
  return { asked, solution };
}

describe('a README', () => {
  it('has what its member shared here, their pairs with credit, and nothing of others', async () => {
    await cohort.entries.share(guildId, amina, typed({ title: 'Mine' }));
    await cohort.entries.share(guildId, wanjiru, typed({ title: 'Not mine' }));
    await cohort.entries.share(otherGuildId, amina, typed({ title: 'Elsewhere' }));
    const { asked } = await solvedByKofi();
    await cohort.entries.solve(guildId, wanjiru, asked.number, { solution: 'Not accepted.', link: '' });
    const text = await readmeOf(amina.id);
    expect(text).toContain('**Mine**');
    expect(text).toContain('### Too many clients');
    expect(text).toContain('A pool.');
    expect(text).toContain('solved by **Kofi**');
    expect(text).not.toMatch(/Not mine|Elsewhere|Not accepted|🛟/u);
  });

  it('has the solutions that others accepted, and no others', async () => {
    const { asked } = await solvedByKofi();
    await cohort.entries.solve(guildId, kofi, asked.number, { solution: 'Another way.', link: '' });
    const own = await cohort.entries.post(guildId, kofi, typed({ title: 'My own' }));
    const solution = await cohort.entries.solve(guildId, kofi, own.number, { solution: 'By me.', link: '' });
    await cohort.challenges.accept(guildId, solution.number, kofi);
    const text = (await readmeOf(kofi.id)) ?? '';
    expect(text).toContain('- **Too many clients**: A pool.');
    expect(text).toContain('asked by **Amina**');
    expect(text).not.toContain('Another way.');
    expect(text.match(/By me\./g)).toHaveLength(1);
    expect(text).not.toContain('solved by');
  });

  it('links each entry to its oldest card', async () => {
    const { number } = await cohort.entries.share(guildId, amina, typed());
    await cohort.cards.record(guildId, number, { channelId: '20', messageId: '31' });
    await cohort.cards.record(guildId, number, { channelId: '20', messageId: '30' });
    expect(await readmeOf(amina.id)).toContain(`[#${number}](https://discord.com/channels/${guildId}/20/30)`);
  });

  it('shows others what can be seen alone, and its member all but what they deleted', async () => {
    await cohort.entries.share(guildId, amina, typed({ title: 'Seen' }));
    const hidden = await cohort.entries.share(guildId, amina, typed({ title: 'Hidden' }));
    const gone = await cohort.entries.share(guildId, amina, typed({ title: 'Deleted' }));
    await cohort.entries.remove(guildId, gone.number, amina.id);
    await cohort.database.query('UPDATE entries SET hidden_at = $1 WHERE number = $2', [
      cohort.time.now,
      hidden.number,
    ]);
    const own = await readmeOf(amina.id);
    expect(own).toMatch(/Seen[\s\S]*Hidden/);
    expect(own).not.toContain('Deleted');
    for (const viewer of [kofi.id, moderator.id]) {
      const seen = await readmeOf(amina.id, viewer);
      expect(seen).toContain('Seen');
      expect(seen).not.toMatch(/Hidden|Deleted/);
    }
  });

  it('is nothing for who shared and told nothing, and something for who told of a project', async () => {
    expect(await readmeOf(wanjiru.id)).toBeUndefined();
    const profiles = new ProfileService(
      new ProfileStore(cohort.dataSource()),
      () => cohort.time.now,
      passingGuard,
      cohort.mutes,
    );
    const project = { track: 'frontend', projectName: 'Shop', repository: '', objective: '', summary: '' };
    await profiles.editProject(guildId, wanjiru, project);
    expect(await readmeOf(wanjiru.id)).toContain('# Shop');
    expect(await readmeOf(wanjiru.id)).toContain('**Wanjiru** · Track: Frontend');
  });
});

describe('a README that is very long', () => {
  it('comes in several documents, each complete, with every entry in one of them', async () => {
    await cohort.entries.share(guildId, amina, typed({ title: 'Number 1' }));
    await cohort.database.query(
      `INSERT INTO entries (guild_id, number, author_id, created_at, type, kind, title, body)
       SELECT $1, n, $2, now(), 'learning', 'concept', 'Number ' || n, repeat('words ', 660)
         FROM generate_series(2, 300) AS n`,
      [guildId, amina.id],
    );
    const files = (await filesOf(amina.id)) ?? [];
    expect(files.map(({ name }) => name)).toEqual(['README.md', 'README-2.md']);
    const texts = files.map(({ content }) => content.toString());
    const numbers = texts.flatMap((text) =>
      [...text.matchAll(/\*\*Number (\d+)\*\*/g)].map(([, n]) => Number(n)),
    );
    expect(numbers).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    for (const { content } of files) expect(content.length).toBeLessThan(1024 * 1024);
    for (const text of texts) expect(text).toMatch(/<!--.*-->\n$/);
  });
});
