/** The page's address: who it is used as and where they are, readable and the same after a reload. */
import type { PlaceBot, PlaceChannel, PlaceGuild, PlacesView } from '../../client/places.js';
import { byPosition, compareIds } from './order.js';

/** What the address says; names or ids as they stand there. */
export interface Address {
  /** The user name. */
  as?: string | undefined;
  /** A guild's id; only where a person has several. */
  guild?: string | undefined;
  /** A channel's name or id, or `dm` for the direct channel with the (first) bot. */
  channel?: string | undefined;
  /** The id of the thread that is open beside the channel. */
  thread?: string | undefined;
  /** A message to bring into view. */
  message?: string | undefined;
}

/** Where an address leads for one person. */
export interface Spot {
  guild?: PlaceGuild | undefined;
  /** The bot at the other end, in direct messages. */
  bot?: PlaceBot | undefined;
  /** Absent in a guild without channels, and while a direct channel is not open yet. */
  channel?: PlaceChannel | undefined;
  thread?: PlaceChannel | undefined;
}

const NAMES = ['as', 'guild', 'channel', 'thread', 'message'] as const;
const DIRECT = 'dm';
const CATEGORY = 4;
/** Text and announcements: what messages are written in. */
const WRITTEN = new Set([0, 5]);
const THREADS = new Set([10, 11, 12]);

export const isThread = (channel: { type: number }) => THREADS.has(channel.type);
export const isWritten = (channel: { type: number }) => WRITTEN.has(channel.type);
export const isCategory = (channel: { type: number }) => channel.type === CATEGORY;

/** Reads `?as=amina&channel=general`. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The other way; just `/` when there is nothing to say. */
export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  for (const name of NAMES) if (address[name]) query.set(name, address[name]);
  return query.size > 0 ? `/?${query}` : '/';
}

/** Where an address leads; a place that is not there, or that the person may not see, gives way to the liveliest. */
export function spotOf(places: PlacesView, address: Address): Spot {
  if (address.channel === DIRECT || places.bots.some((bot) => isDirect(bot, address.channel))) {
    const bot = places.bots.find((one) => isDirect(one, address.channel)) ?? places.bots[0];
    if (bot) return { bot, channel: bot.channel };
  }
  const named = [address.thread, address.channel].find((one) => one !== undefined);
  const guild =
    places.guilds.find((one) => one.id === address.guild) ??
    places.guilds.find((one) => one.channels.some((channel) => channel.id === named)) ??
    places.guilds[0];
  if (!guild) return places.bots[0] ? { bot: places.bots[0], channel: places.bots[0].channel } : {};
  const thread = guild.channels.find(
    (one) => isThread(one) && [address.thread, address.channel].includes(one.id),
  );
  const written = guild.channels.filter(isWritten);
  const channel =
    written.find((one) => one.id === thread?.parentId) ??
    written.find((one) => one.id === address.channel || one.name === address.channel) ??
    liveliest(written);
  return { guild, channel, thread };
}

/** How the address of a place is written, for {@link spotOf} to find it again. */
export function addressOf(places: PlacesView, as: string, spot: Spot): Address {
  if (spot.bot) {
    const isFirst = spot.bot === places.bots[0];
    return { as, channel: isFirst ? DIRECT : spot.bot.channel?.id };
  }
  const channels = places.guilds.flatMap((guild) => guild.channels);
  const isAlone = channels.filter((one) => one.name === spot.channel?.name && isWritten(one)).length === 1;
  return {
    as,
    guild: places.guilds.length > 1 ? spot.guild?.id : undefined,
    channel: isAlone ? spot.channel?.name : spot.channel?.id,
    thread: spot.thread?.id,
  };
}

/** The channel in which something was written last, or the first of all. */
function liveliest(channels: readonly PlaceChannel[]): PlaceChannel | undefined {
  const written = channels.filter((channel) => channel.lastMessageId !== null);
  const [last] = written.sort((first, second) =>
    compareIds(second.lastMessageId ?? '', first.lastMessageId ?? ''),
  );
  return last ?? [...channels].sort(byPosition)[0];
}

function isDirect(bot: PlaceBot, channelId: string | undefined): boolean {
  return channelId !== undefined && bot.channel?.id === channelId;
}
