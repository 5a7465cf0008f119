/** A line of the audit log for display: who is still known, the reason, and where the entry's card is. */
import type { AuditActionName, AuditValues } from '../../entities/audit-action.js';
import type { CardPlace } from '../../entities/card.js';

export interface AuditLine {
  /** The order in which actions were logged. */
  id: string;
  action: AuditActionName;
  /** Null when the bot did it by itself; `formerMember` for one whose data were erased. */
  actorId: string | null;
  /** Null when it concerns nobody in particular. */
  subjectId: string | null;
  entryNumber: number | null;
  before: AuditValues | null;
  after: AuditValues | null;
  /** In the moderator's own words. */
  reason: string | null;
  at: Date;
  card: CardPlace | null;
}

/** Which lines are asked for. */
export interface AuditCriteria {
  /** By or about this member. */
  memberId?: string | undefined;
  action?: AuditActionName | undefined;
  /** Up to this line: what is logged while somebody turns pages does not shift them. */
  until: string;
}

export interface AuditPage {
  /** Null when there is only this page. */
  id: string | null;
  criteria: AuditCriteria;
  lines: readonly AuditLine[];
  /** Counted from 0. */
  page: number;
  pageCount: number;
  total: number;
}
