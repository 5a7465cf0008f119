/** Pictures at Discord: the files of the bot's own messages, and their bytes. */
import type { REST } from 'discord.js';
import type { Attachments } from '../../discord/attachments.js';
import { isKind } from '../../discord/errors.js';
import { attachmentsAt } from '../../discord/message/attachments-in.js';
import type { CardPlace } from '../../entities/card.js';
import type { FoundAttachment } from './picture-model.js';
import type { PictureSource } from './picture-taking.js';

export class DiscordPictures implements PictureSource {
  constructor(
    private readonly rest: Pick<REST, 'get'>,
    private readonly attachments: Pick<Attachments, 'read'>,
  ) {}

  async filesOf(place: CardPlace): Promise<readonly FoundAttachment[] | 'gone'> {
    try {
      return await attachmentsAt(this.rest, place);
    } catch (error) {
      if (isKind(error, 'message-gone', 'channel-gone')) return 'gone';
      throw error;
    }
  }

  read(url: string): Promise<Uint8Array> {
    return this.attachments.read(url);
  }
}
