/** Keeps cards and events of sessions in step: what changed here is shown there, and the other way round. */
import { type Client, Routes } from 'discord.js';
import { isRefused } from '../../discord/errors.js';
import { messageBody } from '../../discord/message/message-body.js';
import { catalogueFor } from '../../locales/catalogue.js';
import type { Clock } from '../../platform/clock.js';
import { type Logger, plainError } from '../../platform/logging.js';
import type { GuildService } from '../guilds/index.js';
import type { DiscordSessionEvents } from './session-events.js';
import type { SessionFollower } from './session-follower.js';
import type { ShownSession } from './session-model.js';
import type { SessionStore } from './session-store.js';
import { sessionCard } from './session-view.js';

/** Sessions of one tick at most. */
const atOnce = 50;

export interface SessionUpkeepParts {
  rest: Client['rest'];
  store: Pick<SessionStore, 'eventCancelled' | 'refreshed' | 'staleCards' | 'withEvents'>;
  events: Pick<DiscordSessionEvents, 'cancel'>;
  follower: Pick<SessionFollower, 'follow'>;
  guilds: Pick<GuildService, 'settings'>;
  clock: Clock;
  log: Pick<Logger, 'warn'>;
}

export class SessionUpkeep {
  constructor(private readonly parts: SessionUpkeepParts) {}

  /** Everything it does may be repeated, so any number of processes may do this. */
  async run(stopping?: AbortSignal): Promise<void> {
    const { store, clock } = this.parts;
    for (const session of await store.withEvents(clock(), atOnce)) {
      if (stopping?.aborted) return;
      await this.attempt(session, () => this.follow(session));
    }
    for (const session of await store.staleCards(atOnce)) {
      if (stopping?.aborted) return;
      await this.attempt(session, () => this.refresh(session));
    }
  }

  private async follow(session: ShownSession): Promise<void> {
    const { store, events, follower } = this.parts;
    const { guildId, id } = session;
    if (session.isEventStale) {
      await events.cancel(session);
      await store.eventCancelled(guildId, id);
      return;
    }
    await follower.follow(session);
  }

  private async refresh(session: ShownSession): Promise<void> {
    const { rest, store, guilds, clock } = this.parts;
    const { language } = await guilds.settings(session.guildId);
    const { body } = messageBody(sessionCard(catalogueFor(language), session, clock()));
    try {
      await rest.patch(Routes.channelMessage(session.cardChannelId ?? '', session.cardMessageId ?? ''), {
        body,
      });
    } catch (error) {
      // A refusal would be the same at the next tick; the next change tries again.
      if (!isRefused(error)) throw error;
    }
    await store.refreshed(session);
  }

  /** One that fails doesn't keep the others from being looked at. */
  private async attempt(session: ShownSession, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.parts.log.warn(
        { error: plainError(error), sessionId: session.id },
        'a session could not be brought up to date',
      );
    }
  }
}
