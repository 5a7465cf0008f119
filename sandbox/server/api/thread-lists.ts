/** Lists of threads: those that are active in a guild, and the archived ones of a channel. */
import { permissionsIn, requireChannel, requireGuild, requirePermissions } from '../actions/access.js';
import { type Call, ok } from '../http/call.js';
import type { Route } from '../http/route.js';
import { Permission } from '../permissions.js';
import { compareIds } from '../snowflake.js';
import { type ChannelRecord, ChannelTypes } from '../state/records.js';
import { channelView, threadMemberView } from '../views/places.js';

const CHANNEL = '/channels/{channel_id}';

export const threadListRoutes: Route[] = [
  { method: 'GET', template: '/guilds/{guild_id}/threads/active', handler: active },
  ...(['public', 'private'] as const).map(
    (kind): Route => ({
      method: 'GET',
      template: `${CHANNEL}/threads/archived/${kind}`,
      query: ['before', 'limit'],
      handler: (call) => archived(call, kind),
    }),
  ),
  {
    method: 'GET',
    template: `${CHANNEL}/users/@me/threads/archived/private`,
    query: ['before', 'limit'],
    handler: (call) => archived(call, 'joined'),
  },
];

function active(call: Call) {
  const { sandbox, application } = call;
  const { guild } = requireGuild(sandbox, application.id, call.param('guild_id'));
  return ok(
    listed(
      call,
      sandbox.state.channelsOf(guild.id).filter((one) => one.thread && !one.thread.archived),
    ),
  );
}

/** Archived threads of a channel: all public or private ones, or the private ones that the bot is in. */
function archived(call: Call, kind: 'public' | 'private' | 'joined') {
  const { sandbox, application, query } = call;
  const parent = requireChannel(
    sandbox,
    application.id,
    call.param('channel_id'),
    Permission.ReadMessageHistory,
  );
  if (kind === 'private') requirePermissions(sandbox, application.id, parent, Permission.ManageThreads);
  const before = query.get('before');
  const isBefore = (one: ChannelRecord) => {
    if (before === null) return true;
    if (kind === 'joined') return compareIds(one.id, before) < 0;
    return Date.parse(one.thread?.archiveTimestamp ?? '') < Date.parse(before);
  };
  const found = sandbox.state
    .channelsOf(parent.guildId ?? '')
    .filter((one) => one.parentId === parent.id && one.thread?.archived && isBefore(one))
    .filter((one) => (one.type === ChannelTypes.privateThread) === (kind !== 'public'))
    .filter((one) => kind !== 'joined' || threadMemberView(one, application.id) !== undefined)
    .sort((first, second) =>
      (second.thread?.archiveTimestamp ?? '').localeCompare(first.thread?.archiveTimestamp ?? ''),
    );
  const limit = Number(query.get('limit') ?? found.length);
  return ok({ ...listed(call, found.slice(0, limit)), has_more: found.length > limit });
}

function listed(call: Call, threads: ChannelRecord[]) {
  const seen = threads.filter((one) => permissionsIn(call.sandbox, call.application.id, one) !== 0n);
  return {
    threads: seen.map((one) => channelView(call.sandbox.state, one)),
    members: seen.flatMap((one) => threadMemberView(one, call.application.id) ?? []),
  };
}
