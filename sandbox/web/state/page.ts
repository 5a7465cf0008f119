/** The page's whole state, and the only one to speak with the sandbox. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { ResetProgress, TroubleView } from '../../client/events.js';
import type { PlaceChannel, PlaceGuild } from '../../client/places.js';
import { SandboxClient } from '../../client.js';
import type { Lookup, Message } from '../model.js';
import { words } from '../words/words.js';
import { addressOf, type Spot, spotOf } from './address.js';
import { type CastMember, castOf, firstViewer } from './cast.js';
import { PageClock } from './clock.js';
import { Commands } from './commands.js';
import { Exchanges } from './exchanges.js';
import { keepText, keptText } from './kept.js';
import { createLookup } from './lookup.js';
import { Messages } from './messages.js';
import { type PageState, takeEvent } from './page-events.js';
import { reasonOf } from './reason.js';
import { Session } from './session.js';
import { followStream } from './stream.js';
import { Typing } from './typing.js';
import { Unread } from './unread.js';
import { World } from './world.js';

const REMEMBERED = 'as';
/** How long (ms) to wait until a sandbox that did not answer at first is asked again. */
const RETRY = 2_000;
const NOWHERE = { person: { id: '', username: '', displayName: null, locale: '' }, guilds: [], bots: [] };

/** A line that reports something and goes away by itself. */
export interface Notice {
  text: string;
  isBad: boolean;
}

export class Page implements PageState {
  readonly client = new SandboxClient('');
  readonly session = new Session();
  readonly clock = new PageClock();
  readonly exchanges = new Exchanges();
  readonly unread = new Unread();
  readonly world = new World(
    () => this.me().places(),
    (error) => this.failed(error),
  );
  readonly messages = new Messages(
    (channel, range) => this.me().page(channel, range),
    (error) => this.failed(error),
  );
  readonly commands = new Commands(async (channelId) => (await this.me().in(channelId).commands()) as never);

  /** Everybody one can be. */
  readonly cast = signal<readonly CastMember[]>([]);
  readonly spot = computed<Spot>(() => {
    const places = this.world.places.value;
    return places ? spotOf(places, this.session.address.value) : {};
  });
  readonly lookup: Lookup = createLookup({ places: this.world.places, spot: this.spot, now: this.clock.now });
  /** Whether the stream of changes stands. */
  readonly isConnected = signal(true);
  readonly notice = signal<Notice | undefined>(undefined);
  readonly resetProgress = signal<ResetProgress | undefined>(undefined);
  /** What has been put out of order. */
  readonly trouble = signal<TroubleView | undefined>(undefined);
  readonly typing = new Typing();
  /** What the viewer replies to, by channel. */
  readonly replies = signal<ReadonlyMap<string, Message>>(new Map());

  private readonly lastChannels = new Map<string, string>();
  private viewerName = '';
  private stopFollowing = () => {};

  /** Begins; once for a page. */
  async start(): Promise<void> {
    while (!(await this.readCast())) await new Promise((resolve) => setTimeout(resolve, RETRY));
    effect(() => {
      const { as } = this.session.address.value;
      if (as !== this.viewerName) this.become(as);
    });
    effect(() => {
      const { channel, thread } = this.spot.value;
      for (const one of [channel, thread]) if (one) void this.messages.open(one.id);
      if (channel?.guildId) this.lastChannels.set(channel.guildId, channel.id);
    });
    effect(() => {
      const { channel } = this.spot.value;
      // A place that nobody named would change with what is written elsewhere.
      if (channel && !this.session.address.value.channel)
        queueMicrotask(() => this.open(this.spot.peek(), { replace: true }));
    });
    effect(() => {
      const { guild, channel, bot } = this.spot.value;
      const place = bot ? `@${bot.name}` : `#${channel?.name ?? ''}`;
      document.title = [place, guild?.name, this.viewerName].filter(Boolean).join(' · ');
    });
  }

  /** The client of whom the page is used as. */
  me() {
    return this.client.as(this.viewerName);
  }

  /** Goes to a place that the viewer sees. */
  open(spot: Spot, options?: { replace?: boolean; message?: string }): void {
    const places = this.world.places.peek();
    if (!places) return;
    const address = { ...addressOf(places, this.viewerName, spot), message: options?.message };
    this.session.go(address, options);
  }

