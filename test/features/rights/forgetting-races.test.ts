/** Being forgotten while everybody is at work: what a member does at that moment is erased, or done by somebody new. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ChallengeService } from '../../../src/features/challenges/challenge-service.js';
import { ChallengeStore } from '../../../src/features/challenges/challenge-store.js';
import { EntryService } from '../../../src/features/entries/entry-service.js';
import { EntryStore } from '../../../src/features/entries/entry-store.js';
import { VoteService } from '../../../src/features/entries/vote-service.js';
import { VoteStore } from '../../../src/features/entries/vote-store.js';
import { memberHash } from '../../../src/features/guard/member-hash.js';
import { ProfileStore } from '../../../src/features/profiles/profile-store.js';
import { ImportStore } from '../../../src/features/readme/import-store.js';
import { DataRightsService } from '../../../src/features/rights/data-rights-service.js';
import { DataRightsStore } from '../../../src/features/rights/data-rights-store.js';
import { type EntryOutcome, ForgetStore } from '../../../src/features/rights/forget-store.js';
import { PendingErasureStore } from '../../../src/features/rights/pending-erasure-store.js';
import { UserError } from '../../../src/platform/user-error.js';
import { amina, guildId, kofi, typed } from '../../support/cohort.js';
import { useDataSource } from '../../support/data-source.js';
import { exportWriter } from '../../support/export-writer.js';
import { nobodyMuted, passingGuard } from '../../support/passing-guard.js';

const { database, dataSource } = useDataSource(24);
const at = new Date('2026-03-02T08:00:00Z');
const clock = () => at;

function services() {
  const entries = new EntryService(new EntryStore(dataSource()), clock, passingGuard, nobodyMuted);
  return {
    entries,
    votes: new VoteService(new VoteStore(dataSource()), entries, clock),
    challenges: new ChallengeService(new ChallengeStore(dataSource()), entries, clock),
    imports: new ImportStore(dataSource()),
    profiles: new ProfileStore(dataSource()),
    rights: new DataRightsService({
      data: new DataRightsStore(dataSource()),
      pending: new PendingErasureStore(dataSource()),
      erasing: new ForgetStore(dataSource()),
      drafts: { forgetHeld: () => undefined },
      writer: exportWriter,
      hashOf: memberHash('a token'),
      clock,
    }),
  };
}

const imported = (fingerprint: string) => ({
  type: 'challenge' as const,
  kind: null,
  title: 'From a README',
  body: '',
  solution: 'It worked.',
  link: null,
  tags: [],
  section: null,
  isDone: false,
  fingerprint: fingerprint.repeat(64),
});

async function preview({ imports }: ReturnType<typeof services>): Promise<string> {
  const id = randomUUID();
  const keptUntil = new Date(at.getTime() + 86_400_000);
  await imports.insert({
    guildId,
    id,
    memberId: amina.id,
    fileName: 'README.md',
    fileHash: 'a'.repeat(64),
    preview: {},
    keptUntil,
    createdAt: at,
  });
  return id;
}

/** Of what a member and others do at the same moment, twenty things; all of it about the same few entries. */
async function everybodyAtWork(
  outcome: EntryOutcome,
): Promise<{ before: number[]; results: PromiseSettledResult<unknown>[] }> {
  const all = services();
  const { entries, votes, challenges, imports, profiles, rights } = all;
  const share = () => entries.share(guildId, amina, typed());
  const { number: learning } = await share();
  const { number: second } = await share();
  const { number: challenge } = await entries.post(guildId, amina, typed());
  const { number: answer } = await entries.solve(guildId, kofi, challenge, { solution: 'So.', link: '' });
  const { number: theirs } = await entries.share(guildId, kofi, typed({ body: `By <@${amina.id}>` }));
  for (const number of [learning, second, challenge, answer, theirs]) {
    await database.query(
      'INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at) VALUES ($1, 7, $2, $3, $4)',
      [1000 + number, guildId, number, at],
    );
  }
  const [first, other] = [await preview(all), await preview(all)];
  const keep = (id: string, fingerprint: string) =>
    imports.keep(guildId, id, amina, at, (found) => {
      if (!found) throw new UserError('import-gone', {});
      return { entries: [imported(fingerprint)], knownCount: 0 };
    });
  const work = [
    () => rights.forget(guildId, amina.id, outcome),
    share,
    () => keep(first, 'a'),
    () => entries.edit(guildId, learning, amina, typed({ title: 'Changed' })),
    () => votes.toggleHelpful(guildId, theirs, amina),
    () => votes.toggleHelpful(guildId, learning, kofi),
    () => votes.toggleSave(guildId, theirs, amina),
    () => votes.toggleSave(guildId, challenge, kofi),
    () => challenges.accept(guildId, answer, amina),
    () => entries.edit(guildId, answer, kofi, { ...typed(), body: 'So, and so.' }),
    () => entries.edit(guildId, theirs, kofi, typed({ body: 'By nobody' })),
    () => keep(other, 'b'),
    () => entries.remove(guildId, second, amina.id),
    () => entries.solve(guildId, kofi, challenge, { solution: 'Or so.', link: '' }),
    () => profiles.write(guildId, amina, { projectName: 'Mine' }, { at }),
    () => entries.share(guildId, kofi, typed()),
    () => votes.toggleHelpful(guildId, answer, amina),
    share,
    () => preview(all),
    () => rights.export(guildId, amina.id),
  ];
  return {
    before: [learning, second, challenge],
    results: await Promise.allSettled(work.map((each) => each())),
  };
}

