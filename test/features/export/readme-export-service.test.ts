/** Exports on a real database: whose entries are in them, and whose may be seen. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DailyCount } from '../../../src/features/digest/index.js';
import type { ExportFile } from '../../../src/features/export/bundles.js';
import { type DrawWeeks, ExportService } from '../../../src/features/export/readme-export-service.js';
import { ReadmeStore } from '../../../src/features/export/readme-material-store.js';
import { ProfileService } from '../../../src/features/profiles/profile-service.js';
import { ProfileStore } from '../../../src/features/profiles/profile-store.js';
import { documentWordsFor } from '../../../src/locales/document-words.js';
import { readReadme } from '../../../src/readme/read-readme.js';
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
async function filesOf(
  userId: string,
  viewerId = userId,
  draw?: DrawWeeks,
): Promise<ExportFile[] | undefined> {
  const bundles = await service().readme(guildId, { userId, viewerId }, words, undefined, draw);
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

  it('comes below the picture of its weeks, and as a zip of both', async () => {
    await cohort.entries.share(guildId, amina, typed({ title: 'First' }));
    const later = await cohort.entries.share(guildId, amina, typed({ title: 'Two weeks later' }));
    await cohort.database.query(
      `UPDATE entries SET created_at = created_at + interval '14 days' WHERE number = $1`,
      [later.number],
    );
    const asked: number[][] = [];
    const draw = async (weeks: readonly DailyCount[]) => {
      asked.push(weeks.map(({ learning }) => learning));
      return { png: Buffer.from([1, 2, 3]), description: 'Two weeks of three' };
    };
    const files = (await filesOf(amina.id, amina.id, draw)) ?? [];
    expect(asked).toEqual([[1, 0, 1]]);
    expect(files.map(({ name, description }) => [name, description])).toEqual([
      ['weeks.png', 'Two weeks of three'],
      ['README.md', undefined],
      ['README.zip', undefined],
    ]);
    expect(files[1]?.content.toString()).toContain('```mermaid');
    const zip = unzipSync(files[2]?.content ?? Buffer.of());
    expect([...(zip['weeks.png'] ?? [])]).toEqual([1, 2, 3]);
    const beside = strFromU8(zip['README.md'] ?? new Uint8Array());
    expect(beside).toContain('![Entries per week](weeks.png)');
    const titles = (text: Uint8Array) => readReadme(text).items.map(({ title }) => title);
    expect(titles(zip['README.md'] ?? new Uint8Array())).toEqual(titles(files[1]?.content ?? Buffer.of()));
  });

  it('is the document alone when the picture cannot be drawn', async () => {
    await cohort.entries.share(guildId, amina, typed({ title: 'First' }));
    const later = await cohort.entries.share(guildId, amina, typed({ title: 'A week later' }));
    await cohort.database.query(
      `UPDATE entries SET created_at = created_at + interval '7 days' WHERE number = $1`,
      [later.number],
    );
    const files = await filesOf(amina.id, amina.id, async () => undefined);
    expect(files?.map(({ name }) => name)).toEqual(['README.md']);
  });

  it('tells where a project built together runs, and where its API is described', async () => {
    await cohort.entries.share(guildId, amina, typed());
    await cohort.entries.share(guildId, kofi, typed());
    await cohort.database.query(
      `INSERT INTO projects (id, guild_id, owner_id, name, stack, looking_for, created_at, active_at, live, api_docs)
       VALUES ('01930000-0000-7000-8000-000000000001', $1, $2, 'Nexus Eats', '{react}', '{}', $3, $3,
               'https://eats.example', 'https://eats.example/docs')`,
      [guildId, amina.id, cohort.time.now],
    );
    await cohort.database.query(
      `INSERT INTO project_members (project_id, guild_id, user_id, invited_at, joined_at)
       VALUES ('01930000-0000-7000-8000-000000000001', $1, $2, $3, $3)`,
      [guildId, kofi.id, cohort.time.now],
    );
    const text = (await readmeOf(amina.id)) ?? '';
    expect(text).toContain('**Nexus Eats**');
    expect(text).toContain('Live: https://eats.example');
    expect(text).toContain('API documentation: https://eats.example/docs');
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
