/** What members wrote in a thread, asked of Discord: it hands out the texts only to bots with the Message Content intent. */
import { type APIMessage, MessageType, type REST, Routes } from 'discord.js';
import { isKind } from '../../discord/errors.js';
import { UserError } from '../../platform/user-error.js';
import type { ChatMessage } from './capture-model.js';

/** The most that Discord gives in one answer. */
const readAtMost = 100;

export class ThreadReader {
  constructor(private readonly rest: Pick<REST, 'get'>) {}

  /**
   * Members' messages with text, the oldest first.
   * @throws UserError `thread-missing`, `thread-unreadable` when there are messages and Discord keeps their texts back
   */
  async read(threadId: string): Promise<ChatMessage[]> {
    const query = new URLSearchParams({ limit: String(readAtMost) });
    const messages = await this.rest
      .get(Routes.channelMessages(threadId), { query })
      .catch((error: unknown) => {
        if (isKind(error, 'channel-gone', 'no-access')) throw new UserError('thread-missing', {});
        throw error;
      });
    const written = (messages as APIMessage[]).reverse().filter(({ type, author, webhook_id: webhookId }) => {
      return (type === MessageType.Default || type === MessageType.Reply) && !author.bot && !webhookId;
    });
    const readable = written.filter(({ content }) => content.trim() !== '');
    if (written.length > 0 && readable.length === 0) throw new UserError('thread-unreadable', {});
    return readable.map(chatMessage);
  }
}

function chatMessage({
  id,
  channel_id: channelId,
  author,
  content,
  mentions,
  attachments,
}: APIMessage): ChatMessage {
  return {
    id,
    channelId,
    authorId: author.id,
    authorName: author.global_name ?? author.username,
    isAutomatic: false,
    isSystem: false,
    text: content.replace(/<@!?(\d{17,20})>/g, (mention, userId: string) => {
      const user = mentions.find((one) => one.id === userId);
      return user ? `@${user.global_name ?? user.username}` : mention;
    }),
    pictures: attachments
      .filter(({ content_type: type }) => type?.startsWith('image/'))
      .map(({ filename: name, url, size, content_type: contentType = null, description = '' }) => ({
        name,
        url,
        size,
        contentType,
        alt: description,
      })),
  };
}
