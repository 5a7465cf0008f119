/** The rules that the database itself holds: each is broken once by plain SQL, and refused by name. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldTag, isTag } from '../../src/platform/text.js';
import { nastyText } from '../support/nasty-texts.js';
import { useDatabase } from '../support/postgres.js';

const doneImport = '00000000-0000-4000-8000-000000000001';
const preview = '00000000-0000-4000-8000-000000000002';
const unknownImport = '00000000-0000-4000-8000-000000000003';
const hash = 'a'.repeat(64);

const database = useDatabase();
const guild = '700000000000000001';

beforeAll(async () => {
  await database.query(`INSERT INTO guilds (id, created_at) VALUES ($1, now()), (2, now())`, [guild]);
  await database.query(
    `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
     SELECT $1::bigint, id, 'Member ' || id, now(), now() FROM generate_series(1, 3) id`,
    [guild],
  );
  await entry({ number: 1, type: "'challenge'", title: "'Open'" });
  await entry({
    number: 2,
    type: "'solution'",
    title: 'NULL',
    body: "'One way'",
    challenge_number: '1',
    accepted_at: 'now()',
    accepted_by: '1',
  });
  await entry({ number: 3, type: "'solution'", title: 'NULL', body: "'Another way'", challenge_number: '1' });
  await entry({ number: 4 });
  await database.query(
    `INSERT INTO imports (guild_id, id, member_id, file_name, file_hash, preview, kept_until, created_at)
     SELECT $1, id, 1, 'README.md', $2, '{}', now(), now() FROM unnest($3::uuid[]) AS id`,
    [guild, hash, [doneImport, preview]],
  );
  await database.query(
    `UPDATE imports SET state = 'done', preview = NULL, kept_until = NULL, decided_at = now(), entry_count = 1,
            pair_count = 0, known_count = 0 WHERE id = $1`,
    [doneImport],
  );
  await entry({ number: 5, import_id: `'${doneImport}'`, fingerprint: `'${hash}'` });
  await database.query(`INSERT INTO helpful_votes VALUES ($1, 4, 2, now())`, [guild]);
  await database.query(
    `INSERT INTO digests (guild_id, period_start, period_end, state) VALUES ($1, '2026-01-05', '2026-01-12', 'due')`,
    [guild],
  );
  await database.query(
    `INSERT INTO challenge_reminders (guild_id, challenge_number, settled_at) VALUES ($1, 1, now())`,
    [guild],
  );
  await database.query(
    `INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at) VALUES ($1, 'digest', 'a week', now(), now())`,
    [guild],
  );
});

/** Inserts a learning whose columns (as SQL) are changed by the test. */
function entry(columns: Record<string, string | number>) {
  const isLearning = (columns['type'] ?? "'learning'") === "'learning'";
  const row = {
    guild_id: guild,
    number: 100,
    type: "'learning'",
    kind: isLearning ? "'concept'" : 'NULL',
    title: "'Title'",
    body: "''",
    author_id: '1',
    created_at: 'now()',
    ...columns,
  };
  return database.query(
    `INSERT INTO entries (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`,
  );
}

