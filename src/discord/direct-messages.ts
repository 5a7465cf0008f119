/** Direct channels with members. */
import { type APIDMChannel, type REST, Routes } from 'discord.js';

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
