/** `#12` in what the bot says is a link to that entry's card. What members wrote stays as they wrote it. */
import type { CardPlace } from '../../entities/card.js';
import { messageLink } from '../../platform/discord-links.js';
import { fits, textsOf } from './fit.js';
import type { MessageView } from './message-view.js';

/** Not within a word, an address or a channel's mention, nor after a backslash, which members' own signs get. */
const number = '(?<![\\w\\\\/?=&#.:%<-])#(?=\\d)';
const memberNumber = new RegExp(number, 'g');
/** Code, links and addresses are left alone. */
const pieces = new RegExp(
  `\`\`\`[^]*?(?:\`\`\`|$)|\`[^\`\\n]+\`|\\[[^\\]\\n]*\\]\\([^)\\s]+\\)|<[^>\\n]*>|https?:\\/\\/\\S+|${number}([1-9]\\d{0,9})(?!\\w)`,
  'g',
);

/** Most numbers that are looked up for one message. */
const linkedAtMost = 25;

interface Part {
  content?: unknown;
  components?: unknown;
}

/** Members' own `#1` is no number of an entry: taken literally, it's never linked. */
export function withoutEntryNumbers(text: string): string {
  return text.replace(memberNumber, '\\#');
}

/** The numbers that a message of the bot mentions. */
export function entryNumbersIn({ components, isLinked }: MessageView): number[] {
  if (isLinked) return [];
  const found = new Set<number>();
  for (const text of textsOf(components))
    for (const { 1: digits } of text.matchAll(pieces)) if (digits) found.add(Number(digits));
  return [...found].filter((one) => one <= 2_147_483_647).slice(0, linkedAtMost);
}

/** The same message with links, as far as there is room for them. */
export function withEntryLinks(
  view: MessageView,
  guildId: string,
  places: ReadonlyMap<number, CardPlace | null>,
): MessageView {
  if (places.size === 0) return view;
  const link = (text: string) =>
    text.replace(pieces, (whole, digits: string | undefined) => {
      const place = digits && places.get(Number(digits));
      return place ? `[${whole}](${messageLink(guildId, place.channelId, place.messageId)})` : whole;
    });
  const components = mapped(view.components, link) as MessageView['components'];
  return fits({ components }) ? { ...view, components } : view;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const { content, components } = value as Part;
  return {
    ...value,
    ...(typeof content === 'string' && { content: change(content) }),
    ...(components !== undefined && { components: mapped(components, change) }),
  };
}
