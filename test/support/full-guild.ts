/** A guild in which a member is everywhere they can be: a row or a mention in every table and column that can hold them. */
import type { DataSource } from 'typeorm';
import { ChallengeService } from '../../src/services/challenge-service.js';
import { EntryService } from '../../src/services/entry-service.js';
import { VoteService } from '../../src/services/vote-service.js';
import { logAction } from '../../src/stores/audit-statement.js';
import { ChallengeStore } from '../../src/stores/challenge-store.js';
import { EntryStore } from '../../src/stores/entry-store.js';
import { leaveNotice } from '../../src/stores/notice-statement.js';
import { ProfileStore } from '../../src/stores/profile-store.js';
import { VoteStore } from '../../src/stores/vote-store.js';
import { nobodyMuted, openDoor } from './open-door.js';

export const at = new Date('2026-03-02T08:00:00Z');
const until = new Date('2026-03-03T08:00:00Z');
const clock = () => at;

export interface Someone {
  id: string;
  displayName: string;
  isBot: boolean;
  isModerator: boolean;
}

/** What of the guild a test looks at. */
export interface FullGuild {
  /** Others' entries in which the member is named, and those in which nobody is. */
  naming: number;
  plain: number;
  /** The member's own: a learning, a challenge others answered, one nobody did, a solution that was accepted. */
  learning: number;
  answered: number;
  unanswered: number;
  solution: number;
  /** Others' challenge which that solution solved, and others' accepted answer to the member's challenge. */
  solved: number;
  answer: number;
}

