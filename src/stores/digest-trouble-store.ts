/** Whether moderators were told that their digest cannot be posted; marking one as sent forgets it again. */
import type { DataSource } from 'typeorm';

export class DigestTroubleStore {
  constructor(private readonly dataSource: DataSource) {}

  /** True for one caller only, who then tells; false while it has been told and nothing has been posted since. */
  async claim(guildId: string, now: Date): Promise<boolean> {
    const [, affected] = (await this.dataSource.query(
      'UPDATE guilds SET digest_trouble_told_at = $2 WHERE id = $1 AND digest_trouble_told_at IS NULL',
      [guildId, now],
    )) as [unknown, number];
    return affected === 1;
  }

  /** Nobody could be told after all: the next failure tries again. */
  async release(guildId: string): Promise<void> {
    await this.dataSource.query('UPDATE guilds SET digest_trouble_told_at = NULL WHERE id = $1', [guildId]);
  }
}
