/** Reporting an entry to the moderators: what can be, by whom, and once. */

import type { Author } from '../../entities/member.js';
import { type ReportReason, reportNoteLimit, reportReasons } from '../../entities/report.js';
import type { Clock } from '../../platform/clock.js';
import { cleanBody, shortened } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { CardStore, EntryDetails, EntryService } from '../entries/index.js';
import { requireNoSecret } from '../secrets/index.js';
import type { ReportStore } from './report-store.js';

/** Who reports. */
type Reporter = Author & { isBot: boolean };

export class ReportService {
  constructor(
    private readonly store: Pick<ReportStore, 'insert' | 'isOpen'>,
    private readonly cards: Pick<CardStore, 'entryOf'>,
    private readonly entries: Pick<EntryService, 'view'>,
    private readonly clock: Clock,
  ) {}

  /**
   * An entry that the member may report.
   * @throws UserError as `EntryService.view`, `bots-cannot`, `report-own-entry`, `report-already`
   */
  async reportable(guildId: string, number: number, reporter: Reporter): Promise<EntryDetails> {
    if (reporter.isBot) throw new UserError('bots-cannot', {});
    const entry = await this.entries.view(guildId, number);
    if (entry.authorId === reporter.id) throw new UserError('report-own-entry', {});
    if (await this.store.isOpen(guildId, number, reporter.id)) {
      throw new UserError('report-already', { number });
    }
    return entry;
  }

  /**
   * The entry whose card a message is.
   * @throws UserError `report-not-an-entry`
   */
  async entryIn(guildId: string, messageId: string): Promise<number> {
    const number = await this.cards.entryOf(guildId, messageId);
    if (number === undefined) throw new UserError('report-not-an-entry', {});
    return number;
  }

  /**
   * Reports the entry to the moderators.
   * @throws UserError as `reportable`, `report-reason-missing`, and `secret-found` for the note
   */
  async report(
    guildId: string,
    number: number,
    reporter: Reporter,
    typed: { reason: string; note: string },
  ): Promise<void> {
    await this.reportable(guildId, number, reporter);
    requireNoSecret({ note: typed.note });
    const result = await this.store.insert({
      guildId,
      number,
      reporter,
      reason: reasonOf(typed.reason),
      note: shortened(cleanBody(typed.note), reportNoteLimit) || null,
      at: this.clock(),
    });
    if (result === 'already') throw new UserError('report-already', { number });
    // Deleted or hidden at this moment: reading it again gives the right error.
    if (result === 'gone') await this.entries.view(guildId, number);
  }
}

function reasonOf(typed: string): ReportReason {
  const reason = reportReasons.find((candidate) => candidate === typed);
  if (!reason) throw new UserError('report-reason-missing', {});
  return reason;
}
