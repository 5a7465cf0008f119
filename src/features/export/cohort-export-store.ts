/** Everything of a guild that a moderator takes away, read in pages, so that no more than one of them is held at a time. */
import type { DataSource } from 'typeorm';
import { messageLink } from '../../platform/discord-links.js';
import { logAction } from '../audit/index.js';
import type { ExportFormat, ExportRow, ExportTable } from './cohort-export-model.js';

/** Rows of a page; of the longest entries that is some megabytes. */
const pageSize = 500;

interface Paged {
  /** Where the first page begins: before every key. */
  from: readonly string[];
  /** `$1` guild, `$2` the last key of the page before. Keys are columns named `key…`, given as text. */
  sql: string;
}

const key = (place: number, type: string) => `($2::text[])[${place}]::${type}`;

/** Votes are counts: who gave them is nobody else's. Of profiles what others can see; of deleted entries nothing. */
const pages: Record<ExportTable, Paged> = {
  members: {
    from: ['-1'],
    sql: `
      SELECT m.user_id::text AS key1, m.user_id::text AS "userId", m.display_name AS name, m.first_seen_at AS "firstSeenAt",
             m.seen_at AS "lastSeenAt", m.left_at AS "leftAt", p.track, p.project_name AS "projectName", p.objective,
             p.summary, p.repository,
             CASE WHEN p.links_shown_at IS NULL THEN '{}' ELSE p.links END AS links,
             shared.learnings, shared.challenges, shared.solutions, shared.accepted AS "acceptedSolutions",
             shared.helpful AS "helpfulReceived"
        FROM members m LEFT JOIN profiles p ON p.guild_id = m.guild_id AND p.user_id = m.user_id
        CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE e.type = 'learning')::integer AS learnings,
                 count(*) FILTER (WHERE e.type = 'challenge')::integer AS challenges,
                 count(*) FILTER (WHERE e.type = 'solution')::integer AS solutions, count(e.accepted_at)::integer AS accepted,
                 coalesce(sum((SELECT count(*) FROM helpful_votes v
                   WHERE v.guild_id = e.guild_id AND v.entry_number = e.number)), 0)::integer AS helpful
            FROM entries e WHERE e.guild_id = m.guild_id AND e.author_id = m.user_id AND e.visible) shared
       WHERE m.guild_id = $1 AND m.user_id > ${key(1, 'bigint')} ORDER BY m.user_id`,
  },
  entries: {
    from: ['0'],
    sql: `
      SELECT e.number::text AS key1, e.number, e.type, e.kind, e.title, e.body, e.link, e.tags, e.section,
             e.author_id::text AS "authorId", a.display_name AS "authorName", e.challenge_number AS "challengeNumber",
             e.accepted_at AS "acceptedAt", e.accepted_by::text AS "acceptedBy", e.done_at AS "doneAt",
             (SELECT count(*) FROM helpful_votes v WHERE v.guild_id = e.guild_id AND v.entry_number = e.number)::integer AS helpful,
             e.revision, e.created_at AS "createdAt", e.edited_at AS "editedAt", e.hidden_at AS "hiddenAt", e.held,
             e.import_id AS "importId",
             (SELECT array[c.channel_id::text, c.message_id::text] FROM cards c
               WHERE c.guild_id = e.guild_id AND c.entry_number = e.number ORDER BY c.message_id LIMIT 1) AS message
        FROM entries e JOIN members a ON a.guild_id = e.guild_id AND a.user_id = e.author_id
       WHERE e.guild_id = $1 AND e.number > ${key(1, 'integer')} AND e.deleted_at IS NULL ORDER BY e.number`,
  },
  pictures: {
    from: ['0', '0'],
    sql: `
      SELECT p.entry_number::text AS key1, p.place::text AS key2, p.entry_number AS "entryNumber", p.place AS "position",
             p.file_name AS "fileName", p.size AS bytes, p.alt AS description, p.channel_id::text AS "channelId",
             p.message_id::text AS "messageId", p.attachment_id::text AS "attachmentId"
        FROM pictures p JOIN entries e ON e.guild_id = p.guild_id AND e.number = p.entry_number AND e.deleted_at IS NULL
       WHERE p.guild_id = $1 AND (p.entry_number, p.place) > (${key(1, 'integer')}, ${key(2, 'smallint')})
       ORDER BY p.entry_number, p.place`,
  },
  revisions: {
    from: ['0', '0'],
    sql: `
      SELECT r.entry_number::text AS key1, r.revision::text AS key2, r.entry_number AS "entryNumber", r.revision, r.kind,
             r.title, r.body, r.link, r.tags, r.edited_by::text AS "editedBy", r.written_at AS "writtenAt"
        FROM revisions r JOIN entries e ON e.guild_id = r.guild_id AND e.number = r.entry_number AND e.deleted_at IS NULL
         AND NOT e.held AND r.written_at >= e.created_at
       WHERE r.guild_id = $1 AND (r.entry_number, r.revision) > (${key(1, 'integer')}, ${key(2, 'integer')})
       ORDER BY r.entry_number, r.revision`,
  },
  pairs: {
    from: ['0'],
    sql: `
      SELECT c.number::text AS key1, c.number AS "challengeNumber", c.title AS "challengeTitle",
             c.author_id::text AS "askerId", asker.display_name AS "askerName", c.created_at AS "askedAt",
             s.number AS "solutionNumber", s.author_id::text AS "solverId", solver.display_name AS "solverName",
             s.accepted_at AS "acceptedAt", s.accepted_by::text AS "acceptedBy"
        FROM entries c
        JOIN entries s ON s.guild_id = c.guild_id AND s.challenge_number = c.number AND s.accepted_at IS NOT NULL
        JOIN members asker ON asker.guild_id = c.guild_id AND asker.user_id = c.author_id
        JOIN members solver ON solver.guild_id = s.guild_id AND solver.user_id = s.author_id
       WHERE c.guild_id = $1 AND c.number > ${key(1, 'integer')} AND c.deleted_at IS NULL ORDER BY c.number`,
  },
  tags: {
    from: [''],
    sql: `
      SELECT tag AS key1, tag, entries FROM (
        SELECT tag COLLATE "C" AS tag, count(*)::integer AS entries FROM entries, unnest(tags) AS tag
         WHERE guild_id = $1 AND tags <> '{}' AND deleted_at IS NULL GROUP BY 1) used
       WHERE tag > ${key(1, 'text')} ORDER BY tag`,
  },
  imports: {
    from: ['00000000-0000-0000-0000-000000000000'],
    sql: `
      SELECT id::text AS key1, id, member_id::text AS "memberId", file_name AS "fileName", state, entry_count AS entries,
             pair_count AS pairs, known_count AS "knownAlready", created_at AS "createdAt", decided_at AS "decidedAt"
        FROM imports WHERE guild_id = $1 AND id > ${key(1, 'uuid')} AND state = 'done' ORDER BY id`,
  },
  digests: {
    from: ['-infinity'],
    sql: `
      SELECT period_end::text AS key1, period_start AS "periodStart", period_end AS "periodEnd", state, is_nudge AS "isNudge",
             reason, channel_id::text AS "channelId", message_id::text AS "messageId", settled_at AS "settledAt"
        FROM digests WHERE guild_id = $1 AND period_end > ${key(1, 'timestamptz')} ORDER BY period_end`,
  },
};

