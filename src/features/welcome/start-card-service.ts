/** Posting the Start here card: one for each guild, again only when it was deleted. */
import type { CohortChannelOf } from '../../entities/guild.js';
import type { Outbox } from '../../outbox/outbox.js';
import type { Clock } from '../../platform/clock.js';
import type { GuildService } from '../guilds/index.js';
import type { StartCardMessage } from './start-card-message.js';
import { type StartCardStore, startCardTopicName } from './start-card-store.js';
import type { StartCardResult } from './welcome-model.js';

export interface StartCardParts {
  store: Pick<StartCardStore, 'find' | 'owe'>;
  message: Pick<StartCardMessage, 'isThere'>;
  guilds: Pick<GuildService, 'settings'>;
  cohortChannelOf: CohortChannelOf;
  outbox: Pick<Outbox, 'deliver' | 'retryNow'>;
  clock: Clock;
}

export class StartCardService {
  constructor(private readonly parts: StartCardParts) {}

  /** Posts the card, or says where it is. One that can't be posted now is tried again for two days. */
  async post(guildId: string, actorId: string): Promise<StartCardResult> {
    const { store, message, guilds, cohortChannelOf, outbox, clock } = this.parts;
    const known = await store.find(guildId);
    if (known && (await message.isThere(known))) return { outcome: 'there', place: known };
    const settings = await guilds.settings(guildId);
    if (!(settings.channelId ?? (await cohortChannelOf(guildId, settings)))) return { outcome: 'no-channel' };
    await store.owe(guildId, { actorId, gone: known, at: clock() });
    await outbox.retryNow(guildId, startCardTopicName);
    for (const result of await outbox.deliver(startCardTopicName, guildId)) {
      if (result.outcome === 'posted') return { outcome: 'posted', place: result };
      if (result.outcome === 'failed') return { outcome: 'failed', channelId: result.channelId };
    }
    const place = await store.find(guildId);
    return place ? { outcome: 'there', place } : { outcome: 'under-way' };
  }
}
