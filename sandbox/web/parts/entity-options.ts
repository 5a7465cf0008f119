/** The people, roles and channels that a select or an option of a command offers. */
import type { Channel, Lookup, Person, Role } from '../model.js';
import type { SelectOption } from './select-option.js';

export type EntityKind = 'user' | 'role' | 'mentionable' | 'channel';

/**
 * Who or what can be chosen, in the order Discord shows.
 * @param channelTypes Discord's channel types that are offered; every type when there are none
 * @param chosenIds those chosen beforehand
 */
export function entityOptions(
  lookup: Lookup,
  kind: EntityKind,
  channelTypes: readonly number[] = [],
  chosenIds: readonly string[] = [],
): SelectOption[] {
  return offered(lookup, kind, channelTypes).map((option) => ({
    ...option,
    isDefault: chosenIds.includes(option.value),
  }));
}

function offered(lookup: Lookup, kind: EntityKind, channelTypes: readonly number[]): SelectOption[] {
  switch (kind) {
    case 'user':
      return lookup.people.map(personOption);
    case 'role':
      return lookup.roles.map(roleOption);
    case 'mentionable':
      return [...lookup.people.map(personOption), ...lookup.roles.map(roleOption)];
    case 'channel':
      return lookup.channels
        .filter(({ type }) => channelTypes.length === 0 || channelTypes.includes(type))
        .map((channel) => channelOption(lookup, channel));
  }
}

function personOption(person: Person): SelectOption {
  return {
    value: person.id,
    label: person.name,
    ...(person.username !== person.name && { description: person.username }),
    mark: { kind: 'person', id: person.id, name: person.name, isBot: person.isBot },
  };
}

function roleOption(role: Role): SelectOption {
  return { value: role.id, label: role.name, mark: { kind: 'role', color: role.color } };
}

function channelOption(lookup: Lookup, channel: Channel): SelectOption {
  const parent = channel.parentId === null ? undefined : lookup.channel(channel.parentId);
  return {
    value: channel.id,
    label: channel.name,
    ...(parent && { description: parent.name }),
    mark: { kind: 'channel', type: channel.type },
  };
}
