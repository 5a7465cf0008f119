/** Makes messages that the bot posted name nobody who was erased: whom that is, a keyed hash of ids found in them tells. */
import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { isRefusal } from '../../discord/errors.js';
import { messageBody } from '../../discord/message/message-body.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { CardPlace } from '../../entities/card.js';
import type { MessageUpdate } from '../../entities/message-update.js';
import { type Catalogue, catalogueFor } from '../../locales/catalogue.js';
import { type Logger, plainError } from '../../platform/logging.js';
import type { Painter } from '../../platform/painter-port.js';
import { digestPicture, digestView, type PostedDigest } from '../digest/index.js';
import { type CardService, type Cards, type EntryService, entryCard } from '../entries/index.js';
import type { MemberHash } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { PictureService } from '../pictures/index.js';
import { type ImportSummary, importSummaryView } from '../readme/index.js';
import type { MessageSubjects, PostedMessages } from './message-updates.js';

export interface PostedMessagesParts {
  rest: REST;
  subjects: MessageSubjects;
  cards: Pick<Cards, 'post'>;
  cardPlaces: Pick<CardService, 'record' | 'forget'>;
  entries: Pick<EntryService, 'any'>;
  digests: { posted(guildId: string, periodEnd?: Date): Promise<PostedDigest | undefined> };
  imports: { summary(guildId: string, id: string): Promise<ImportSummary | undefined> };
  guilds: Pick<GuildService, 'settings'>;
  painter: Painter;
  pictures: Pick<PictureService, 'uploaded'>;
  hashOf: MemberHash;
  log: Pick<Logger, 'warn'>;
}

export class DiscordPostedMessages implements PostedMessages {
  constructor(private readonly parts: PostedMessagesParts) {}

  async forgetIn(update: MessageUpdate): Promise<'done' | 'failed'> {
    try {
      await this.change(update);
      return 'done';
    } catch (error) {
      if (isRefusal(error, RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel))
        return 'done';
      const { kind, messageId } = update;
      this.parts.log.warn(
        { error: plainError(error), kind, messageId },
        'a message may still name who was erased',
      );
      return 'failed';
    }
  }

  private async change(update: MessageUpdate): Promise<void> {
    if (update.kind === 'removed') return this.remove(update);
    const message = (await this.parts.rest.get(
      Routes.channelMessage(update.channelId, update.messageId),
    )) as APIMessage;
    const words = catalogueFor((await this.parts.guilds.settings(update.guildId)).language);
    switch (update.kind) {
      case 'card':
        return this.changeCard(update, message, words);
      case 'digest':
        return this.changeDigest(update, message, words);
      case 'import':
        return this.changeImport(update, message, words);
      case 'reminder':
        return this.changeReminder(update, message, words);
    }
  }

  /** What it says is brought up to date like any card; that Discord shows who used the command above it, is not. */
  private async changeCard(update: MessageUpdate, message: APIMessage, words: Catalogue): Promise<void> {
    const user = message.interaction_metadata?.user ?? message.interaction?.user;
    if (!user || !this.isMember(update, user.id)) return;
    const { number } = await this.parts.subjects.subjectOf(update, 'card');
    if (number !== undefined) {
      const { guildId, channelId, messageId } = update;
      const entry = await this.parts.entries.any(guildId, number);
      const nonce = `again-${messageId}`.slice(0, 25);
      const pictures = entry.pictures && (await this.parts.pictures.uploaded(entry));
      const place = await this.parts.cards.post(channelId, entryCard(words, entry, pictures), nonce);
      await this.parts.cardPlaces.record(guildId, number, place);
      await this.parts.cardPlaces.forget(messageId);
    }
    await this.remove(update);
  }

  /** Rendered again from the database, when it names them, or an entry that is gone or theirs. */
  private async changeDigest(update: MessageUpdate, message: APIMessage, words: Catalogue): Promise<void> {
    const told = textOf(message);
    const numbers = [...told.matchAll(/#(\d{1,9})\b/g)].map(([, digits]) => Number(digits));
    if (!this.names(update, told) && (await this.parts.subjects.areOthers(update.guildId, numbers))) return;
    const { periodEnd } = await this.parts.subjects.subjectOf(update, 'digest');
    const posted = periodEnd && (await this.parts.digests.posted(update.guildId, periodEnd));
    if (!posted) return this.remove(update);
    const chart = await digestPicture(words, posted.content, this.parts.painter);
    await this.edit(update, digestView(words, posted.content, { isPosted: true, chart }));
  }

  private async changeImport(update: MessageUpdate, message: APIMessage, words: Catalogue): Promise<void> {
    const { importId } = await this.parts.subjects.subjectOf(update, 'import');
    const summary = importId && (await this.parts.imports.summary(update.guildId, importId));
    if (!summary) return this.remove(update);
    const user = message.interaction_metadata?.user ?? message.interaction?.user;
    if (user && this.isMember(update, user.id)) return this.remove(update);
    if (this.names(update, textOf(message))) await this.edit(update, importSummaryView(words, summary));
  }

  private async changeReminder(update: MessageUpdate, message: APIMessage, words: Catalogue): Promise<void> {
    if (!this.names(update, textOf(message))) return;
    const components = message.components as APIMessageTopLevelComponent[];
    await this.edit(update, { components: this.withoutMember(update, components, words.people.former) });
  }

  private async edit({ channelId, messageId }: CardPlace, view: MessageView): Promise<void> {
    const { body, files } = messageBody(view);
    await this.parts.rest.patch(Routes.channelMessage(channelId, messageId), { body, files });
  }

  private async remove({ channelId, messageId }: CardPlace): Promise<void> {
    await this.parts.rest.delete(Routes.channelMessage(channelId, messageId));
  }

  private names(update: MessageUpdate, told: string): boolean {
    return idsIn(told).some((id) => this.isMember(update, id));
  }

  private isMember({ guildId, hash }: MessageUpdate, id: string): boolean {
    return this.parts.hashOf(guildId, id).equals(hash);
  }

  /** The same text with the member's mentions, and their id, gone. */
  private withoutMember<Value>(update: MessageUpdate, value: Value, former: string): Value {
    if (typeof value === 'string') {
      const pattern = /<@!?(\d{17,20})>|(?<!\d)(\d{17,20})(?!\d)/g;
      return value.replace(pattern, (found, mentioned?: string, bare?: string) =>
        this.isMember(update, mentioned ?? bare ?? '') ? former : found,
      ) as Value;
    }
    if (Array.isArray(value)) return value.map((each) => this.withoutMember(update, each, former)) as Value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, this.withoutMember(update, each, former)]),
    ) as Value;
  }
}

function idsIn(text: string): string[] {
  return [...new Set(text.match(/(?<!\d)\d{17,20}(?!\d)/g) ?? [])];
}

/** All that can be read in a message. */
function textOf(message: APIMessage): string {
  const texts: string[] = [message.content];
  const read = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(read);
    if (typeof value !== 'object' || value === null) return;
    for (const [name, each] of Object.entries(value)) {
      if (typeof each !== 'string') read(each);
      else if (['content', 'label', 'description'].includes(name)) texts.push(each);
    }
  };
  read(message.components);
  return texts.join('\n');
}
