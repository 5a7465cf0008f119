/** A README that was imported and is exported again: its own title, its order, and its badges. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ExportService } from '../../../src/features/export/readme-export-service.js';
import { ReadmeStore } from '../../../src/features/export/readme-material-store.js';
import { ProfileService } from '../../../src/features/profiles/profile-service.js';
import { ProfileStore } from '../../../src/features/profiles/profile-store.js';
import { ImportService } from '../../../src/features/readme/import-service.js';
import { ImportStore } from '../../../src/features/readme/import-store.js';
import { documentWordsFor } from '../../../src/locales/document-words.js';
import { type ReadmeStyle, readmeStyles } from '../../../src/readme/export/cover.js';
import { readReadme } from '../../../src/readme/read-readme.js';
import { amina, guildId, kofi, typed, useCohort } from '../../support/cohort.js';
import { exportWriter } from '../../support/export-writer.js';
import { passingGuard } from '../../support/passing-guard.js';

const cohort = useCohort();
const place = { channelId: '720000000000000001', language: 'en' };
const project = { track: '', projectName: '', repository: '', objective: '', summary: '' };

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
  cohort.time.now = new Date('2026-03-04T09:00:00Z');
  await cohort.guilds.settings(guildId);
});

const profiles = () =>
  new ProfileService(
    new ProfileStore(cohort.dataSource()),
    () => cohort.time.now,
    passingGuard,
    cohort.mutes,
  );

function later(): void {
  cohort.time.now = new Date(cohort.time.now.getTime() + 3_600_000);
}

async function importReadme(
  text: string,
  { guard = passingGuard, fillsProfile = false } = {},
): Promise<void> {
  const imports = new ImportService({
    store: new ImportStore(cohort.dataSource()),
    attachments: { read: async () => Buffer.from(text) },
    reader: { read: async (bytes) => readReadme(bytes) },
    publisher: { postSummary: async () => null },
    profiles: profiles(),
    guard,
    mutes: cohort.mutes,
    clock: () => cohort.time.now,
  });
  const { id } = await imports.open(guildId, amina, { name: 'README.md', url: 'https://cdn.discordapp.com' });
  if (fillsProfile) await imports.toggleProfile(guildId, amina.id, id);
  await imports.confirm(guildId, amina, id, place);
  later();
}

async function exported({
  viewerId = amina.id,
  style = 'portfolio',
  language = 'en',
}: {
  viewerId?: string;
  style?: ReadmeStyle;
  language?: string;
} = {}): Promise<string> {
  const service = new ExportService(
    new ReadmeStore(cohort.dataSource()),
    new ProfileStore(cohort.dataSource()),
    exportWriter,
  );
  const who = { userId: amina.id, viewerId };
  const bundles = await service.readme(guildId, who, documentWordsFor(language), { style, hasCards: true });
  const texts: string[] = [];
  for await (const { files } of bundles ?? []) texts.push(...files.map(({ content }) => content.toString()));
  return texts[0] ?? '';
}

const titleOf = (text: string) => /^# (.*)$/m.exec(text)?.[1];
const titlesIn = (text: string) => readReadme(Buffer.from(text)).items.map(({ title }) => title);

const road = `# My road: the job board

## Challenges and solutions

- **Zombie workers**
  - Challenge: They never ended.
  - Solution: A timeout.
- **A slow join**
  - Challenge: Ten seconds.
  - Solution: An index.

## Key technologies

- **Redis** – sessions
- **Django** – the API

### Databases

- **PostgreSQL** – all the rest
- **MySQL** – before that
`;
const roadTitles = ['Zombie workers', 'A slow join', 'Redis', 'Django', 'PostgreSQL', 'MySQL'];

describe('a README that was imported', () => {
  it.each(readmeStyles.flatMap((style) => ['en', 'fr'].map((language) => ({ style, language }))))(
    'comes back with its own title and in its own order: $style, $language',
    async (look) => {
      await importReadme(road);
      const text = await exported(look);
      expect(titleOf(text)).toBe('My road: the job board');
      const read = readReadme(Buffer.from(text));
      expect(read.items.map(({ title }) => title)).toEqual(roadTitles);
      expect(read.items.map(({ section }) => section).slice(2)).toEqual([
        null,
        null,
        'Databases',
        'Databases',
      ]);
      expect(read).toMatchObject({ title: 'My road: the job board', profile: { projectName: null } });
    },
  );

  it('is followed, within each section, by what is shared later', async () => {
    await importReadme(road);
    await cohort.entries.share(guildId, amina, typed({ kind: 'technology', title: 'Ansible' }));
    await cohort.entries.share(guildId, amina, typed({ kind: 'technology', title: 'Aardvark' }));
    await cohort.entries.share(guildId, amina, typed({ kind: 'concept', title: 'Caching' }));
    expect(titlesIn(await exported())).toEqual([
      // What the document did not have stays where it always is.
      ...['Zombie workers', 'A slow join', 'Caching'],
      ...['Redis', 'Django', 'Ansible', 'Aardvark', 'PostgreSQL', 'MySQL'],
    ]);
  });

  it('has the title of the newest, and the entries of one after those of the other', async () => {
    await importReadme(road);
    await importReadme('# The second half\n\n## Technologies\n\n- **Vue** – views\n- **Angular** – before\n');
    const text = await exported();
    expect(titleOf(text)).toBe('The second half');
    expect(titlesIn(text).slice(2)).toEqual(['Redis', 'Django', 'Vue', 'Angular', 'PostgreSQL', 'MySQL']);
    // Nothing new in it but its title.
    await importReadme(road.replace('My road', 'My long road'));
    expect(titleOf(await exported())).toBe('My long road: the job board');
    expect(titleOf(await exported({ viewerId: kofi.id }))).toBe('The second half');
  });

  it('gives way to a name that its member gives their project afterwards, and takes no other one', async () => {
    await profiles().editProject(guildId, amina, {
      ...project,
      projectName: 'Jobs · *all*',
      track: 'backend',
    });
    later();
    await importReadme(road);
    // Saved again with the same name: nothing was named.
    await profiles().editProject(guildId, amina, {
      ...project,
      projectName: 'Jobs · *all*',
      summary: 'Jobs.',
    });
    const text = await exported();
    expect(titleOf(text)).toBe('My road: the job board');
    expect(text).toContain('🚧 **Project**: Jobs · \\*all\\*');
    expect(readReadme(Buffer.from(text)).profile).toMatchObject({
      projectName: 'Jobs · *all*',
      summary: 'Jobs.',
    });
    later();
    await profiles().editProject(guildId, amina, { ...project, projectName: 'Kazi' });
    expect(titleOf(await exported())).toBe('Kazi');
    later();
    await profiles().editProject(guildId, amina, project);
    expect(titleOf(await exported())).toBe('My road: the job board');
  });

  it('has its own title, too, when the import filled in the name of the project', async () => {
    await importReadme(road, { fillsProfile: true });
    expect((await profiles().own(guildId, amina.id))?.projectName).toBe('My road');
    expect(titleOf(await exported())).toBe('My road: the job board');
  });

  it('shows others its title only with an entry that they see, and nobody one of which nothing is left', async () => {
    await importReadme(road.replace(/## Challenges.*?(?=## Key)/s, ''));
    await cohort.entries.share(guildId, amina, typed({ title: 'Seen' }));
    await cohort.database.query('UPDATE entries SET hidden_at = now() WHERE import_id IS NOT NULL');
    expect(titleOf(await exported())).toBe('My road: the job board');
    expect(titleOf(await exported({ viewerId: kofi.id }))).toBe('Project Nexus');
    await cohort.database.query(
      'UPDATE entries SET deleted_at = now(), deleted_by = author_id WHERE import_id IS NOT NULL',
    );
    expect(titleOf(await exported())).toBe('Project Nexus');
  });

  it('has no title that the server refuses, and none with an address', async () => {
    const guard = {
      ...passingGuard,
      refusedAmong: async (_guild: string, _writer: unknown, texts: readonly object[]) =>
        texts.map((text) => JSON.stringify(text).includes('My road: the')),
    };
    await importReadme(road, { guard });
    expect(titleOf(await exported())).toBe('Project Nexus');
    await importReadme('# The road of amina@example.org\n\n## Technologies\n\n- **Vue** – views\n');
    expect(titleOf(await exported())).not.toContain('@');
  });
});
