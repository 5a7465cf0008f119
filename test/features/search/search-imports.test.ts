/** What one import brought is one line of the newest entries, and found each by itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import { amina, guildId, kofi } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();

let before = 0;
let takeaway = 0;
let onlyTechnologies: number[] = [];

/** Marks these entries as what one README brought. */
async function bringIn(fileName: string, numbers: readonly number[]): Promise<void> {
  await cohort.database.query(
    `WITH made AS (
       INSERT INTO imports (guild_id, id, member_id, state, file_name, file_hash, entry_count, pair_count, known_count, created_at, decided_at)
       VALUES ($1, gen_random_uuid(), $2, 'done', $3::text, encode(sha256($3::text::bytea), 'hex'), 1, 0, 0, now(), now()) RETURNING id
     ) UPDATE entries SET import_id = made.id FROM made WHERE guild_id = $1 AND number = ANY ($4::integer[])`,
    [guildId, kofi.id, fileName, numbers],
  );
}

beforeAll(async () => {
  before = await cohort.share({ title: 'Closures', body: 'A function and what is around it' }, amina);
  const concept = await cohort.share({ title: 'Signals', body: 'Sent by a model' }, kofi);
  const challenge = await cohort.ask('Slow list of orders', kofi);
  takeaway = await cohort.share(
    { kind: 'takeaway', title: 'Ask early', body: 'Ask after half an hour' },
    kofi,
  );
  const solution = await cohort.solve(challenge, 'An index on created_at', kofi);
  const technology = await cohort.share({ kind: 'technology', title: 'Celery', body: 'Jobs' }, kofi);
  await bringIn('README.md', [concept, challenge, takeaway, solution, technology]);
  onlyTechnologies = [
    await cohort.share({ kind: 'technology', title: 'Docker', body: 'Images' }, kofi),
    await cohort.share({ kind: 'technology', title: 'Redis', body: 'A cache' }, kofi),
  ];
  await bringIn('tools.md', onlyTechnologies);
});

const found = async (criteria: Parameters<ReturnType<typeof cohort.newSearch>['search']>[1]) =>
  (await cohort.newSearch().search(guildId, criteria)).results;

describe('what an import brought', () => {
  it('is one of the newest entries, with how many more there are', async () => {
    const results = await found({});
    expect(results.map(({ number }) => number)).toEqual([...onlyTechnologies.toReversed(), takeaway, before]);
    expect(results.map(({ imported }) => imported)).toEqual([
      undefined,
      undefined,
      { fileName: 'README.md', others: 3 },
      undefined,
    ]);
  });

  it('is each for itself where something is asked for', async () => {
    expect(await found({ authorId: kofi.id })).toHaveLength(5);
    expect((await found({ query: 'signals' })).map(({ imported }) => imported)).toEqual([undefined]);
    expect((await found({ kind: 'challenge' })).map(({ imported }) => imported)).toEqual([undefined]);
  });

  it('stands for what is left when some of it is deleted', async () => {
    await cohort.entries.remove(guildId, takeaway, kofi.id);
    const [, , imported] = await found({});
    expect(imported?.title).toBe('Slow list of orders');
    expect(imported?.imported).toEqual({ fileName: 'README.md', others: 2 });
  });
});
