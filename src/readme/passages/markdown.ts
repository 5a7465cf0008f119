/** Markdown as GitHub understands it, as a tree. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const syntax = gfm();
const trees = gfmFromMarkdown();

/** Never fails: any text is Markdown. Nodes keep where in the text they stand. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [syntax], mdastExtensions: [trees] });
}

/** From which UTF-16 unit of the text to which. */
export type Span = readonly [from: number, to: number];

/** Where a node of a parsed text stands. */
export function spanOf(node: { position?: Root['position'] }): Span {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
