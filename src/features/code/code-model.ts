/** Code found in a message, and why a message has none to show. */

/** What Discord's highlighting calls the languages that can be told with certainty, and how their files end. */
export const fileEndings = {
  bash: 'sh',
  c: 'c',
  cpp: 'cpp',
  cs: 'cs',
  css: 'css',
  diff: 'diff',
  dockerfile: 'dockerfile',
  go: 'go',
  html: 'html',
  java: 'java',
  js: 'js',
  json: 'json',
  php: 'php',
  py: 'py',
  rust: 'rs',
  sql: 'sql',
  ts: 'ts',
} as const;
export type CodeLanguage = keyof typeof fileEndings;

export interface CodeBlock {
  /** As behind a fence: what the author wrote there, or what is certain; empty otherwise. */
  language: string;
  /** Without the fence; its lines end with `\n`. */
  code: string;
}

export type CodeRefusal = 'automatic' | 'no-code' | 'formatted';

/** What the answer shows, and what `Post it` posts. */
export interface FormattedCode {
  blocks: readonly CodeBlock[];
  channelId: string;
  messageId: string;
  authorId: string;
}
