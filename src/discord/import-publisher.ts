/** Posts the card that sums up an import in the cohort's channel. */
import type { CardPlace } from '../entities/entry-details.js';
import type { ImportSummary } from '../entities/import-preview.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { ImportPublisher } from '../services/import-service.js';
import { importSummaryView } from '../views/import-summary-view.js';
import type { Cards } from './cards.js';

/** Discord's longest nonce. */
const nonceLimit = 25;

export class SummaryPublisher implements ImportPublisher {
  constructor(
    private readonly cards: Pick<Cards, 'post'>,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  async postSummary(channelId: string, summary: ImportSummary, language: string): Promise<CardPlace | null> {
    try {
      const nonce = summary.id.replaceAll('-', '').slice(0, nonceLimit);
      return await this.cards.post(channelId, importSummaryView(catalogueFor(language), summary), nonce);
    } catch (error) {
      this.log.warn({ error: plainError(error), channelId }, 'the card of an import could not be posted');
      return null;
    }
  }
}
