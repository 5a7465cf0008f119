/** The kinds of message that the bot owes: what makes one of each due in many guilds at once. */
import { authorId, channelOf, expertId, guildIds, type Stage, week } from './stage.js';

const dayMs = 86_400_000;

/** Where and when something becomes due, and which round it is: keys and numbers are of the round alone. */
export interface Cause {
  stage: Stage;
  guilds: readonly string[];
  due: Date;
  round: number;
}

export interface OwedTopic {
  name: string;
  /** Guilds in which one is owed a round: fewer where messages go out slowly. */
  guildCount: number;
  /** Reads entries while a message is made. */
  readsEntries: boolean;
  cause(cause: Cause): Promise<void>;
}

const all = guildIds.length;

/** Gives each guild an entry of the round; its number is the round's. */
export async function addEntries(
  { stage, guilds, round }: Cause,
  { type, at, tags = ['docker'], offset = 0 }: { type: string; at: Date; tags?: string[]; offset?: number },
): Promise<number> {
  const number = 1 + round * 4 + offset;
  await stage.query(
    `INSERT INTO entries (guild_id, number, type, kind, title, body, tags, author_id, created_at)
     SELECT id, $2::integer, $3::text, CASE WHEN $3 = 'learning' THEN 'concept' END, 'Round ' || $2::integer, 'A body.', $4, $5, $6
       FROM unnest($1::bigint[]) AS guild (id)`,
    [guilds, number, type, tags, authorId, at],
  );
  return number;
}

/** What is owed beside its key. */
interface Owed {
  /** SQL of a jsonb value, or JSON that begins with `{`; `guild.id` is the guild. */
  payload?: string;
  member?: string | null;
  channels?: readonly string[] | null;
}

/** Owes each guild a message, as the transaction that is the cause does; its key is the same everywhere. */
export async function owe(
  cause: Cause,
  topic: string,
  { key, ...owed }: Owed & { key: string },
): Promise<void> {
  await insertOwed(cause, topic, { sql: '$6::text', values: [key] }, owed);
}

/** Owes each guild a message whose key is `keySql`, SQL of a text; `guild.id` is the guild. */
export async function oweByGuild(
  cause: Cause,
  topic: string,
  { keySql, ...owed }: Owed & { keySql: string },
): Promise<void> {
  await insertOwed(cause, topic, { sql: keySql, values: [] }, owed);
}

async function insertOwed(
  { stage, guilds, due }: Cause,
  topic: string,
  key: { sql: string; values: readonly string[] },
  { payload = '{}', member = null, channels = null }: Owed,
): Promise<void> {
  await stage.query(
    `INSERT INTO outbox_messages (guild_id, topic, key, payload, member_id, channel_id, created_at, due_at)
     SELECT guild.id, $2, ${key.sql}, ${payload.startsWith('{') ? `'${payload}'::jsonb` : payload}, $3::bigint, guild.channel_id, $5, $5
       FROM unnest($1::bigint[], $4::bigint[]) AS guild (id, channel_id)`,
    [guilds, topic, member, channels ?? guilds.map(() => null), due, ...key.values],
  );
}

/** Puts something about the entry into each guild's queue; gives the items' id. */
async function queue(
  { stage, guilds, round }: Cause,
  number: number,
  { opened, decided = null, card = null }: { opened: Date; decided?: Date | null; card?: number | null },
): Promise<string> {
  const id = `00000000-0000-4000-8000-${String(round).padStart(12, '0')}`;
  await stage.query(
    `INSERT INTO queue_items (guild_id, id, entry_number, is_review, opened_at, decided_at, outcome, card_channel_id, card_message_id)
     SELECT id, $2, $3, false, $4, $5::timestamptz, CASE WHEN $5 IS NOT NULL THEN 'published' END,
            CASE WHEN $6::bigint IS NOT NULL THEN id END, $6::bigint
       FROM unnest($1::bigint[]) AS guild (id)`,
    [guilds, id, number, opened, decided, card],
  );
  return id;
}

