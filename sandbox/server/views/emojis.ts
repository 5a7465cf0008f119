/** Custom emoji as Discord's API shows them. */
import type { JsonObject } from '../json.js';
import type { EmojiRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { userView } from './people.js';

export function emojiView(state: State, emoji: EmojiRecord): JsonObject {
  return {
    id: emoji.id,
    name: emoji.name,
    roles: emoji.roles,
    require_colons: true,
    managed: false,
    animated: emoji.animated,
    available: true,
    ...(emoji.creatorId !== '0' && { user: userView(state, emoji.creatorId) }),
  };
}
