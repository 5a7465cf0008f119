/** How long things have been waiting in the moderators' queue. */
import type { DataSource } from 'typeorm';

export interface QueueWait {
  open: number;
  /** Those of them that have been open since a certain time. */
  late: number;
  oldest: Date | null;
}

export class QueueWaitStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What is open in the guild's queue, and how much of it since before then. */
  async waiting(guildId: string, before: Date): Promise<QueueWait> {
    const [row]: QueueWait[] = await this.dataSource.query(
      `SELECT count(*)::integer AS open, count(*) FILTER (WHERE opened_at <= $2)::integer AS late, min(opened_at) AS oldest
         FROM queue_items WHERE guild_id = $1 AND decided_at IS NULL`,
      [guildId, before],
    );
    return row ?? { open: 0, late: 0, oldest: null };
  }
}
