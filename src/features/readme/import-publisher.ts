/** Posts the card that sums up an import in the cohort's channel. */
import type { CardPlace } from '../../entities/card.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { type Logger, plainError } from '../../platform/logging.js';
import type { Cards } from '../entries/index.js';
import type { ImportSummary } from './import-model.js';
import type { ImportPublisher } from './import-service.js';
import { importSummaryView } from './import-summary-view.js';

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
