/** Leaves something for a member to be told, within the transaction that it tells of. */
import type { EntityManager } from 'typeorm';
import { formerMember } from '../entities/member.js';
import type { Notice } from '../entities/notice.js';

export type NewNotice = Pick<Notice, 'guildId' | 'memberId' | 'kind' | 'entryNumber' | 'createdAt'> & {
  facts?: Notice['facts'];
};

/** Leaves the notice; nobody is told what they did themselves, which is for the caller to see to. */
export async function leaveNotice(manager: Pick<EntityManager, 'query'>, notice: NewNotice): Promise<void> {
  // A member who has been erased has nothing left to be told of.
  await manager.query(
    `INSERT INTO notices (id, guild_id, member_id, kind, entry_number, facts, created_at, next_at)
     SELECT gen_random_uuid(), guild_id, user_id, $3, $4, $5, $6, $6 FROM members
      WHERE guild_id = $1 AND user_id = $2 AND user_id <> ${formerMember}`,
    [
      notice.guildId,
      notice.memberId,
      notice.kind,
      notice.entryNumber,
      JSON.stringify(notice.facts ?? {}),
      notice.createdAt,
    ],
  );
}
