/** A guild in which a member is everywhere they can be: a row or a mention in every table and column that can contain them. */
import type { DataSource } from 'typeorm';
import { logAction } from '../../src/features/audit/audit-statement.js';
import { ChallengeService } from '../../src/features/challenges/challenge-service.js';
import { ChallengeStore } from '../../src/features/challenges/challenge-store.js';
import { EntryService } from '../../src/features/entries/entry-service.js';
import { EntryStore } from '../../src/features/entries/entry-store.js';
import { VoteService } from '../../src/features/entries/vote-service.js';
import { VoteStore } from '../../src/features/entries/vote-store.js';
import { leaveNotice } from '../../src/features/notifications/notice-topic.js';
import { ProfileStore } from '../../src/features/profiles/profile-store.js';
import { nobodyMuted, passingGuard } from './passing-guard.js';

export const at = new Date('2026-03-02T08:00:00Z');
const until = new Date('2026-03-03T08:00:00Z');
const clock = () => at;

export interface Someone {
  id: string;
  displayName: string;
  isBot: boolean;
  isModerator: boolean;
}

/** What tests need to know about the guild. */
export interface FullGuild {
  /** Others' entries that mention the member, and those that mention nobody. */
  naming: number;
  plain: number;
  /** The member's own: a learning, a challenge that others answered, one that nobody did, an accepted solution. */
  learning: number;
  answered: number;
  unanswered: number;
  solution: number;
  /** The others' challenge which that solution solved, and the others' accepted answer to the member's challenge. */
  solved: number;
  answer: number;
}

