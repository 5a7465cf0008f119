/** The kinds of message that bring members together: projects, sessions, saved messages, news. */
import { authorId, channelOf, expertId, guildIds } from './stage.js';
import { addEntries, type Cause, type OwedTopic, owe, oweByGuild } from './topics.js';

const all = guildIds.length;
const hourMs = 3_600_000;

/** SQL of the id of a guild's project or session of the round. */
const idOf = (kind: 'project' | 'session', { round }: Cause) =>
  `(md5('${kind} ${round} ' || guild.id)::uuid)`;
const keyOf = (kind: 'project' | 'session', cause: Cause, member = '') =>
  `(${idOf(kind, cause)}::text || '${member && `:${member}`}')`;

/** A message that is no card of ours, for what has one already. */
const olderMessage = 1;

async function addProjects(
  cause: Cause,
  { owner = authorId, hasCard = true, asked = false } = {},
): Promise<void> {
  const { stage, guilds, due, round } = cause;
  await stage.query(
    `INSERT INTO projects (id, guild_id, owner_id, name, created_at, active_at, asked_at, card_channel_id, card_message_id)
     SELECT ${idOf('project', cause)}, guild.id, $3, $4, $5, $5, $6, CASE WHEN $7 THEN guild.channel_id END, CASE WHEN $7 THEN $8::bigint END
       FROM unnest($1::bigint[], $2::bigint[]) AS guild (id, channel_id)`,
    [
      guilds,
      guilds.map(channelOf),
      owner,
      `Project ${round}`,
      due,
      asked ? due : null,
      hasCard,
      olderMessage,
    ],
  );
}

async function addProjectMember(cause: Cause, userId: string, column: 'interested_at' | 'invited_at') {
  await cause.stage.query(
    `INSERT INTO project_members (guild_id, project_id, user_id, ${column})
     SELECT guild.id, ${idOf('project', cause)}, $2, $3 FROM unnest($1::bigint[]) AS guild (id)`,
    [cause.guilds, userId, cause.due],
  );
}

async function addSessions(cause: Cause, startsAt: Date, hasCard: boolean): Promise<void> {
  const { stage, guilds, due, round } = cause;
  await stage.query(
    `INSERT INTO sessions (id, guild_id, host_id, topic, starts_at, ends_at, created_at, card_channel_id, card_message_id)
     SELECT ${idOf('session', cause)}, guild.id, $3, $4, $5::timestamptz, $5::timestamptz + interval '1 hour', $6,
            CASE WHEN $7 THEN guild.channel_id END, CASE WHEN $7 THEN $8::bigint END
       FROM unnest($1::bigint[], $2::bigint[]) AS guild (id, channel_id)`,
    [guilds, guilds.map(channelOf), authorId, `Session ${round}`, startsAt, due, hasCard, olderMessage],
  );
  await stage.query(
    `INSERT INTO session_members (guild_id, session_id, user_id, joined_at)
     SELECT guild.id, ${idOf('session', cause)}, $2, $3 FROM unnest($1::bigint[]) AS guild (id)`,
    [guilds, authorId, due],
  );
}

export const topicsTogether: readonly OwedTopic[] = [
  {
    name: 'project-card',
    guildCount: all,
    readsEntries: false,
    async cause(cause) {
      await addProjects(cause, { hasCard: false });
      await oweByGuild(cause, 'project-card', { keySql: keyOf('project', cause) });
    },
  },
  {
    name: 'project-interest',
    guildCount: all,
    readsEntries: false,
    async cause(cause) {
      await addProjects(cause);
      await addProjectMember(cause, expertId, 'interested_at');
      await oweByGuild(cause, 'project-interest', { keySql: keyOf('project', cause, expertId) });
    },
  },
  {
    name: 'project-invite',
    guildCount: 8,
    readsEntries: false,
    async cause(cause) {
      await addProjects(cause, { owner: expertId });
      await addProjectMember(cause, authorId, 'invited_at');
      await oweByGuild(cause, 'project-invite', {
        keySql: keyOf('project', cause, authorId),
        member: authorId,
      });
    },
  },
  {
    name: 'project-stale',
    guildCount: 8,
    readsEntries: false,
    async cause(cause) {
      await addProjects(cause, { asked: true });
      await oweByGuild(cause, 'project-stale', { keySql: keyOf('project', cause), member: authorId });
    },
  },
  {
    name: 'session-card',
    guildCount: all,
    readsEntries: false,
    async cause(cause) {
      await addSessions(cause, new Date(cause.due.getTime() + 24 * hourMs), false);
      await oweByGuild(cause, 'session-card', { keySql: keyOf('session', cause) });
    },
  },
  {
    name: 'session-reminder',
    guildCount: all,
    readsEntries: false,
    async cause(cause) {
      await addSessions(cause, new Date(cause.due.getTime() + hourMs / 4), true);
      await oweByGuild(cause, 'session-reminder', { keySql: keyOf('session', cause) });
    },
  },
  {
    name: 'session-recap',
    guildCount: all,
    readsEntries: false,
    async cause(cause) {
      await addSessions(cause, new Date(cause.due.getTime() - hourMs), true);
      await oweByGuild(cause, 'session-recap', { keySql: keyOf('session', cause) });
    },
  },
  {
    name: 'challenge-ask',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      const { stage, guilds, due, round } = cause;
      const asked = new Date(due.getTime() - hourMs);
      // Nobody else wrote of its tag, so that nobody is reminded of it.
      const number = await addEntries(cause, { type: 'challenge', at: asked, tags: [`asked-${round}`] });
      await stage.query(
        `INSERT INTO profiles (guild_id, user_id, reminders_since, edited_at)
         SELECT id, $2, $3, $3 FROM unnest($1::bigint[]) AS guild (id) ON CONFLICT DO NOTHING`,
        [guilds, expertId, asked],
      );
      await stage.query(
        `INSERT INTO challenge_asks (guild_id, challenge_number, member_id, asked_at)
         SELECT id, $2, $3, $4 FROM unnest($1::bigint[]) AS guild (id)`,
        [guilds, number, expertId, asked],
      );
      const payload = JSON.stringify({ number });
      await owe(cause, 'challenge-ask', { key: `${number} ${expertId}`, payload, member: expertId });
    },
  },
  {
    name: 'message-saved',
    guildCount: 8,
    readsEntries: true,
    async cause(cause) {
      const number = await addEntries(cause, { type: 'learning', at: cause.due });
      await cause.stage.query(
        `INSERT INTO captures (guild_id, message_id, channel_id, entry_number, saved_by, is_edited, captured_at)
         SELECT id, $2, id, $3, $4, false, $5 FROM unnest($1::bigint[]) AS guild (id)`,
        [cause.guilds, 1 + cause.round, number, expertId, cause.due],
      );
      await owe(cause, 'message-saved', { key: String(number), member: authorId });
    },
  },
  {
    name: 'news',
    guildCount: 8,
    readsEntries: true,
    async cause(cause) {
      const number = await addEntries(cause, { type: 'learning', at: cause.due });
      const payload = JSON.stringify({ event: 'helped', entryNumber: number });
      await owe(cause, 'news', { key: `helped:${number}:${authorId}`, payload, member: authorId });
    },
  },
];
