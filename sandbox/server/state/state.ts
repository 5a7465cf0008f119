/** All that exists in the sandbox's world: applications, users, guilds, channels, messages, commands, files. */
import { compareIds } from '../snowflake.js';
import type {
  ApplicationRecord,
  ChannelRecord,
  CommandRecord,
  EmojiRecord,
  GuildRecord,
  InviteRecord,
  MessageRecord,
  StoredFile,
  UserRecord,
  WebhookRecord,
} from './records.js';

export class State {
  readonly applications = new Map<string, ApplicationRecord>();
  readonly users = new Map<string, UserRecord>();
  readonly guilds = new Map<string, GuildRecord>();
  readonly channels = new Map<string, ChannelRecord>();
  readonly messages = new Map<string, MessageRecord>();
  readonly commands = new Map<string, CommandRecord>();
  readonly webhooks = new Map<string, WebhookRecord>();
  readonly invites = new Map<string, InviteRecord>();
  readonly files = new Map<string, StoredFile>();
  /** Ids of a channel's messages, oldest first. */
  private readonly byChannel = new Map<string, string[]>();

  /** Called whenever something changed; persistence hangs on it. */
  onChange: () => void = () => {};

  changed(): void {
    this.onChange();
  }

  addMessage(message: MessageRecord): void {
    this.messages.set(message.id, message);
    const ids = this.byChannel.get(message.channelId);
    if (ids) ids.push(message.id);
    else this.byChannel.set(message.channelId, [message.id]);
    this.changed();
  }

  removeMessage(message: MessageRecord): void {
    this.messages.delete(message.id);
    const ids = this.byChannel.get(message.channelId);
    if (ids) {
      const index = lowerBound(ids, message.id);
      if (ids[index] === message.id) ids.splice(index, 1);
    }
    for (const attachment of message.attachments) this.files.delete(attachment.id);
    this.changed();
  }

  /**
   * A channel's messages, oldest first, that `wanted` accepts: the last `limit` before an id, or the first
   * after one, or the last of all.
   */
  messagesOf(
    channelId: string,
    range: { before?: string; after?: string; limit: number },
    wanted: (message: MessageRecord) => boolean = () => true,
  ): MessageRecord[] {
    const ids = this.byChannel.get(channelId) ?? [];
    const found: MessageRecord[] = [];
    const take = (id: string | undefined) => {
      const message = id === undefined ? undefined : this.messages.get(id);
      if (message && wanted(message)) found.push(message);
    };
    if (range.after !== undefined) {
      let index = lowerBound(ids, range.after);
      if (ids[index] === range.after) index += 1;
      for (; index < ids.length && found.length < range.limit; index += 1) take(ids[index]);
      return found;
    }
    let index = range.before === undefined ? ids.length - 1 : lowerBound(ids, range.before) - 1;
    for (; index >= 0 && found.length < range.limit; index -= 1) take(ids[index]);
    return found.reverse();
  }

  removeChannel(channel: ChannelRecord): void {
    for (const id of this.byChannel.get(channel.id) ?? []) this.messages.delete(id);
    this.byChannel.delete(channel.id);
    this.channels.delete(channel.id);
    this.changed();
  }

  channelsOf(guildId: string): ChannelRecord[] {
    const found: ChannelRecord[] = [];
    for (const channel of this.channels.values()) if (channel.guildId === guildId) found.push(channel);
    return found;
  }

  /** An emoji that an application may use: one of its guilds, or its own. */
  emojiFor(application: ApplicationRecord | undefined, emojiId: string): EmojiRecord | undefined {
    const own = application?.emojis.find((one) => one.id === emojiId);
    if (own) return own;
    for (const guild of this.guilds.values()) {
      if (application && !guild.members[application.id]) continue;
      const found = guild.emojis.find((one) => one.id === emojiId);
      if (found) return found;
    }
    return undefined;
  }

  directChannel(personId: string, botId: string): ChannelRecord | undefined {
    for (const channel of this.channels.values())
      if (channel.recipients?.personId === personId && channel.recipients.botId === botId) return channel;
    return undefined;
  }

  applicationByToken(token: string): ApplicationRecord | undefined {
    for (const application of this.applications.values()) if (application.token === token) return application;
    return undefined;
  }

  /** Commands of an application for everyone, or for one guild. */
  commandsOf(applicationId: string, guildId: string | undefined): CommandRecord[] {
    return [...this.commands.values()].filter(
      (command) => command.applicationId === applicationId && command.guildId === guildId,
    );
  }

  clear(): void {
    for (const map of [this.users, this.guilds, this.channels, this.messages, this.byChannel]) map.clear();
    for (const map of [this.commands, this.webhooks, this.invites, this.files, this.applications])
      map.clear();
    this.changed();
  }
}

/** Index of the first id that is not older than the one given. */
function lowerBound(ids: string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareIds(ids[middle] ?? '', id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