  /** Opens the direct channel with a bot; makes it when there is none yet. */
  async openDirect(botId: string): Promise<void> {
    const find = () => this.world.places.peek()?.bots.find((one) => one.id === botId);
    if (!find()?.channel) {
      await this.client
        .as(this.viewerName, { channel: 'dm' })
        .page()
        .catch((error) => this.failed(error));
      await this.world.load();
    }
    const bot = find();
    if (bot) this.open({ bot, channel: bot.channel });
  }

  /** Becomes somebody else in the same place, as far as they see it. */
  switchTo(username: string): void {
    this.session.go({ ...this.session.address.peek(), as: username, message: undefined });
  }

  /** The channel of a guild that was open last in this window, if it is still seen. */
  lastChannelIn(guild: PlaceGuild): PlaceChannel | undefined {
    const id = this.lastChannels.get(guild.id);
    return guild.channels.find((one) => one.id === id) ?? spotOf({ ...NOWHERE, guilds: [guild] }, {}).channel;
  }

  /** Sets the sandbox's time, in milliseconds since 1970. */
  setTime(to: number): Promise<void> {
    return this.setOffset(to - Date.now());
  }

  async setOffset(offsetMs: number): Promise<void> {
    try {
      await this.client.setClock(Math.round(offsetMs));
    } catch (error) {
      this.failed(error);
    }
  }

  /** Resets everything; the stream reports the progress. */
  async reset(): Promise<void> {
    try {
      await this.client.reset();
      this.tell(words().reset.done);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Puts back what was put out of order. */
  async endTrouble(): Promise<void> {
    try {
      await this.client.endTrouble();
    } catch (error) {
      this.failed(error);
    }
  }

  reply(channelId: string, message: Message | undefined): void {
    const replies = new Map(this.replies.peek());
    if (message) replies.set(channelId, message);
    else replies.delete(channelId);
    this.replies.value = replies;
  }

  failed(error: unknown): void {
    this.tell(reasonOf(error), true);
  }

  tell(text: string, isBad = false): void {
    this.notice.value = { text, isBad };
  }

  /** Reads whom one can be; answers whether it could. */
  async readCast(): Promise<boolean> {
    try {
      this.cast.value = castOf(await this.client.world());
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  private become(as: string | undefined): void {
    const cast = this.cast.peek();
    const known = cast.find((one) => one.username === as || one.id === as);
    if (!known) {
      const first = firstViewer(cast, keptText(REMEMBERED));
      // Nobody is there during a reset: it is tried again afterwards.
      if (!first) return;
      if (as !== undefined) this.tell(words().you.unknown(as), true);
      const address = this.session.address.peek();
      // Not from inside the effect that reads the address.
      queueMicrotask(() => this.session.go({ ...address, as: first.username }, { replace: true }));
      return;
    }
    this.stopFollowing();
    this.viewerName = known.username;
    keepText(REMEMBERED, known.username);
    batch(() => {
      this.world.forget();
      this.messages.forget();
      this.commands.readAgain([]);
      this.exchanges.forget();
      this.replies.value = new Map();
      this.typing.forget();
      this.unread.load(known.id);
    });
    void this.readAll();
    this.stopFollowing = followStream(known.username, {
      on: (name, data) => takeEvent(this, name, data),
      onOpen: (isAgain) => {
        this.isConnected.value = true;
        if (isAgain) void this.comeBack();
        // What happened between the first reading and now was sent to nobody.
        else void Promise.all([this.world.load(), this.messages.readAgain(this.shownChannels())]);
      },
      onLost: () => {
        this.isConnected.value = false;
      },
    });
  }

  private async readAll(): Promise<void> {
    await Promise.all([this.world.load(), this.readClock()]);
    this.unread.baseline(this.world.channels.peek().values());
    if (this.session.address.peek().channel !== 'dm' || this.spot.peek().channel) return;
    const bot = this.spot.peek().bot;
    if (bot) await this.openDirect(bot.id);
  }

  /** After a time without the stream anything may have changed. */
  async comeBack(): Promise<void> {
    await Promise.all([this.readCast(), this.readAll()]);
    const shown = this.shownChannels();
    this.commands.readAgain(shown);
    await this.messages.readAgain(shown);
  }

  private async readClock(): Promise<void> {
    try {
      this.clock.set((await this.client.clock()).offsetMs);
      this.trouble.value = await this.client.troubles();
      this.resetProgress.value = (await this.client.resetProgress()) ?? undefined;
    } catch (error) {
      this.failed(error);
    }
  }

  /** The channels whose messages are in the window. */
  shownChannels(): string[] {
    const { channel, thread } = this.spot.peek();
    return [channel, thread].flatMap((one) => (one ? [one.id] : []));
  }
}
