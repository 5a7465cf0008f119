/**
 * Owns the bodies that Discord's API description spells out in place, without a name, and that the package of
 * schemas therefore lacks.
 */
import * as z from 'zod/mini';
import { type Schema, schemaNamed } from './schemas.js';

const text = (minimum: number, maximum: number) =>
  z.string().check(z.minLength(minimum), z.maxLength(maximum));
const bits = z.nullish(z.union([z.string().check(z.regex(/^[0-9]+$/)), z.number()]));

/** Each is made when it is first used, since it may hold schemas of the description. */
export const inlineBodies = {
  /** resources/message#bulk-delete-messages */
  bulkDelete: () => z.object({ messages: z.array(snowflake()).check(z.minLength(2), z.maxLength(100)) }),
  /** resources/channel#edit-channel-permissions */
  permissionOverwrite: () =>
    z.object({ type: z.nullish(schemaNamed('ChannelPermissionOverwrites')), allow: bits, deny: bits }),
  /** resources/webhook#create-webhook */
  newWebhook: () => z.object({ name: text(1, 80), avatar: z.nullish(z.string()) }),
  /** resources/webhook#modify-webhook */
  webhookChange: () =>
    z.object({
      name: z.optional(text(1, 80)),
      avatar: z.nullish(z.string()),
      channel_id: z.nullish(snowflake()),
    }),
  /** resources/webhook#modify-webhook-with-token */
  webhookChangeByToken: () => z.object({ name: z.optional(text(1, 80)), avatar: z.nullish(z.string()) }),
  /** resources/guild#modify-guild-member */
  member: () =>
    z.object({
      nick: z.nullish(text(0, 32)),
      roles: z.nullish(z.array(z.nullable(snowflake())).check(z.maxLength(350))),
      mute: z.nullish(z.boolean()),
      deaf: z.nullish(z.boolean()),
      channel_id: z.nullish(snowflake()),
      communication_disabled_until: z.nullish(z.string()),
      flags: z.nullish(z.number()),
    }),
  /** resources/guild#modify-current-member */
  ownMember: () =>
    z.object({
      nick: z.nullish(text(0, 32)),
      avatar: z.nullish(z.string()),
      bio: z.nullish(text(0, 190)),
      banner: z.nullish(z.string()),
    }),
  /** resources/guild#modify-guild-channel-positions */
  channelPositions: () =>
    z.array(
      z.object({
        id: z.nullish(snowflake()),
        position: z.nullish(z.int32().check(z.minimum(0))),
        parent_id: z.nullish(snowflake()),
        lock_permissions: z.nullish(z.boolean()),
      }),
    ),
  /** interactions/application-commands#edit-application-command-permissions */
  commandPermissions: () =>
    z.object({
      permissions: z.nullish(z.array(schemaNamed('ApplicationCommandPermission')).check(z.maxLength(100))),
    }),
  /** interactions/application-commands#bulk-overwrite-global-application-commands; 100 + 15 + 15 of the three kinds */
  commandList: () =>
    z.nullable(z.array(schemaNamed('ApplicationCommandUpdateRequest')).check(z.maxLength(130))),
} satisfies Record<string, () => Schema>;

function snowflake(): Schema {
  return schemaNamed('SnowflakeType');
}
