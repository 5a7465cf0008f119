/** A technology that many learned is one result, with its learners, wherever it is found. */
import { beforeAll, describe, expect, it } from 'vitest';
import { guildId, kofi, wanjiru } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();
const learnerCount = 90;
const learner = (index: number) => String(810_000_000_000_000_000n + BigInt(index));

/** The newest of those learning Django, and what was shared around it. */
let newestDjango = 0;
let ormDjango = 0;
let concept = 0;

beforeAll(async () => {
  await cohort.guilds.settings(guildId);
  concept = await cohort.share({ title: 'Django signals', body: 'What they are for' }, kofi);
  ormDjango = await cohort.share(
    { kind: 'technology', title: 'django', body: 'Its querysets are lazy', tags: 'orm' },
    wanjiru,
  );
  await cohort.database.query(
    `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
     SELECT $1, $2::bigint + place, 'Learner ' || place, now(), now() FROM generate_series(1, $3) AS place`,
    [guildId, learner(0), learnerCount],
  );
  await cohort.database.query(
    `INSERT INTO entries (guild_id, number, type, kind, title, author_id, created_at)
     SELECT $1, $4 + place, 'learning', 'technology', CASE place % 3 WHEN 0 THEN 'Django' WHEN 1 THEN 'DJANGO!' ELSE ' django' END,
            $2::bigint + place, now() FROM generate_series(1, $3) AS place`,
    [guildId, learner(0), learnerCount, ormDjango],
  );
  await cohort.database.query('UPDATE guilds SET last_number = $2 WHERE id = $1', [
    guildId,
    ormDjango + learnerCount,
  ]);
  newestDjango = ormDjango + learnerCount;
});

const found = async (criteria: Parameters<ReturnType<typeof cohort.newSearch>['search']>[1], page = 0) =>
  (await cohort.newSearch().search(guildId, criteria, page)).results;

describe('a technology', () => {
  it('is one result for all who learned it, and does not crowd out anything else', async () => {
    const results = await found({ query: 'django' });
    expect(results.map(({ number }) => number)).toEqual([newestDjango, concept]);
    expect(results[0]?.learners).toEqual({
      count: learnerCount + 1,
      first: [learner(learnerCount), learner(learnerCount - 1), learner(learnerCount - 2)],
    });
    expect(results[1]?.learners.count).toBe(1);
  });

  it('is one in the list of the newest, too', async () => {
    expect((await found({})).map(({ number }) => number)).toEqual([newestDjango, concept]);
    expect(await found({ kind: 'technology' })).toHaveLength(1);
    expect(await found({}, 1)).toEqual([]);
  });

  it('is found by what one of many says of it', async () => {
    expect(await found({ query: 'lazy querysets' })).toMatchObject([
      { number: ormDjango, learners: { count: learnerCount + 1 } },
    ]);
    expect(await found({ tag: 'orm' })).toMatchObject([{ number: ormDjango }]);
  });

  it('is a member’s own where one member is asked for', async () => {
    expect(await found({ authorId: wanjiru.id })).toMatchObject([
      { number: ormDjango, learners: { count: 1, first: [] } },
    ]);
    await cohort.votes.toggleSave(guildId, ormDjango, kofi);
    expect(await found({ savedBy: kofi.id, query: 'django' })).toMatchObject([{ number: ormDjango }]);
  });

  it('is still one entry by its number', async () => {
    expect(await cohort.entries.view(guildId, ormDjango)).toMatchObject({ authorId: wanjiru.id });
  });

  it('passes to the next entry when its newest is gone', async () => {
    await cohort.entries.remove(guildId, newestDjango, learner(learnerCount));
    const [first] = await found({ query: 'django' });
    expect(first).toMatchObject({ number: newestDjango - 1, learners: { count: learnerCount } });
    await cohort.entries.restore(guildId, newestDjango, learner(learnerCount));
  });

  it.each([
    ['Node.js', 'nodejs'],
    ['REST  Framework', 'rest-framework'],
    ['Café', 'CAFE'],
    ['🐳 Docker', 'docker'],
    ['C++', 'c ++'],
  ])('is the same as %s and as %s', async (one, other) => {
    const number = await cohort.share({ kind: 'technology', title: other }, kofi);
    await cohort.share({ kind: 'technology', title: one }, wanjiru);
    const [first] = await found({ query: other });
    expect(first?.learners.count).toBe(2);
    expect((await found({ query: one })).map((result) => result.number)).not.toContain(number);
  });

  it.each([
    ['C', 'C++'],
    ['C#', 'C++'],
    ['Java', 'JavaScript'],
    ['🎉', '🔥'],
  ])('is another one: %s is not %s', async (one, other) => {
    const [pair] = await cohort.database.query(
      'SELECT folded_name($1) IS NOT DISTINCT FROM folded_name($2) AND folded_name($1) IS NOT NULL AS same',
      [one, other],
    );
    expect(pair).toEqual({ same: false });
  });
});

