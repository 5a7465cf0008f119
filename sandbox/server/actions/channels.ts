/** Changes to channels: opened, changed, deleted, and sent to the bots of the guild. */

import { GatewayIntentBits } from 'discord-api-types/v10';
import type { JsonObject } from '../json.js';
import { publishChannel } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import type { EventName } from '../served/events.js';
import {
  type ApplicationRecord,
  type ChannelRecord,
  ChannelTypes,
  type GuildRecord,
  type Overwrite,
} from '../state/records.js';
import { channelView } from '../views/places.js';
import { buildChannel } from '../world/build.js';
import type { WorldChannel } from '../world/world.js';
import { permissionsIn } from './access.js';
import { withThreadSync } from './thread-sync.js';

export function openDirectChannel(
  sandbox: Sandbox,
  application: ApplicationRecord,
  personId: string,
): ChannelRecord {
  const existing = sandbox.state.directChannel(personId, application.id);
  if (existing) return existing;
  const channel: ChannelRecord = {
    id: sandbox.ids.next(),
    type: ChannelTypes.dm,
    name: '',
    topic: null,
    parentId: null,
    position: 0,
    nsfw: false,
    rateLimitPerUser: 0,
    overwrites: [],
    lastMessageId: null,
    recipients: { personId, botId: application.id },
  };
  sandbox.state.channels.set(channel.id, channel);
  dispatchChannel(sandbox, 'CHANNEL_CREATE', channel);
  return channel;
}

/** Makes a channel; `complete` puts in what a definition can't say, before anybody hears of it. */
export function createChannel(
  sandbox: Sandbox,
  guild: GuildRecord,
  definition: WorldChannel,
  complete: (channel: ChannelRecord) => void = () => {},
): ChannelRecord {
  const channel = buildChannel(sandbox, guild, definition);
  complete(channel);
  dispatchChannel(sandbox, 'CHANNEL_CREATE', channel);
  return channel;
}

/** Tells of changes already made to a channel. */
export function channelChanged(sandbox: Sandbox, channel: ChannelRecord): void {
  dispatchChannel(sandbox, channel.thread ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel);
}

export function deleteChannel(sandbox: Sandbox, channel: ChannelRecord): void {
  const { state } = sandbox;
  if (channel.guildId)
    for (const one of state.channelsOf(channel.guildId)) {
      if (one.parentId !== channel.id) continue;
      if (one.thread) deleteChannel(sandbox, one);
      else one.parentId = null;
    }
  state.removeChannel(channel);
  if (!channel.thread) return dispatchChannel(sandbox, 'CHANNEL_DELETE', channel);
  const { id, guildId, parentId, type } = channel;
  dispatchChannel(sandbox, 'THREAD_DELETE', channel, { id, guild_id: guildId, parent_id: parentId, type });
}

/** Puts an overwrite in place of the one for the same role or member. */
export function setOverwrite(sandbox: Sandbox, channel: ChannelRecord, overwrite: Overwrite): void {
  withThreadSync(sandbox, channel, () => {
    channel.overwrites = [...channel.overwrites.filter((one) => one.id !== overwrite.id), overwrite];
    channelChanged(sandbox, channel);
  });
}

export function removeOverwrite(sandbox: Sandbox, channel: ChannelRecord, id: string): void {
  withThreadSync(sandbox, channel, () => {
    channel.overwrites = channel.overwrites.filter((one) => one.id !== id);
    channelChanged(sandbox, channel);
  });
}

function dispatchChannel(sandbox: Sandbox, name: EventName, channel: ChannelRecord, data?: JsonObject): void {
  sandbox.state.changed();
  publishChannel(sandbox, name, channel);
  const { recipients } = channel;
  sandbox.gateway.emit({
    name,
    intent: recipients ? GatewayIntentBits.DirectMessages : GatewayIntentBits.Guilds,
    guildId: channel.guildId,
    ...(recipients && { only: (application) => application.id === recipients.botId }),
    // Of a private thread a bot hears that may see it.
    ...(channel.type === ChannelTypes.privateThread && {
      only: (application) => permissionsIn(sandbox, application.id, channel) !== 0n,
    }),
    data: () => data ?? channelView(sandbox.state, channel),
  });
}
