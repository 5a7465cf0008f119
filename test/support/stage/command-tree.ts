/** Every command and subcommand, from its definition, and using it with given values. */
import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType as Kind } from 'discord.js';
import { features } from '../../../src/features.js';
import { type Option, userOf } from './interactions.js';
import type { Loose } from './rest.js';

const { commands } = features;

/** One thing a member can run. */
export interface Leaf {
  /** As in `/admin digest run`, without the slash; for a menu command its name. */
  path: string;
  menu?: 'user' | 'message';
  options: APIApplicationCommandBasicOption[];
  moderatorsOnly: boolean;
}

/** Values of options by name; for an attachment what Discord sends about it. */
export type Values = Record<string, unknown>;

export const leaves: readonly Leaf[] = commands.flatMap((command): Leaf[] => {
  const definition = command.data.toJSON() as Loose;
  if ('menu' in command) {
    return [
      {
        path: definition.name,
        menu: command.menu,
        options: [],
        moderatorsOnly: command.moderatorsOnly ?? false,
      },
    ];
  }
  if (!('subcommands' in command)) {
    return [
      {
        path: definition.name,
        options: definition.options ?? [],
        moderatorsOnly: command.moderatorsOnly ?? false,
      },
    ];
  }
  return command.subcommands.map(({ data, group, moderatorsOnly }) => ({
    path: [definition.name, group, data.name].filter(Boolean).join(' '),
    options: data.toJSON().options ?? [],
    moderatorsOnly: Boolean(command.moderatorsOnly || moderatorsOnly),
  }));
});

/** The command with these values, as the gateway sends it; `focused` is the option being typed. */
export function usedWith(
  { path, options }: Pick<Leaf, 'path' | 'options'>,
  values: Values,
  focused?: string,
): { name: string; options: Option[]; resolved: Loose } {
  const resolved: Loose = {};
  const flat = options.flatMap(({ name, type }): Option[] => {
    const value = values[name];
    if (value === undefined) return [];
    const kept = type === Kind.Attachment ? (value as Loose).id : value;
    resolve(resolved, type, value);
    return [{ name, type, value: kept, ...(name === focused && { focused: true }) }];
  });
  const [name = '', ...rest] = path.split(' ');
  const [group, subcommand] = rest.length === 2 ? rest : [undefined, rest[0]];
  const nested = subcommand ? [{ name: subcommand, type: 1, options: flat }] : flat;
  return { name, options: group ? [{ name: group, type: 2, options: nested }] : nested, resolved };
}

function resolve(resolved: Loose, type: Kind, value: unknown): void {
  const id = String(value);
  const put = (kind: string, key: string, what: Loose) => {
    resolved[kind] = { ...resolved[kind], [key]: what };
  };
  if (type === Kind.User) put('users', id, userOf({ id, name: 'Somebody' }));
  if (type === Kind.Channel) put('channels', id, { id, type: 0, name: 'channel', permissions: '0' });
  if (type === Kind.Role) put('roles', id, resolvedRole(id));
  if (type === Kind.Attachment) put('attachments', (value as Loose).id, value);
}

export const resolvedRole = (id: string): Loose => ({
  id,
  name: 'role',
  permissions: '0',
  color: 0,
  colors: { primary_color: 0 },
  hoist: false,
  position: 1,
  managed: false,
  mentionable: false,
  flags: 0,
});
