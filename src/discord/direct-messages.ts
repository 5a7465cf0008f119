/** Direct channels with members, and what it means when Discord takes no message for one. */
import { type APIDMChannel, type REST, Routes } from 'discord.js';
import type { DirectRefusal } from '../outbox/delivery.js';
import { isKind } from './errors.js';

/** The id of the direct channel with a user, opened when there is none. */
export async function directChannelWith(
  rest: Pick<REST, 'post'>,
  userId: string,
  signal?: AbortSignal,
): Promise<string> {
  const channel = (await rest.post(Routes.userChannels(), {
    body: { recipient_id: userId },
    signal,
  })) as APIDMChannel;
  return channel.id;
}

/** Why a direct message will never arrive; undefined when nothing says so. */
export function directRefusal(error: unknown): DirectRefusal | undefined {
  if (isKind(error, 'messages-closed')) return 'closed';
  return isKind(error, 'member-gone') ? 'gone' : undefined;
}
