/** Languages of members in the database. */
import type { DataSource } from 'typeorm';
import type { Author } from '../../entities/member.js';
import { rememberMember } from '../members/index.js';

export interface MemberLanguages {
  /** What the member chose; null if they follow Discord's. */
  language: string | null;
  /** Discord's for them when they were last seen; null if it isn't known. */
  locale: string | null;
}

export class LanguageStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Both null for a member who isn't stored. */
  async find(guildId: string, memberId: string): Promise<MemberLanguages> {
    const [row]: MemberLanguages[] = await this.dataSource.query(
      'SELECT language, locale FROM members WHERE guild_id = $1 AND user_id = $2',
      [guildId, memberId],
    );
    return row ?? { language: null, locale: null };
  }

  async choose(
    guildId: string,
    { id, displayName }: Author,
    language: string | null,
    at: Date,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(rememberMember(), [guildId, id, displayName, at]);
      await manager.query('UPDATE members SET language = $3 WHERE guild_id = $1 AND user_id = $2', [
        guildId,
        id,
        language,
      ]);
    });
  }

  /** Does nothing for a member who isn't stored. */
  async saw(guildId: string, memberId: string, locale: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE members SET locale = $3 WHERE guild_id = $1 AND user_id = $2 AND locale IS DISTINCT FROM $3',
      [guildId, memberId, locale],
    );
  }
}
