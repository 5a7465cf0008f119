/** Guilds, their channels and roles. */
import { reachGuild } from '../actions/access.js';
import { createChannel } from '../actions/channels.js';
import { deleteRole, memberChanged, roleChanged } from '../actions/guilds.js';
import { type Call, NO_CONTENT, objects, ok, text } from '../http/call.js';
import { refuse } from '../http/errors.js';
import { Permission } from '../permissions.js';
import {
  type ChannelRecord,
  ChannelTypes,
  type GuildRecord,
  type JsonObject,
  type RoleRecord,
} from '../state/records.js';
import { roleView } from '../views/people.js';
import { channelView, guildView } from '../views/places.js';
import { buildRole, roleNamed } from '../world/build.js';
import type { WorldChannel } from '../world/world.js';
import { overwriteIn } from './channels.js';
import type { Route } from './routes.js';

const GUILD = '/guilds/{guild_id}';
const ROLE = `${GUILD}/roles/{role_id}`;
const MEMBER_ROLE = `${GUILD}/members/{user_id}/roles/{role_id}`;

export const guildRoutes: Route[] = [
  {
    method: 'GET',
    template: GUILD,
    handler: (call) => ok(guildView(reached(call), call.query.get('with_counts') === 'true')),
  },
  {
    method: 'GET',
    template: `${GUILD}/preview`,
    handler: (call) => ok(guildView(reached(call), true)),
  },
  {
    method: 'GET',
    template: `${GUILD}/channels`,
    handler: (call) => {
      const channels = call.sandbox.state.channelsOf(reached(call).id);
      return ok(channels.filter((one) => !one.thread).map((one) => channelView(call.sandbox.state, one)));
    },
  },
  { method: 'POST', template: `${GUILD}/channels`, handler: makeChannel },
  { method: 'GET', template: `${GUILD}/roles`, handler: (call) => ok(reached(call).roles.map(roleView)) },
  { method: 'POST', template: `${GUILD}/roles`, handler: makeRole },
  { method: 'GET', template: ROLE, handler: (call) => ok(roleView(roleOf(call, reached(call)))) },
  {
    method: 'PATCH',
    template: ROLE,
    handler: (call) => {
      const guild = reached(call, Permission.ManageRoles);
      const role = roleOf(call, guild);
      applyRole(role, call.body());
      roleChanged(call.sandbox, guild, role, 'UPDATE');
      return ok(roleView(role));
    },
  },
  {
    method: 'DELETE',
    template: ROLE,
    handler: (call) => {
      const guild = reached(call, Permission.ManageRoles);
      deleteRole(call.sandbox, guild, roleOf(call, guild));
      return NO_CONTENT;
    },
  },
  { method: 'PUT', template: MEMBER_ROLE, handler: (call) => giveRole(call, true) },
  { method: 'DELETE', template: MEMBER_ROLE, handler: (call) => giveRole(call, false) },
  { method: 'GET', template: `${GUILD}/emojis`, handler: (call) => ok(reached(call) && []) },
  { method: 'GET', template: `${GUILD}/stickers`, handler: (call) => ok(reached(call) && []) },
  { method: 'GET', template: `${GUILD}/webhooks`, handler: webhooks },
  {
    method: 'GET',
    template: `${GUILD}/auto-moderation/rules`,
    handler: (call) => ok(reached(call, Permission.ManageGuild).autoModeration ?? []),
  },
];

function reached(call: Call, ...needed: bigint[]): GuildRecord {
  return reachGuild(call.sandbox, call.application.id, call.param('guild_id'), ...needed).guild;
}

const KINDS: { [type: number]: WorldChannel['type'] } = {
  [ChannelTypes.text]: 'text',
  [ChannelTypes.voice]: 'voice',
  [ChannelTypes.category]: 'category',
  [ChannelTypes.announcement]: 'announcement',
  [ChannelTypes.forum]: 'forum',
};

function makeChannel(call: Call) {
  const { sandbox } = call;
  const guild = reached(call, Permission.ManageChannels);
  const body = call.body();
  const type = KINDS[Number(body.type ?? 0)];
  if (!type) throw refuse('invalidChannelType');
  const channel: ChannelRecord = createChannel(sandbox, guild, {
    name: String(body.name),
    type,
    topic: text(body.topic),
    parent: text(body.parent_id),
    nsfw: body.nsfw === true,
  });
  channel.overwrites = objects(body.permission_overwrites).map(overwriteIn);
  return ok(channelView(sandbox.state, channel), 201);
}

function makeRole(call: Call) {
  const guild = reached(call, Permission.ManageRoles);
  const body = call.body();
  const everyone = roleNamed(guild, '@everyone');
  const role: RoleRecord = {
    ...buildRole(call.sandbox, guild, { name: text(body.name) ?? 'new role' }),
    permissions: everyone.permissions,
  };
  applyRole(role, body);
  guild.roles.push(role);
  roleChanged(call.sandbox, guild, role, 'CREATE');
  return ok(roleView(role));
}

function applyRole(role: RoleRecord, body: JsonObject): void {
  if (typeof body.name === 'string') role.name = body.name;
  if (body.permissions !== undefined && body.permissions !== null)
    role.permissions = String(body.permissions);
  if (typeof body.color === 'number') role.color = body.color;
  if (typeof body.hoist === 'boolean') role.hoist = body.hoist;
  if (typeof body.mentionable === 'boolean') role.mentionable = body.mentionable;
}

function roleOf(call: Call, guild: GuildRecord): RoleRecord {
  const role = guild.roles.find((one) => one.id === call.param('role_id'));
  if (!role) throw refuse('unknownRole');
  return role;
}

function giveRole(call: Call, wanted: boolean) {
  const guild = reached(call, Permission.ManageRoles);
  const role = roleOf(call, guild);
  const member = guild.members[call.param('user_id')];
  if (!member) throw refuse('unknownMember');
  member.roles = member.roles.filter((one) => one !== role.id);
  if (wanted) member.roles.push(role.id);
  memberChanged(call.sandbox, guild, member);
  return NO_CONTENT;
}

function webhooks(call: Call) {
  const guild = reached(call, Permission.ManageWebhooks);
  const found = [...call.sandbox.state.webhooks.values()].filter((one) => one.guildId === guild.id);
  return ok(
    found.map((one) => ({
      id: one.id,
      type: 1,
      guild_id: guild.id,
      channel_id: one.channelId,
      name: one.name,
    })),
  );
}
