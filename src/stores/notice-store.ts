/** What members are still to be told, handed out a member at a time, and what waits for their next command. */
import type { DataSource } from 'typeorm';
import type { NoticeKind } from '../entities/notice.js';
import type { ToldNotice } from '../entities/told-notice.js';

/** Notices to one member that go into one message; the same ones at every attempt. */
export interface NoticeClaim {
  guildId: string;
  memberId: string;
  /** The oldest first. */
  notices: readonly ToldNotice[];
  attempt: number;
}

interface NoticeRow {
  id: string;
  guild_id: string;
  member_id: string;
  kind: NoticeKind;
  entry_number: number | null;
  title: string | null;
  facts: Record<string, string | number | null>;
  created_at: Date;
  attempt: number;
}

/** Notices of one message at most. */
const noticeLimit = 5;

/** A solution goes by its challenge's title. */
const titled = (source: string) => `
  SELECT n.*, coalesce(e.title, c.title) AS title FROM ${source} n
    LEFT JOIN entries e ON e.guild_id = n.guild_id AND e.number = n.entry_number
    LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number AND c.visible
   ORDER BY n.created_at, n.id`;

/** As in `log-post-store.ts`: what was tried before goes out together as it did then. Parameters: now, lease. */
const claimStatement = `
  WITH head AS (
    SELECT n.* FROM notices n JOIN guilds g ON g.id = n.guild_id AND g.left_at IS NULL
     WHERE n.next_at <= $1 ORDER BY n.next_at, n.id LIMIT 1 FOR UPDATE OF n SKIP LOCKED
  ), chosen AS (
    SELECT n.id FROM notices n JOIN head ON n.guild_id = head.guild_id AND n.member_id = head.member_id
       AND n.attempt = head.attempt AND n.next_at IS NOT NULL AND (n.attempt = 0 OR n.next_at = head.next_at)
     ORDER BY n.created_at, n.id LIMIT ${noticeLimit} FOR UPDATE OF n SKIP LOCKED
  ), claimed AS (
    UPDATE notices n SET attempt = n.attempt + 1, next_at = $2 FROM chosen WHERE n.id = chosen.id RETURNING n.*
  ) ${titled('claimed')}`;

export class NoticeStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What is due to the member who waits longest. */
  async claim(now: Date, leasedUntil: Date): Promise<NoticeClaim | undefined> {
    const rows: NoticeRow[] = await this.dataSource.query(claimStatement, [now, leasedUntil]);
    const [first] = rows;
    if (!first) return undefined;
    const { guild_id: guildId, member_id: memberId, attempt } = first;
    return { guildId, memberId, attempt, notices: rows.map(noticeOf) };
  }

  /** The member was told. Changes nothing when the claim has passed to another process. */
  async settle(claim: NoticeClaim): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM notices WHERE id = ANY ($1::uuid[]) AND attempt = $2',
      keyOf(claim),
    );
  }

  /** They are tried again then; null leaves them for the member's next command. */
  async postpone(claim: NoticeClaim, until: Date | null): Promise<void> {
    await this.dataSource.query(
      'UPDATE notices SET next_at = $3 WHERE id = ANY ($1::uuid[]) AND attempt = $2',
      [...keyOf(claim), until],
    );
  }

  /** Everybody for whom something waits until they turn up. */
  async waiting(): Promise<{ guildId: string; userId: string }[]> {
    const rows: { guild_id: string; member_id: string }[] = await this.dataSource.query(
      'SELECT DISTINCT guild_id, member_id FROM notices WHERE next_at IS NULL',
    );
    return rows.map((row) => ({ guildId: row.guild_id, userId: row.member_id }));
  }

  /** What waits for this member's next command, the oldest first. */
  async waitingFor(guildId: string, memberId: string): Promise<ToldNotice[]> {
    const rows: NoticeRow[] = await this.dataSource.query(
      titled(`(SELECT * FROM notices WHERE guild_id = $1 AND member_id = $2 AND next_at IS NULL
                ORDER BY created_at, id LIMIT ${noticeLimit})`),
      [guildId, memberId],
    );
    return rows.map(noticeOf);
  }

  /** They have been shown. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.dataSource.query('DELETE FROM notices WHERE id = ANY ($1::uuid[])', [ids]);
  }
}

function keyOf({ notices, attempt }: NoticeClaim): unknown[] {
  return [notices.map(({ id }) => id), attempt];
}

function noticeOf({
  id,
  kind,
  entry_number: entryNumber,
  title,
  facts,
  created_at: at,
}: NoticeRow): ToldNotice {
  return { id, kind, entryNumber, title, facts, at };
}
