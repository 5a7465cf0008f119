/** Custom emoji of guilds and of applications, and what an emoji in a request stands for. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { invalidField, refuse } from '../http/errors.js';
import type { Sandbox } from '../sandbox.js';
import type { ApplicationRecord, EmojiRecord, GuildRecord, ReactionRecord } from '../state/records.js';
import { emojiView } from '../views/emojis.js';

/** Discord's own bounds: of a guild without boosts, and of an application. */
export const MAX_GUILD_EMOJIS = 50;
export const MAX_APPLICATION_EMOJIS = 2_000;
const MAX_BYTES = 256 * 1_024;
const IMAGE = /^data:(image\/(?:png|jpeg|gif|webp|avif));base64,([\w+/=]+)$/;
const NAME = /^\w{2,32}$/;

/** Makes an emoji of an image given as a data URI; its picture is served by the sandbox. */
export function makeEmoji(
  sandbox: Sandbox,
  body: { name: unknown; image: unknown },
  creatorId: string,
): EmojiRecord {
  const [, type, data] = IMAGE.exec(String(body.image)) ?? [];
  if (!type || !data) throw invalidField('image', 'BASE_TYPE_BAD_IMAGE', 'Invalid image data');
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > MAX_BYTES)
    throw invalidField('image', 'BINARY_TYPE_MAX_SIZE', 'File cannot be larger than 256.0 kb.');
  const id = sandbox.ids.next();
  sandbox.state.files.set(id, { name: `${id}.${type.split('/')[1]}`, type, data: bytes });
  return { id, name: emojiName(body.name), animated: type === 'image/gif', creatorId, roles: [] };
}

export function emojiName(name: unknown): string {
  if (!NAME.test(String(name)))
    throw invalidField('name', 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  return String(name);
}

export function emojisChanged(sandbox: Sandbox, guild: GuildRecord): void {
  sandbox.state.changed();
  sandbox.gateway.emit({
    name: 'GUILD_EMOJIS_UPDATE',
    intent: GatewayIntentBits.GuildExpressions,
    guildId: guild.id,
    data: () => ({ guild_id: guild.id, emojis: guild.emojis.map((one) => emojiView(sandbox.state, one)) }),
  });
}

/** `name:id` is a custom emoji the user can reach, anything else one of Unicode's; otherwise 10014. */
export function emojiIn(
  sandbox: Sandbox,
  value: string,
  application?: ApplicationRecord,
): ReactionRecord['emoji'] {
  const own = /^(?:<?a?:)?(\w+):(\d{17,19})>?$/.exec(value);
  if (own) {
    const found = sandbox.state.emojiFor(application, own[2] ?? '');
    if (!found) throw refuse('unknownEmoji');
    return { id: found.id, name: found.name, ...(found.animated && { animated: true }) };
  }
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(value)) throw refuse('unknownEmoji');
  return { id: null, name: value };
}
