/** What a text of Discord's markdown consists of. */

export type Inline =
  | { type: 'text'; content: string }
  | { type: 'br' }
  | { type: 'strong' | 'em' | 'underline' | 'strikethrough' | 'spoiler'; content: Node[] }
  | { type: 'inlineCode'; content: string }
  /** `target` is an address with a scheme that may be opened; `content` is the address itself for a bare one. */
  | { type: 'link'; target: string; content: Node[] }
  | { type: 'user' | 'role' | 'channel'; id: string }
  | { type: 'everyone' | 'here' }
  | { type: 'emoji'; name: string }
  | { type: 'twemoji'; name: string }
  /** Seconds since 1970, and one of Discord's styles. */
  | { type: 'timestamp'; seconds: number; style: string }
  | { type: 'slashCommand'; name: string }
  | { type: 'guildNavigation'; place: string };

export type Block =
  | { type: 'heading'; level: number; content: Node[] }
  | { type: 'subtext' | 'blockQuote'; content: Node[] }
  | { type: 'list'; ordered: boolean; start: number; items: Node[][] }
  | { type: 'codeBlock'; language: string; content: string };

export type Node = Inline | Block;

/** Whether the message is one to thirty emoji and nothing else: Discord shows those large. */
export function isJumbo(nodes: readonly Node[]): boolean {
  const shown = nodes.filter((node) => node.type !== 'br' && !(node.type === 'text' && !node.content.trim()));
  const isEmoji = (node: Node) => node.type === 'twemoji' || node.type === 'emoji';
  return shown.length > 0 && shown.length <= 30 && shown.every(isEmoji);
}
