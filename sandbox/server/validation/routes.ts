/** Owns which body belongs to which route: its schema, and the rules beside the schema. */
import {
  type Command,
  checkCommand,
  checkCommandChange,
  checkCommands,
  commandCountRefusal,
} from './commands.js';
import { checkEventChange, checkNewEvent, type ScheduledEvent } from './events.js';
import type { inlineBodies } from './inlineBodies.js';
import { checkMessage, emptyMessageRefusal, type Message, type MessageContext } from './messages.js';
import type { Problems } from './problems.js';
import type { Refusal } from './refusals.js';

/** A name in Discord's API description, one of several that the body decides between, or a body without a name. */
export type BodySchema =
  | string
  | { oneOf: readonly string[]; choose: (body: Record<string, unknown>) => string }
  | { inline: keyof typeof inlineBodies };

export interface RouteBody {
  schema: BodySchema;
  /** The rules beside the schema; runs only on a body the schema accepts. */
  check?: (body: unknown, context: MessageContext, problems: Problems) => void;
  /** What is refused as a whole, with a code of its own; runs after `check`. */
  refusal?: (body: unknown, context: MessageContext) => Refusal | undefined;
}

function message(schema: BodySchema): RouteBody {
  return {
    schema,
    check: (body, context, problems) => checkMessage(body as Message, context, problems),
    refusal: (body, context) => emptyMessageRefusal(body as Message, context),
  };
}

function inline(name: keyof typeof inlineBodies): RouteBody {
  return { schema: { inline: name } };
}

const newCommand: RouteBody = {
  schema: 'ApplicationCommandCreateRequest',
  check: (body, _context, problems) => checkCommand(body as Command, [], problems),
};
const commandChange: RouteBody = {
  schema: 'ApplicationCommandPatchRequestPartial',
  check: (body, _context, problems) => checkCommandChange(body as Command, problems),
};
const commandList: RouteBody = {
  schema: { inline: 'commandList' },
  check: (body, _context, problems) => checkCommands((body ?? []) as Command[], problems),
  refusal: (body) => commandCountRefusal((body ?? []) as Command[]),
};
const newEvent: RouteBody = {
  schema: {
    oneOf: [
      'StageScheduledEventCreateRequest',
      'VoiceScheduledEventCreateRequest',
      'ExternalScheduledEventCreateRequest',
    ],
    choose: (body) => `${placeOf(body)}ScheduledEventCreateRequest`,
  },
  check: (body, _context, problems) => checkNewEvent(body as ScheduledEvent, problems),
};
const eventChange: RouteBody = {
  schema: {
    oneOf: [
      'StageScheduledEventPatchRequestPartial',
      'VoiceScheduledEventPatchRequestPartial',
      'ExternalScheduledEventPatchRequestPartial',
    ],
    choose: (body) => `${placeOf(body)}ScheduledEventPatchRequestPartial`,
  },
  check: (body, _context, problems) => checkEventChange(body as ScheduledEvent, problems),
};
/** A post of a forum is a thread with its first message; only it has a `message`. */
const newThread: RouteBody = {
  schema: {
    oneOf: ['CreateForumThreadRequest', 'CreateTextThreadWithoutMessageRequest'],
    choose: (body) =>
      'message' in body ? 'CreateForumThreadRequest' : 'CreateTextThreadWithoutMessageRequest',
  },
  check: (body, context, problems) => {
    const { message: first } = body as { message?: Message };
    if (first) checkMessage(first, { ...context, at: ['message'] }, problems);
  },
  refusal: (body, context) => {
    const { message: first } = body as { message?: Message };
    return first && emptyMessageRefusal(first, context);
  },
};
/** The body doesn't say which kind of channel a path names; the fields that only threads have do. */
const channelChange: RouteBody = {
  schema: {
    oneOf: ['UpdateThreadRequestPartial', 'UpdateGuildChannelRequestPartial', 'UpdateGroupDMRequestPartial'],
    choose: (body) => {
      const ofThread = ['archived', 'locked', 'invitable', 'auto_archive_duration', 'applied_tags'];
      if (ofThread.some((field) => body[field] !== undefined)) return 'UpdateThreadRequestPartial';
      return 'icon' in body ? 'UpdateGroupDMRequestPartial' : 'UpdateGuildChannelRequestPartial';
    },
  },
};
/** A webhook's message: the description lists its two shapes, of which the first holds the second. */
const webhookMessage = message({
  oneOf: ['IncomingWebhookRequestPartial'],
  choose: () => 'IncomingWebhookRequestPartial',
});
const guildInvite: RouteBody = {
  schema: { oneOf: ['CreateGuildInviteRequest'], choose: () => 'CreateGuildInviteRequest' },
};

