/** A block of code: plain at once, coloured when the highlighter is there. */
import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { CheckIcon, CopyIcon } from '../../parts/icons.js';
import { words } from '../../words/words.js';
import type { Token } from './token-tree.js';
import './code-block.css';

type Highlight = (code: string, language: string) => Token | undefined;

const highlight = signal<Highlight | undefined>(undefined);
let isAskedFor = false;

/** Begins to load the highlighter, once, when the page has nothing better to do. Without it code stays plain. */
function wantHighlighter(): void {
  if (isAskedFor) return;
  isAskedFor = true;
  const load = () =>
    import('./highlighter.js').then(
      ({ tokensOf }) => (highlight.value = tokensOf),
      () => (isAskedFor = false),
    );
  if ('requestIdleCallback' in window) requestIdleCallback(() => void load(), { timeout: 2000 });
  else setTimeout(() => void load(), 200);
}

export function CodeBlock({ code, language }: { code: string; language: string }) {
  useEffect(() => {
    if (language) wantHighlighter();
  }, [language]);
  const tokensOf = language ? highlight.value : undefined;
  const root = useMemo(() => tokensOf?.(code, language.toLowerCase()), [tokensOf, code, language]);
  return (
    <div class="code-block" dir="ltr">
      {/* A region that scrolls must be reachable by the keyboard. */}
      <pre tabIndex={0} aria-label={words().message.codeIn(language)} role="group">
        <code>{root ? <Tokens of={root} /> : code}</code>
      </pre>
      <CopyButton text={code} />
    </div>
  );
}

function Tokens({ of }: { of: Token }) {
  return (
    <>
      {of.children.map((child, index) => {
        if (typeof child === 'string') return child;
        const kind = child.scope?.split('.')[0];
        return (
          <span key={index} class={kind && `token-${kind}`}>
            <Tokens of={child} />
          </span>
        );
      })}
    </>
  );
}

function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button
      type="button"
      class="icon-button code-copy"
      aria-label={isCopied ? words().copied : words().message.copyCode}
      title={words().message.copyCode}
      onClick={() => void copy()}
    >
      {isCopied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
    </button>
  );
}
