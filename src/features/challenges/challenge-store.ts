/** Which solution of a challenge is accepted. The database lets there be one at most. */
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Contributor } from '../../entities/member.js';
import { rows } from '../../platform/rows.js';
import { logAction } from '../audit/index.js';
import { markCardsStale } from '../entries/index.js';
import { rememberMember } from '../members/index.js';
import { oweAccepted } from '../notifications/index.js';

const uniqueViolation = '23505';

/** Who decides, and whether it is a moderator deciding in the asker's place, which is logged. */
export interface Decision {
  by: string;
  at: Date;
  inAskersPlace: boolean;
}

/** A solution that was accepted, or is no longer. */
interface Decided {
  number: number;
  challengeNumber: number;
  revision: number;
  authorId: string;
}

/** Another row has what may be there once only, such as a challenge's accepted solution. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && error.driverError.code === uniqueViolation;

export class ChallengeStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Accepts a visible solution; gives the entries whose cards change by it. `taken` when its challenge has another one
   * already, `gone` when it went meanwhile.
   */
  async accept(guildId: string, solution: number, decision: Decision): Promise<number[] | 'taken' | 'gone'> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const [accepted] = await rows<Decided>(
          manager,
          `UPDATE entries SET accepted_at = $3, accepted_by = $4
            WHERE guild_id = $1 AND number = $2 AND type = 'solution' AND visible AND accepted_at IS NULL
           RETURNING number, revision, author_id, challenge_number`,
          [guildId, solution, decision.at, decision.by],
        );
        if (!accepted) return 'gone';
        // By the challenge: what its other solutions offer changes too.
        const stale = await markCardsStale(manager, guildId, accepted.challengeNumber, decision.at);
        await logDecision(manager, guildId, accepted, 'solution-accepted', decision);
        await oweAccepted(manager, { guildId, number: solution, ...decision });
        return stale;
      });
    } catch (error) {
      if (isUniqueViolation(error)) return 'taken';
      throw error;
    }
  }

  /** Stores what a member asked whom a challenge's solution helped, in place of what they asked before. */
  async learn(
    guildId: string,
    challenge: number,
    asker: Contributor,
    words: string,
    at: Date,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(rememberMember(), [guildId, asker.id, asker.displayName, at]);
      await manager.query(
        `INSERT INTO challenge_aliases (guild_id, challenge_number, member_id, words, learned_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (guild_id, challenge_number, member_id) DO UPDATE SET words = excluded.words, learned_at = excluded.learned_at`,
        [guildId, challenge, asker.id, words, at],
      );
    });
  }

  /**
   * Takes the acceptance back; gives the solution that had been accepted, and the entries whose cards change by it.
   * Undefined when there was none.
   */
  async reopen(
    guildId: string,
    challenge: number,
    decision: Decision,
  ): Promise<{ solution: number; stale: number[] } | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const [released] = await rows<Omit<Decided, 'challengeNumber'>>(
        manager,
        `UPDATE entries SET accepted_at = NULL, accepted_by = NULL
          WHERE guild_id = $1 AND challenge_number = $2 AND accepted_at IS NOT NULL
         RETURNING number, revision, author_id`,
        [guildId, challenge],
      );
      if (!released) return undefined;
      // Every solution's card, not only that of the one that was accepted.
      const stale = await markCardsStale(manager, guildId, challenge, decision.at);
      await logDecision(manager, guildId, released, 'challenge-reopened', decision);
      return { solution: released.number, stale };
    });
  }
}

/** What a moderator decided in the asker's place is logged, by its solution. */
async function logDecision(
  manager: EntityManager,
  guildId: string,
  { number, revision, authorId: subjectId }: Omit<Decided, 'challengeNumber'>,
  action: 'solution-accepted' | 'challenge-reopened',
  { by, at, inAskersPlace }: Decision,
): Promise<void> {
  if (!inAskersPlace) return;
  await logAction(manager, { guildId, action, actorId: by, subjectId, entry: { number, revision }, at });
}
