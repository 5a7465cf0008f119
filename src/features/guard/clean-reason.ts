/** The reason a moderator gives, checked before it is stored. */
import { auditNoteLimit } from '../../entities/audit-note.js';
import { cleanLine, shortened } from '../../platform/text.js';
import { requireNoSecret } from '../secrets/index.js';

/** A moderator's words, fit to keep beside an action; null when there are none. */
export function cleanReason(typed: string | null): string | null {
  requireNoSecret({ reason: typed ?? '' });
  return shortened(cleanLine(typed ?? ''), auditNoteLimit) || null;
}
