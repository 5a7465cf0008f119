/** Direct channels with members, and what it means when Discord takes no message for one. */
import { type APIDMChannel, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { MailRefusal } from '../services/publisher.js';
import { isRefusal, isRefused } from './errors.js';

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

/** Why a direct message was not taken; undefined when nobody knows whether it was. */
export function directRefusal(error: unknown): MailRefusal | undefined {
  if (isRefusal(error, RESTJSONErrorCodes.CannotSendMessagesToThisUser)) return 'closed';
  if (isRefusal(error, RESTJSONErrorCodes.UnknownUser)) return 'gone';
  return isRefused(error) ? 'refused' : undefined;
}
