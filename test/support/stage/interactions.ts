/** Raw interactions as Discord's gateway sends them: commands, menus, autocomplete, controls and forms. */
import type { Loose } from './rest.js';
import { applicationId } from './stage.js';

/** The acting member, as Discord sends them. */
export interface Somebody {
  id: string;
  name: string;
  /** Their permissions in the channel, as a number in text. */
  permissions: string;
  roles: readonly string[];
  isBot?: boolean;
}

/** Where it happens; in a direct message there is no guild. */
export interface Where {
  guildId?: string | undefined;
  channelId: string;
  /** 0 a text channel, 1 a direct message, 11 a thread. */
  channelType?: number;
}

export interface Option {
  name: string;
  type: number;
  value?: unknown;
  focused?: boolean;
  options?: Option[];
}

type NewId = () => string;

export const userOf = ({ id, name, isBot = false }: Pick<Somebody, 'id' | 'name' | 'isBot'>): Loose => ({
  id,
  username: `user${id}`,
  global_name: name,
  discriminator: '0',
  avatar: null,
  bot: isBot,
});

const memberOf = (somebody: Somebody): Loose => ({
  user: userOf(somebody),
  nick: null,
  avatar: null,
  roles: [...somebody.roles],
  joined_at: '2026-01-05T00:00:00Z',
  premium_since: null,
  communication_disabled_until: null,
  pending: false,
  deaf: false,
  mute: false,
  flags: 0,
  permissions: somebody.permissions,
});

function frame(
  newId: NewId,
  type: number,
  somebody: Somebody,
  { guildId, channelId, channelType }: Where,
): Loose {
  const id = newId();
  return {
    id,
    application_id: applicationId,
    type,
    token: `token${id}`,
    version: 1,
    channel_id: channelId,
    channel: {
      id: channelId,
      type: channelType ?? (guildId ? 0 : 1),
      ...(guildId ? { guild_id: guildId } : { recipients: [] }),
    },
    ...(guildId
      ? {
          guild_id: guildId,
          guild: { id: guildId, locale: 'en-US', features: [] },
          member: memberOf(somebody),
          guild_locale: 'en-US',
        }
      : { user: userOf(somebody) }),
    locale: 'en-US',
    app_permissions: '2248473465835073',
    entitlements: [],
    authorizing_integration_owners: {},
    context: guildId ? 0 : 1,
    attachment_size_limit: 10_485_760,
  };
}

/** `/name …` with options nested as in the command. */
export function commandUsed(
  newId: NewId,
  somebody: Somebody,
  where: Where,
  { name, options, resolved }: { name: string; options: Option[]; resolved?: Loose },
): Loose {
  return {
    ...frame(newId, 2, somebody, where),
    data: {
      id: newId(),
      name,
      type: 1,
      options,
      ...(where.guildId && { guild_id: where.guildId }),
      ...(resolved && { resolved }),
    },
  };
}

/** An option being typed. */
export function typing(
  newId: NewId,
  somebody: Somebody,
  where: Where,
  command: { name: string; options: Option[] },
): Loose {
  return { ...commandUsed(newId, somebody, where, command), type: 4 };
}

/** A command in the user or message menu. */
export function menuUsed(
  newId: NewId,
  somebody: Somebody,
  where: Where,
  menu: { name: string; on: 'user' | 'message'; target: Loose },
): Loose {
  const { name, on, target } = menu;
  return {
    ...frame(newId, 2, somebody, where),
    data: {
      id: newId(),
      name,
      type: on === 'user' ? 2 : 3,
      target_id: target.id,
      resolved:
        on === 'user'
          ? { users: { [target.id]: target }, members: {} }
          : { messages: { [target.id]: target } },
    },
  };
}

/** A button pressed, or a select used, on one of the bot's messages. */
export function controlUsed(
  newId: NewId,
  somebody: Somebody,
  where: Where,
  control: { customId: string; type: number; values?: readonly string[]; message?: Loose; resolved?: Loose },
): Loose {
  const { customId, type, values, resolved } = control;
  return {
    ...frame(newId, 3, somebody, where),
    message: control.message ?? someMessage(newId, where.channelId),
    data: {
      custom_id: customId,
      component_type: type,
      ...(values && { values: [...values] }),
      ...(resolved && { resolved }),
    },
  };
}

/** A submitted form: each field's value, and the message it was opened from, if any. */
export function formHandedIn(
  newId: NewId,
  somebody: Somebody,
  where: Where,
  form: { customId: string; fields: readonly { id: string; type: number; value: string }[]; message?: Loose },
): Loose {
  return {
    ...frame(newId, 5, somebody, where),
    ...(form.message && { message: form.message }),
    data: {
      custom_id: form.customId,
      components: form.fields.map(({ id, type, value }, index) => ({
        type: 18,
        id: index * 2 + 1,
        component: {
          type,
          id: index * 2 + 2,
          custom_id: id,
          ...(type === 4 ? { value } : { values: value ? [value] : [] }),
        },
      })),
    },
  };
}

export function someMessage(newId: NewId, channelId: string, more: Loose = {}): Loose {
  return {
    id: newId(),
    channel_id: channelId,
    type: 0,
    content: '',
    author: userOf({ id: applicationId, name: 'Nexus', isBot: true }),
    embeds: [],
    attachments: [],
    components: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: '2026-03-02T08:00:00.000Z',
    edited_timestamp: null,
    flags: 1 << 15,
    ...more,
  };
}
