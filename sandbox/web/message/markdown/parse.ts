/** Discord's markdown as a tree; whatever a text holds, its tree holds text and nothing that could be run. */
import { SimpleMarkdown } from 'discord-markdown-parser';
import { rules } from './rules.js';
import type { Node } from './tree.js';

type Raw = ReturnType<ReturnType<typeof SimpleMarkdown.parserFor>>[number];

const parser = SimpleMarkdown.parserFor(rules);

export function parseMarkdown(text: string): Node[] {
  return tidied(parser(text.trim(), { inline: true }));
}

/** Neighbouring texts in one, and no line break behind what ends its line itself. */
function tidied(raw: unknown): Node[] {
  const nodes: Node[] = [];
  for (const one of Array.isArray(raw) ? raw : []) {
    const node = nodeOf(one);
    const before = nodes.at(-1);
    if (node?.type === 'text' && before?.type === 'text') before.content += node.content;
    else if (node && !(node.type === 'br' && before?.type === 'codeBlock')) nodes.push(node);
  }
  return nodes;
}

function nodeOf(raw: Raw): Node | undefined {
  const content = () => tidied(raw['content']);
  switch (raw.type) {
    case 'text':
      return { type: 'text', content: String(raw['content']) };
    case 'br':
    case 'everyone':
    case 'here':
      return { type: raw.type };
    case 'strong':
    case 'em':
    case 'underline':
    case 'strikethrough':
    case 'spoiler':
    case 'subtext':
    case 'blockQuote':
      return { type: raw.type, content: content() };
    case 'heading':
      return { type: 'heading', level: Number(raw['level']), content: content() };
    case 'list':
      return {
        type: 'list',
        ordered: raw['ordered'] === true,
        start: Number(raw['start']),
        items: (Array.isArray(raw['items']) ? raw['items'] : []).map(tidied),
      };
    case 'codeBlock':
      return { type: 'codeBlock', language: String(raw['language']), content: String(raw['content']) };
    case 'inlineCode':
      return { type: 'inlineCode', content: String(raw['content']) };
    case 'link':
      return { type: 'link', target: String(raw['target']), content: content() };
    case 'user':
    case 'role':
    case 'channel':
      return { type: raw.type, id: String(raw['id']) };
    case 'emoji':
    case 'twemoji':
      return { type: raw.type, name: String(raw['name']) };
    case 'timestamp':
      return { type: 'timestamp', seconds: Number(raw['seconds']), style: String(raw['style']) };
    case 'slashCommand':
      return { type: 'slashCommand', name: String(raw['name']) };
    case 'guildNavigation':
      return { type: 'guildNavigation', place: String(raw['place']) };
  }
}
