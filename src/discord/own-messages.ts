/** Finding one of the bot's own messages again in a channel, by the ids of its buttons: a history shows no nonces. */
import { type APIMessage, type REST, Routes } from 'discord.js';

/** Messages read at once, the most that Discord gives, and how many times. */
const historyPage = 100;
const historyPages = 10;

export class OwnMessages {
  private ownId: Promise<string> | undefined;

  constructor(private readonly rest: Pick<REST, 'get'>) {}

  /**
   * The id of the newest message of ours with one of these custom ids. Reads the channel from its newest message back
   * to `since`, a thousand messages at most. The newest hundred are looked at whatever their time: Discord's clock
   * need not be ours.
   * @throws what Discord answers when the channel cannot be read
   */
  async find(
    channelId: string,
    customIds: readonly string[],
    since: Date,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const ownId = await this.ownUserId();
    let before: string | undefined;
    for (let page = 0; page < historyPages; page += 1) {
      const messages = await this.messagesBefore(channelId, before, signal);
      const found = messages.find(
        ({ author, components }) => author.id === ownId && holds(components, customIds),
      );
      if (found) return found.id;
      const oldest = messages.at(-1);
      if (!oldest || messages.length < historyPage || new Date(oldest.timestamp) < since) break;
      before = oldest.id;
    }
    return undefined;
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

/** Whether a button with one of these ids is among the components, at whatever depth. */
function holds(components: unknown, customIds: readonly string[]): boolean {
  if (Array.isArray(components)) return components.some((component) => holds(component, customIds));
  if (typeof components !== 'object' || components === null) return false;
  const component = components as { custom_id?: unknown; components?: unknown };
  return (
    (typeof component.custom_id === 'string' && customIds.includes(component.custom_id)) ||
    holds(component.components, customIds)
  );
}
