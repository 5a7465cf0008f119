/** Finding one of the bot's own messages again in a channel, by the ids of its components: a history shows no nonces. */
import { type APIMessage, type REST, Routes } from 'discord.js';
import type { Marker } from '../outbox/delivery.js';

/** Messages read at once, the most that Discord gives, and how many times. */
const historyPage = 100;
const historyPages = 50;

/** Discord's clock need not be ours (ms). */
const clockToleranceMs = 5 * 60_000;

/** `empty`: the history gave nothing at all, as it does without permission to read it. `too-long`: not read to its end. */
export type Search =
  | { result: 'found'; messageId: string }
  | { result: 'absent' }
  | { result: 'empty' }
  | { result: 'too-long' };

export class OwnMessages {
  private ownId: Promise<string> | undefined;

  constructor(private readonly rest: Pick<REST, 'get'>) {}

  /**
   * The newest message of ours with this marker. Reads the channel from its newest message back to `since`.
   * @throws what Discord answers when the channel cannot be read
   */
  async find(channelId: string, marker: Marker, since: Date, signal: AbortSignal): Promise<Search> {
    const ownId = await this.ownUserId();
    const oldestWanted = since.getTime() - clockToleranceMs;
    let before: string | undefined;
    for (let page = 0; page < historyPages; page += 1) {
      const messages = await this.messagesBefore(channelId, before, signal);
      if (page === 0 && messages.length === 0) return { result: 'empty' };
      const found = messages.find(
        ({ author, components }) => author.id === ownId && holds(components, marker),
      );
      if (found) return { result: 'found', messageId: found.id };
      const oldest = messages.at(-1);
      if (!oldest || messages.length < historyPage || Date.parse(oldest.timestamp) < oldestWanted)
        return { result: 'absent' };
      before = oldest.id;
    }
    return { result: 'too-long' };
  }

  private async messagesBefore(
    channelId: string,
    before: string | undefined,
    signal: AbortSignal,
  ): Promise<APIMessage[]> {
    const query = new URLSearchParams({ limit: String(historyPage), ...(before && { before }) });
    return (await this.rest.get(Routes.channelMessages(channelId), { query, signal })) as APIMessage[];
  }

  private async ownUserId(): Promise<string> {
    this.ownId ??= this.rest.get(Routes.user()).then((user) => (user as { id: string }).id);
    try {
      return await this.ownId;
    } catch (error) {
      this.ownId = undefined;
      throw error;
    }
  }
}

/** Whether one of these ids is among the components, at whatever depth. */
function holds(components: unknown, marker: Marker): boolean {
  if (Array.isArray(components)) return components.some((component) => holds(component, marker));
  if (typeof components !== 'object' || components === null) return false;
  const component = components as { id?: unknown; custom_id?: unknown; components?: unknown };
  return (
    component.id === marker.componentId ||
    (typeof component.custom_id === 'string' && isOneOf(marker.customIds, component.custom_id)) ||
    holds(component.components, marker)
  );
}

/** What follows the values of a control, such as the mark of its entry, makes it no other one. */
function isOneOf(wanted: readonly string[], customId: string): boolean {
  return wanted.some((id) => customId === id || customId.startsWith(`${id}:`));
}
