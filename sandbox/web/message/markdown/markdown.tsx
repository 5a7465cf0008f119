/** A text of Discord's markdown as elements of the page; nothing of it is ever read as HTML. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Lookup } from '../../model.js';
import { words } from '../../words/words.js';
import { CodeBlock } from './code-block.js';
import { Link } from './link.js';
import { ChannelMention, type Doors, Mention, RoleMention, UserMention } from './mentions.js';
import { parseMarkdown } from './parse.js';
import { Spoiler } from './spoiler.js';
import { Timestamp } from './timestamp.js';
import { isJumbo, type Node } from './tree.js';
import './markdown.css';

export interface MarkdownProps {
  text: string;
  lookup: Lookup;
  /** What its mentions lead to; without them they are plain text. */
  doors?: Doors | undefined;
  /** Shows a message of nothing but emoji large. */
  hasJumbo?: boolean;
  /** What stands in the last line behind the text. */
  after?: ComponentChildren;
}

type Surroundings = Pick<MarkdownProps, 'lookup' | 'doors'>;

export function Markdown({ text, lookup, doors, hasJumbo = false, after }: MarkdownProps) {
  const nodes = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class={`markdown ${hasJumbo && isJumbo(nodes) ? 'markdown-jumbo' : ''}`} dir="auto">
      <Nodes of={nodes} within={{ lookup, doors }} />
      {after}
    </div>
  );
}

function Nodes({ of, within }: { of: readonly Node[]; within: Surroundings }) {
  return (
    <>
      {of.map((node, index) => (
        <One key={index} node={node} within={within} />
      ))}
    </>
  );
}

function One({ node, within }: { node: Node; within: Surroundings }): ComponentChildren {
  switch (node.type) {
    case 'text':
      return node.content;
    case 'br':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Nodes of={node.content} within={within} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Nodes of={node.content} within={within} />
        </em>
      );
    case 'underline':
      return (
        <u>
          <Nodes of={node.content} within={within} />
        </u>
      );
    case 'strikethrough':
      return (
        <s>
          <Nodes of={node.content} within={within} />
        </s>
      );
    case 'spoiler':
      return (
        <Spoiler>
          <Nodes of={node.content} within={within} />
        </Spoiler>
      );
    case 'inlineCode':
      return (
        <code class="inline-code" dir="ltr">
          {node.content}
        </code>
      );
    case 'codeBlock':
      return <CodeBlock code={node.content} language={node.language} />;
    case 'heading':
      return (
        <Heading level={node.level}>
          <Nodes of={node.content} within={within} />
        </Heading>
      );
    case 'subtext':
      return (
        <small class="subtext" dir="auto">
          <Nodes of={node.content} within={within} />
        </small>
      );
    case 'blockQuote':
      return (
        <blockquote dir="auto">
          <Nodes of={node.content} within={within} />
        </blockquote>
      );
    case 'list':
      return <List ordered={node.ordered} start={node.start} items={node.items} within={within} />;
    case 'link': {
      const [only] = node.content;
      const isBare = only?.type === 'text' && only.content === node.target;
      return (
        <Link target={node.target} isBare={isBare} {...within}>
          <Nodes of={node.content} within={within} />
        </Link>
      );
    }
    case 'user':
      return <UserMention id={node.id} {...within} />;
    case 'role':
      return <RoleMention id={node.id} {...within} />;
    case 'channel':
      return <ChannelMention id={node.id} {...within} />;
    case 'everyone':
    case 'here':
      return <Mention text={`@${node.type}`} />;
    case 'slashCommand':
      return <Mention text={`/${node.name}`} />;
    case 'guildNavigation':
      return <Mention text={guideName(node.place)} />;
    case 'emoji':
      return <span class="custom-emoji">{`:${node.name}:`}</span>;
    case 'twemoji':
      return <span class="emoji">{node.name}</span>;
    case 'timestamp':
      return <Timestamp seconds={node.seconds} style={node.style} lookup={within.lookup} />;
  }
}

/** What Discord calls a page of a guild; the name in the text when it is none that is known. */
function guideName(place: string): string {
  const { guides } = words().message;
  return place in guides ? guides[place as keyof typeof guides] : place;
}

/** One level for all: a card that begins with a small heading leaves none out in the page's outline. */
function Heading({ level, children }: { level: number; children: ComponentChildren }) {
  return (
    <h3 class={`heading-${level}`} dir="auto">
      {children}
    </h3>
  );
}

interface ListProps {
  ordered: boolean;
  start: number;
  items: readonly (readonly Node[])[];
  within: Surroundings;
}

function List({ ordered, start, items, within }: ListProps) {
  const rows = items.map((item, index) => (
    <li key={index}>
      <Nodes of={item} within={within} />
    </li>
  ));
  return ordered ? (
    <ol start={start} dir="auto">
      {rows}
    </ol>
  ) : (
    <ul dir="auto">{rows}</ul>
  );
}
