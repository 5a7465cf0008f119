/** The files of a message, whichever part of it names them. */
import { type APIMessage, type Message, type REST, Routes } from 'discord.js';
import type { CardPlace } from '../../entities/card.js';

export interface MessageAttachment {
  id: string;
  name: string;
  url: string;
}

/** What its list of attachments has, and what only a component that shows it knows of. */
export function attachmentsIn({
  attachments = [],
  components = [],
}: Partial<Pick<APIMessage, 'attachments' | 'components'>>): MessageAttachment[] {
  const found = new Map(attachments.map(({ id, filename, url }) => [id, { id, name: filename, url }]));
  for (const one of shownIn(components)) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

/**
 * The same of a message that is read for it.
 * @throws what Discord answers when it can't be read
 */
export async function attachmentsAt(
  rest: Pick<REST, 'get'>,
  { channelId, messageId }: CardPlace,
): Promise<MessageAttachment[]> {
  return attachmentsIn((await rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage);
}

/** The same of the message that a control is on. */
export function attachmentsOn(message: Message): MessageAttachment[] {
  const listed = [...message.attachments.values()].map(({ id, name, url }) => ({ id, filename: name, url }));
  return attachmentsIn({
    attachments: listed as APIMessage['attachments'],
    components: message.components.map((component) => component.toJSON()),
  });
}

function shownIn(value: unknown): MessageAttachment[] {
  if (Array.isArray(value)) return value.flatMap(shownIn);
  if (typeof value !== 'object' || value === null) return [];
  const { attachment_id: id, url } = value as { attachment_id?: unknown; url?: unknown };
  if (typeof id === 'string' && typeof url === 'string' && URL.canParse(url)) {
    return [{ id, name: decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? ''), url }];
  }
  return Object.values(value).flatMap(shownIn);
}
