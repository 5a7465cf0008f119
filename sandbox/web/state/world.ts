/** What the viewer sees of the world: guilds, channels, people; read whole, and again when something changed. */
import { computed, signal } from '@preact/signals';
import type { FeedEvents } from '../../client/events.js';
import type { PlaceChannel, PlacesView } from '../../client/places.js';

/** Changes that come together (ms) are read together. */
const SETTLING = 60;

export class World {
  readonly places = signal<PlacesView | undefined>(undefined);
  readonly channels = computed(() => {
    const { guilds = [], bots = [] } = this.places.value ?? {};
    const all = [
      ...guilds.flatMap((guild) => guild.channels),
      ...bots.flatMap((bot) => (bot.channel ? [bot.channel] : [])),
    ];
    return new Map(all.map((channel) => [channel.id, channel]));
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    private readonly read: () => Promise<PlacesView>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Reads everything; of two that run at once the later one counts. */
  async load(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.asked += 1;
    const mine = this.asked;
    try {
      const places = await this.read();
      if (mine === this.asked) this.places.value = places;
    } catch (error) {
      if (mine === this.asked) this.onFailure(error);
    }
  }

  /** Reads everything soon, once for all that changed until then. */
  loadSoon(): void {
    this.timer ??= setTimeout(() => void this.load(), SETTLING);
  }

  /** A message came: its channel has something newer than was known; one that is not known yet is asked for. */
  noteMessage({ channelId, message }: FeedEvents['message']): void {
    if (!this.channels.peek().has(channelId)) return this.loadSoon();
    this.changeChannel(channelId, (channel) => ({ ...channel, lastMessageId: message.id }));
  }

  noteSessions({ sessions }: FeedEvents['gateway']): void {
    const places = this.places.peek();
    if (!places) return;
    const connected = new Set(sessions.filter((one) => one.connected).map((one) => one.applicationId));
    if (places.bots.every((bot) => bot.connected === connected.has(bot.id))) return;
    const bots = places.bots.map((bot) => ({ ...bot, connected: connected.has(bot.id) }));
    this.places.value = { ...places, bots };
  }

  forget(): void {
    this.asked += 1;
    this.places.value = undefined;
  }

  private changeChannel(id: string, change: (channel: PlaceChannel) => PlaceChannel): void {
    const places = this.places.peek();
    if (!places) return;
    const changed = (channel: PlaceChannel) => (channel.id === id ? change(channel) : channel);
    this.places.value = {
      ...places,
      guilds: places.guilds.map((guild) =>
        guild.channels.some((one) => one.id === id)
          ? { ...guild, channels: guild.channels.map(changed) }
          : guild,
      ),
      bots: places.bots.map((bot) =>
        bot.channel?.id === id ? { ...bot, channel: changed(bot.channel) } : bot,
      ),
    };
  }
}
