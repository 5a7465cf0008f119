/** A request to the control API: its body, and the people and places it names. */

import type { ServerResponse } from 'node:http';
import { permissionsIn } from '../actions/access.js';
import { openDirectChannel } from '../actions/channels.js';
import { ControlError } from '../control-error.js';
import type { Actor } from '../interactions/run-command.js';
import { type JsonObject, text } from '../json.js';
import { Permission, permissionNames } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import {
  type ApplicationRecord,
  type ChannelRecord,
  ChannelTypes,
  type GuildRecord,
  type MessageRecord,
  type UploadedFile,
} from '../state/records.js';
import { messageView } from '../views/messages.js';
import { findChannel, findGuild, findUser } from '../world/find.js';

export interface ControlCall {
  sandbox: Sandbox;
  params: { [name: string]: string | undefined };
  query: URLSearchParams;
  body: JsonObject;
  /** Aborted when the asker is gone. */
  gone: AbortSignal;
  response: ServerResponse;
}

/** Answers a body, or undefined when it answered by itself. */
export type ControlHandler = (call: ControlCall) => unknown;

export interface ControlRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  handler: ControlHandler;
}

/** The person and place a request names: `as`, `guild`, `channel` (`dm` is the direct one with a bot). */
export function actorOf({ sandbox, body, query }: ControlCall): Actor {
  const given = (name: string) => text(body[name]) ?? query.get(name) ?? undefined;
  const { state } = sandbox;
  const guildName = given('guild');
  const channelName = given('channel');
  const name = given('as');
  if (name === undefined) throw new ControlError('whoActs', []);
  if (channelName === 'dm') {
    const person = findUser(state, undefined, name);
    return { person, channel: openDirectChannel(sandbox, findBot(sandbox, given('bot')), person.id) };
  }
  const direct = channelName === undefined ? undefined : state.channels.get(channelName);
  const guild = direct?.guildId
    ? findGuild(state, direct.guildId)
    : direct
      ? undefined
      : findGuild(state, guildName);
  const near = guild && state.channelsOf(guild.id)[0];
  const person = findUser(state, near, name);
  const channel =
    direct ?? (channelName === undefined ? undefined : findChannel(state, guild?.id, channelName));
  const place = channel ?? firstChannel(sandbox, guild, person.id);
  if ((permissionsIn(sandbox, person.id, place) & Permission.ViewChannel) === 0n)
    throw new ControlError('channelUnseen', [person.username], 403);
  return { person, channel: place };
}

function firstChannel(sandbox: Sandbox, guild: GuildRecord | undefined, personId: string): ChannelRecord {
  const channels = guild ? sandbox.state.channelsOf(guild.id) : [];
  const found = channels.find(
    (one) =>
      one.type === ChannelTypes.text &&
      (permissionsIn(sandbox, personId, one) & Permission.ViewChannel) !== 0n,
  );
  if (!found) throw new ControlError('noChannelSeen', [], 404);
  return found;
}

/** A bot by name or id; the first one when none is named. */
export function findBot(sandbox: Sandbox, name: string | undefined): ApplicationRecord {
  const all = [...sandbox.state.applications.values()];
  const isFirst = name === undefined || name === '*';
  const found = isFirst ? all[0] : all.find((one) => one.id === name || one.name === name);
  if (!found) throw new ControlError('noBot', [name ?? ''], 404);
  return found;
}

/** A message that the person sees. */
export function messageFor(sandbox: Sandbox, actor: Actor, id: unknown): MessageRecord {
  const message = typeof id === 'string' ? sandbox.state.messages.get(id) : undefined;
  if (!message || !isVisibleTo(message, actor.person.id) || message.channelId !== actor.channel.id)
    throw new ControlError('messageUnseen', [actor.person.username], 404);
  return message;
}

export function isVisibleTo(message: MessageRecord, personId: string): boolean {
  return !message.dismissed && (message.visibleTo === undefined || message.visibleTo === personId);
}

/** A file given as `{ name, type, content }`, its content in base64. */
export function fileIn(file: JsonObject, index: string): UploadedFile {
  return {
    index,
    name: text(file.name) ?? 'file',
    type: text(file.type) ?? 'application/octet-stream',
    data: Buffer.from(text(file.content) ?? '', 'base64'),
  };
}

/** A message as a person sees it. */
export function shown(sandbox: Sandbox, messageId: string, userId: string): JsonObject {
  const message = sandbox.state.messages.get(messageId);
  if (!message) throw new ControlError('messageGone', [], 404);
  return messageView(sandbox.state, message, { userId, content: true });
}

/** The guild a path names. */
export function guildOf({ sandbox, params }: ControlCall): GuildRecord {
  return findGuild(sandbox.state, params.guild);
}

/** A guild as the control API shows it, with names in place of bits. */
export function guildView({ state }: Sandbox, guild: GuildRecord): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    ownerId: guild.ownerId,
    locale: guild.locale,
    roles: guild.roles.map((role) => ({ ...role, permissions: permissionNames(BigInt(role.permissions)) })),
    channels: state.channelsOf(guild.id),
    members: Object.values(guild.members).map((member) => ({
      ...member,
      name: state.users.get(member.userId)?.username,
      displayName: state.users.get(member.userId)?.displayName,
      bot: state.users.get(member.userId)?.bot ?? false,
    })),
  };
}