describe('pages', () => {
  it('show each technology once over all of them, and stay as they are', async () => {
    for (let index = 0; index < 14; index += 1) {
      for (const author of [kofi, wanjiru]) {
        await cohort.share({ kind: 'technology', title: `Framework ${'abcdefghijklmn'[index]}` }, author);
      }
    }
    const read = async () =>
      (await Promise.all([0, 1, 2].map((page) => found({ query: 'framework' }, page)))).flat();
    const numbers = (await read()).map(({ number }) => number);
    expect(numbers).toHaveLength(15);
    expect(new Set((await read()).map(({ title }) => title)).size).toBe(15);
    expect((await read()).map(({ number }) => number)).toEqual(numbers);
  });
});

describe('a line of an import', () => {
  it('stands behind what somebody wrote, in search, while typing and among similar challenges', async () => {
    const written = await cohort.share({
      title: 'Terraform keeps its state remotely',
      body: 'Two people applying at once lock each other out, and neither loses what the other made.',
    });
    const challenge = await cohort.ask('Terraform apply hangs on the state lock', kofi, {
      body: 'It waits.',
    });
    const solution = await cohort.solve(
      challenge,
      'Force the unlock with the id that the message shows, after asking everyone whether they still apply.',
      wanjiru,
    );
    await cohort.challenges.accept(guildId, solution, kofi);
    const importedChallenge = await cohort.ask('Terraform state lock hangs', kofi, { body: 'Apply waits.' });
    const importedSolution = await cohort.solve(importedChallenge, 'Terraform state lock: unlock.', wanjiru);
    await cohort.challenges.accept(guildId, importedSolution, kofi);
    const stub = await cohort.share({ title: 'Terraform', body: 'Terraform' }, wanjiru);
    await cohort.database.query(
      `WITH made AS (INSERT INTO imports (guild_id, id, member_id, state, file_name, file_hash, entry_count, pair_count, known_count, created_at, decided_at)
         VALUES ($1, gen_random_uuid(), $2, 'done', 'README.md', repeat('a', 64), 1, 0, 0, now(), now()) RETURNING id)
       UPDATE entries SET import_id = (SELECT id FROM made) WHERE guild_id = $1 AND number = ANY ($3::integer[])`,
      [guildId, wanjiru.id, [importedChallenge, importedSolution, stub]],
    );
    const search = cohort.newSearch();
    const before = (numbers: number[], first: number, second: number) =>
      expect(numbers.indexOf(first)).toBeLessThan(numbers.indexOf(second));
    before(
      (await found({ query: 'terraform state' })).map(({ number }) => number),
      written,
      stub,
    );
    const typed = await search.suggest(guildId, 'terraform', 'any', kofi.id);
    before(
      typed.map(({ number }) => number),
      written,
      stub,
    );
    const draft = { title: 'Terraform hangs on the state lock', body: 'apply waits', tags: '' };
    const { strong, weak } = await search.similarSolved(guildId, draft);
    before(
      [...strong, ...weak].map(({ number }) => number),
      challenge,
      importedChallenge,
    );
  });
});