/** Message ids start at `messageId`. */
export async function fillGuild(
  dataSource: DataSource,
  guildId: string,
  { member, other, messageId }: { member: Someone; other: Someone; messageId: number },
): Promise<FullGuild> {
  const entries = new EntryService(new EntryStore(dataSource), clock, passingGuard, nobodyMuted);
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
  // What they wrote, and what happened to it.
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
    `INSERT INTO captures (guild_id, message_id, channel_id, entry_number, saved_by, is_edited, captured_at)
     VALUES ($1, $2, 78, $3, $4, false, $6), ($1, $2 + 1, 78, $5, $7, true, $6)`,
    messageId + 5_000,
    learning,
    other.id,
    naming,
    at,
    member.id,
  );
  await query(
    `INSERT INTO pictures (guild_id, entry_number, place, file_name, size, alt, source_url)
     VALUES ($1, $2, 1, 'picture-1.png', 70, 'My own desk', NULL), ($1, $3, 1, 'picture-1.png', 70, $4, 'https://cdn')`,
    learning,
    naming,
    `The desk of ${named}`,
  );
  await query(
    `INSERT INTO challenge_reminders (guild_id, challenge_number, attempt, claimed_at, channel_id, message_id, settled_at)
     VALUES ($1, $2, 1, $3, 77, $4, $3)`,
    unanswered,
    at,
    messageId + 900,
  );
  // What they said about themselves, and what they left unfinished.
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
  await query(
    `INSERT INTO challenge_aliases (guild_id, member_id, challenge_number, words, learned_at)
     SELECT guild_id, $2, min(number), 'celery zebra', $3::timestamptz FROM entries
      WHERE guild_id = $1 AND type = 'challenge' AND author_id <> $2 GROUP BY guild_id`,
    member.id,
    at,
  );
  const follow = (who: string, kind: string, target: string) =>
    query(
      'INSERT INTO follows (guild_id, member_id, kind, target, followed_at) VALUES ($1, $2, $3, $4, $5)',
      who,
      kind,
      target,
      at,
    );
  await follow(member.id, 'tag', 'sql');
  await follow(other.id, 'member', member.id);
  await query(
    `INSERT INTO news_settings (guild_id, member_id, solution, accepted, helped, followed, told_at)
     VALUES ($1, $2, 'direct', 'off', 'off', 'channel', $3)`,
    member.id,
    at,
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
  // Projects: the member's own, one that they work on, and what was reported.
  const project = (who: string, told: string, card: number) =>
    query(
      `INSERT INTO projects (id, guild_id, owner_id, name, summary, stack, repository, live, api_base, api_docs, created_at, active_at,
                             card_channel_id, card_message_id)
       VALUES (gen_random_uuid(), $1, $2, 'Project of ' || $3::text, 'By ' || $3, ARRAY['with-' || $3], 'https://example.org/' || $3,
               'https://' || $3 || '.example.org/', 'https://example.org/api/' || $3, 'https://example.org/docs/' || $3, $4::timestamptz, $4, 77, $5)
       RETURNING id`,
      who,
      told,
      at,
      card,
    ) as Promise<[{ id: string }]>;
  const [{ id: ownProject }] = await project(member.id, 'mine', messageId + 933);
  const [{ id: othersProject }] = await project(other.id, member.id, messageId + 934);
  await query(
    `INSERT INTO project_members (guild_id, project_id, user_id, interested_at, thread_id, message_id, invited_at, joined_at)
     VALUES ($1, $2, $3, $4::timestamptz, 79, $5, $4, $4)`,
    othersProject,
    member.id,
    at,
    messageId + 935,
  );
  const reportOf = (projectId: string, who: string, note: string) =>
    query(
      'INSERT INTO project_reports (guild_id, project_id, reporter_id, note, reported_at) VALUES ($1, $2, $3, $4, $5)',
      projectId,
      who,
      note,
      at,
    );
  await reportOf(othersProject, member.id, 'It asks for money');
  await reportOf(ownProject, other.id, `From ${named}`);
  const [{ id: thirdProject }] = await project(other.id, `nobody-${messageId}`, messageId + 936);
  await reportOf(thirdProject, other.id, `From ${named} too`);
  // Study sessions: the member's own, and one that they came to and that names them.
  const session = (who: string, topic: string, message: number) =>
    query(
      `INSERT INTO sessions (id, guild_id, host_id, topic, place, starts_at, ends_at, created_at, card_channel_id, card_message_id,
                             reminder_message_id)
       VALUES (gen_random_uuid(), $1, $2, $3, $3, $4::timestamptz, $4::timestamptz + interval '1 hour', $4, 77, $5, $6) RETURNING id`,
      who,
      topic,
      at,
      message,
      message + 1,
    ) as Promise<[{ id: string }]>;
  await session(member.id, 'Joins', messageId + 940);
  const [{ id: othersSession }] = await session(other.id, `Pairing with ${named}`, messageId + 942);
  await query(
    'INSERT INTO session_members (guild_id, session_id, user_id, joined_at, attended_at) VALUES ($1, $2, $3, $4, $4)',
    othersSession,
    member.id,
    at,
  );
  // READMEs: one that was imported, and previews.
  const imported = (who: string, name: string, rest: string, ...values: unknown[]) =>
    query(
      `INSERT INTO imports (guild_id, id, member_id, file_name, title, file_hash, created_at, ${rest})
       VALUES ($1, gen_random_uuid(), $2, $3, 'The road of ' || $3, repeat('a', 64), $4, ${values.map((_, place) => `$${place + 5}`).join(', ')}) RETURNING id`,
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
    `INSERT INTO outbox_messages (guild_id, topic, key, member_id, created_at, due_at)
     VALUES ($1, 'digest-mail', 'mail ' || $2::bigint, $2, $3, $3)`,
    member.id,
    at,
  );
  // Study buddies: they take part, chose whom they are never matched with, were chosen so, and were matched.
  // A role that they had before they earned its badge, so that nothing is to be taken.
  await query(
    `INSERT INTO given_roles (guild_id, user_id, role_id, is_earned, outcome, owed_since) VALUES ($1, $2, 88, true, 'had', $3)`,
    member.id,
    at,
  );
  await query('INSERT INTO welcomes (guild_id, user_id, welcomed_at) VALUES ($1, $2, $3)', member.id, at);
  await query('INSERT INTO buddies (guild_id, user_id, joined_at) VALUES ($1, $2, $3)', member.id, at);
  const never = (who: string, whom: string) =>
    query(
      'INSERT INTO buddy_blocks (guild_id, user_id, blocked_id, blocked_at) VALUES ($1, $2, $3, $4)',
      who,
      whom,
      at,
    );
  await never(member.id, other.id);
  await never(other.id, member.id);
  await query(
    `INSERT INTO buddy_rounds (guild_id, due_at, state, made_at) VALUES ($1, $2, 'matched', $2) ON CONFLICT DO NOTHING`,
    at,
  );
  const [{ number: group }] = (await query(
    `INSERT INTO buddy_groups (guild_id, round_at, number, thread_id, message_id, told_at)
     SELECT $1, $2, count(*) + 1, 79, $3, $2 FROM buddy_groups WHERE guild_id = $1 RETURNING number`,
    at,
    messageId + 903,
  )) as [{ number: number }];
  await query(
    `INSERT INTO buddy_members (guild_id, round_at, user_id, number, met, answered_at, contact_at)
     SELECT $1, $2, id, $3, true, $2, $2 FROM unnest($4::bigint[]) AS id ON CONFLICT DO NOTHING`,
    at,
    group,
    [member.id, other.id],
  );
  await query(
    `INSERT INTO challenge_asks (guild_id, challenge_number, member_id, asked_at, answer, answered_at, channel_id, message_id)
     VALUES ($1, $2, $3, $4, 'looking', $4, 77, $5)`,
    solved,
    member.id,
    at,
    messageId + 904,
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
  // Too long ago for their key to outlive them.
  const longAgo = new Date(at.getTime() - 100 * 86_400_000);
  await moderating({ actorId: member.id, note: 'What they decided', at: longAgo });
  await moderating({ note: `Because of ${named}` });
  const toErase = (who: string, by: string) =>
    query(
      `INSERT INTO pending_erasures (guild_id, member_id, entries, requested_by, requested_at, due_at)
       VALUES ($1, $2, 'kept', $3, $4, $5) ON CONFLICT DO NOTHING`,
      who,
      by,
      at,
      until,
    );
  await toErase(member.id, other.id);
  await toErase(`${member.id.slice(0, -3)}999`, member.id);
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
