/** `THREAD_LIST_SYNC`: a bot that comes to see a channel is told the active threads in it. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type { ApplicationRecord, ChannelRecord } from '../state/records.js';
import { channelView, threadMemberView } from '../views/places.js';
import { permissionsIn } from './access.js';

/** Makes a change to who may see the channel, and tells the bots that see it only since then. */
export function withThreadSync(sandbox: Sandbox, channel: ChannelRecord, change: () => void): void {
  const { applications } = sandbox.state;
  const sees = ({ id }: ApplicationRecord) =>
    (permissionsIn(sandbox, id, channel) & Permission.ViewChannel) !== 0n;
  const before = new Set([...applications.values()].filter(sees));
  change();
  const came = new Set([...applications.values()].filter((one) => sees(one) && !before.has(one)));
  if (channel.thread || came.size === 0) return;
  const threads = sandbox.state
    .channelsOf(channel.guildId ?? '')
    .filter((one) => one.parentId === channel.id && one.thread && !one.thread.archived);
  sandbox.gateway.emit({
    name: 'THREAD_LIST_SYNC',
    intent: GatewayIntentBits.Guilds,
    guildId: channel.guildId,
    only: (application) => came.has(application),
    data: ({ id }) => {
      const seen = threads.filter((one) => permissionsIn(sandbox, id, one) !== 0n);
      return {
        guild_id: channel.guildId ?? null,
        channel_ids: [channel.id],
        threads: seen.map((one) => channelView(sandbox.state, one)),
        members: seen.flatMap((one) => threadMemberView(one, id) ?? []),
      };
    },
  });
}
