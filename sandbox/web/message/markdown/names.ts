/** What mentions call people, roles and channels: the names they have now, or Discord's word for somebody unknown. */
import type { Lookup } from '../../model.js';
import { words } from '../../words/words.js';

export function userName(id: string, lookup: Lookup): string {
  const person = lookup.person(id);
  return person ? `@${person.name}` : words().message.unknownUser;
}

export function roleName(id: string, lookup: Lookup): string {
  const role = lookup.role(id);
  return role ? `@${role.name}` : words().message.unknownRole;
}

export function channelName(id: string, lookup: Lookup): string {
  const channel = lookup.channel(id);
  return channel ? `#${channel.name}` : words().message.unknownChannel;
}