/** Matches the author with the expert in each guild, in a round of its own; nobody is left for the author if `isAlone`. */
async function matchBuddies({ stage, guilds, due }: Cause, isAlone = false): Promise<void> {
  await stage.query(
    `INSERT INTO buddies (guild_id, user_id, joined_at)
     SELECT id, member, $3 FROM unnest($1::bigint[]) AS guild (id), unnest($2::bigint[]) AS member ON CONFLICT DO NOTHING`,
    [guilds, [authorId, expertId], due],
  );
  await stage.query(
    `INSERT INTO buddy_rounds (guild_id, due_at, state, made_at) SELECT id, $2, 'matched', $2 FROM unnest($1::bigint[]) AS guild (id)`,
    [guilds, due],
  );
  await stage.query(
    `INSERT INTO buddy_groups (guild_id, round_at, number) SELECT id, $2, 1 FROM unnest($1::bigint[]) AS guild (id)`,
    [guilds, due],
  );
  await stage.query(
    `INSERT INTO buddy_members (guild_id, round_at, user_id, number)
     SELECT id, $2, member, CASE WHEN NOT $4 THEN 1 END FROM unnest($1::bigint[]) AS guild (id), unnest($3::bigint[]) AS member`,
    [guilds, due, [authorId, expertId], isAlone],
  );
}

