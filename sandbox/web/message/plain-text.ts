/** A message in one plain line, for previews and screen readers. */
import { textOf } from '../../client/text-of.js';
import type { Lookup, Message } from '../model.js';
import { channelName, roleName, userName } from './markdown/names.js';
import { parseMarkdown } from './markdown/parse.js';
import type { Node } from './markdown/tree.js';
import { fromNow } from './time.js';

/** Characters beyond which a preview is cut. */
const LONGEST = 160;

export function plainText(message: Message, lookup: Lookup): string {
  const text = textsOf(parseMarkdown(textOf(message).slice(0, 600)), lookup)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textsOf(nodes: readonly Node[], lookup: Lookup): string {
  return nodes.map((node) => textIn(node, lookup)).join('');
}

function textIn(node: Node, lookup: Lookup): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'codeBlock':
      return node.content;
    case 'spoiler':
      return '▮▮▮';
    case 'strong':
    case 'em':
    case 'underline':
    case 'strikethrough':
    case 'link':
      return textsOf(node.content, lookup);
    case 'heading':
    case 'subtext':
    case 'blockQuote':
      return `${textsOf(node.content, lookup)} `;
    case 'list':
      return `${node.items.map((item) => textsOf(item, lookup)).join(' · ')} `;
    case 'user':
      return userName(node.id, lookup);
    case 'role':
      return roleName(node.id, lookup);
    case 'channel':
      return channelName(node.id, lookup);
    case 'everyone':
    case 'here':
      return `@${node.type}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'twemoji':
      return node.name;
    case 'slashCommand':
      return `/${node.name}`;
    case 'timestamp':
      return fromNow(node.seconds * 1000, lookup.now);
    case 'br':
      return ' ';
    case 'guildNavigation':
      return node.place;
  }
}
