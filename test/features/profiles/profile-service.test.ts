/** Profiles on a real database: what is kept of them, who may see the links, and what an import may fill. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ProfileService, type TypedProject } from '../../../src/features/profiles/profile-service.js';
import { ProfileStore } from '../../../src/features/profiles/profile-store.js';
import {
  amina,
  atOnce,
  guildId,
  kofi,
  otherGuildId,
  typed,
  useCohort,
  wanjiru,
} from '../../support/cohort.js';
import { passingGuard } from '../../support/passing-guard.js';

const cohort = useCohort();
const service = () =>
  new ProfileService(
    new ProfileStore(cohort.dataSource()),
    () => cohort.time.now,
    passingGuard,
    cohort.mutes,
  );

const project = (changes: Partial<TypedProject> = {}): TypedProject => ({
  track: 'backend',
  projectName: 'Job board',
  repository: 'https://github.com/amina/jobs',
  objective: 'Ship it, tested.',
  summary: 'Jobs for\nNairobi',
  ...changes,
});

beforeEach(async () => {
  await cohort.database.query('DELETE FROM guilds');
});

describe('a project', () => {
  it('is kept as typed, cleaned, and for its guild alone', async () => {
    await service().editProject(guildId, amina, project({ projectName: '  Job\n board\u0000 ' }));
    expect(await service().own(guildId, amina.id)).toMatchObject({
      track: 'backend',
      projectName: 'Job board',
      repository: 'https://github.com/amina/jobs',
      objective: 'Ship it, tested.',
      summary: 'Jobs for\nNairobi',
      links: [],
      linksShownAt: null,
      editedAt: cohort.time.now,
    });
    expect(await service().own(otherGuildId, amina.id)).toBeUndefined();
    expect(await service().own(guildId, kofi.id)).toBeUndefined();
  });

  it('is emptied by empty fields, and leaves the links as they are', async () => {
    await service().editProject(guildId, amina, project());
    await service().editLinks(guildId, amina, { links: 'https://amina.example', areShown: true });
    const nothing = { track: 'astronaut', projectName: ' ', repository: '', objective: '', summary: '' };
    await service().editProject(guildId, amina, nothing);
    expect(await service().own(guildId, amina.id)).toMatchObject({
      track: null,
      projectName: null,
      repository: null,
      objective: null,
      summary: null,
      links: ['https://amina.example/'],
      linksShownAt: cohort.time.now,
    });
  });

  it.each([
    ['a name', { projectName: 'x'.repeat(121) }, 'text-too-long'],
    ['an objective', { objective: 'x'.repeat(1_001) }, 'text-too-long'],
    ['a summary', { summary: 'x'.repeat(4_001) }, 'text-too-long'],
    ['an address', { repository: 'javascript:alert(1)' }, 'link-not-http'],
    ['a longer address', { repository: `https://x.example/${'a'.repeat(1_000)}` }, 'link-too-long'],
  ])('is refused for %s beyond its bounds', async (_name, changes, code) => {
    await expect(service().editProject(guildId, amina, project(changes))).rejects.toMatchObject({ code });
    expect(await service().own(guildId, amina.id)).toBeUndefined();
  });

  it('fits the database at its bounds, of the widest characters', async () => {
    const widest = project({
      projectName: '🎉'.repeat(60),
      objective: '字'.repeat(1_000),
      summary: 'é'.repeat(4_000),
    });
    await service().editProject(guildId, amina, widest);
    expect(await service().own(guildId, amina.id)).toMatchObject({ summary: widest.summary });
  });
});

describe('links', () => {
  it('are seen by their owner alone until they agree, and again when they take that back', async () => {
    const links = 'github.example';
    await expect(
      service().editLinks(guildId, amina, { links: 'my-pages', areShown: true }),
    ).rejects.toMatchObject({
      code: 'link-not-http',
    });
    await service().editLinks(guildId, amina, { links: `${links}/a`, areShown: false });
    const seenBy = async (viewer: string) =>
      (await service().view(guildId, amina.id, viewer)).profile?.links ?? [];
    expect(await seenBy(amina.id)).toEqual(['https://github.example/a']);
    expect(await seenBy(kofi.id)).toEqual([]);
    await service().editLinks(guildId, amina, { links: `https://${links}/a`, areShown: true });
    expect(await seenBy(kofi.id)).toEqual(['https://github.example/a']);
    await service().editLinks(guildId, amina, { links: `https://${links}/a`, areShown: false });
    expect(await seenBy(kofi.id)).toEqual([]);
  });

  it('are each kept once, five at most', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `https://a.example/${index}`).join('\n');
    await service().editLinks(guildId, amina, { links: `${lines(5)}\n${lines(5)}`, areShown: true });
    expect((await service().own(guildId, amina.id))?.links).toHaveLength(5);
    await expect(
      service().editLinks(guildId, amina, { links: lines(6), areShown: true }),
    ).rejects.toMatchObject({ code: 'too-many-links', facts: { limit: 5 } });
  });
});

describe('what an import fills', () => {
  const facts = {
    track: 'frontend' as const,
    projectName: `Shop\n${'x'.repeat(200)}`,
    summary: 'What it sells',
    objective: null,
    repository: 'ftp://nowhere',
  };

  it('is cut to its bounds, and leaves out what is no address', async () => {
    await service().fill(guildId, amina, facts);
    const profile = await service().own(guildId, amina.id);
    expect(profile).toMatchObject({ track: 'frontend', summary: 'What it sells', repository: null });
    expect(profile?.projectName).toHaveLength(120);
  });

  it('never takes the place of what the member wrote', async () => {
    await service().editProject(guildId, amina, project({ summary: '' }));
    await service().fill(guildId, amina, facts);
    expect(await service().own(guildId, amina.id)).toMatchObject({
      track: 'backend',
      projectName: 'Job board',
      summary: 'What it sells',
    });
  });

  it('makes no profile of nothing', async () => {
    const nothing = { track: null, projectName: null, summary: ' ', objective: null, repository: null };
    await service().fill(guildId, amina, nothing);
    expect(await service().own(guildId, amina.id)).toBeUndefined();
  });
});

it('is written while its member shares, and neither waits for the other for good', async () => {
  for (let round = 0; round < 10; round++) {
    // A time of its own for each: the member's row is written again.
    cohort.time.now = new Date(cohort.time.now.getTime() + 7_200_000);
    const results = await atOnce<unknown>(20, (index) =>
      index % 2 === 0
        ? service().editLinks(guildId, amina, { links: '', areShown: false })
        : cohort.entries.share(guildId, { ...amina, displayName: `Amina ${index}` }, typed()),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  }
});

describe('figures', () => {
  it('count what can be seen of a member, and nothing of others', async () => {
    const { entries, challenges, votes, time } = cohort;
    const first = time.now;
    const learning = await entries.share(guildId, amina, typed());
    time.now = new Date('2026-03-03T08:00:00Z');
    const gone = await entries.share(guildId, amina, typed({ title: 'Gone' }));
    await entries.remove(guildId, gone.number, amina.id);
    const asked = await entries.post(guildId, kofi, typed({ title: 'How?' }));
    const solution = await entries.solve(guildId, amina, asked.number, { solution: 'So', link: '' });
    await entries.solve(guildId, amina, asked.number, { solution: 'Or so', link: '' });
    await challenges.accept(guildId, solution.number, kofi);
    await votes.toggleHelpful(guildId, learning.number, kofi);
    await votes.toggleHelpful(guildId, learning.number, wanjiru);
    await votes.toggleHelpful(guildId, solution.number, kofi);
    expect((await service().view(guildId, amina.id, kofi.id)).figures).toEqual({
      learnings: 1,
      challenges: 0,
      solutions: 2,
      accepted: 1,
      helpful: 3,
      firstSharedAt: first,
    });
    time.now = first;
  });

  it('are zero for an unknown member', async () => {
    const { profile, figures } = await service().view(guildId, wanjiru.id, kofi.id);
    expect(profile).toBeUndefined();
    expect(figures).toMatchObject({ learnings: 0, helpful: 0, firstSharedAt: null });
  });
});
