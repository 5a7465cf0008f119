/** The few pieces that our documents are built of. */
import type { Heading, Link, List, PhrasingContent, Text } from 'mdast';

export function heading(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: [text(value)] };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

export function link(url: string, label = url): Link {
  return { type: 'link', url, children: [text(label)] };
}

export function listOf(lines: readonly PhrasingContent[][]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: lines.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
}

/** The link to an entry's card; undefined when it has none. */
export function cardMark({ number, card }: { number: number; card: string | null }) {
  return card === null ? undefined : { label: `#${number}`, address: card };
}
