/** Tells whoever looks after a guild that its digest cannot be posted: once, until one has been posted again. */
import type { DigestReason } from '../entities/digest.js';
import type { DigestTroubleStore } from '../stores/digest-trouble-store.js';
import type { Clock } from './clock.js';
import type { GuildService } from './guild-service.js';
import type { TroublePublisher } from './publisher.js';

/** What a moderator can mend; other failures pass by themselves or are the operator's. */
const mendable: ReadonlySet<DigestReason> = new Set([
  'no-channel',
  'channel-gone',
  'no-access',
  'no-permission',
  'refused',
] as const);

export interface Trouble {
  guildId: string;
  reason: DigestReason;
  /** Where the digest was to go, as far as that is known. */
  channelId: string | null;
  periodEnd: Date;
  retryAt: Date;
}

export interface TroubleParts {
  store: Pick<DigestTroubleStore, 'claim' | 'release'>;
  guilds: Pick<GuildService, 'settings'>;
  publisher: TroublePublisher;
  clock: Clock;
}

export class DigestTrouble {
  constructor(private readonly parts: TroubleParts) {}

  /**
   * Told in the log channel, or else to the owner. When neither takes it, it is tried again with the next failure of
   * the digest, whose pauses grow.
   */
  async tell(trouble: Trouble): Promise<void> {
    const { store, guilds, publisher, clock } = this.parts;
    const { guildId, reason } = trouble;
    if (!mendable.has(reason)) return;
    const { logChannelId, language } = await guilds.settings(guildId);
    if (!(await store.claim(guildId, clock()))) return;
    let isTold = false;
    try {
      isTold = await publisher.tellTrouble({ ...trouble, logChannelId, language });
    } finally {
      if (!isTold) await store.release(guildId);
    }
  }
}
