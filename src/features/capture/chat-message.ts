/** A message as Discord hands it over, read as what its author wrote. */
import { type Message, MessageType } from 'discord.js';
import { displayNameOf } from '../../platform/display-name.js';
import type { ChatMessage } from './capture-model.js';

/** Written by somebody: everything else is Discord's own line. */
const written: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

export function chatMessageOf(message: Message): ChatMessage {
  const { id, channelId, author, webhookId, type, content, member, attachments } = message;
  return {
    id,
    channelId,
    authorId: author.id,
    authorName: displayNameOf(author, member),
    isAutomatic: author.bot || webhookId !== null || author.system,
    isSystem: !written.includes(type),
    text: withNames(message, content),
    pictures: [...attachments.values()]
      .filter(({ contentType }) => contentType?.startsWith('image/'))
      .map(({ name, url, size, contentType, description }) => ({
        name,
        url,
        size,
        contentType,
        alt: description ?? '',
      })),
  };
}

/** Mentions would ping nobody from a form, and show numbers: names say who is meant. */
function withNames({ mentions, guild }: Message, content: string): string {
  return content
    .replace(/<@!?(\d{17,20})>/g, (mention, id: string) => {
      const user = mentions.users.get(id);
      return user ? `@${user.displayName}` : mention;
    })
    .replace(/<@&(\d{17,20})>/g, (mention, id: string) => {
      const role = guild?.roles.cache.get(id);
      return role ? `@${role.name}` : mention;
    })
    .replace(/<#(\d{17,20})>/g, (mention, id: string) => {
      const channel = guild?.channels.cache.get(id);
      return channel ? `#${channel.name}` : mention;
    })
    .replace(/<a?:(\w{1,32}):\d{17,20}>/g, ':$1:');
}
