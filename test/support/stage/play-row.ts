/** Plays a row of the permission tables: as one of its actors, in a scene. */
import { ComponentType } from 'discord.js';
import { routes } from '../../../src/components/routes.js';
import { type Leaf, resolvedRole, usedWith } from './command-tree.js';
import {
  commandUsed,
  controlUsed,
  formHandedIn,
  menuUsed,
  type Somebody,
  someMessage,
  userOf,
  type Where,
} from './interactions.js';
import type { Loose } from './rest.js';
import {
  type ActorName,
  actors,
  type CommandRow,
  type ControlKind,
  type ControlRow,
  controlRows,
} from './rights.js';
import { authorId, type Scene } from './scene.js';
import type { Stage } from './stage.js';

export const componentTypes = {
  button: ComponentType.Button,
  select: ComponentType.StringSelect,
  channels: ComponentType.ChannelSelect,
  roles: ComponentType.RoleSelect,
  users: ComponentType.UserSelect,
} satisfies Record<Exclude<ControlKind, 'form'>, number>;

export function somebodyAs(name: ActorName, scene: Scene, foreignRole: string): Somebody {
  const actor: { id: string; permissions?: string; hasRole?: true; hasForeignRole?: true; isBot?: true } =
    actors[name];
  return {
    id: actor.id,
    name: 'Member',
    permissions: actor.permissions ?? writing,
    roles: [
      ...(actor.hasRole ? [scene.roles.moderator] : []),
      ...(actor.hasForeignRole ? [foreignRole] : []),
    ],
    isBot: actor.isBot ?? false,
  };
}

export const placeIn = (scene: Scene): Where => ({
  guildId: scene.id,
  channelId: scene.channels.prodevprojectnexus,
});

/** Send Messages, and in threads: what members have. */
const writing = String((1n << 11n) | (1n << 38n));

/** The raw interaction of a command's row. */
export function rawCommand(
  stage: Stage,
  leaf: Leaf,
  row: CommandRow,
  { scene, somebody, where = placeIn(scene) }: { scene: Scene; somebody: Somebody; where?: Where },
): Loose {
  if (!leaf.menu) {
    return commandUsed(stage.newId, somebody, where, usedWith(leaf, row.values?.(scene, stage) ?? {}));
  }
  const target =
    leaf.menu === 'user'
      ? userOf({ id: authorId, name: 'Amina' })
      : someMessage(stage.newId, where.channelId, {
          content: 'Found it.',
          flags: 0,
          author: userOf({ id: authorId, name: 'Amina' }),
        });
  return menuUsed(stage.newId, somebody, where, { name: leaf.path, on: leaf.menu, target });
}

/** The raw interaction of a control's row; `customId` in place of the row's own. */
export function rawControl(
  stage: Stage,
  name: keyof typeof controlRows,
  {
    scene,
    somebody,
    where = placeIn(scene),
    customId,
  }: { scene: Scene; somebody: Somebody; where?: Where; customId?: string },
): Loose {
  const row: ControlRow = controlRows[name];
  const id = customId ?? (routes[name].id as (params: unknown) => string)(row.params(scene));
  return rawOfKind(stage, row.kind, {
    somebody,
    where,
    customId: id,
    values: row.values?.(scene),
    fields: row.fields,
  });
}

export function rawOfKind(
  stage: Stage,
  kind: ControlKind,
  use: {
    somebody: Somebody;
    where: Where;
    customId: string;
    values?: readonly string[] | undefined;
    fields?: Record<string, string> | undefined;
    message?: Loose;
  },
): Loose {
  const { somebody, where, customId, values, fields = {}, message } = use;
  if (kind === 'form') {
    const typed = Object.entries(fields).map(([id, value]) => ({ id, value, type: isSelect(id) ? 3 : 4 }));
    return formHandedIn(stage.newId, somebody, where, {
      customId,
      fields: typed,
      message: message ?? someMessage(stage.newId, where.channelId),
    });
  }
  return controlUsed(stage.newId, somebody, where, {
    customId,
    type: componentTypes[kind],
    message,
    ...(kind !== 'button' && { values: values ?? [] }),
    ...(kind === 'roles' && {
      resolved: { roles: Object.fromEntries((values ?? []).map((id) => [id, resolvedRole(id)])) },
    }),
    ...(kind === 'channels' && {
      resolved: {
        channels: Object.fromEntries(
          (values ?? []).map((id) => [id, { id, type: 0, name: 'c', permissions: '0' }]),
        ),
      },
    }),
    ...(kind === 'users' && {
      resolved: {
        users: Object.fromEntries((values ?? []).map((id) => [id, userOf({ id, name: 'Somebody' })])),
      },
    }),
  });
}

/** The fields of forms that are selects. */
const isSelect = (field: string) => ['kind', 'track', 'consent', 'reportReason'].includes(field);
