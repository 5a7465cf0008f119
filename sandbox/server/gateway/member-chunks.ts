/** What the gateway answers when a bot asks for a guild's members. */
import { type JsonObject, strings } from '../json.js';
import type { GuildRecord, MemberRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { memberView } from '../views/people.js';

const CHUNK = 1_000;

/** The members asked for by id or by the start of their name; everyone only to who may hear of everyone. */
export function memberChunks(
  state: State,
  guild: GuildRecord,
  request: JsonObject,
  allMembers: boolean,
): JsonObject[] {
  const wanted = typeof request.user_ids === 'string' ? [request.user_ids] : strings(request.user_ids);
  const query = typeof request.query === 'string' ? request.query.toLowerCase() : undefined;
  if (wanted.length === 0 && query === '' && !request.limit && !allMembers) return [];
  const found =
    wanted.length > 0 ? withIds(guild, wanted) : named(state, guild, query ?? '', Number(request.limit));
  const count = Math.max(1, Math.ceil(found.length / CHUNK));
  return Array.from({ length: count }, (_, index) => ({
    guild_id: guild.id,
    members: found.slice(index * CHUNK, (index + 1) * CHUNK).map((member) => memberView(state, member)),
    chunk_index: index,
    chunk_count: count,
    not_found: wanted.filter((id) => !guild.members[id]),
    ...(request.nonce !== undefined && { nonce: request.nonce }),
    ...(request.presences === true && { presences: [] }),
  }));
}

function withIds(guild: GuildRecord, ids: string[]): MemberRecord[] {
  return ids.flatMap((id) => guild.members[id] ?? []);
}

function named(state: State, guild: GuildRecord, start: string, limit: number): MemberRecord[] {
  const found = Object.values(guild.members).filter((member) =>
    (member.nick ?? state.users.get(member.userId)?.username ?? '').toLowerCase().startsWith(start),
  );
  return limit > 0 ? found.slice(0, limit) : found;
}
