/** Markdown inside a message: its mentions lead to people and channels. */
import type { ComponentChildren } from 'preact';
import { Markdown } from './markdown/markdown.js';
import { useWithin } from './within.js';

export interface MessageTextProps {
  text: string;
  hasJumbo?: boolean;
  /** What stands in the last line behind the text. */
  after?: ComponentChildren;
}

export function MessageText({ text, hasJumbo, after }: MessageTextProps) {
  const { lookup, actions } = useWithin();
  return <Markdown text={text} lookup={lookup} doors={actions} hasJumbo={hasJumbo ?? false} after={after} />;
}