const settings = `
  SELECT channel_id::text AS "channelId", log_channel_id::text AS "logChannelId",
         moderator_role_id::text AS "moderatorRoleId", language, timezone, set_up_at AS "setUpAt",
         digest_weekday AS "digestWeekday", digest_time::text AS "digestTime", digest_channel_id::text AS "digestChannelId",
         digest_paused_at AS "digestPausedAt", digest_due_at AS "digestDueAt", digest_nudges AS "digestNudges",
         digest_hidden AS "digestHidden", digest_role_id::text AS "digestRoleId", review, review_below AS "reviewBelow",
         invites_allowed AS "invitesAllowed", hourly_limit AS "hourlyLimit", daily_limit AS "dailyLimit"
    FROM guilds WHERE id = $1`;

export class CohortExportStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A table of the guild's, page by page; each is read when it is asked for. */
  async *rows(guildId: string, table: ExportTable): AsyncGenerator<ExportRow[]> {
    const { from, sql } = pages[table];
    for (let after: readonly string[] = from; ; ) {
      const found: Record<string, ExportRow[string]>[] = await this.dataSource.query(
        `${sql} LIMIT ${pageSize}`,
        [guildId, after],
      );
      const last = found.at(-1);
      if (!last) return;
      after = from.map((_, place) => String(last[`key${place + 1}`]));
      for (const row of found) {
        from.forEach((_, place) => delete row[`key${place + 1}`]);
        const [channelId, messageId] = Array.isArray(row['message']) ? row['message'] : [];
        if (channelId && messageId) row['message'] = messageLink(guildId, channelId, messageId);
      }
      yield found;
      if (found.length < pageSize) return;
    }
  }

  /** What is set in the guild. */
  async settings(guildId: string): Promise<ExportRow> {
    const [row]: ExportRow[] = await this.dataSource.query(settings, [guildId]);
    return row ?? {};
  }

  /** Whether anybody shared anything that was not deleted. */
  async isEmpty(guildId: string): Promise<boolean> {
    const found: unknown[] = await this.dataSource.query(
      'SELECT FROM entries WHERE guild_id = $1 AND deleted_at IS NULL LIMIT 1',
      [guildId],
    );
    return found.length === 0;
  }

  /** A copy was taken away: told in the log, whatever becomes of its sending. */
  async log(
    guildId: string,
    { format, actorId, at }: { format: ExportFormat; actorId: string; at: Date },
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      logAction(manager, { guildId, action: 'cohort-exported', actorId, after: { format }, at }),
    );
  }
}