/** Inserts a profile with these columns (as SQL). */
function profile(columns: Record<string, string>) {
  const row = { guild_id: guild, user_id: '1', edited_at: 'now()', ...columns };
  return `INSERT INTO profiles (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
}

const checkViolation = '23514';
const uniqueViolation = '23505';
const foreignKeyViolation = '23503';
const exclusionViolation = '23P01';

describe('an entry', () => {
  it('takes every tag that the bot takes', async () => {
    const said = fc.sample(
      fc.oneof(
        nastyText,
        fc.string({ unit: 'grapheme', maxLength: 4 }),
        fc.string({ unit: 'binary', maxLength: 2 }),
      ),
      // The same in every run: the newest characters of Node.js's Unicode are unknown to some Postgres.
      { numRuns: 20_000, seed: 20_260_302 },
    );
    const tags = ['አማርኛ', 'हिन्दी', '語', '한글', 'c++', ...said.map(foldTag)].filter(isTag);
    const [check] = await database.query(
      `SELECT substring(pg_get_constraintdef(oid) FROM '^CHECK (.*)$') AS rule FROM pg_constraint
        WHERE conname = 'entries_tags_check'`,
    );
    const refused = await database.query(
      `SELECT tags FROM (SELECT ARRAY[tag] AS tags FROM unnest($1::text[]) AS tag) AS tried
        WHERE NOT ${check?.['rule']}`,
      [tags],
    );
    expect(tags.length).toBeGreaterThan(2_000);
    expect(refused).toEqual([]);
  });

  it.each([
    ['of no type', { type: "'note'" }, checkViolation],
    ['of an unknown kind', { kind: "'rumour'" }, checkViolation],
    ['a learning without kind', { kind: 'NULL' }, checkViolation],
    ['a challenge with kind', { type: "'challenge'", kind: "'concept'" }, checkViolation],
    ['a learning without title', { title: 'NULL' }, checkViolation],
    ['an empty title', { title: "''" }, checkViolation],
    ['a title of 121 characters', { title: `'${'x'.repeat(121)}'` }, checkViolation],
    ['a title with a line feed', { title: "E'a\\nb'" }, checkViolation],
    ['a title not in NFC', { title: "E'e\\u0301'" }, checkViolation],
    ['a body of 4,001 characters', { body: "repeat('x', 4001)" }, checkViolation],
    ['a body with a control character', { body: "E'\\x07'" }, checkViolation],
    ['a link to a script', { link: "'javascript:1'" }, checkViolation],
    ['a link of 1,001 characters', { link: "'https://' || repeat('x', 993)" }, checkViolation],
    ['six tags', { tags: "'{a,b,c,d,e,f}'" }, checkViolation],
    ['a tag in capitals', { tags: "'{Django}'" }, checkViolation],
    ['a tag of 33 characters', { tags: `'{${'x'.repeat(33)}}'` }, checkViolation],
    ['an empty tag', { tags: `'{""}'` }, checkViolation],
    ['a tag with a space', { tags: `'{"a b"}'` }, checkViolation],
    ['a tag of 33 letters of another script', { tags: `'{${'ሀ'.repeat(33)}}'` }, checkViolation],
    ['a tag with a letter that is folded', { tags: `'{café}'` }, checkViolation],
    ['a tag with an invisible character', { tags: `'{ab\u200bc}'` }, checkViolation],
    ['a tag with an emoji', { tags: `'{🎉}'` }, checkViolation],
    ['number 0', { number: 0 }, checkViolation],
    ['a number that is taken', { number: 1 }, uniqueViolation],
    ['an unknown author', { author_id: '99' }, foreignKeyViolation],
    ['an unknown guild', { guild_id: '3' }, foreignKeyViolation],
    ['a solution without challenge', { type: "'solution'", title: 'NULL', body: "'x'" }, checkViolation],
    ['a solution without body', { type: "'solution'", title: 'NULL', challenge_number: 1 }, checkViolation],
    [
      'a solution to a learning',
      { type: "'solution'", title: 'NULL', body: "'x'", challenge_number: 4 },
      foreignKeyViolation,
    ],
    [
      'a solution to a solution',
      { type: "'solution'", title: 'NULL', body: "'x'", challenge_number: 2 },
      foreignKeyViolation,
    ],
    [
      'a solution to nothing',
      { type: "'solution'", title: 'NULL', body: "'x'", challenge_number: 77 },
      foreignKeyViolation,
    ],
    ['a learning that answers', { challenge_number: 1 }, checkViolation],
    [
      'a second accepted solution',
      {
        type: "'solution'",
        title: 'NULL',
        body: "'x'",
        challenge_number: 1,
        accepted_at: 'now()',
        accepted_by: 1,
      },
      uniqueViolation,
    ],
    ['an accepted learning', { accepted_at: 'now()', accepted_by: 1 }, checkViolation],
    [
      'accepted by nobody',
      { type: "'solution'", title: 'NULL', body: "'x'", challenge_number: 1, accepted_at: 'now()' },
      checkViolation,
    ],
    ['deleted by nobody', { deleted_at: 'now()' }, checkViolation],
    ['a concept that is done', { done_at: 'now()' }, checkViolation],
    ['revision 0', { revision: 0 }, checkViolation],
    ['an empty section', { section: "''" }, checkViolation],
    ['a section of 121 characters', { section: `'${'x'.repeat(121)}'` }, checkViolation],
    ['of an unknown import', { import_id: `'${unknownImport}'` }, foreignKeyViolation],
    ['with the fingerprint of no import', { fingerprint: `'${hash}'` }, checkViolation],
    [
      'with a fingerprint that is none',
      { import_id: `'${doneImport}'`, fingerprint: "'abc'" },
      checkViolation,
    ],
    ['imported a second time', { import_id: `'${doneImport}'`, fingerprint: `'${hash}'` }, uniqueViolation],
  ])('is refused: %s', async (_name, columns, code) => {
    await expect(entry(columns)).rejects.toMatchObject({ code });
  });

  it.each([
    ['deleted', `deleted_at = now(), deleted_by = 1`],
    ['hidden', `hidden_at = now()`],
  ])('that is accepted cannot be %s and stay accepted', async (_name, change) => {
    const change2 = database.query(`UPDATE entries SET ${change} WHERE guild_id = $1 AND number = 2`, [
      guild,
    ]);
    await expect(change2).rejects.toMatchObject({ code: checkViolation });
  });
});

describe('the database', () => {
  it.each([
    [
      'a second Helpful of one member',
      `INSERT INTO helpful_votes VALUES (${guild}, 4, 2, now())`,
      uniqueViolation,
    ],
    [
      'a Helpful for nothing',
      `INSERT INTO helpful_votes VALUES (${guild}, 77, 2, now())`,
      foreignKeyViolation,
    ],
    [
      'a Helpful by a stranger',
      `INSERT INTO helpful_votes VALUES (${guild}, 4, 99, now())`,
      foreignKeyViolation,
    ],
    [
      'a Save of nothing',
      `INSERT INTO saves (guild_id, entry_number, member_id, saved_at) VALUES (${guild}, 77, 2, now())`,
      foreignKeyViolation,
    ],
    ['a weekday 8', `UPDATE guilds SET digest_weekday = 8`, checkViolation],
    ['a digest at a second', `UPDATE guilds SET digest_time = '09:00:30'`, checkViolation],
    ['a language of its own', `UPDATE guilds SET language = 'English'`, checkViolation],
    [
      'a period before its start',
      `UPDATE guilds SET digest_period_start = '2026-01-12', digest_due_at = '2026-01-05'`,
      checkViolation,
    ],
    [
      'two digests of one instant',
      `INSERT INTO digests (guild_id, period_start, period_end, state) VALUES (${guild}, '2026-01-11', '2026-01-18', 'due')`,
      exclusionViolation,
    ],
    ['a digest sent nowhere', `UPDATE digests SET state = 'sent', settled_at = now()`, checkViolation],
    [
      'a digest skipped for no reason',
      `UPDATE digests SET state = 'skipped', settled_at = now()`,
      checkViolation,
    ],
    [
      'a section of the digest that there is not',
      `UPDATE guilds SET digest_hidden = '{weather}'`,
      checkViolation,
    ],
    ['everyone as the role of the digest', `UPDATE guilds SET digest_role_id = id`, checkViolation],
    [
      'a subscription of a stranger',
      `INSERT INTO digest_subscriptions VALUES (${guild}, 99, now())`,
      foreignKeyViolation,
    ],
    [
      'a second reminder of a challenge',
      `INSERT INTO challenge_reminders SELECT * FROM challenge_reminders`,
      uniqueViolation,
    ],
    [
      'a reminder of nothing',
      `INSERT INTO challenge_reminders (guild_id, challenge_number, settled_at) VALUES (${guild}, 99, now())`,
      foreignKeyViolation,
    ],
    ['a reminder settled and waiting', 'UPDATE challenge_reminders SET next_at = now()', checkViolation],
    ['a reminder posted nowhere', 'UPDATE challenge_reminders SET message_id = 1', checkViolation],
    [
      'the same message twice in the outbox',
      `INSERT INTO outbox_messages (guild_id, topic, key, created_at) VALUES (${guild}, 'digest', 'a week', now())`,
      uniqueViolation,
    ],
    [
      'a message for a stranger',
      `INSERT INTO outbox_messages (guild_id, topic, key, member_id, created_at) VALUES (${guild}, 'notice', 'x', 99, now())`,
      foreignKeyViolation,
    ],
    [
      'a message of a topic that is no name',
      `INSERT INTO outbox_messages (guild_id, topic, key, created_at) VALUES (${guild}, 'Not a topic', 'x', now())`,
      checkViolation,
    ],
    [
      'a leased message that nobody claimed',
      `UPDATE outbox_messages SET leased_until = now()`,
      checkViolation,
    ],
    ['a message with a list for a payload', `UPDATE outbox_messages SET payload = '[]'`, checkViolation],
    ['a member without name', `UPDATE members SET display_name = ''`, checkViolation],
    [
      'a draft that is a list',
      `INSERT INTO drafts VALUES ('00000000-0000-0000-0000-000000000000', ${guild}, 1, 'share', '[]', now())`,
      checkViolation,
    ],
    ['an import in no state', `UPDATE imports SET state = 'half' WHERE id = '${preview}'`, checkViolation],
    [
      'an import that is done and still a preview',
      `UPDATE imports SET preview = '{}' WHERE id = '${doneImport}'`,
      checkViolation,
    ],
    [
      'an import that is done without counts',
      `UPDATE imports SET pair_count = NULL WHERE id = '${doneImport}'`,
      checkViolation,
    ],
    [
      'a preview that never expires',
      `UPDATE imports SET kept_until = NULL WHERE id = '${preview}'`,
      checkViolation,
    ],
    [
      'a cancelled import with what was in it',
      `UPDATE imports SET state = 'cancelled', decided_at = now() WHERE id = '${preview}'`,
      checkViolation,
    ],
    [
      'the card of an import that is not done',
      `UPDATE imports SET channel_id = 1, message_id = 1 WHERE id = '${preview}'`,
      checkViolation,
    ],
    ['a card in no channel', `UPDATE imports SET message_id = 1 WHERE id = '${doneImport}'`, checkViolation],
    ['a file without name', `UPDATE imports SET file_name = ''`, checkViolation],
    ['a file without hash', `UPDATE imports SET file_hash = 'x'`, checkViolation],
    [
      'an import erased while its entries are there',
      `DELETE FROM imports WHERE id = '${doneImport}'`,
      foreignKeyViolation,
    ],
    ['a profile of a stranger', profile({ user_id: '99' }), foreignKeyViolation],
    ['a profile on no track', profile({ track: `'astronaut'` }), checkViolation],
    ['a project’s name of two lines', profile({ project_name: `E'Two\\nlines'` }), checkViolation],
    ['an empty objective', profile({ objective: `''` }), checkViolation],
    ['a repository that is no address', profile({ repository: `'javascript:alert(1)'` }), checkViolation],
    [
      'a link that is no address',
      profile({ links: `ARRAY['https://a.example', 'data:,x']` }),
      checkViolation,
    ],
    ['a link that is nothing', profile({ links: `ARRAY['https://a.example', NULL]` }), checkViolation],
    ['a sixth link', profile({ links: `array_fill('https://a.example'::text, ARRAY[6])` }), checkViolation],
  ])('refuses %s', async (_name, sql, code) => {
    await expect(database.query(sql)).rejects.toMatchObject({ code });
  });

  it('keeps the next digest right after the last one', async () => {
    await database.query(
      `INSERT INTO digests (guild_id, period_start, period_end, state) VALUES ($1, '2026-01-12', '2026-01-19', 'due')`,
      [guild],
    );
  });

  it('erases a guild with everything in it', async () => {
    await database.query('DELETE FROM guilds WHERE id = $1', [guild]);
    const left = await database.query(
      `SELECT (SELECT count(*) FROM entries) + (SELECT count(*) FROM members) + (SELECT count(*) FROM helpful_votes)
            + (SELECT count(*) FROM digests) + (SELECT count(*) FROM vocabulary) + (SELECT count(*) FROM imports)
            + (SELECT count(*) FROM challenge_reminders) + (SELECT count(*) FROM outbox_messages) AS count`,
    );
    expect(left).toEqual([{ count: '0' }]);
  });
});
