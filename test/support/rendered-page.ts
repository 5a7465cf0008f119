/** What is left of a document when its rendered page is selected and pasted as plain text. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../../src/readme/passages/markdown.js';

/**
 * Headings and bold words without marks, tables with tabs, code without fences, links without addresses.
 * @param bullet what a browser puts before list items: nothing, or a sign
 */
export function pastedPage(markdown: string, bullet: '' | '• ' = ''): string {
  return blocksText(parseMarkdown(markdown).children, bullet).trim();
}

function blocksText(nodes: readonly RootContent[], bullet: string): string {
  return nodes
    .map((node) => blockText(node, bullet))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function blockText(node: RootContent, bullet: string): string {
  switch (node.type) {
    case 'html':
    case 'thematicBreak':
    case 'definition':
      return '';
    case 'code':
      // GitHub draws it.
      return node.lang === 'mermaid' ? '' : node.value;
    case 'table':
      return node.children.map((row) => row.children.map(inlineText).join('\t')).join('\n');
    case 'list':
      return node.children
        .map((item) => bullet + blocksText(item.children, bullet))
        .join(node.spread === true ? '\n\n' : '\n');
    case 'blockquote':
      return blocksText(node.children, bullet);
    default:
      return inlineText(node);
  }
}

function inlineText(node: RootContent): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'html') return '';
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children.map((child) => inlineText(child as RootContent)).join('')
    : textOf(node);
}
