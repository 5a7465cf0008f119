/** How members are named: as a mention, or as 'a former member' once their data is erased. */
import { formerMember } from '../../entities/member.js';

export const people = { former: 'a former member' };

/** A mention, which pings nobody by itself. */
export function named(memberId: string): string {
  return memberId === formerMember ? people.former : `<@${memberId}>`;
}
