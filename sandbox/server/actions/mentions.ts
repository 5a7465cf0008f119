/** Whom a message pings, by its text and its `allowed_mentions`. */
import { isObject, type JsonObject, objects, strings, text } from '../json.js';
import type { ChannelRecord, MessageRecord } from '../state/records.js';
import type { State } from '../state/state.js';

export interface Mentions {
  everyone: boolean;
  userIds: string[];
  roleIds: string[];
}

/**
 * `allowed` is `allowed_mentions` as sent; without it everything in the text pings, as Discord has it.
 * `mayEveryone` tells whether the author may ping everyone and roles that are not mentionable.
 */
export function mentionsOf(
  state: State,
  channel: ChannelRecord,
  content: string,
  allowed: unknown,
  mayEveryone: boolean,
  replyTo: MessageRecord | undefined,
): Mentions {
  const rules = isObject(allowed) ? allowed : undefined;
  const parse = rules ? strings(rules.parse) : ['users', 'roles', 'everyone'];
  const may = (kind: string, id: string) => parse.includes(kind) || strings(rules?.[kind]).includes(id);
  const guild = channel.guildId ? state.guilds.get(channel.guildId) : undefined;
  const userIds = idsIn(content, /<@!?(\d{17,20})>/g).filter((id) => state.users.has(id) && may('users', id));
  const answers = replyTo && (rules ? rules.replied_user === true : true) ? [replyTo.authorId] : [];
  const roleIds = idsIn(content, /<@&(\d{17,20})>/g).filter((id) => {
    const role = guild?.roles.find((one) => one.id === id);
    return role !== undefined && may('roles', id) && (role.mentionable || mayEveryone);
  });
  const everyone = /@(everyone|here)\b/.test(content) && parse.includes('everyone') && mayEveryone;
  return { everyone, roleIds, userIds: [...new Set([...userIds, ...answers])] };
}

/** A message's text together with that of its text displays, which ping just the same. */
export function pingingText(content: string, components: JsonObject[]): string {
  return [content, ...components.flatMap(textDisplays)].join('\n');
}

function textDisplays(component: JsonObject): string[] {
  const own = component.type === 10 ? [text(component.content) ?? ''] : [];
  return [...own, ...objects(component.components).flatMap(textDisplays)];
}

function idsIn(content: string, pattern: RegExp): string[] {
  return [...new Set([...content.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
