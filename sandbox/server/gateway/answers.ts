/** What a session gets when it asks for a guild's members or sounds. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { type JsonObject, strings } from '../json.js';
import type { State } from '../state/state.js';
import { memberChunks } from './member-chunks.js';
import type { Session } from './session.js';

/** Answers operation 8: members in chunks; all of them need the intent for members. */
export function sendMembers(
  state: State,
  session: Session,
  request: JsonObject,
  gap: (name: string) => void,
): void {
  const guild = state.guilds.get(String(request.guild_id));
  if (!guild?.members[session.application.id]) return;
  const hasIntent = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
  const isWhole = request.query === '' && !request.limit;
  if (isWhole && !hasIntent) gap('operation 8 for all members, without the intent for members');
  for (const chunk of memberChunks(state, guild, request, hasIntent))
    session.dispatch('GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
}

/** Answers operation 31: the sounds of each guild, of which there are none. */
export function sendSoundboards(state: State, session: Session, request: JsonObject): void {
  for (const id of strings(request.guild_ids))
    if (state.guilds.get(id)?.members[session.application.id])
      session.dispatch('SOUNDBOARD_SOUNDS', JSON.stringify({ guild_id: id, soundboard_sounds: [] }));
}
