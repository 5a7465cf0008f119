/** How members are named in French: as a mention, or as a former member once their data is erased. */
import { formerMember } from '../../entities/member.js';
import type { Catalogue } from '../catalogue-type.js';

export const people: Catalogue['people'] = { former: 'un ancien membre' };

/** A mention, which pings nobody by itself. */
export function named(memberId: string): string {
  return memberId === formerMember ? people.former : `<@${memberId}>`;
}