/** Those of the first rooms; see also `topics-together.ts`. */
export const topics: readonly OwedTopic[] = [
  {
    name: 'digest',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      const { stage, guilds, due } = cause;
      await addEntries(cause, { type: 'learning', at: new Date(due.getTime() - 3_600_000) });
      await stage.query(
        `UPDATE guilds SET digest_weekday = extract(isodow FROM $2::timestamptz AT TIME ZONE 'UTC'),
                digest_time = ($2::timestamptz AT TIME ZONE 'UTC')::time, digest_period_start = $3, digest_due_at = $2
          WHERE id = ANY ($1::bigint[])`,
        [guilds, due, new Date(due.getTime() - week)],
      );
    },
  },
  {
    name: 'digest-mail',
    guildCount: 8,
    readsEntries: true,
    async cause(cause) {
      const { stage, guilds, due } = cause;
      const end = new Date(due.getTime() - 1_000);
      await addEntries(cause, { type: 'learning', at: new Date(due.getTime() - 3_600_000) });
      await stage.query(
        `INSERT INTO digests (guild_id, period_start, period_end, state, channel_id, message_id, settled_at)
         SELECT guild.id, $3::timestamptz - interval '6 days', $3, 'sent', guild.channel_id, 1, $3
           FROM unnest($1::bigint[], $2::bigint[]) AS guild (id, channel_id)`,
        [guilds, guilds.map(channelOf), end],
      );
      const payload = JSON.stringify({ end: end.toISOString() });
      await owe(cause, 'digest-mail', { key: end.toISOString(), payload, member: authorId });
    },
  },
  {
    name: 'digest-trouble',
    guildCount: all,
    readsEntries: false,
    async cause(cause) {
      const at = cause.due.toISOString();
      const payload = { reason: 'no-access', channelId: null, periodEnd: at, retryAt: at };
      await owe(cause, 'digest-trouble', { key: at, payload: JSON.stringify(payload) });
    },
  },
  {
    name: 'entry-card',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      const number = await addEntries(cause, { type: 'learning', at: cause.due });
      const payload = `jsonb_build_object('channelId', guild.channel_id::text)`;
      await owe(cause, 'entry-card', { key: String(number), payload, channels: cause.guilds.map(channelOf) });
    },
  },
  {
    name: 'challenge-reopened',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      const challenge = await addEntries(cause, { type: 'challenge', at: cause.due });
      const payload = JSON.stringify({ challenge, channelId: null, isOwn: false });
      await owe(cause, 'challenge-reopened', { key: String(challenge), payload, member: authorId });
    },
  },
  {
    name: 'challenge-reminder',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      const { stage, guilds, due } = cause;
      const tags = [`round-${cause.round}`];
      await addEntries(cause, { type: 'challenge', at: new Date(due.getTime() - 4 * dayMs), tags });
      const number = await addEntries(cause, {
        type: 'learning',
        at: new Date(due.getTime() - 5 * dayMs),
        tags,
        offset: 1,
      });
      await stage.query('UPDATE entries SET author_id = $2 WHERE number = $1', [number, expertId]);
      await stage.query(
        `INSERT INTO profiles (guild_id, user_id, reminders_since, edited_at)
         SELECT id, $2, $3, $3 FROM unnest($1::bigint[]) AS guild (id) ON CONFLICT DO NOTHING`,
        [guilds, expertId, due],
      );
    },
  },
  {
    name: 'queue-card',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      const number = await addEntries(cause, { type: 'learning', at: cause.due });
      await owe(cause, 'queue-card', { key: await queue(cause, number, { opened: cause.due }) });
    },
  },
  {
    name: 'queue-reminder',
    guildCount: all,
    readsEntries: false,
    async cause(cause) {
      const opened = new Date(cause.due.getTime() - dayMs);
      const number = await addEntries(cause, { type: 'learning', at: opened });
      // Its card was posted; the job that looks for what waits too long does the rest.
      await queue(cause, number, { opened, card: 1 });
    },
  },
  {
    name: 'publication',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      const number = await addEntries(cause, { type: 'learning', at: cause.due });
      const item = await queue(cause, number, { opened: cause.due, decided: cause.due });
      await owe(cause, 'publication', { key: item, payload: JSON.stringify({ entry: number }) });
    },
  },
  {
    name: 'audit-line',
    guildCount: all,
    readsEntries: false,
    async cause({ stage, guilds, due }) {
      await stage.query(
        `WITH logged AS (
           INSERT INTO audit_log (guild_id, action, at)
           SELECT id, 'digest-run', $2 FROM unnest($1::bigint[]) AS guild (id) RETURNING id, guild_id)
         INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at)
         SELECT guild_id, 'audit-line', id::text, $2, $2 FROM logged`,
        [guilds, due],
      );
    },
  },
  {
    name: 'notice',
    guildCount: 8,
    readsEntries: true,
    async cause({ stage, guilds, due }) {
      await stage.query(
        `INSERT INTO outbox_messages (guild_id, topic, key, payload, member_id, created_at, due_at)
         SELECT id, 'notice', gen_random_uuid()::text, $2, $3, $4, $4 FROM unnest($1::bigint[]) AS guild (id)`,
        [guilds, JSON.stringify({ kind: 'member-unmuted', entryNumber: null, facts: {} }), authorId, due],
      );
    },
  },
  {
    name: 'buddies-group',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      await matchBuddies(cause);
      const round = cause.due.toISOString();
      await owe(cause, 'buddies-group', {
        key: `${round} 1`,
        payload: JSON.stringify({ round, number: 1 }),
      });
    },
  },
  {
    name: 'buddies-direct',
    guildCount: 8,
    readsEntries: true,
    async cause(cause) {
      await matchBuddies(cause);
      const round = cause.due.toISOString();
      const payload = JSON.stringify({ round, number: 1 });
      await owe(cause, 'buddies-direct', { key: `${round} 1 ${authorId}`, payload, member: authorId });
    },
  },
  {
    name: 'buddies-question',
    guildCount: all,
    readsEntries: true,
    async cause(cause) {
      await matchBuddies(cause);
      await cause.stage.query(
        `UPDATE buddy_groups g SET thread_id = c.channel_id, message_id = 1, told_at = $3
           FROM unnest($1::bigint[], $2::bigint[]) AS c (guild_id, channel_id) WHERE g.guild_id = c.guild_id AND g.round_at = $3`,
        [cause.guilds, cause.guilds.map(channelOf), cause.due],
      );
      const round = cause.due.toISOString();
      await owe(cause, 'buddies-question', {
        key: `${round} 1`,
        payload: JSON.stringify({ round, number: 1 }),
      });
    },
  },
  {
    name: 'buddies-alone',
    guildCount: 8,
    readsEntries: false,
    async cause(cause) {
      await matchBuddies(cause, true);
      const round = cause.due.toISOString();
      const payload = JSON.stringify({ round });
      await owe(cause, 'buddies-alone', { key: `${round} ${authorId}`, payload, member: authorId });
    },
  },
];