/** Messages get ids from `messageId` on. */
export async function fillGuild(
  dataSource: DataSource,
  guildId: string,
  { member, other, messageId }: { member: Someone; other: Someone; messageId: number },
): Promise<FullGuild> {
  const entries = new EntryService(new EntryStore(dataSource), clock, openDoor, nobodyMuted);
  const challenges = new ChallengeService(new ChallengeStore(dataSource), entries, clock);
  const votes = new VoteService(new VoteStore(dataSource), entries, clock);
  const query = (sql: string, ...values: unknown[]) => dataSource.query(sql, [guildId, ...values]);
  const typed = (title: string, changes: object = {}) => ({
    kind: 'concept',
    title,
    body: 'Said in words of one’s own.',
    tags: 'sql',
    link: '',
    ...changes,
  });
  const named = `<@${member.id}>`;

  await query(
    'INSERT INTO guilds (id, created_at, log_channel_id) VALUES ($1, $2, 5) ON CONFLICT DO NOTHING',
    at,
  );
  // What they wrote, and what became of it.
  const { number: learning } = await entries.share(guildId, member, typed('Zanzibarquirk of mine'));
  await entries.edit(guildId, learning, member, typed('Zanzibarquirk of mine, once more'));
  const { number: answered } = await entries.post(guildId, member, typed('Who knows this one?'));
  const { number: unanswered } = await entries.post(guildId, member, typed('And who this one?'));
  const { number: gone } = await entries.share(guildId, member, typed('On second thoughts'));
  await entries.remove(guildId, gone, member.id);
  const { number: answer } = await entries.solve(guildId, other, answered, { solution: 'I do.', link: '' });
  await challenges.accept(guildId, answer, member);
  const { number: before } = await entries.solve(guildId, other, answered, {
    solution: 'So do I.',
    link: '',
  });
  await query(
    'UPDATE entries SET lost_acceptance_at = $3, lost_acceptance_by = $4 WHERE guild_id = $1 AND number = $2',
    before,
    at,
    member.id,
  );
  const { number: solved } = await entries.post(guildId, other, typed('Mine, can you?'));
  const { number: solution } = await entries.solve(guildId, member, solved, { solution: 'I can.', link: '' });
  await challenges.accept(guildId, solution, other);
  const { number: taken } = await entries.share(guildId, other, typed('Not here'));
  await query(
    'UPDATE entries SET deleted_at = $3, deleted_by = $4 WHERE guild_id = $1 AND number = $2',
    taken,
    at,
    member.id,
  );
  // What others wrote, some of it about them.
  const { number: plain } = await entries.share(guildId, other, typed('About nobody at all'));
  const { number: naming } = await entries.share(
    guildId,
    other,
    typed(`Thanks, ${named}`, {
      body: `Ask <@!${member.id}>, or look up ${member.id}\u0301 at https://example.org/%40${member.id}/x.`,
      tags: `sql,with-${member.id}`,
      link: `https://${member.id}.example.org/users/${member.id}`,
    }),
  );
  await query('UPDATE entries SET section = $3 WHERE guild_id = $1 AND number = $2', naming, `With ${named}`);
  await entries.edit(
    guildId,
    naming,
    other,
    typed(`Thanks again, ${named}`, {
      body: `By <@!${member.id}>, ${member.id}\u0301 and https://example.org/%40${member.id}/x.`,
      tags: `sql,with-${member.id}`,
      link: `https://${member.id}.example.org/users/${member.id}`,
    }),
  );
  await votes.toggleHelpful(guildId, plain, member);
  await votes.toggleSave(guildId, plain, member);
  await votes.toggleHelpful(guildId, learning, other);
  await query(
    `INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at)
     SELECT $2 + number, 77, guild_id, number, $3 FROM entries WHERE guild_id = $1 ON CONFLICT DO NOTHING`,
    messageId,
    at,
  );
  await query(
    `INSERT INTO challenge_reminders (guild_id, challenge_number, attempt, claimed_at, channel_id, message_id, settled_at)
     VALUES ($1, $2, 1, $3, 77, $4, $3)`,
    unanswered,
    at,
    messageId + 900,
  );
  // What they told of themselves, and what they left half done.
  const profiles = new ProfileStore(dataSource);
  const told = (who: string) => ({
    projectName: `Project ${who}`,
    summary: `Made with ${who}`,
    objective: `As good as ${who}`,
    repository: `https://example.org/${who}`,
    links: [`https://example.org/${who}`, 'https://example.org/'],
    remindersSince: at,
  });
  await profiles.write(guildId, member, told('mine'), { at });
  await profiles.write(guildId, other, told(member.id), { at });
  await query(
    'UPDATE members SET display_name = $3 WHERE guild_id = $1 AND user_id = $2',
    other.id,
    `Friend of ${member.id}`,
  );
  const draft = (who: string, fields: object) =>
    query(
      `INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until) VALUES (gen_random_uuid(), $1, $2, 'share', $3, $4)`,
      who,
      JSON.stringify(fields),
      until,
    );
  await draft(member.id, { title: 'Half of it' });
  await draft(other.id, { title: `Ask ${named}` });
  const list = (who: string, criteria: object) =>
    query(
      'INSERT INTO listings (id, guild_id, member_id, criteria, kept_until) VALUES (gen_random_uuid(), $1, $2, $3, $4)',
      who,
      JSON.stringify(criteria),
      until,
    );
  await list(member.id, { query: 'sql' });
  await list(other.id, { query: `by ${member.id}` });
  await list(other.id, { authorId: member.id });
  // READMEs: one that was imported, and previews.
  const imported = (who: string, name: string, rest: string, ...values: unknown[]) =>
    query(
      `INSERT INTO imports (guild_id, id, member_id, file_name, file_hash, created_at, ${rest})
       VALUES ($1, gen_random_uuid(), $2, $3, repeat('a', 64), $4, ${values.map((_, place) => `$${place + 5}`).join(', ')}) RETURNING id`,
      who,
      name,
      at,
      ...values,
    ) as Promise<[{ id: string }]>;
  const preview = JSON.stringify({
    items: [{ title: `With ${named}`, link: `https://example.org/${member.id}` }],
  });
  const [{ id: importId }] = await imported(
    member.id,
    'mine.md',
    'state, decided_at, entry_count, pair_count, known_count, channel_id, message_id',
    'done',
    at,
    1,
    0,
    0,
    77,
    messageId + 901,
  );
  await query(
    `UPDATE entries SET import_id = $3, fingerprint = repeat('b', 64) WHERE guild_id = $1 AND number = $2`,
    learning,
    importId,
  );
  await imported(member.id, 'mine too.md', 'preview, kept_until', preview, until);
  await imported(other.id, `of ${member.id}.md`, 'preview, kept_until', preview, until);
  // The digest.
  await query(
    `INSERT INTO digests (guild_id, period_start, period_end, state, channel_id, message_id, settled_at)
     VALUES ($1, $2::timestamptz - interval '7 days', $2, 'sent', 77, $3, $2) ON CONFLICT DO NOTHING`,
    at,
    messageId + 902,
  );
  await query(
    'INSERT INTO digest_subscriptions (guild_id, user_id, subscribed_at) VALUES ($1, $2, $3)',
    member.id,
    at,
  );
  await query(
    'INSERT INTO digest_deliveries (guild_id, user_id, period_end, next_at) VALUES ($1, $2, $3, $3)',
    member.id,
    at,
  );
  // What moderators did.
  await query(
    'INSERT INTO mutes (guild_id, member_id, muted_at, muted_until) VALUES ($1, $2, $3, $4)',
    member.id,
    at,
    until,
  );
  const moderating = (changes: object) =>
    dataSource.transaction((manager) =>
      logAction(manager, { guildId, action: 'member-muted', actorId: other.id, at, ...changes }),
    );
  await moderating({ subjectId: member.id, note: 'Muted for shouting' });
  await moderating({ actorId: member.id, note: 'What they decided' });
  await moderating({ note: `Because of ${named}` });
  await leaveNotice(dataSource.manager, {
    guildId,
    memberId: member.id,
    kind: 'member-muted',
    entryNumber: null,
    createdAt: at,
  });
  await leaveNotice(dataSource.manager, {
    guildId,
    memberId: other.id,
    kind: 'entry-hidden',
    entryNumber: plain,
    facts: { reason: `It names ${named}` },
    createdAt: at,
  });
  const item = (number: number) =>
    query(
      `INSERT INTO queue_items (guild_id, id, entry_number, is_review, opened_at, card_channel_id, card_message_id)
       VALUES ($1, gen_random_uuid(), $2, false, $3, 78, $4) RETURNING id`,
      number,
      at,
      messageId + 950 + number,
    ) as Promise<[{ id: string }]>;
  const report = (itemId: string, who: string, note: string) =>
    query(
      `INSERT INTO reports (guild_id, item_id, reporter_id, reason, note, reported_at) VALUES ($1, $2, $3, 'other', $4, $5)`,
      itemId,
      who,
      note,
      at,
    );
  const [{ id: itemId }] = await item(plain);
  await report(itemId, member.id, 'I do not like it');
  const [{ id: ownItemId }] = await item(learning);
  await report(ownItemId, other.id, `From ${named} again`);
  return { naming, plain, learning, answered, unanswered, solution, solved, answer };
}