describe.each<EntryOutcome>(['removed', 'kept'])('with entries %s, twenty at once', (outcome) => {
  it.each([1, 2, 3, 4])('leaves nothing half done, without a deadlock (round %i)', async () => {
    const { before, results } = await everybodyAtWork(outcome);
    const faults = results.flatMap((result) =>
      result.status === 'rejected' && !(result.reason instanceof UserError) ? [result.reason] : [],
    );
    expect(faults).toEqual([]);
    expect(results[0]?.status).toBe('fulfilled');

    const own = await database.query('SELECT number FROM entries WHERE author_id = $1', [amina.id]);
    expect(own.filter(({ number }) => before.includes(number as number))).toEqual([]);
    // An erased member who comes back doesn't change what is no longer theirs.
    const foreign = await database.query(
      `SELECT e.number FROM entries e LEFT JOIN revisions r ON r.guild_id = e.guild_id AND r.entry_number = e.number
        WHERE e.author_id <> $1 AND $1 IN (e.deleted_by, r.edited_by)`,
      [amina.id],
    );
    expect(foreign).toEqual([]);
    const halves = await database.query(
      `SELECT i.id FROM imports i WHERE i.member_id = $1 AND i.state = 'done'
          AND 2 <> (SELECT count(*) FROM entries e WHERE e.import_id = i.id AND e.author_id = $1)`,
      [amina.id],
    );
    expect(halves).toEqual([]);
    const broken = await database.query(
      `SELECT s.number FROM entries s JOIN entries c ON c.guild_id = s.guild_id AND c.number = s.challenge_number
        WHERE s.author_id = $1 AND c.author_id = 0 AND s.import_id IS NOT NULL`,
      [amina.id],
    );
    expect(broken).toEqual([]);

    await services().rights.forget(guildId, amina.id, outcome);
    for (const table of [
      'entries',
      'members',
      'imports',
      'revisions',
      'helpful_votes',
      'saves',
      'profiles',
      'subjects',
    ]) {
      const left = await database.query(`SELECT t::text FROM ${table} t WHERE t::text LIKE $1`, [
        `%${amina.id}%`,
      ]);
      expect(left).toEqual([]);
    }
  });
});

it('is not forgotten while somebody holds what is in the way, and nothing has happened then', async () => {
  const { entries, rights } = services();
  const { number } = await entries.share(guildId, amina, typed());
  const holder = dataSource().createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM entries WHERE guild_id = $1 AND number = $2 FOR UPDATE', [guildId, number]);
  const erasing = new ForgetStore(dataSource());
  const hash = memberHash('a token')(guildId, amina.id);
  const erased = await erasing.erase({
    guildId,
    memberId: amina.id,
    entries: 'removed',
    hash,
    moderatorId: null,
    at,
  });
  expect(erased).toBeUndefined();
  expect((await entries.view(guildId, number)).authorId).toBe(amina.id);
  const waiting = rights.forget(guildId, amina.id, 'removed');
  await holder.commitTransaction();
  await holder.release();
  expect(await waiting).toMatchObject({ removed: 1 });
});

it('waits for what the member is just doing, and erases that too', async () => {
  const { entries, rights } = services();
  const { number } = await entries.share(guildId, amina, typed());
  const holder = dataSource().createQueryRunner();
  await holder.startTransaction();
  await holder.query(
    `INSERT INTO entries (guild_id, number, type, kind, title, author_id, created_at)
     VALUES ($1, 90000, 'learning', 'concept', 'At the last moment', $2, $3)`,
    [guildId, amina.id, at],
  );
  const forgetting = rights.forget(guildId, amina.id, 'removed');
  await new Promise((resolve) => setTimeout(resolve, 200));
  await holder.commitTransaction();
  await holder.release();
  expect(await forgetting).toMatchObject({ removed: 2 });
  const left = await database.query('SELECT FROM entries WHERE number IN (90000, $1)', [number]);
  expect(left).toEqual([]);
});

it('lets nobody change what was theirs a moment ago', async () => {
  const { entries, rights } = services();
  const { number } = await entries.share(guildId, amina, typed());
  await rights.forget(guildId, amina.id, 'kept');
  const store = new EntryStore(dataSource());
  const content = { kind: 'concept' as const, title: 'Mine still', body: '', link: null, tags: [] };
  expect(await store.replaceContent(guildId, number, { content, editedBy: amina.id, at })).toBe(false);
  expect(await store.remove(guildId, number, amina.id, at)).toEqual({ removed: false, reopened: null });
});
