/** Everything that is kept of a member in a guild, section by section, as they are handed it. */

export interface DataSection {
  /** The tables it is taken from. */
  tables: readonly string[];
  /** Parameters: guild, member; gives rows whose columns are named as they are shown. */
  query: string;
}

const key = '(SELECT key FROM subjects WHERE guild_id = $1 AND user_id = $2)';

/** In the order in which they are written. */
export const dataSections = {
  member: {
    tables: ['members'],
    query: `SELECT display_name AS "displayName", first_seen_at AS "firstSeenAt", seen_at AS "seenAt", left_at AS "leftAt"
              FROM members WHERE guild_id = $1 AND user_id = $2`,
  },
  profile: {
    tables: ['profiles'],
    query: `SELECT track, project_name AS "projectName", summary, repository, objective, links,
                   links_shown_at AS "linksShownAt", reminders_since AS "remindersSince", edited_at AS "editedAt"
              FROM profiles WHERE guild_id = $1 AND user_id = $2`,
  },
  entries: {
    tables: ['entries'],
    query: `SELECT number, type, kind, title, body, link, tags, section, challenge_number AS "challengeNumber", revision,
                   created_at AS "createdAt", edited_at AS "editedAt", done_at AS "doneAt", accepted_at AS "acceptedAt",
                   deleted_at AS "deletedAt", hidden_at AS "hiddenAt", held AS "waitsForModerators",
                   lost_acceptance_at AS "lostAcceptanceAt", import_id AS "importId", fingerprint
              FROM entries WHERE guild_id = $1 AND author_id = $2 ORDER BY number`,
  },
  earlierVersions: {
    tables: ['revisions'],
    query: `SELECT r.entry_number AS "number", r.revision, r.kind, r.title, r.body, r.link, r.tags,
                   r.written_at AS "writtenAt", r.edited_by = $2 AS "replacedByYou"
              FROM revisions r JOIN entries e ON e.guild_id = r.guild_id AND e.number = r.entry_number
             WHERE r.guild_id = $1 AND (e.author_id = $2 OR r.edited_by = $2) ORDER BY r.entry_number, r.revision`,
  },
  cards: {
    tables: ['cards'],
    query: `SELECT c.entry_number AS "number", c.channel_id AS "channelId", c.message_id AS "messageId", c.posted_at AS "postedAt"
              FROM cards c JOIN entries e ON e.guild_id = c.guild_id AND e.number = c.entry_number
             WHERE c.guild_id = $1 AND e.author_id = $2 ORDER BY c.entry_number, c.message_id`,
  },
  reminders: {
    tables: ['challenge_reminders'],
    query: `SELECT r.challenge_number AS "number", r.channel_id AS "channelId", r.message_id AS "messageId", r.settled_at AS "settledAt"
              FROM challenge_reminders r JOIN entries e ON e.guild_id = r.guild_id AND e.number = r.challenge_number
             WHERE r.guild_id = $1 AND e.author_id = $2 ORDER BY r.challenge_number`,
  },
  decisions: {
    tables: ['entries'],
    query: `SELECT number, accepted_by = $2 AS "acceptedByYou", deleted_by = $2 AS "deletedByYou",
                   lost_acceptance_by = $2 AS "acceptedByYouBefore", accepted_at AS "acceptedAt", deleted_at AS "deletedAt"
              FROM entries WHERE guild_id = $1 AND $2 IN (accepted_by, deleted_by, lost_acceptance_by) ORDER BY number`,
  },
  helpful: {
    tables: ['helpful_votes'],
    query: `SELECT entry_number AS "number", voted_at AS "votedAt"
              FROM helpful_votes WHERE guild_id = $1 AND member_id = $2 ORDER BY voted_at, entry_number`,
  },
  saves: {
    tables: ['saves'],
    query: `SELECT entry_number AS "number", saved_at AS "savedAt"
              FROM saves WHERE guild_id = $1 AND member_id = $2 ORDER BY saved_at, entry_number`,
  },
  imports: {
    tables: ['imports'],
    query: `SELECT id, state, file_name AS "fileName", file_hash AS "fileHash", preview, entry_count AS "entryCount",
                   pair_count AS "pairCount", known_count AS "knownCount", channel_id AS "channelId",
                   message_id AS "messageId", created_at AS "createdAt", decided_at AS "decidedAt", kept_until AS "keptUntil"
              FROM imports WHERE guild_id = $1 AND member_id = $2 ORDER BY created_at, id`,
  },
  drafts: {
    tables: ['drafts'],
    query: `SELECT id, form, fields, kept_until AS "keptUntil"
              FROM drafts WHERE guild_id = $1 AND member_id = $2 ORDER BY kept_until, id`,
  },
  lists: {
    tables: ['listings'],
    query: `SELECT id, criteria, kept_until AS "keptUntil"
              FROM listings WHERE guild_id = $1 AND member_id = $2 ORDER BY kept_until, id`,
  },
  digestSubscription: {
    tables: ['digest_subscriptions'],
    query: `SELECT subscribed_at AS "subscribedAt", closed_at AS "closedAt"
              FROM digest_subscriptions WHERE guild_id = $1 AND user_id = $2`,
  },
  digestsToSend: {
    tables: ['digest_deliveries'],
    query: `SELECT period_end AS "periodEnd", channel_id AS "channelId", attempt, next_at AS "nextAt"
              FROM digest_deliveries WHERE guild_id = $1 AND user_id = $2 ORDER BY period_end`,
  },
  mute: {
    tables: ['mutes'],
    query: `SELECT muted_at AS "mutedAt", muted_until AS "mutedUntil"
              FROM mutes WHERE guild_id = $1 AND member_id = $2`,
  },
  notices: {
    tables: ['notices'],
    query: `SELECT kind, entry_number AS "number", facts, created_at AS "createdAt", next_at AS "nextAt"
              FROM notices WHERE guild_id = $1 AND member_id = $2 ORDER BY created_at, id`,
  },
  reports: {
    tables: ['reports', 'queue_items'],
    query: `SELECT q.entry_number AS "number", r.reason, r.note, r.reported_at AS "reportedAt", q.outcome, q.decided_at AS "decidedAt"
              FROM reports r JOIN queue_items q ON q.guild_id = r.guild_id AND q.id = r.item_id
             WHERE r.guild_id = $1 AND r.reporter_id = $2 ORDER BY r.reported_at, r.item_id`,
  },
  moderation: {
    tables: ['subjects', 'audit_log', 'audit_notes'],
    query: `SELECT a.action, CASE WHEN a.actor = ${key} THEN 'you' WHEN a.actor IS NULL THEN 'nobody in particular' ELSE 'a moderator' END AS "by",
                   a.subject = ${key} AS "aboutYou", a.entry_number AS "number", a.entry_revision AS "revision", a.before,
                   a.after, n.text AS "note", a.at, ${key} AS "yourKey"
              FROM audit_log a LEFT JOIN audit_notes n ON n.key = a.note
             WHERE a.guild_id = $1 AND ${key} IN (a.actor, a.subject) ORDER BY a.id`,
  },
} as const satisfies Record<string, DataSection>;

export type DataSectionName = keyof typeof dataSections;
