/** Owns the rules of an emoji given with a button or an option. */
import type { Path, Problems } from './problems.js';

export interface Emoji {
  id?: string | null;
  name?: string | null;
}

const invalidEmoji = { code: 'BUTTON_COMPONENT_INVALID_EMOJI', message: 'Invalid emoji' };
const unicodeEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3/u;

/** A custom emoji has an id; without one the name is itself a Unicode emoji (resources/emoji#emoji-object). */
export function checkEmoji(emoji: Emoji | null | undefined, path: Path, problems: Problems): void {
  if (!emoji || emoji.id) return;
  if (!emoji.name || !unicodeEmoji.test(emoji.name)) problems.add([...path, 'emoji', 'name'], invalidEmoji);
}
