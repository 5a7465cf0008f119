/** Which solution of a challenge is accepted. The database lets there be one at most. */
import { type DataSource, QueryFailedError } from 'typeorm';
import { markCardsStale } from './entry-store.js';

const uniqueViolation = '23505';

export class ChallengeStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Accepts a visible solution; `taken` when its challenge has another one already, `gone` when it went meanwhile. */
  async accept(
    guildId: string,
    solution: number,
    by: string,
    at: Date,
  ): Promise<'accepted' | 'taken' | 'gone'> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const [, accepted] = await manager.query(
          `UPDATE entries SET accepted_at = $3, accepted_by = $4
            WHERE guild_id = $1 AND number = $2 AND type = 'solution' AND visible AND accepted_at IS NULL`,
          [guildId, solution, at, by],
        );
        if (accepted === 0) return 'gone';
        await markCardsStale(manager, guildId, solution, at);
        return 'accepted';
      });
    } catch (error) {
      if (error instanceof QueryFailedError && error.driverError.code === uniqueViolation) return 'taken';
      throw error;
    }
  }

  /** Takes the acceptance back; gives the solution that had been accepted, undefined when there was none. */
  async reopen(guildId: string, challenge: number, at: Date): Promise<number | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const [rows] = (await manager.query(
        `UPDATE entries SET accepted_at = NULL, accepted_by = NULL
          WHERE guild_id = $1 AND challenge_number = $2 AND accepted_at IS NOT NULL RETURNING number`,
        [guildId, challenge],
      )) as [{ number: number }[], number];
      if (rows[0]) await markCardsStale(manager, guildId, challenge, at);
      return rows[0]?.number;
    });
  }
}
