/** Brings cards of projects up to date; what fails is tried again at the next tick. */
import { type Client, Routes } from 'discord.js';
import { isKind, isRefused } from '../../discord/errors.js';
import { messageBody } from '../../discord/message/message-body.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { type Logger, plainError } from '../../platform/logging.js';
import type { GuildService } from '../guilds/index.js';
import type { ProjectStore } from './project-store.js';
import type { ProjectUpkeepStore, StaleCard } from './project-upkeep-store.js';
import { projectCard } from './project-view.js';

/** Cards of one tick at most. */
const cardsAtOnce = 50;

export interface ProjectCardParts {
  rest: Client['rest'];
  store: Pick<ProjectStore, 'find'>;
  upkeep: Pick<ProjectUpkeepStore, 'staleCards' | 'refreshed'>;
  guilds: Pick<GuildService, 'settings'>;
  log: Pick<Logger, 'warn'>;
}

export class ProjectCards {
  constructor(private readonly parts: ProjectCardParts) {}

  /** Edits may be repeated, so any number of processes may do this. */
  async refresh(stopping?: AbortSignal): Promise<void> {
    for (const card of await this.parts.upkeep.staleCards(cardsAtOnce)) {
      if (stopping?.aborted) return;
      await this.refreshOne(card);
    }
  }

  private async refreshOne(card: StaleCard): Promise<void> {
    const { guilds, log, rest, store, upkeep } = this.parts;
    const { guildId, id, cardChannelId, cardMessageId } = card;
    try {
      const project = await store.find(guildId, id);
      if (!project) return;
      const { language } = await guilds.settings(guildId);
      const { body } = messageBody(projectCard(catalogueFor(language), project));
      await rest.patch(Routes.channelMessage(cardChannelId, cardMessageId), { body });
      await upkeep.refreshed(card, false);
    } catch (error) {
      const isGone = isKind(error, 'message-gone', 'channel-gone');
      log.warn({ error: plainError(error), projectId: id }, 'the card of a project could not be changed');
      // A refusal would be the same at the next tick; the next change tries again.
      if (isRefused(error)) await upkeep.refreshed(card, isGone);
    }
  }
}
