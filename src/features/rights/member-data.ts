/** Everything that is stored about a member in a guild, section by section, as the export gives it. */

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
    query: `SELECT display_name AS "displayName", first_seen_at AS "firstSeenAt", seen_at AS "seenAt", left_at AS "leftAt",
                   language, locale AS "discordLanguage"
              FROM members WHERE guild_id = $1 AND user_id = $2`,
  },
  profile: {
    tables: ['profiles'],
    query: `SELECT track, project_name AS "projectName", project_named_at AS "projectNamedAt", summary, repository, objective, links,
                   links_shown_at AS "linksShownAt", reminders_since AS "remindersSince",
                   saving_refused_at AS "messagesNotSavedSince", edited_at AS "editedAt"
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
  pictures: {
    tables: ['pictures', 'kept_pictures'],
    query: `SELECT p.entry_number AS "number", p.place AS "position", p.file_name AS "fileName", p.size AS "bytes", p.alt AS "description",
                   p.channel_id AS "channelId", p.message_id AS "messageId", p.attachment_id AS "attachmentId",
                   p.source_url AS "cameFrom",
                   (SELECT octet_length(k.content) FROM kept_pictures k WHERE k.guild_id = p.guild_id
                       AND k.entry_number = p.entry_number AND k.place = p.place) AS "bytesStored"
              FROM pictures p JOIN entries e ON e.guild_id = p.guild_id AND e.number = p.entry_number
             WHERE p.guild_id = $1 AND e.author_id = $2 ORDER BY p.entry_number, p.place`,
  },
  reminders: {
    tables: ['challenge_reminders'],
    query: `SELECT r.challenge_number AS "number", r.channel_id AS "channelId", r.message_id AS "messageId", r.settled_at AS "settledAt"
              FROM challenge_reminders r JOIN entries e ON e.guild_id = r.guild_id AND e.number = r.challenge_number
             WHERE r.guild_id = $1 AND e.author_id = $2 ORDER BY r.challenge_number`,
  },
  savedMessages: {
    tables: ['captures'],
    query: `SELECT c.entry_number AS "number", c.channel_id AS "channelId", c.message_id AS "messageId",
                   c.saved_by = $2 AS "savedByYou", coalesce(e.author_id = $2, false) AS "writtenByYou", c.is_edited AS "edited",
                   c.captured_at AS "savedAt"
              FROM captures c LEFT JOIN entries e ON e.guild_id = c.guild_id AND e.number = c.entry_number
             WHERE c.guild_id = $1 AND $2 IN (c.saved_by, e.author_id) ORDER BY c.captured_at, c.message_id`,
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
  welcome: {
    tables: ['welcomes'],
    query: 'SELECT welcomed_at AS "welcomedAt" FROM welcomes WHERE guild_id = $1 AND user_id = $2',
  },
  points: {
    tables: ['member_points'],
    query: `SELECT period, points, accepted AS "acceptedSolutions", solutions, learnings, challenges, helpful, reached_at AS "reachedAt"
              FROM member_points WHERE guild_id = $1 AND user_id = $2 ORDER BY period`,
  },
  pointsToCount: {
    tables: ['point_changes'],
    query: `SELECT count(*)::integer AS changes FROM point_changes WHERE guild_id = $1 AND user_id = $2 HAVING count(*) > 0`,
  },
  badgeRoles: {
    tables: ['given_roles'],
    query: `SELECT role_id AS "roleId", is_earned AS "badgeEarned", asked_at AS "givenAt", outcome
              FROM given_roles WHERE guild_id = $1 AND user_id = $2 ORDER BY owed_since, role_id`,
  },
  saves: {
    tables: ['saves'],
    query: `SELECT entry_number AS "number", saved_at AS "savedAt"
              FROM saves WHERE guild_id = $1 AND member_id = $2 ORDER BY saved_at, entry_number`,
  },
  imports: {
    tables: ['imports'],
    query: `SELECT id, state, file_name AS "fileName", title, file_hash AS "fileHash", preview, entry_count AS "entryCount",
                   pair_count AS "pairCount", known_count AS "knownCount", channel_id AS "channelId",
                   message_id AS "messageId", created_at AS "createdAt", decided_at AS "decidedAt", kept_until AS "keptUntil"
              FROM imports WHERE guild_id = $1 AND member_id = $2 ORDER BY created_at, id`,
  },
  drafts: {
    tables: ['drafts'],
    query: `SELECT id, form, fields, kept_until AS "keptUntil"
              FROM drafts WHERE guild_id = $1 AND member_id = $2 ORDER BY kept_until, id`,
  },
  challengesThatHelped: {
    tables: ['challenge_aliases'],
    query: `SELECT challenge_number AS "number", words, learned_at AS "learnedAt"
              FROM challenge_aliases WHERE guild_id = $1 AND member_id = $2 ORDER BY learned_at, challenge_number`,
  },
  lists: {
    tables: ['listings'],
    query: `SELECT id, criteria, kept_until AS "keptUntil"
              FROM listings WHERE guild_id = $1 AND member_id = $2 ORDER BY kept_until, id`,
  },
  follows: {
    tables: ['follows'],
    query: `SELECT kind, target, followed_at AS "followedAt"
              FROM follows WHERE guild_id = $1 AND member_id = $2 ORDER BY followed_at, kind, target`,
  },
  notifications: {
    tables: ['news_settings'],
    query: `SELECT solution, accepted, helped, followed, told_at AS "toldAt"
              FROM news_settings WHERE guild_id = $1 AND member_id = $2`,
  },
  digestSubscription: {
    tables: ['digest_subscriptions'],
    query: `SELECT subscribed_at AS "subscribedAt", closed_at AS "closedAt"
              FROM digest_subscriptions WHERE guild_id = $1 AND user_id = $2`,
  },
  digestsToSend: {
    tables: ['outbox_messages'],
    query: `SELECT created_at AS "periodEnd", channel_id AS "channelId", attempt, due_at AS "nextAt"
              FROM outbox_messages WHERE guild_id = $1 AND member_id = $2 AND topic = 'digest-mail' ORDER BY id`,
  },
  buddies: {
    tables: ['buddies'],
    query: `SELECT joined_at AS "joinedAt", skips_next AS "skipsNext", hours, is_named AS "isNamed"
              FROM buddies WHERE guild_id = $1 AND user_id = $2`,
  },
  buddiesNever: {
    tables: ['buddy_blocks'],
    query: `SELECT blocked_id AS "memberId", blocked_at AS "chosenAt"
              FROM buddy_blocks WHERE guild_id = $1 AND user_id = $2 ORDER BY blocked_at, blocked_id`,
  },
  buddyRounds: {
    tables: ['buddy_members'],
    query: `SELECT m.round_at AS "roundAt", m.number AS "group", m.met, m.answered_at AS "answeredAt", m.contact_at AS "contactAt",
                   ARRAY(SELECT o.user_id::text FROM buddy_members o WHERE o.guild_id = m.guild_id AND o.round_at = m.round_at
                      AND o.number = m.number AND o.user_id <> m.user_id ORDER BY 1) AS "with"
              FROM buddy_members m WHERE m.guild_id = $1 AND m.user_id = $2 ORDER BY m.round_at`,
  },
  challengesAskedAbout: {
    tables: ['challenge_asks'],
    query: `SELECT challenge_number AS "number", asked_at AS "askedAt", answer, answered_at AS "answeredAt"
              FROM challenge_asks WHERE guild_id = $1 AND member_id = $2 ORDER BY asked_at, challenge_number`,
  },
  erasure: {
    tables: ['pending_erasures'],
    query: `SELECT CASE WHEN member_id = $2 THEN 'of your data' ELSE 'asked for by you' END AS what, entries,
                   requested_at AS "requestedAt", due_at AS "dueAt"
              FROM pending_erasures WHERE guild_id = $1 AND $2 IN (member_id, requested_by) ORDER BY due_at`,
  },
  mute: {
    tables: ['mutes'],
    query: `SELECT muted_at AS "mutedAt", muted_until AS "mutedUntil"
              FROM mutes WHERE guild_id = $1 AND member_id = $2`,
  },
  notices: {
    tables: ['outbox_messages'],
    query: `SELECT coalesce(payload ->> 'kind', topic) AS kind, payload AS facts, channel_id AS "channelId",
                   created_at AS "createdAt", due_at AS "nextAt"
              FROM outbox_messages WHERE guild_id = $1 AND member_id = $2 AND topic <> 'digest-mail' ORDER BY id`,
  },
  reports: {
    tables: ['reports', 'queue_items'],
    query: `SELECT q.entry_number AS "number", r.reason, r.note, r.reported_at AS "reportedAt", q.outcome, q.decided_at AS "decidedAt"
              FROM reports r JOIN queue_items q ON q.guild_id = r.guild_id AND q.id = r.item_id
             WHERE r.guild_id = $1 AND r.reporter_id = $2 ORDER BY r.reported_at, r.item_id`,
  },
  projects: {
    tables: ['projects'],
    query: `SELECT id, name, summary, stack, repository, live, api_base AS "apiBase", api_docs AS "apiDocs",
                   looking_for AS "lookingFor", created_at AS "createdAt", active_at AS "activeAt", asked_at AS "askedAt",
                   closed_at AS "closedAt", hidden_at AS "hiddenAt", card_channel_id AS "cardChannelId",
                   card_message_id AS "cardMessageId"
              FROM projects WHERE guild_id = $1 AND owner_id = $2 ORDER BY created_at, id`,
  },
  projectsOfOthers: {
    tables: ['project_members'],
    query: `SELECT b.name, p.interested_at AS "interestedAt", p.thread_id AS "threadId", p.message_id AS "messageId",
                   p.invited_at AS "namedAt", p.joined_at AS "confirmedAt"
              FROM project_members p JOIN projects b ON b.id = p.project_id
             WHERE p.guild_id = $1 AND p.user_id = $2 ORDER BY coalesce(p.interested_at, p.invited_at), b.id`,
  },
  sessions: {
    tables: ['sessions'],
    query: `SELECT topic, place, starts_at AS "startsAt", ends_at AS "endsAt", created_at AS "createdAt",
                   cancelled_at AS "cancelledAt", event_id AS "eventId", card_channel_id AS "cardChannelId",
                   card_message_id AS "cardMessageId"
              FROM sessions WHERE guild_id = $1 AND host_id = $2 ORDER BY starts_at, id`,
  },
  sessionsJoined: {
    tables: ['session_members'],
    query: `SELECT s.topic, s.starts_at AS "startsAt", m.joined_at AS "joinedAt", m.attended_at AS "attendedAt"
              FROM session_members m JOIN sessions s ON s.id = m.session_id
             WHERE m.guild_id = $1 AND m.user_id = $2 ORDER BY s.starts_at, s.id`,
  },
  projectReports: {
    tables: ['project_reports'],
    query: `SELECT project_id AS "projectId", note, reported_at AS "reportedAt"
              FROM project_reports WHERE guild_id = $1 AND reporter_id = $2 ORDER BY reported_at, project_id`,
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
