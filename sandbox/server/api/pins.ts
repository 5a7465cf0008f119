/** Pinned messages of a channel. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { permissionsIn, requireChannel, requireMessage } from '../actions/access.js';
import { AuditAction, audit } from '../actions/audit.js';
import { createMessage, messageChanged } from '../actions/messages.js';
import { type Call, NO_CONTENT, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { Permission } from '../permissions.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord, MessageRecord } from '../state/records.js';
import { messageView, viewerOf } from '../views/messages.js';
import { discordTime } from '../views/people.js';

const MAX_PINS = 50;
const MAX_PAGE = 50;
const PINNED_MESSAGE = 6;

export const pinRoutes: Route[] = [
  {
    method: 'GET',
    template: '/channels/{channel_id}/pins',
    handler: (call) => ok(pinnedIn(call.sandbox, readable(call)).map((one) => view(call, one))),
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}/messages/pins',
    query: ['before', 'limit'],
    handler: (call) => {
      const before = call.query.get('before');
      const limit = Math.min(Number(call.query.get('limit') ?? MAX_PAGE), MAX_PAGE);
      const found = pinnedIn(call.sandbox, readable(call)).filter(
        (one) => before === null || Date.parse(one.pinnedAt ?? '') < Date.parse(before),
      );
      const items = found.slice(0, limit).map((one) => ({
        pinned_at: discordTime(one.pinnedAt ?? ''),
        message: view(call, one),
      }));
      return ok({ items, has_more: found.length > limit });
    },
  },
  ...[
    '/channels/{channel_id}/pins/{message_id}',
    '/channels/{channel_id}/messages/pins/{message_id}',
  ].flatMap((template): Route[] => [
    { method: 'PUT', template, audits: true, handler: (call) => pin(call, true) },
    { method: 'DELETE', template, audits: true, handler: (call) => pin(call, false) },
  ]),
];

function view(call: Call, message: MessageRecord) {
  return messageView(call.sandbox.state, message, viewerOf(call.application));
}

function readable(call: Call): ChannelRecord {
  return requireChannel(call.sandbox, call.application.id, call.param('channel_id'));
}

/** The pinned messages of a channel, the one pinned last first. */
function pinnedIn({ state }: Sandbox, channel: ChannelRecord): MessageRecord[] {
  return state
    .messagesOf(channel.id, { limit: Number.POSITIVE_INFINITY }, (message) => message.pinnedAt !== null)
    .sort((first, second) => (second.pinnedAt ?? '').localeCompare(first.pinnedAt ?? ''));
}

function pin(call: Call, wanted: boolean) {
  const { sandbox, application } = call;
  const channel = readable(call);
  const has = permissionsIn(sandbox, application.id, channel);
  if (!channel.recipients && (has & (Permission.ManageMessages | Permission.PinMessages)) === 0n)
    throw refuse('missingPermissions');
  const message = requireMessage(sandbox, channel, call.param('message_id'));
  if (wanted === (message.pinnedAt !== null)) return NO_CONTENT;
  if (wanted && pinnedIn(sandbox, channel).length >= MAX_PINS) throw refuse('tooManyPins');
  message.pinnedAt = wanted ? new Date(sandbox.clock.now()).toISOString() : null;
  messageChanged(sandbox, channel, message);
  pinsChanged(sandbox, channel);
  if (wanted)
    createMessage(sandbox, {
      channel,
      authorId: application.id,
      body: {},
      type: PINNED_MESSAGE,
      referenceId: message.id,
    });
  const guild = sandbox.state.guilds.get(channel.guildId ?? '');
  if (guild)
    audit(sandbox, guild, {
      action: wanted ? AuditAction.MessagePin : AuditAction.MessageUnpin,
      userId: application.id,
      targetId: message.authorId,
      reason: call.reason,
      options: { channel_id: channel.id, message_id: message.id },
    });
  return NO_CONTENT;
}

function pinsChanged(sandbox: Sandbox, channel: ChannelRecord): void {
  const last = pinnedIn(sandbox, channel)[0]?.pinnedAt;
  const data = {
    channel_id: channel.id,
    ...(channel.guildId && { guild_id: channel.guildId }),
    last_pin_timestamp: last ? discordTime(last) : null,
  };
  sandbox.gateway.emit({
    name: 'CHANNEL_PINS_UPDATE',
    intent: channel.guildId ? GatewayIntentBits.Guilds : GatewayIntentBits.DirectMessages,
    guildId: channel.guildId,
    ...(channel.recipients && { only: (one) => one.id === channel.recipients?.botId }),
    data: () => data,
  });
}
