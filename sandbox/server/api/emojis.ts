/** Custom emoji of guilds and of applications: listed, made, renamed, deleted. */
import { requireGuild } from '../actions/access.js';
import { AuditAction, audit } from '../actions/audit.js';
import {
  emojiName,
  emojisChanged,
  MAX_APPLICATION_EMOJIS,
  MAX_GUILD_EMOJIS,
  makeEmoji,
} from '../actions/emojis.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { strings } from '../json.js';
import { guildPermissions, Permission } from '../permissions.js';
import type { EmojiRecord, GuildRecord } from '../state/records.js';
import { emojiView } from '../views/emojis.js';

const GUILD = '/guilds/{guild_id}/emojis';
const OWN = '/applications/{application_id}/emojis';

export const emojiRoutes: Route[] = [
  {
    method: 'GET',
    template: GUILD,
    handler: (call) => ok(guildOf(call).emojis.map((one) => emojiView(call.sandbox.state, one))),
  },
  {
    method: 'POST',
    template: GUILD,
    takes: ['name', 'image', 'roles'],
    audits: true,
    handler: createInGuild,
  },
  {
    method: 'GET',
    template: `${GUILD}/{emoji_id}`,
    handler: (call) => ok(emojiView(call.sandbox.state, emojiOf(call, guildOf(call).emojis))),
  },
  {
    method: 'PATCH',
    template: `${GUILD}/{emoji_id}`,
    takes: ['name', 'roles'],
    audits: true,
    handler: (call) => {
      const guild = guildOf(call, Permission.ManageGuildExpressions);
      const emoji = emojiOf(call, guild.emojis);
      const { name, roles } = call.body();
      if (name !== undefined) emoji.name = emojiName(name);
      if (roles !== undefined) emoji.roles = strings(roles);
      emojisChanged(call.sandbox, guild);
      note(call, guild, AuditAction.EmojiUpdate, emoji);
      return ok(emojiView(call.sandbox.state, emoji));
    },
  },
  {
    method: 'DELETE',
    template: `${GUILD}/{emoji_id}`,
    audits: true,
    handler: (call) => {
      const guild = guildOf(call, Permission.ManageGuildExpressions);
      const emoji = emojiOf(call, guild.emojis);
      guild.emojis = guild.emojis.filter((one) => one !== emoji);
      emojisChanged(call.sandbox, guild);
      note(call, guild, AuditAction.EmojiDelete, emoji);
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    template: OWN,
    handler: (call) => ok({ items: own(call).emojis.map((one) => emojiView(call.sandbox.state, one)) }),
  },
  { method: 'POST', template: OWN, takes: ['name', 'image'], handler: createOwn },
  {
    method: 'GET',
    template: `${OWN}/{emoji_id}`,
    handler: (call) => ok(emojiView(call.sandbox.state, emojiOf(call, own(call).emojis))),
  },
  {
    method: 'PATCH',
    template: `${OWN}/{emoji_id}`,
    takes: ['name'],
    handler: (call) => {
      const emoji = emojiOf(call, own(call).emojis);
      emoji.name = emojiName(call.body().name);
      call.sandbox.state.changed();
      return ok(emojiView(call.sandbox.state, emoji));
    },
  },
  {
    method: 'DELETE',
    template: `${OWN}/{emoji_id}`,
    handler: (call) => {
      const application = own(call);
      const emoji = emojiOf(call, application.emojis);
      application.emojis = application.emojis.filter((one) => one !== emoji);
      call.sandbox.state.changed();
      return NO_CONTENT;
    },
  },
];

function guildOf(call: Call, ...needed: bigint[]): GuildRecord {
  return requireGuild(call.sandbox, call.application.id, call.param('guild_id'), ...needed).guild;
}

function own(call: Call) {
  if (call.param('application_id') !== call.application.id) throw refuse('unknownApplication');
  return call.application;
}

function emojiOf(call: Call, emojis: EmojiRecord[]): EmojiRecord {
  const emoji = emojis.find((one) => one.id === call.param('emoji_id'));
  if (!emoji) throw refuse('unknownEmoji');
  return emoji;
}

function createInGuild(call: Call) {
  const { sandbox, application } = call;
  const { guild, member } = requireGuild(sandbox, application.id, call.param('guild_id'));
  const needed = Permission.CreateGuildExpressions | Permission.ManageGuildExpressions;
  if ((guildPermissions(guild, member) & needed) === 0n) throw refuse('missingPermissions');
  if (guild.emojis.length >= MAX_GUILD_EMOJIS) throw refuse('tooManyEmojis');
  const { name, image, roles } = call.body();
  const emoji = { ...makeEmoji(sandbox, { name, image }, application.id), roles: strings(roles) };
  guild.emojis.push(emoji);
  emojisChanged(sandbox, guild);
  note(call, guild, AuditAction.EmojiCreate, emoji);
  return ok(emojiView(sandbox.state, emoji), 201);
}

function createOwn(call: Call) {
  const application = own(call);
  if (application.emojis.length >= MAX_APPLICATION_EMOJIS) throw refuse('tooManyEmojis');
  const { name, image } = call.body();
  const emoji = makeEmoji(call.sandbox, { name, image }, application.id);
  application.emojis.push(emoji);
  call.sandbox.state.changed();
  return ok(emojiView(call.sandbox.state, emoji), 201);
}

function note(
  call: Call,
  guild: GuildRecord,
  action: (typeof AuditAction)[keyof typeof AuditAction],
  emoji: EmojiRecord,
): void {
  audit(call.sandbox, guild, {
    action,
    userId: call.application.id,
    targetId: emoji.id,
    reason: call.reason,
  });
}