/** The trigger of an AutoMod rule decides which shape it has. */
const autoModerationRule: RouteBody = {
  schema: {
    oneOf: [
      'KeywordUpsertRequest',
      'MLSpamUpsertRequest',
      'DefaultKeywordListUpsertRequest',
      'MentionSpamUpsertRequest',
    ],
    choose: ({ trigger_type: trigger }) =>
      ({ 3: 'MLSpamUpsertRequest', 4: 'DefaultKeywordListUpsertRequest', 5: 'MentionSpamUpsertRequest' })[
        Number(trigger)
      ] ?? 'KeywordUpsertRequest',
  },
};

function placeOf(body: Record<string, unknown>): 'Stage' | 'Voice' | 'External' {
  if (body.entity_type === 3) return 'External';
  return body.entity_type === 1 ? 'Stage' : 'Voice';
}

/**
 * By method and Discord's path template. Answers to interactions are not here: what they may be depends on the
 * interaction (`callbacks.ts`).
 */
export const routes: ReadonlyMap<string, RouteBody> = new Map(
  Object.entries({
    'PUT /applications/{application_id}/commands': commandList,
    'POST /applications/{application_id}/commands': newCommand,
    'PATCH /applications/{application_id}/commands/{command_id}': commandChange,
    'PUT /applications/{application_id}/guilds/{guild_id}/commands': commandList,
    'POST /applications/{application_id}/guilds/{guild_id}/commands': newCommand,
    'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': commandChange,
    'PUT /applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions':
      inline('commandPermissions'),
    'PATCH /channels/{channel_id}': channelChange,
    'POST /channels/{channel_id}/invites': guildInvite,
    'POST /channels/{channel_id}/messages': message('MessageCreateRequest'),
    'PATCH /channels/{channel_id}/messages/{message_id}': message('MessageEditRequestPartial'),
    'POST /channels/{channel_id}/messages/bulk-delete': inline('bulkDelete'),
    'POST /channels/{channel_id}/messages/{message_id}/threads': {
      schema: 'CreateTextThreadWithMessageRequest',
    },
    'PUT /channels/{channel_id}/permissions/{overwrite_id}': inline('permissionOverwrite'),
    'POST /channels/{channel_id}/threads': newThread,
    'POST /guilds/{guild_id}/auto-moderation/rules': autoModerationRule,
    'POST /channels/{channel_id}/webhooks': inline('newWebhook'),
    'PATCH /guilds/{guild_id}': { schema: 'GuildPatchRequestPartial' },
    'POST /guilds/{guild_id}/channels': { schema: 'CreateGuildChannelRequest' },
    'PATCH /guilds/{guild_id}/channels': inline('channelPositions'),
    'PUT /guilds/{guild_id}/bans/{user_id}': { schema: 'BanUserFromGuildRequest' },
    'PATCH /guilds/{guild_id}/members/@me': inline('ownMember'),
    'PATCH /guilds/{guild_id}/members/{user_id}': inline('member'),
    'POST /guilds/{guild_id}/roles': { schema: 'CreateRoleRequest' },
    'PATCH /guilds/{guild_id}/roles/{role_id}': { schema: 'UpdateRoleRequestPartial' },
    'POST /guilds/{guild_id}/scheduled-events': newEvent,
    'PATCH /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}': eventChange,
    'PATCH /users/@me': { schema: 'BotAccountPatchRequest' },
    'POST /users/@me/channels': { schema: 'CreatePrivateChannelRequest' },
    'PATCH /webhooks/{webhook_id}': inline('webhookChange'),
    'PATCH /webhooks/{webhook_id}/{webhook_token}': inline('webhookChangeByToken'),
    'POST /webhooks/{webhook_id}/{webhook_token}': webhookMessage,
    'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': message(
      'IncomingWebhookUpdateRequestPartial',
    ),
    'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': message(
      'IncomingWebhookUpdateRequestPartial',
    ),
  } satisfies Record<string, RouteBody>),
);
